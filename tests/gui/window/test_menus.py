"""What the menus offer by a letter: one entry each, in both languages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from gui.look import language

if TYPE_CHECKING:
    from gui.main_window import MainWindow


@pytest.mark.parametrize("spoken", ["en", "zh_Hans"])
def test_a_letter_opens_one_entry_of_a_menu(window: MainWindow, spoken: str) -> None:
    language.speak(spoken)
    try:
        bar = window.menuBar()
        for menu in (bar, *bar.findChildren(QMenu)):
            letters = Counter(QKeySequence.mnemonic(action.text()).toString() for action in menu.actions())
            del letters[""]  # recent files have numbers or nothing
            assert [letter for letter, count in letters.items() if count > 1] == []
    finally:
        language.speak("en")
