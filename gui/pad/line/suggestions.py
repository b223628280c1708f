"""A few things to ask a model, each a button; a die brings others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from engine.data.text.signs import signs_of
from gui.look.dressed import dressed
from gui.look.icons import set_icon
from gui.look.plain import caption
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 3
LETTERS = 22  # of one that is shown; all of it is in its tooltip


class Suggestions(QWidget):
    """Buttons with questions, a few of many at a time.

    Signals:
        chosen: One is to be asked (str).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestions")
        self._texts: tuple[str, ...] = ()
        self._first = 0
        self._flow = FlowBox(4, self)
        self._buttons = [dressed(QToolButton(self), name="suggestion") for _ in range(SHOWN)]
        self._more = dressed(
            QToolButton(self),
            name="otherSuggestions",
            tip=lambda: self.tr("Other ones"),
            accessible=lambda: self.tr("Other suggestions"),
        )
        set_icon(self._more, "dice")
        for button in (*self._buttons, self._more):
            self._flow.add(button)
        column_of(self._flow, on=self)
        for button in self._buttons:
            button.clicked.connect(self._on_button_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self.hide()

    @property
    def shown(self) -> tuple[str, ...]:
        """Those in sight."""
        return tuple(self._texts[self._first : self._first + SHOWN])

    def set_texts(self, texts: Sequence[str]) -> None:
        """Offer others."""
        if tuple(texts) != self._texts:
            self._texts, self._first = tuple(texts), 0
            self._show()

    def _show(self) -> None:
        shown = self.shown
        for place, button in enumerate(self._buttons):
            text = shown[place] if place < len(shown) else ""
            line = signs_of(text)
            cut = line if len(line) <= LETTERS else line[: LETTERS - 1] + "…"
            button.setText(caption(cut))
            dressed(button, tip=partial(self._tip, text))
            button.setVisible(bool(text))
        self._more.setVisible(len(self._texts) > SHOWN)
        self.setVisible(bool(self._texts))

    def _tip(self, text: str) -> str:
        return self.tr("Write on from “{text}”").format(text=text)

    @Slot()
    def _on_button_clicked(self) -> None:
        place = self._buttons.index(self.sender())  # type: ignore[arg-type]
        if place < len(self.shown):
            self.chosen.emit(self.shown[place])

    @Slot()
    def _on_more_clicked(self) -> None:
        following = self._first + SHOWN
        self._first = following if following < len(self._texts) else 0
        self._show()
