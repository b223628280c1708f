"""Small dialogs of text: the letters of details grow with all others, at once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.look import text_size
from gui.widgets.text_dialog import details


def test_details_are_as_large_as_other_words(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    text = details(parent, "It is damaged.", "line 7").findChild(QPlainTextEdit)
    before = text.font().pointSizeF()
    try:
        text_size.apply(qapp, 200)
        assert text.font().pointSizeF() == 2 * before
    finally:
        text_size.apply(qapp, 100)
    assert text.font().pointSizeF() == before
