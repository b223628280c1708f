"""Turning pages: the one in sight asks for room, those behind it for none."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.pages import turn_to


@pytest.mark.parametrize("is_layout", [False, True])
def test_only_the_page_in_sight_asks_for_room(qtbot: QtBot, is_layout: bool) -> None:
    outer = QWidget() if is_layout else QStackedWidget()
    qtbot.addWidget(outer)
    pages = QStackedLayout(outer) if is_layout else outer
    small, large = QWidget(), QWidget()
    usual = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    large.setSizePolicy(usual)
    for page, side in ((small, 50), (large, 900)):
        inner = QWidget(page)
        inner.setMinimumSize(side, side)
        row = QStackedLayout(page)
        row.addWidget(inner)
        pages.addWidget(page)
    turn_to(pages, small)
    assert outer.minimumSizeHint().width() < 100
    turn_to(pages, large)
    assert outer.minimumSizeHint().width() >= 900
    assert large.sizePolicy() == usual
    assert pages.currentWidget() is large
    turn_to(pages, large)
    turn_to(pages, small)
    turn_to(pages, large)
    assert large.sizePolicy() == usual
