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
