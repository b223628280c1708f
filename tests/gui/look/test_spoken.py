"""Words that are said anew when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.look.spoken import Spoken


class Counted(Spoken, QLabel):
    """Says how often it was asked to speak."""

    def say_words(self) -> None:
        self.setText(f"{self.text()}I")


def test_words_are_said_anew_in_another_language_and_for_nothing_else(qtbot: QtBot) -> None:
    label = Counted("")
    qtbot.addWidget(label)

    for kind in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
        QCoreApplication.sendEvent(label, QEvent(kind))

    assert label.text() == "II"
