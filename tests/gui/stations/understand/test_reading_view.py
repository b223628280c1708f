"""The view of a recurrent network that reads: step by step, by mouse, keys and by itself, for every form of network."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.stations.understand.reading_view import ReadingView
from gui.widgets.label import Label
from tests.gui.stations.understand.conftest import LONG, instead, show_view

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from pytestqt.qtbot import QtBot

    from engine.config import Experiment
    from gui.stations.understand.station import UnderstandStation
    from gui.widgets.read_part import ReadPart
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, over a network trained for it


@pytest.fixture
def small(small: Experiment) -> Experiment:
    """One epoch over fewer digits: what is looked at is told as well of a network that knows little."""
    return small.with_(**{"data.generated_count": 200, "training.epochs": 1})


def shown(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], hidden: object
) -> ReadingView:
    view = show_view(qtbot, bench, joined, drawing, hidden, "reading")
    assert isinstance(view, ReadingView)
    return view


def words(view: ReadingView) -> str:
    label = view.findChild(Label, "readingWords")
    assert label is not None
    return label.text()


def test_an_image_is_read_row_by_row(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8], tmp_path: Path
) -> None:
    view = shown(qtbot, bench, joined, drawing, "lstm8,gru4")
    assert words(view).startswith("After row 28 of 28: ")
    image, states, _ = view.picture._places()
    assert view.picture.step_at(QPointF(image.center().x(), image.top() + 0.5 * image.height())) == 14
    point = QPointF(states.left() + 0.55 * states.width(), states.top() + 0.26 * states.height()).toPoint()
    QTest.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=point)
    assert (view.step, view.unit) == (7, 4)
    assert words(view).startswith("After row 8 of 28: ")
    assert "neuron 5" in next(label.text() for label in view.findChildren(Label) if "gates" in label.text())
    QTest.keyClick(view.picture, Qt.Key.Key_Down)
    QTest.keyClick(view.picture, Qt.Key.Key_Left)
    assert (view.step, view.unit) == (8, 3)
    assert view.picture.tip_at(point).startswith("Neuron 5, step 8: ")
    title = QPointF(states.center().x(), states.top() - 5).toPoint()
    assert view.picture.tip_at(title) == "What is remembered, unit by unit"
    view._timer.setInterval(1)
    view.play_button.click()
    qtbot.waitUntil(lambda: view.step == 27 and not view._timer.isActive(), timeout=LONG)
    joined.page.save_button.save_menu.save_csv(str(tmp_path / "view.csv"))
    rows = list(csv.reader((tmp_path / "view.csv").read_text("utf-8").splitlines()))
    assert (len(rows), len(rows[0])) == (29, 1 + 10 + 8)
    joined.page.set_drawing(drawing.T.copy())  # what is read changes as one draws, and the step stays
    view.picture.step_chosen.emit(3)
    joined.page.set_drawing(drawing)
    assert view.step == 3


def test_columns_are_read_from_the_left(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, [{"kind": "gru", "units": 6, "reading": "columns"}])
    assert words(view).startswith("After column 28 of 28: ")
    assert "makes up its mind at column" in words(view)
    image, *_ = view.picture._places()
    assert view.picture.step_at(QPointF(image.left() + 0.26 * image.width(), image.bottom() - 2)) == 7
    assert not view.grab().isNull()


def test_the_moment_it_makes_up_its_mind_is_said_and_framed(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "lstm8")
    assert view._reading is not None
    answers = np.full((28, 10), 0.01, np.float32)
    answers[:, 3] = 0.5
    answers[4:11, 7] = 0.9
    view._reading = replace(view._reading, answers=answers)
    before = view.picture.grab().toImage()
    view.picture.set_reading(view._scene, view._reading)  # type: ignore[arg-type]
    view._show_place()
    assert words(view).endswith("It makes up its mind at row 12: from there to the end, 3 stays in front.")
    assert view.picture.grab().toImage() != before
    view.picture.step_chosen.emit(5)
    assert words(view).startswith("After row 6 of 28: 7, 90")
    answers[26, 7] = 0.9  # so that what is in front at the end comes there with the last row
    view._show_place()
    assert words(view).endswith(
        "It makes up its mind at the last row: before it, another answer is in front."
    )
    view._reading = replace(view._reading, answers=answers[:1], states=view._reading.states[:, :1])
    view.step = 0
    view._say_words()
    assert words(view) == "After row 1 of 1: 3, 50\u00a0%."  # of one alone there is nothing to make up


def test_each_of_several_recurrent_layers_can_be_chosen_and_both_pictures_are_steered_by_keys(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "conv2,lstm4,bigru3,pool")
    assert view.layer.isVisibleTo(view)
    assert view.layer.count() == 2
    assert view.picture.counts() == (14, 4)
    view.layer.setCurrentIndex(1)
    assert view.picture.counts() == view.gates.counts() == (14, 6)
    assert len(view.gates._rows(view._reading.gates(0))) == 4  # type: ignore[union-attr]
    joined.page.set_drawing(drawing.T.copy())  # the choice stays
    assert view.picture.counts() == (14, 6)
    QTest.keyClick(view.gates, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view.gates, key)
    assert (view.step, view.unit) == (2, 1)
    assert "neuron 2: its gates" in view._unit_words.text()
    view.gates.unit_chosen.emit(3)
    assert "neuron 4, which reads from the last step to the first" in view._unit_words.text()
    assert view.gates.tip_at(view.gates.rect().center()).startswith("update gate z, step 8: σ(")
    QTest.mouseClick(view.gates, Qt.MouseButton.LeftButton, pos=view.gates.rect().center())
    assert view.step == 7
    QTest.keyClick(view.picture, Qt.Key.Key_Space)
    assert view._timer.isActive()
    QTest.keyClick(view.gates, Qt.Key.Key_Space)
    assert not view._timer.isActive()
    view = shown(qtbot, bench, joined, drawing, "lstm4")
    assert not view.layer.isVisibleTo(view)


def test_tokens_are_read_patch_by_patch(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "patches7,lstm4")
    assert words(view).startswith("After step 16 of 16: ")
    image, *_ = view.picture._places()
    point = QPointF(image.left() + 0.6 * image.width(), image.top() + 0.3 * image.height())
    assert view.picture.step_at(point) == 6
    view.picture.step_chosen.emit(6)
    assert not view.grab().isNull()


def test_how_far_the_drawing_is_read_is_told_while_it_is_read_and_no_longer(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, "lstm4")
    told: list[ReadPart | None] = []
    joined.read_so_far.connect(told.append)
    view._timer.setInterval(1)
    view.play_button.click()
    qtbot.waitUntil(lambda: view.step == 27 and not view._timer.isActive(), timeout=LONG)
    parts = [part for part in told if part is not None]
    assert [part.steps for part in parts] == list(range(1, 28))
    assert told[-1] is None
    view.picture.step_chosen.emit(9)
    assert told[-1] is not None
    assert told[-1].steps == 10
    joined.page.set_drawing(drawing.T.copy())
    assert told[-1] is None
    view.picture.step_chosen.emit(9)
    joined.page.show_view("weights")
    assert told[-1] is None
    joined.page.show_view("reading")
    assert told[-1] is None
    joined.page.set_drawing(None)  # an example is read, which does not lie on the pad
    view.picture.step_chosen.emit(9)
    assert told[-1] is None


def test_what_cannot_be_read_is_said(
    qtbot: QtBot, bench: Workbench, joined: UnderstandStation, drawing: NDArray[np.uint8]
) -> None:
    view = shown(qtbot, bench, joined, drawing, [{"kind": "lstm", "units": 4, "returns": "sequence"}])
    assert "no answer before the last" in words(view)
    assert len(view.table()[0]) == 5
    assert not view.grab().isNull()
    view = shown(qtbot, bench, joined, drawing, "8")
    assert "reads no rows" in instead(joined)
    assert "show: Weights, Activations, Why this answer, Map, Histograms." in instead(joined)
    assert not view.isVisible()
