"""What is said of teaching: by drawings that were not learnt, and nothing where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.data.dataset import Dataset, Split
from engine.evaluation.fine_tune import FineTuned, FineTuneSet, Scores
from gui.stations.data.fine_tuned_dialog import fine_tuned_dialog

CLASSES = tuple("0123456789")


def of(count: int) -> Dataset:
    return Dataset("some", np.zeros((count, 28, 28), np.uint8), np.zeros(count, np.int64), CLASSES)


def headline(qtbot: QtBot, before: Scores, after: Scores, kept_back: int, steps: int = 40) -> str:
    lesson = FineTuneSet(of(12), of(kept_back), Split(of(5), of(0), of(50)), 0)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = fine_tuned_dialog(FineTuned({}, steps, lesson, before, after), parent)
    return dialog.findChild(QLabel, "taughtHeadline").text()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Scores(2, 1, 40), Scores(14, 2, 41), "better now"),
        (Scores(2, 1, 40), Scores(13, 1, 41), "as well as before"),  # all it gained was learnt by heart
        (Scores(8, 2, 40), Scores(13, 1, 41), "worse than before"),
    ],
)
def test_only_drawings_kept_back_count(qtbot: QtBot, before: Scores, after: Scores, words: str) -> None:
    assert words in headline(qtbot, before, after, kept_back=3)


def test_without_any_kept_back_nothing_is_claimed(qtbot: QtBot) -> None:
    text = headline(qtbot, Scores(2, 0, 40), Scores(12, 0, 41), kept_back=0)
    assert "None was kept back" in text
    assert "now." not in text


def test_stopped_at_once(qtbot: QtBot) -> None:
    assert "Stopped" in headline(qtbot, Scores(2, 1, 40), Scores(2, 1, 40), kept_back=3, steps=0)


def test_a_long_headline_keeps_its_room_in_large_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    lesson = FineTuneSet(of(12), of(0), Split(of(5), of(0), of(50)), 0)
    dialog = fine_tuned_dialog(FineTuned({}, 40, lesson, Scores(2, 0, 40), Scores(12, 0, 41)), parent)
    heading = dialog.findChild(QLabel, "taughtHeadline")
    font = heading.font()
    font.setPointSizeF(2 * font.pointSizeF())
    heading.setFont(font)
    dialog.show()
    dialog.resize(dialog.width(), 10)
    assert heading.height() >= heading.heightForWidth(heading.width())
