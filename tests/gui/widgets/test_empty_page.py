"""A page without anything yet: words in their room, also large ones in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from gui.look import text_size
from gui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = (
    "Train a network or open one. Here you see what its neurons look for, and why it answers as it does. " * 2
)


@pytest.mark.parametrize("percent", [100, 200])
def test_its_words_need_no_wide_page_and_are_whole(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    page = EmptyPage("understand", "No network to look into yet", WORDS)
    qtbot.addWidget(page)
    before = text_size.percent()
    try:
        text_size.apply(qapp, percent)
        page.resize(790, 900)
        page.show()
        assert page.minimumSizeHint().width() <= 760  # of a page at twice the size in the smallest window
        text = next(label for label in page.findChildren(QLabel) if label.text() == WORDS)
        assert text.height() >= text.heightForWidth(text.width())
    finally:
        page.close()
        text_size.apply(qapp, before)
