"""“That was a …”: a key for each class, with which a person says what the drawing is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QStackedLayout, QToolButton, QWidget

from gui.look.dressed import dressed
from gui.look.icons import set_icon
from gui.widgets import text_dialog
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN_MS = 6000
"""How long a confirmation stays."""
MOST_KEYS = 10
HEIGHT = 24
"""Pixels at the usual size."""


class NamingRow(QWidget):
    """A quiet row: keys of the classes, and after one was pressed a passing word with Undo.

    Signals:
        chosen: The person says what the drawing is (name of the class, str).
        undo_requested: The person takes the last one back.
    """

    chosen = Signal(str)
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thatWas")
        self._classes: tuple[str, ...] = ()
        self._scale = 1.0
        self._drawn = False
        self._build_ui()
        self._connect()
        self._enable()

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._question = QWidget(self)
        self._words = dressed(QLabel(self.tr("That was a"), self._question), role="muted")
        self._keys: list[QToolButton] = []
        self._others = self._button("otherClassButton", self._question)
        self._others.setAccessibleName(self.tr("Another class"))
        self._others.setToolTip(self.tr("Say that it was something else"))
        self._others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._others)
        self._others.setMenu(self._menu)
        self._row = row_of(self._words, 4, (self._others, 1), on=self._question, spacing=0)
        self._answer = QWidget(self)
        self._kept = dressed(QLabel(self._answer, textFormat=Qt.TextFormat.PlainText), name="keptLabel")
        self._kept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = self._button("keptUndo", self._answer)
        self._undo.setText(self.tr("Undo"))
        self._undo.setAccessibleName(self.tr("Take the drawing back"))
        self._undo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_icon(self._undo, "undo")
        self._undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._undo.setToolTip(self.tr("Take the drawing out of My Digits and back onto the pad"))
        row_of((self._kept, 1), self._undo, on=self._answer, spacing=4)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._question)
        self._pages.addWidget(self._answer)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)

    def _button(self, name: str, parent: QWidget) -> QToolButton:
        button = dressed(QToolButton(parent), name=name, tight=True)
        button.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a click leaves the focus, and with it the keys, on the pad
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        button.setMinimumWidth(14)
        return button

    def _connect(self) -> None:
        self._undo.clicked.connect(self._on_undo_clicked)
        self._menu.triggered.connect(self._on_menu_triggered)
        self._timer.timeout.connect(self._show_question)

    # What others set and ask

    def set_classes(self, classes: Sequence[str]) -> None:
        """Offer these classes: a key each where they are ten short names, else a list."""
        classes = tuple(classes)
        if classes == self._classes:
            return
        self._classes = classes
        for key in self._keys:
            self._row.removeWidget(key)
            key.hide()
            key.deleteLater()
        self._keys = []
        shown = classes if len(classes) <= MOST_KEYS and all(len(name) == 1 for name in classes) else ()
        for place, name in enumerate(shown):
            key = self._button(f"thatWasKey{place}", self._question)
            key.setText(name)
            key.setAccessibleName(self.tr("That was a {name}").format(name=name))
            key.setToolTip(self.tr("Add the drawing to My Digits as {name} (key {name})").format(name=name))
            key.clicked.connect(self._on_key_clicked)
            self._row.insertWidget(2 + place, key, 1)
            self._keys.append(key)
        self._menu.clear()
        for name in () if shown else classes:
            self._menu.addAction(name.replace("&", "&&")).setData(name)
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        other = self._menu.addAction(self.tr("Another Name …"))
        other.setObjectName("anotherName")
        if shown:
            self._others.setText("")
            set_icon(self._others, "more")
        else:
            self._others.setText(self.tr("Choose …"))
        self._enable()

    def set_drawn(self, drawn: bool) -> None:
        """Say whether there is a drawing that can be named; with one the confirmation of the last goes."""
        if drawn != self._drawn:
            self._drawn = drawn
            self._enable()
        if drawn and self._timer.isActive():
            self._show_question()

    def _enable(self) -> None:
        for widget in (self._words, *self._keys, self._others):
            widget.setEnabled(self._drawn)

    def show_kept(self, text: str) -> None:
        """Confirm in a few words that the drawing is kept, with Undo beside it, for a while."""
        self._kept.setText(text)
        self._kept.setToolTip(text)
        self._pages.setCurrentWidget(self._answer)
        self._timer.start()

    def set_scale(self, scale: float) -> None:
        """Make letters larger than usual."""
        self._scale = scale
        font = self.font()
        font.setPixelSize(max(10, round(12 * scale)))
        for widget in (self._words, self._kept, self._undo, self._others, *self._keys):
            widget.setFont(font)
        side = round(12 * scale)
        for button in (self._others, self._undo):
            button.setIconSize(QSize(side, side))

    def sizeHint(self) -> QSize:
        return QSize(240, round(HEIGHT * self._scale))

    # What is heard

    @Slot()
    def _show_question(self) -> None:
        self._timer.stop()
        self._pages.setCurrentWidget(self._question)

    @Slot()
    def _on_key_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QToolButton):
            self.chosen.emit(sender.text())

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data() is None:  # another name
            text_dialog.ask_class_name(self, self.chosen.emit)
        else:
            self.chosen.emit(action.data())

    @Slot()
    def _on_undo_clicked(self) -> None:
        self._show_question()
        self.undo_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._show_question()
        super().hideEvent(event)


if __name__ == "__main__":
    from gui.widgets.demo import show

    def make() -> NamingRow:
        """Return the row for ten digits."""
        row = NamingRow()
        row.set_classes([str(digit) for digit in range(10)])
        row.set_drawn(True)
        row.chosen.connect(lambda name: row.show_kept(f"Kept as {name}"))
        return row

    show(make)
