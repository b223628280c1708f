"""Unseen questions with the present answers under the curves, or a line of prose, anew with newer weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.stations.train.line_strip import QUESTIONS, LineStrip
from tests.engine.training.texts import prose, questions, reversed_words
from tests.gui.pad.line.typed import Backwards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ASKED = questions(13, seed=1)


@pytest.fixture
def writer() -> Backwards:
    return Backwards()


@pytest.fixture
def strip(qtbot: QtBot, writer: Backwards) -> Iterator[LineStrip]:
    made = LineStrip()
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    made.set_examples(reversed_words(13, seed=1))
    made.set_writer(writer)
    yield made
    made.close()


def test_the_same_questions_are_answered_and_right_ones_counted(
    qtbot: QtBot, strip: LineStrip, writer: Backwards
) -> None:
    qtbot.waitUntil(lambda: strip.right() == QUESTIONS)
    assert strip.answers() == [answer for _, answer in ASKED[:QUESTIONS]]
    assert strip.accessibleDescription() == "4 of 4 questions are answered rightly"
    strip.grab()
    writer.says = ASKED[1][1]
    strip.refresh(live=False)
    qtbot.waitUntil(lambda: strip.answers() == [ASKED[1][1]] * QUESTIONS)
    right = sum(answer == ASKED[1][1] for _, answer in ASKED[:QUESTIONS])
    assert strip.right() == right < QUESTIONS
    assert ASKED[0][1] in strip.words_of(0)


def test_while_training_it_waits_for_its_second(qtbot: QtBot, strip: LineStrip, writer: Backwards) -> None:
    qtbot.waitUntil(lambda: strip.right() == QUESTIONS)
    before = len(writer.asked)
    for _ in range(20):
        strip.refresh(live=True)
    assert len(writer.asked) == before
    qtbot.waitUntil(lambda: len(writer.asked) == before + QUESTIONS, timeout=5000)


def test_keys_and_clicks_put_a_question_on_the_pad(qtbot: QtBot, strip: LineStrip) -> None:
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.example_activated) as heard:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert heard.args == [1]
    with qtbot.waitSignal(strip.example_activated) as heard:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(2).center())
    assert heard.args == [2]


def test_prose_is_written_anew_each_time_with_another_seed(
    qtbot: QtBot, strip: LineStrip, writer: Backwards
) -> None:
    strip.set_examples(prose())
    writer.says = "abc abc"
    strip.refresh(live=False)
    qtbot.waitUntil(lambda: strip.answers() == ["abc abc"])
    strip.refresh(live=False)
    qtbot.waitUntil(lambda: len({seed for *_, seed in writer.asked[-2:]}) == 2)
    assert strip.right() is None
    assert strip.accessibleDescription().endswith("abc abc")
    strip.grab()


def test_without_a_model_nothing_stands_there(qtbot: QtBot, strip: LineStrip) -> None:
    qtbot.waitUntil(lambda: strip.right() == QUESTIONS)
    strip.set_writer(None)
    assert strip.answers() == [None] * QUESTIONS
    assert strip.right() is None
