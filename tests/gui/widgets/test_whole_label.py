"""A label of several lines that is as high as its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_is_as_high_as_its_words_whatever_they_were_before(qtbot: QtBot) -> None:
    label = WholeLabel()
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    label.setText("words and more words " * 8)
    narrow = label.minimumHeight()
    assert narrow >= 8 * label.fontMetrics().height()
    label.resize(600, 20)
    assert label.minimumHeight() < narrow / 3
    label.setText("word")
    assert label.minimumHeight() < 2 * label.fontMetrics().height()


def test_what_stands_below_stays_while_its_words_fill_one_line_or_two(qtbot: QtBot) -> None:
    label = WholeLabel(least_lines=2)
    qtbot.addWidget(label)
    label.resize(200, 20)
    label.show()
    heights = set()
    for words in ("", "word", "words and more words and more words"):
        label.setText(words)
        heights.add(label.minimumHeight())
    assert len(heights) == 1
    label.setText("words and more words " * 8)
    assert label.minimumHeight() > max(heights)
