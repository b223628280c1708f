"""How often a page is gone through where something in it asks for other room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import column_of
from gui.window.page_area import PageArea


def test_words_that_change_have_the_page_gone_through_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QWidget()
    label = QLabel("short", page)
    column_of(label, on=page)
    area = PageArea(page)
    qtbot.addWidget(area)
    area.resize(600, 300)
    area.show()
    qtbot.waitExposed(area)
    looks: list[QSize] = []
    look = PageArea._wanted_size

    def counted(self: PageArea) -> QSize:
        looks.append(look(self))
        return looks[-1]

    monkeypatch.setattr(PageArea, "_wanted_size", counted)
    label.setText("words that are longer")
    qtbot.waitUntil(lambda: len(looks) > 0)
    qtbot.wait(0)
    assert len(looks) == 1

    told: list[int] = []
    area.needs_changed.connect(lambda: told.append(area.needed_width()))
    label.setMinimumWidth(900)  # more than there is
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] >= 900
    assert page.width() >= 900
    assert area.needed_width() == told[-1]
