"""Text is shown as lines: questions with their answers, what a model said instead, and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.widgets.examples.examples import Examples
from gui.widgets.examples.lines import ExampleLines
from tests.engine.training.texts import CLASSES, prose, questions, reversed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def examples(qtbot: QtBot) -> Iterator[Examples]:
    made = Examples("shown")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    yield made
    made.close()


def lines(examples: Examples) -> ExampleLines:
    found = examples.currentWidget()
    assert isinstance(found, ExampleLines)
    return found


def cells(examples: Examples) -> list[list[str]]:
    model = lines(examples).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def titles(examples: Examples) -> list[str]:
    model = lines(examples).model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def test_questions_stand_beside_their_answers(qtbot: QtBot, examples: Examples) -> None:
    words = reversed_words(5)
    examples.set_examples(words.images, words.labels, CLASSES)
    assert titles(examples) == ["Question", "Answer"]
    assert cells(examples) == [list(each) for each in questions(5)]
    table = lines(examples)
    table.setFocus()
    with qtbot.waitSignal(examples.image_selected):
        examples.select(2)
    with qtbot.waitSignal(examples.image_activated) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [2]


def test_beside_a_mistake_stands_what_the_model_said(examples: Examples) -> None:
    words = reversed_words(2)
    examples.set_examples(words.images, words.labels, CLASSES, ["aa", "a\n"])
    assert titles(examples)[2] == "The model said"
    assert [row[2] for row in cells(examples)] == ["aa", "a↵"]


def test_prose_is_its_text(examples: Examples) -> None:
    pieces = prose(3)
    examples.set_examples(pieces.images, pieces.labels, pieces.classes)
    assert titles(examples) == ["Text"]
    assert cells(examples)[0] == ["abc abc"]
