"""Walks a window or a dialog and names every text in it, to find those that a language did not reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QBuffer, QIODevice, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QGraphicsView,
    QLabel,
    QMainWindow,
    QMenu,
    QWidget,
)

from gui.widgets.fields.settings_form import SettingsForm
from tests.gui.look.test_translation import bare, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Role = Qt.ItemDataRole
WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")
FORMULA = ("w", "x", "·", "w · x")
SIGNS = re.compile(r"<(i|sub)>\w</\1>|\bsoftmax\b|Σ|\bkB\b")  # the same in every language
Text = tuple[str, str, str]


def unfold(root: QWidget) -> None:
    """Have all fields made, also those that wait for their fold to be opened."""
    for form in root.findChildren(SettingsForm):
        form.complete()


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Name the texts of a table: headings, cells and their tips."""
    model = view.model()
    if model is None:
        return
    rows = model.rowCount(QModelIndex())
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.StatusTipRole):
        for across in range(columns):
            yield model.headerData(across, Qt.Orientation.Horizontal, role)
        for down in range(rows):
            yield model.headerData(down, Qt.Orientation.Vertical, role)
            for across in range(columns):
                yield model.index(down, across).data(role)


def painted(widget: QWidget) -> str:
    """Return the words that a widget paints itself, without those of a formula."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size().expandedTo(QSize(1, 1)))
    painter = QPainter(generator)
    try:
        if isinstance(widget, QGraphicsView):
            widget.render(painter)
        else:
            shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
            QWidget.render(shown, painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    finally:
        painter.end()
    words = WORDS.findall(bytes(buffer.data().data()).decode())
    return " ".join(word for word in words if word not in FORMULA)


def paints_words(widget: QWidget) -> bool:
    """Tell whether a widget may paint words that no property of it tells: one of ours with a painting of its own."""
    if isinstance(widget, QAbstractItemView) and widget.model() is not None and widget.model().rowCount():
        return False  # its cells tell, and are not cut
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("gui.")]
    return not isinstance(widget, QLabel | QMainWindow) and any("paintEvent" in vars(kind) for kind in ours)


def whose(widget: QWidget | None) -> str:
    """Return the module of ours that a widget stands in."""
    while widget is not None and not type(widget).__module__.startswith(
        ("gui.stations", "gui.window", "gui.pad")
    ):
        widget = widget.parent() if isinstance(widget.parent(), QWidget) else None
    return type(widget).__module__ if widget is not None else "gui"


def texts(root: QWidget) -> Iterator[Text]:
    """Name each text with letters below ``root`` with whose it is; menus are filled as if somebody opened them."""
    for menu in root.findChildren(QMenu):
        if not menu.parent() or not type(menu.parent()).__module__.startswith("pyqtgraph"):
            menu.aboutToShow.emit()
    for widget in [root, *root.findChildren(QWidget)]:
        own = [*texts_of(widget)]
        if isinstance(widget, QAbstractItemView):
            own += [str(text) for text in cells(widget) if isinstance(text, str)]
        if widget.width() > 0 and paints_words(widget):
            own.append(painted(widget))
        yield from ((whose(widget), f"{type(widget).__name__} {widget.objectName()}", text) for text in own)
    for action in root.findChildren(QAction):
        parent = action.parent()
        if type(parent).__module__.startswith("pyqtgraph"):
            continue  # of a menu that is never opened
        owner = whose(parent) if isinstance(parent, QWidget) else "gui"
        for text in (
            action.text(),
            action.toolTip(),
            action.statusTip(),
            action.iconText(),
            action.whatsThis(),
        ):
            yield owner, f"QAction {action.objectName()}", text


def left(root: QWidget, names: Iterable[str] = ()) -> tuple[list[Text], int]:
    """Return each bare text below ``root`` with whose it is, and how many texts there are.

    Args:
        root: The window, or a dialog.
        names: What a person has called things, or the program for them.
    """
    found = [entry for entry in texts(root) if any(letter.isalpha() for letter in entry[2])]
    return [entry for entry in found if bare(without(entry[2], names))], len(found)


def without(text: str, names: Iterable[str]) -> str:
    """Return a text without names and formulas."""
    for name in names:
        text = text.replace(name, "")
    return SIGNS.sub("", text)
