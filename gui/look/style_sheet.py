"""The application's style sheet: fields, buttons, bars, menus and banners, made for a theme.

Marks are dynamic properties, set before or with ``repolish``: ``problem`` (a field that cannot be used),
``banner`` (``error``, ``warning``, ``success`` or ``info`` on a QFrame or QLabel), ``main`` (the one button
that matters), ``flat`` (a quiet tool button), ``role`` on a QLabel (``title``, ``heading``, ``muted``, ``problem``,
``success``).

Lengths in ``px`` stay as they are, those in ``sp``, and letters in ``pt``, go with the size of words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.look.colours import Theme

_SHEET = """
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }

QPushButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $edge; border-radius: 5px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { padding: 2px 6px; min-height: 21sp; }
QAbstractSpinBox { padding: 2px 20sp 2px 0; min-height: 18sp; }
QComboBox { padding: 2px 4px 2px 6px; min-height: 21sp; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton { padding: 4px 14px; min-height: 18sp; }
QPushButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $sunken; }
QPushButton:focus, QComboBox:focus, QAbstractSpinBox:focus, QLineEdit:focus, QPlainTextEdit:focus {
    border-color: $accent;
}
QPushButton:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:disabled {
    background: $window; color: $text_disabled; border-color: $border;
}
QPushButton[main="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[main="true"]:hover { background: $accent_hover; }
QPushButton[main="true"]:pressed { background: $accent_pressed; }
QPushButton[main="true"]:focus { border: 2px solid $text; padding: 3px 13px; }
QPushButton[main="true"]:disabled { background: $sunken; color: $text_disabled; border-color: $sunken; }

QAbstractSpinBox[problem="true"], QLineEdit[problem="true"], QComboBox[problem="true"] {
    border: 1px solid $error; background: $error_soft;
}

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 18sp; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 1px 1px 0 0; border-top-right-radius: 4px; }
QAbstractSpinBox::down-button {
    subcontrol-position: bottom right; margin: 0 1px 1px 0; border-bottom-right-radius: 4px;
}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $sunken; }
QAbstractSpinBox::up-arrow { image: url("$icons/arrow-up-$name.svg"); width: 9sp; height: 9sp; }
QAbstractSpinBox::down-arrow { image: url("$icons/arrow-down-$name.svg"); width: 9sp; height: 9sp; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled { image: none; }
QComboBox::drop-down { border: none; width: 20sp; }
QComboBox::down-arrow { image: url("$icons/arrow-down-$name.svg"); width: 10sp; height: 10sp; }
QComboBox::down-arrow:disabled { image: none; }
QComboBox QAbstractItemView {
    background: $surface; color: $text; border: 1px solid $border_strong; outline: none; padding: 2px;
    selection-background-color: $accent_soft; selection-color: $text;
}

QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
    width: 14sp; height: 14sp; border: 1px solid $edge; border-radius: 4px; background: $surface;
}
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/check-$name.svg");
}
QCheckBox::indicator:disabled { border-color: $border; background: $window; }
QCheckBox::indicator:checked:disabled { background: $text_disabled; border-color: $text_disabled; }
QRadioButton::indicator {
    width: 14sp; height: 14sp; border: 1px solid $text_muted; border-radius: 8sp; background: $surface;
}
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: 8sp; height: 8sp; border: 4sp solid $accent; }
QRadioButton::indicator:disabled { border-color: $border; background: $window; }
QRadioButton::indicator:checked:disabled { border-color: $text_disabled; }
QCheckBox { spacing: 7px; }
QCheckBox:disabled { color: $text_disabled; }

QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; color: $text; }
QToolButton:hover { background: $sunken; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $text_disabled; }
QToolButton[heading="true"] { font-weight: 600; padding: 4px 2px; text-align: left; }
QToolButton[heading="true"]:checked { background: transparent; }
QToolButton[heading="true"]:hover { background: $sunken; }
QToolButton[legend="true"] { padding: 2px; color: $text_disabled; }
QToolButton[legend="true"]:checked { background: transparent; color: $text; }
QToolButton[legend="true"]:hover { background: $sunken; }
QToolButton[tight="true"] { padding: 1px; }
QToolButton::menu-indicator { image: none; }

QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QMenuBar { background: $window; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $sunken; }
QToolBar { border: none; spacing: 4px; padding: 4px 6px; }
QStatusBar { color: $text_muted; }
QStatusBar::item { border: none; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    background: $sunken; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $sunken; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: $surface; border: 2px solid $accent; width: 10px; height: 10px; margin: -5px 0; border-radius: 7px;
}
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::handle:horizontal:disabled { border-color: $border_strong; }
QSlider::sub-page:horizontal:disabled { background: $border_strong; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 6px; border-left: 1px solid $border; }
QSplitter::handle:vertical { height: 6px; border-top: 1px solid $border; }
QSplitter::handle:horizontal:hover { border-left: 2px solid $accent; }
QSplitter::handle:vertical:hover { border-top: 2px solid $accent; }

