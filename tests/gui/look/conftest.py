"""The language of brackets, in which each text of the program is itself between ⟦ and ⟧."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.look.spoken import say_all
from tests.gui.look.test_translation import Brackets, known_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow


@pytest.fixture
def brackets(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """What lets the window speak the language of brackets from then on."""
    translator = Brackets(known_words())

    def switch() -> None:
        qapp.installTranslator(translator)
        say_all()
        qtbot.wait(50)  # Qt tells its widgets in the turns that follow

    yield switch
    qapp.removeTranslator(translator)
    say_all()


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window with the pages that the program builds at its start: words are looked for in all of it."""
    window.complete()
    return window
