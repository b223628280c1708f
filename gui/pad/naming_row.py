"""“That was a …”: a key for each class, with which a person says what the drawing is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedLayout, QToolButton, QWidget

from gui.look.dressed import dressed
from gui.look.icons import set_icon, set_side
from gui.look.plain import caption, name_action, plain
from gui.look.spoken import said
from gui.pad.naming_keys import class_of_key, naming_keys
from gui.widgets import text_dialog
from gui.widgets.label import Label
from gui.widgets.layouts import row_of
from gui.widgets.pages import turn_to

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN_MS = 6000
"""How long a confirmation stays."""
MOST_KEYS, MOST_WITH_KEYS = 10, 20
"""Of more keys, or more classes, one sees none in the row: a list is found sooner than ten of hundreds."""
MOST_IN_MENU = 40
"""Of more classes one chooses in a dialog, where typing finds a name."""
FEW, WIDER = 5, 3
"""A few keys are this many times as wide as the list beside them, for their names."""
NARROWEST_NAME = 46
"""Pixels of a key that shows a name of more than one letter beside its sign."""
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
        self._typed: dict[str, str] = {}
        self._kept_words = ""
        self._scale = 1.0
        self._drawn = False
        self._build_ui()
        self._connect()
        self._enable()

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._question = QWidget(self)
        self._words = dressed(Label(lambda: self.tr("That was a"), self._question), role="muted")
        self._keys: list[QToolButton] = []
        self._others = self._button("otherClassButton", self._question)
        said(self._others.setAccessibleName, lambda: self.tr("Another class"))
        dressed(self._others, tip=lambda: self.tr("Say that it was something else"))
        self._others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._others)
        self._others.setMenu(self._menu)
        self._row = row_of(self._words, 4, (self._others, 1), on=self._question, spacing=0)
        self._answer = QWidget(self)
        self._kept = dressed(Label(self._answer), name="keptLabel")
        self._kept.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._undo = self._button("keptUndo", self._answer)
        said(self._undo.setText, lambda: self.tr("Undo"))
        said(self._undo.setAccessibleName, lambda: self.tr("Take the drawing back"))
        self._undo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        set_icon(self._undo, "undo")
        self._undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dressed(self._undo, tip=lambda: self.tr("Take the drawing out of My Digits and back onto the pad"))
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
        button.setMinimumWidth(12)
        return button

    def _connect(self) -> None:
        self._undo.clicked.connect(self._on_undo_clicked)
        self._menu.triggered.connect(self._on_menu_triggered)
        self._timer.timeout.connect(self.forget_kept)

    # What others set and ask

    @property
    def keys(self) -> dict[str, str]:
        """The signs that can be typed, and the class that each means."""
        return dict(self._typed)

    def class_typed(self, text: str) -> str | None:
        """Return the class that a typed sign means, or None."""
        return class_of_key(self._typed, text)

    def set_classes(self, classes: Sequence[str]) -> None:
        """Offer these classes: a key each where they are ten at most, and a list of all whose names do not fit."""
        classes = tuple(classes)
        if classes == self._classes:
            return
        self._classes, self._typed = classes, naming_keys(classes)
        for key in self._keys:
            self._row.removeWidget(key)
            key.hide()
            key.deleteLater()
        self._keys = []
        few = len(self._typed) <= MOST_KEYS and len(classes) <= MOST_WITH_KEYS
        shown = self._typed if few else {}
        for place, (sign, name) in enumerate(shown.items()):
            key = self._button(f"thatWasKey{place}", self._question)
            key.setProperty("sign", sign)
            key.setText(caption(sign))
            dressed(key, tip=partial(self._tip_of, name, sign), accessible=partial(self._question_of, name))
            key.clicked.connect(self._on_key_clicked)
            self._row.insertWidget(2 + place, key, WIDER if len(shown) <= FEW else 1)
            key.show()
            self._keys.append(key)
        self._fill_menu(all_shown=tuple(shown) == classes)
        if shown:
            said(self._others.setText, "")
            set_icon(self._others, "more")
        else:
            self._others.setIcon(QIcon())
            typed = len(self._typed) == len(classes)
            said(
                self._others.setText,
                lambda: self.tr("Type it, or choose …") if typed else self.tr("Choose …"),
            )
        self._enable()
        self._fit()

    def _question_of(self, name: str) -> str:
        return self.tr("That was a {name}").format(name=name)

    def _tip_of(self, name: str, sign: str) -> str:
        return self.tr("Add the drawing to My Digits as {name} (key {key})").format(name=name, key=sign)

    def _fill_menu(self, *, all_shown: bool) -> None:
        self._menu.clear()
        listed = () if all_shown or len(self._classes) > MOST_IN_MENU else self._classes
        signs = {name: sign for sign, name in self._typed.items() if sign != name}
        for name in listed:
            words = f"{signs[name]}   {name}" if name in signs else name
            name_action(self._menu.addAction(""), words).setData(name)
        if listed:
            self._menu.addSeparator()
        other = self._menu.addAction("")
        other.setObjectName("anotherName")
        some = all_shown or bool(listed)
        said(
            other.setText,
            lambda: self.tr("Another Name …") if some else self.tr("Choose or Type a Name …"),
        )

    def _fit(self) -> None:
        """Show names beside their signs where there is room, and what was kept as far as it fits."""
        words, wide = self._words.sizeHint().width() + 4, WIDER if len(self._keys) <= FEW else 1
        parts = wide * len(self._keys) + 1
        self._words.setVisible((self.width() - words) / parts >= self._others.minimumWidth())
        each = wide * (self.width() - words) // parts
        named = each >= NARROWEST_NAME * self._scale and any(
            name != sign for sign, name in self._typed.items()
        )
        for key in self._keys:
            sign = str(key.property("sign"))
            text = f"{sign} {self._typed[sign]}" if named and sign != self._typed[sign] else sign
            text = key.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, each - 8)
            key.setText(caption(text))
        room = self.width() - self._undo.sizeHint().width() - 8
        self._kept.setText(
            self._kept.fontMetrics().elidedText(self._kept_words, Qt.TextElideMode.ElideMiddle, room)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_drawn(self, drawn: bool) -> None:
        """Say whether there is a drawing that can be named; with one the confirmation of the last goes."""
        if drawn != self._drawn:
            self._drawn = drawn
            self._enable()
        if drawn and self._timer.isActive():
            self.forget_kept()

    def _enable(self) -> None:
        for widget in (self._words, *self._keys, self._others):
            widget.setEnabled(self._drawn)

    def show_kept(self, text: str) -> None:
        """Confirm in a few words that the drawing is kept, with Undo beside it, for a while."""
        self._kept_words = text
        self._kept.setToolTip(plain(text))
        self._fit()
        turn_to(self._pages, self._answer)
        self._timer.start()

    @Slot()
    def forget_kept(self) -> None:
        """Confirm the last drawing that was kept no more: there is room for the next question."""
        self._timer.stop()
        turn_to(self._pages, self._question)

    def set_scale(self, scale: float) -> None:
        """Make letters larger than usual."""
        self._scale = scale
        font = self.font()
        font.setPixelSize(max(10, round(12 * scale)))
        for widget in (self._words, self._kept, self._undo, self._others, *self._keys):
            widget.setFont(font)
        side = round(12 * scale)
        for button in (self._others, self._undo):
            set_side(button, side)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, round(HEIGHT * self._scale))

    # What is heard

    @Slot()
    def _on_key_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QToolButton):
            self.chosen.emit(self._typed[str(sender.property("sign"))])

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data() is None:  # another name
            text_dialog.ask_class_name(self, self.chosen.emit, self._classes)
        else:
            self.chosen.emit(action.data())

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.forget_kept()
        self.undo_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.forget_kept()
        super().hideEvent(event)