QListView, QTreeView, QTableView { border: 1px solid $border; border-radius: 6px; background: $surface; }
#trialTable::item, #sweepTable::item { padding: 0 3px; border: none; }
QTableView, QTreeView { selection-background-color: $accent_soft; selection-color: $text; }
QTableCornerButton::section { background: $window; border: none; border-bottom: 1px solid $border; }
QHeaderView { background: $window; }
QHeaderView::section {
    background: $window; color: $text_muted; border: none; border-bottom: 1px solid $border; padding: 4px 5px;
}
QHeaderView::section:vertical { border-bottom: none; }
#sweepTable QHeaderView::section { padding-right: 14px; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QLabel[end="true"] { background: $sunken; color: $text_muted; border-radius: 5px; padding: 4px; }
*[layer="true"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
*[layer="true"][fresh="true"] { border: 1px solid $accent; background: $accent_soft; }
QToolButton[details="true"] { color: $text_muted; border: none; padding: 0 2px; font-size: 8pt; text-align: left; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
*[banner="error"] {
    background: $error_soft; color: $error; border: 1px solid $error; border-radius: 6px; padding: 6px 8px;
}
*[banner="warning"] {
    background: $warning_soft; color: $warning; border: 1px solid $warning; border-radius: 6px; padding: 6px 8px;
}
*[banner="success"] {
    background: $success_soft; color: $success; border: 1px solid $success; border-radius: 6px; padding: 6px 8px;
}
*[banner="info"] {
    background: $accent_soft; color: $text; border: 1px solid $accent; border-radius: 6px; padding: 6px 8px;
}
QLabel[keystroke="true"] {
    background: $text; color: $window; border: none; border-radius: 10px; padding: 8px 22px;
}
*[banner] QLabel { border: none; background: transparent; padding: 0; }
QLabel[role="title"] { font-size: 15pt; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="problem"] { color: $error; }
QLabel[role="success"] { color: $success; }
"""


_WITH_WORDS = re.compile(r"(\d+)(sp|pt)\b")


@lru_cache(maxsize=4)
def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet of a theme.

    Args:
        theme: Its colours.
        scale: How large words are in relation to what the system asks for.
    """
    icons = Path(str(resources.files("resources") / "icons" / "style")).as_posix()

    def scaled(length: re.Match[str]) -> str:
        return f"{round(int(length[1]) * scale)}{'px' if length[2] == 'sp' else length[2]}"

    return Template(_WITH_WORDS.sub(scaled, _SHEET)).substitute(
        {name: getattr(theme, name) for name in theme.__slots__},
        icons=icons,
        edge="#4b5361" if theme.is_dark else "#b9c0cb",
        hover="#282d36" if theme.is_dark else "#f7f8fa",
        scroll="#474e5b" if theme.is_dark else "#c5cad3",
        accent_hover="#96b7ff" if theme.is_dark else "#2455c4",
        accent_pressed="#6f99f5" if theme.is_dark else "#1f4aad",
    )


def put_on(app: QApplication, sheet: str) -> None:
    """Put another style sheet on all there is, going through each widget once.

    Left to itself, Qt goes through what is in a widget for that widget and again for each one around it: with all pages
    built, some thirty thousand times for two thousand widgets, which takes a window two seconds and more.

    Args:
        app: The application.
        sheet: What its style sheet is from now on.
    """
    if not app.styleSheet():
        app.setStyleSheet(sheet)  # the first is put on each of them once
        return
    style = app.style()
    style.unpolish(app)  # with what it knows of widgets, it forgets which of them Qt would go through
    app.setStyleSheet(sheet)
    style.polish(app)
    # From the outside to the inside, as letters and colours are handed on.
    widgets = [
        widget
        for window in app.topLevelWidgets()
        if window.parentWidget() is None
        for widget in (window, *window.findChildren(QWidget))
    ]
    for widget in widgets:
        widget.style().polish(widget)
    for widget in widgets:
        if isValid(widget):  # what hears of it may end another
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.update()


def repolish(widget: QWidget) -> None:
    """Let a widget take on the style of a dynamic property that was just changed.

    One that was not in sight yet takes it on when it comes into it.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    # A frame takes the sheet's padding only when it hears of another style: else with the next change of theme.
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    widget.update()
