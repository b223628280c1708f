"""A line of words that gives way: whole where there is room, shorter where not, never wider than it may be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.short_label import ShortLabel

FULL, LESS, LEAST = "Training · epoch 3 of 10 · 12,000 images/s", "Training · epoch 3 of 10", "epoch 3 of 10"


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[ShortLabel]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ShortLabel(window)
    QHBoxLayout(window).addWidget(made)
    made.set_words(FULL, LESS, LEAST)
    window.show()
    yield made
    window.close()


def test_it_says_what_there_is_room_for(label: ShortLabel) -> None:
    for words in (FULL, LESS, LEAST):
        label.resize(label.fontMetrics().horizontalAdvance(words) + 1, 20)
        assert label.shown() == words
    label.resize(label.fontMetrics().horizontalAdvance(LEAST) - 8, 20)
    assert label.shown().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= label.width()
    assert label.text() == FULL
    assert not label.grab().isNull()


def test_it_makes_no_window_wider(label: ShortLabel) -> None:
    before = label.window().minimumSizeHint()
    label.set_words("long words " * 100)
    assert label.window().minimumSizeHint() == before
    assert label.sizePolicy().horizontalPolicy().name == "Ignored"
