"""What the status bar says in passing, and in another language as long as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.visible import visible
from gui.look.spoken import Words, follow_language, words_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStatusBar

MILLISECONDS = 6000


class PassingWords(QObject):
    """Says a sentence in the status bar, for some seconds or until something else is said.

    Args:
        bar: The status bar.
    """

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._words: Words = ""
        self._milliseconds = 0
        follow_language(self, self._say_again)

    @Slot(object)
    def say(self, words: Words) -> None:
        """Say that something is done."""
        self._say(words, MILLISECONDS)

    @Slot(object)
    def wait(self, words: Words) -> None:
        """Say what is waited for."""
        self._say(words, 0)

    def _say(self, words: Words, milliseconds: int) -> None:
        self._words, self._milliseconds = words, milliseconds
        self._bar.showMessage(visible(words_of(words)), milliseconds)

    def _say_again(self) -> None:
        if self._bar.currentMessage():
            self._say(self._words, self._milliseconds)
