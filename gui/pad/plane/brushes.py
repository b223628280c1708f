"""The classes of points that one puts down: a button with its mark for each, and one for a new class."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from engine.data.plane.shape import LETTERS
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.icons import set_icon
from gui.look.plain import caption
from gui.look.text_size import sized
from gui.widgets.layouts import row_of
from gui.widgets.plane.marks import paint_mark

if TYPE_CHECKING:
    from collections.abc import Sequence

ICON = 16  # pixels


class Brushes(QWidget):
    """Chooses the class of the next points.

    Signals:
        chosen: A class was chosen (its place among ``names``, int).
        name_wanted: A class is to have another name: its button was clicked twice, or with the right button (its name).
    """

    chosen = Signal(int)
    name_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._index = 0
        self._buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._more = dressed(
            QToolButton(self),
            name="newClassButton",
            accessible=lambda: self.tr("New class"),
            tip=lambda: self.tr("Put down points of one more class"),
        )
        set_icon(self._more, "add")
        self._row = row_of(self._more, on=self, spacing=2)
        self._more.clicked.connect(self._on_more_clicked)
        theme.notifier.theme_changed.connect(self._show_marks)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the classes."""
        return self._names

    @property
    def index(self) -> int:
        """Which class is chosen."""
        return self._index

    @property
    def name(self) -> str:
        """The name of the class that is chosen."""
        return self._names[self._index]

    def set_names(self, names: Sequence[str]) -> None:
        """Offer other classes; the one that is chosen stays where it is among them."""
        if tuple(names) == self._names:
            return
        before = self._names[self._index] if self._names else ""
        self._names = tuple(names)
        for button in self._buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(place, name) for place, name in enumerate(self._names)]
        self._more.setVisible(self._next() != "")
        self.choose(self._names.index(before) if before in self._names else 0)

    def _button(self, place: int, name: str) -> QToolButton:
        button = dressed(
            QToolButton(self),
            name=f"brush{place + 1}",
            text=caption(name),
            accessible=lambda: self.tr("Points of {name}").format(name=name),
            tip=lambda: self.tr(
                "Put down points of {name} ({key}); rename it by a double click or F2"
            ).format(name=name, key=place + 1),
        )
        button.installEventFilter(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(button.setIconSize, QSize(ICON, ICON))
        button.setIcon(_mark(place))
        button.clicked.connect(partial(self.choose, place))
        self._group.addButton(button)
        self._row.insertWidget(place, button)
        return button

    def _show_marks(self) -> None:
        for place, button in enumerate(self._buttons):
            button.setIcon(_mark(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a double click on a class, and a click with the right button."""
        wanted = event.type() in (QEvent.Type.MouseButtonDblClick, QEvent.Type.ContextMenu)
        if wanted and watched in self._buttons:
            self.choose(self._buttons.index(watched))
            self.name_wanted.emit(self.name)
            return True
        return False

    def choose(self, index: int) -> None:
        """Choose a class; nothing where there is none such."""
        if 0 <= index < len(self._names):
            self._index = index
            self._buttons[index].setChecked(True)
            self.chosen.emit(index)

    def _next(self) -> str:
        return next((letter for letter in LETTERS if letter not in self._names), "")

    def _on_more_clicked(self) -> None:
        if self._next():
            self.set_names(sorted((*self._names, self._next())))
            self.choose(len(self._names) - 1)


def _mark(index: int) -> QIcon:
    picture = QPixmap(2 * ICON, 2 * ICON)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(ICON / 2, ICON / 2), index, is_hollow=False, size=5.0)
    painter.end()
    return QIcon(picture)
