"""The report on text: exact answers, each place of them, the wrong ones in words, and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.config import Experiment
from engine.evaluation.characters_report import CharactersReport, WrongAnswer
from engine.evaluation.learnt_images import LearntImages
from engine.goals import characters
from gui.stations.evaluate.measuring_job import Measured, Target
from gui.stations.evaluate.text_view import TextView
from gui.widgets.label import Label
from tests.engine.training.texts import CLASSES, prose, questions, reversed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from engine.data.dataset import Dataset

ASKED = questions(10)
SCORES = np.ones(10, np.float32)
SCORES[[3, 7]] = 0


def report() -> CharactersReport:
    wrong = tuple(WrongAnswer(at, *ASKED[at], "cc", sure) for at, sure in ((7, 0.9), (3, 0.4)))
    return CharactersReport(
        loss=np.log(2.0),
        accuracy=0.8,
        count=10,
        classes=CLASSES,
        is_prose=False,
        scores=SCORES,
        places=np.array([0.9, 0.8, 1.0]),
        asked=np.array([10, 10, 10]),
        mistakes=np.array([7, 3]),
        wrong=wrong,
    )


def of_prose() -> CharactersReport:
    scores = np.linspace(1, 0.1, 10).astype(np.float32)
    return CharactersReport(
        loss=1.0,
        accuracy=0.5,
        count=10,
        classes=("a", "b", "c", " "),
        is_prose=True,
        scores=scores,
        places=np.full(6, 0.5),
        asked=np.full(6, 10),
        mistakes=np.zeros(0, np.int64),
        wrong=(),
    )


def measured(found: CharactersReport, data: Dataset) -> Measured:
    learnt = LearntImages(np.zeros(len(data), np.bool_), is_known=True)
    return Measured(Target(), found, data, Experiment(), 10, 0.1, learnt)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TextView]:
    made = TextView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_measured(measured(report(), reversed_words(10)))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_figures_are_those_of_the_report(view: TextView) -> None:
    figures = view.summary.figures
    assert figures["accuracy"].value.text() == "80.00\u00a0%"
    assert (figures["mistakes"].value.text(), figures["mistakes"].note.text()) == ("2", "of 10")
    assert figures["guesses"].value.text() == "2"
    assert figures["loss"].accessibleName().startswith(characters.GOAL.loss_name)
    assert figures["characters"].isHidden()
    assert not figures["accuracy"].isHidden()


def test_wrong_answers_are_listed_the_surest_first_and_sent_to_the_pad(qtbot: QtBot, view: TextView) -> None:
    assert view.wrong.indices.tolist() == [7, 3]
    said = view.wrong.findChild(Label, "wrongWords")
    question, right = ASKED[7]
    assert said.text() == f"“{question}”: right is “{right}”, the model says “cc” and is 90\u00a0% sure of it"
    view.wrong.grid.select(1)
    assert ASKED[3][0] in said.text()
    with qtbot.waitSignal(view.example_chosen) as heard:
        QTest.keyClick(view.wrong.grid.currentWidget(), Qt.Key.Key_Return)
    np.testing.assert_array_equal(heard.args[0], reversed_words(10).images[3])
    heads, rows = view.wrong.table()
    assert len(heads) == len(rows[0]) == 5
    assert rows[0][:4] == [7, question, right, "cc"]


def test_each_place_has_its_bar(view: TextView) -> None:
    plot = view.places
    bars = [plot.bar(place) for place in range(3)]
    assert bars[2].height() > bars[0].height() > bars[1].height()
    assert plot.tip_at(bars[1].center().toPoint()) == "Character 2: 80.0\u00a0% right of 10"
    assert plot.table()[1] == [[1, 0.9, 10], [2, 0.8, 10], [3, 1.0, 10]]
    assert "2: 80" in plot.accessibleDescription()
    plot.grab()


def test_of_prose_the_pieces_it_knows_least_come_first(view: TextView) -> None:
    view.set_measured(measured(of_prose(), prose(10)))
    figures = view.summary.figures
    assert figures["characters"].value.text() == "50.00\u00a0%"
    assert figures["accuracy"].isHidden()
    assert figures["mistakes"].isHidden()
    assert view.wrong.indices[0] == 9
    assert len(view.wrong.table()[1]) == 10
    view.grab()


def test_where_all_is_right_nothing_is_chosen(view: TextView) -> None:
    found = report()
    perfect = CharactersReport(
        0.0, 1.0, 10, CLASSES, False, np.ones(10, np.float32), found.places, found.asked,
        np.zeros(0, np.int64), (),
    )  # fmt: skip
    view.set_measured(measured(perfect, reversed_words(10)))
    assert view.wrong.findChild(Label, "wrongHeading").text() == "Every answer is exact"
    assert view.wrong.findChild(Label, "wrongWords").text() == ""
