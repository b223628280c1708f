"""The Evaluate station with a real model: report, gate, matrix, mistakes, marks, and the learning curve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from engine import cli
from engine.evaluation.advice import Limit
from engine.lessons.state import Deed
from gui.bench.kept_weights import Weights
from gui.stations.evaluate.measuring_job import Target
from gui.stations.evaluate.page import EvaluatePage
from gui.stations.evaluate.station import EvaluateStation

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.evaluate.confusion_matrix import ConfusionMatrix
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it

LONG = 30_000


@dataclass(frozen=True)
class CommandLine:
    """A place for a model file, and what the command line tells of it."""

    path: Path
    capsys: pytest.CaptureFixture[str]

    def evaluated(self) -> str:
        assert cli.main(["evaluate", str(self.path)]) == 0
        return self.capsys.readouterr().out


@pytest.fixture
def command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "model.safetensors", capsys)


def station_of(evaluating: EvaluateStation) -> EvaluatePage:
    evaluating.place.show()
    return evaluating.page


def train(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()


def train_to_read_threes(qtbot: QtBot, bench: Workbench) -> None:
    """Train slowly enough that no neuron falls silent, and to the point where threes are read as such."""
    bench.editor.edit("training.learning_rate", 0.003)
    bench.editor.edit("training.epochs", 8)
    train(qtbot, bench)


def settle(qtbot: QtBot, evaluating: EvaluateStation, part: str = "test") -> None:
    def is_settled() -> bool:
        newest = evaluating.measuring.newest
        is_new = not evaluating.measuring.busy and not evaluating.measuring.is_stale
        return newest is not None and newest.target.part == part and is_new

    qtbot.waitUntil(is_settled, timeout=LONG)


def click_cell(matrix: ConfusionMatrix, row: int, column: int) -> None:
    place = matrix.cell_rect(row, column).center().toPoint()
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)


def button(station: QWidget, name: str) -> QPushButton:
    found = station.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_keyboard_goes_to_the_view_before_what_is_in_it(
    qtbot: QtBot, evaluating: EvaluateStation, bench: Workbench
) -> None:
    report = station_of(evaluating).report
    train(qtbot, bench)
    settle(qtbot, evaluating)
    report.matrix.setFocus()
    QTest.keyClick(report.matrix, Qt.Key.Key_Tab)
    chosen = QApplication.focusWidget()
    assert report.view.isAncestorOf(chosen)
    QTest.keyClick(chosen, Qt.Key.Key_Tab)
    assert report.mistakes.isAncestorOf(QApplication.focusWidget())


def test_without_a_model_it_leads_to_training(qtbot: QtBot, evaluating: EvaluateStation) -> None:
    station = station_of(evaluating)
    assert not button(station, "measureButton").isVisible()
    with qtbot.waitSignal(evaluating.station_wanted) as wanted:
        button(station, "evaluateGoToTrain").click()
    assert wanted.args == ["train"]


def test_a_finished_run_is_measured_where_somebody_looks(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    assert evaluating.measuring.newest is None
    told: list[Deed] = []
    evaluating.achieved.connect(told.append)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    measured = evaluating.measuring.newest
    assert measured is not None
    assert told == [Deed("measured", "report", {"accuracy": measured.report.accuracy})]
    assert evaluating.view() == "report"
    assert bench.data is not None
    assert measured.report.count == len(bench.data.test)
    assert measured.report.accuracy == pytest.approx(bench.model.results["test_accuracy"])
    assert station.report.summary.figures["mistakes"].value.text() == str(len(measured.report.mistakes))
    assert station.report.matrix.text(0, 0) == str(measured.report.confusion[0, 0])
    faultless = replace(measured.report, mistakes=np.zeros(0, np.int64))
    station.report.mistakes.set_measured(replace(measured, report=faultless))
    heading = station.report.mistakes.findChild(QLabel, "mistakesHeading")
    assert heading is not None
    assert heading.text() == "No mistakes"
    evaluating.place.hide()
    train(qtbot, bench)
    assert evaluating.measuring.is_stale
    assert not evaluating.measuring.busy
    evaluating.place.show()
    settle(qtbot, evaluating)
    assert evaluating.measuring.newest is not measured


def test_the_gate_is_held_against_the_test_images_alone(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    summary = station.report.summary
    bench.editor.edit("evaluation.gate", 1.0)
    assert summary.verdict.text().startswith("Not passed")
    assert len(summary.verdict.text().split(". ")) > 1, "what to try is said"
    summary.edited.emit("evaluation.gate", 0.01)
    assert bench.experiment.evaluation.gate == 0.01
    assert summary.verdict.text().startswith("Passed")
    images = station.findChild(QComboBox, "measuredImages")
    images.setCurrentIndex(images.findText("Validation examples"))
    images.activated.emit(images.currentIndex())
    settle(qtbot, evaluating, "validation")
    assert "test examples" in summary.verdict.text()


def test_a_model_file_without_advice_is_advised_on_as_the_command_line_does(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, command_line: CommandLine
) -> None:
    bench.editor.edit("evaluation.gate", 1.0)
    bench.editor.edit("training.learning_rate", 1e-7)
    train(qtbot, bench)
    model = bench.model
    assert model is not None
    model.results.clear()  # as files had it before there was advice
    bench.current_model.save(command_line.path)
    bench.current_model.open(command_line.path)
    assert bench.counsel.advice.limit is Limit.UNKNOWN

    station = station_of(evaluating)
    settle(qtbot, evaluating)

    assert bench.counsel.advice.limit is Limit.FAULT
    assert station.report.summary.verdict.text().endswith(bench.counsel.words)
    assert bench.counsel.words in command_line.evaluated()
    bench.current_model.weights_changed.emit()
    assert bench.counsel.advice.limit is Limit.UNKNOWN  # of other weights nothing is known


def test_a_moment_that_was_kept_is_advised_on_as_the_command_line_does(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation, command_line: CommandLine
) -> None:
    bench.editor.edit("evaluation.gate", 1.0)
    train(qtbot, bench)
    model = bench.model
    assert model is not None
    blank = {name: 0 * tensor for name, tensor in model.recognizer.state.items()}
    station_of(evaluating)
    settle(qtbot, evaluating)
    bench.current_model.keep(Weights(blank, 1, saved=False, kept=False))
    assert bench.counsel.advice.limit is Limit.UNKNOWN

    qtbot.waitUntil(lambda: bench.counsel.advice.limit is Limit.FAULT, timeout=LONG)

    told = bench.counsel.words
    bench.current_model.save(command_line.path)
    assert told in command_line.evaluated()
    settle(qtbot, evaluating)
    assert bench.counsel.words == told  # after it was saved, too


def test_a_cell_opens_its_images_and_one_goes_to_the_pad(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train_to_read_threes(qtbot, bench)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    measured, mistakes = evaluating.measuring.newest, station.report.mistakes
    assert measured is not None
    assert np.array_equal(mistakes.indices, measured.report.mistakes)
    click_cell(station.report.matrix, 3, 3)
    assert np.array_equal(mistakes.indices, measured.report.images_of(3, 3))
    with qtbot.waitSignal(evaluating.example_chosen) as chosen:
        button(station, "sendToPad").click()
    assert np.array_equal(chosen.args[0], measured.dataset.images[mistakes.indices[0]])
    button(station, "allMistakes").click()
    assert station.report.matrix.cell is None
    assert np.array_equal(mistakes.indices, measured.report.mistakes)


def test_a_mark_is_kept_and_can_be_undone(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train_to_read_threes(qtbot, bench)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    click_cell(station.report.matrix, 3, 3)
    mark = button(station, "markMislabelled")
    assert not mark.isChecked()
    mark.click()
    assert [entry.label for entry in evaluating.mislabelled.marks.entries()] == ["3"]
    evaluating.mislabelled.undo_stack.undo()
    assert evaluating.mislabelled.marks.entries() == ()
    assert not mark.isChecked()
    evaluating.mislabelled.undo_stack.redo()
    assert mark.isChecked()


def test_reports_are_subtracted(qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation) -> None:
    train(qtbot, bench)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    first, title = evaluating.measuring.newest, station.findChild(QLabel, "measuredOf").text()
    bench.editor.edit("training.epochs", 8)
    train(qtbot, bench)
    qtbot.waitUntil(lambda: evaluating.measuring.newest is not first, timeout=LONG)
    settle(qtbot, evaluating)
    second = evaluating.measuring.newest
    assert first is not None
    assert second is not None
    other = station.findChild(QComboBox, "compareWith")
    place = other.findText(title)
    other.setCurrentIndex(place)
    other.activated.emit(place)
    change = second.report.confusion - first.report.confusion
    row, column = np.argwhere(change != 0)[0].tolist()
    assert station.report.matrix.text(row, column) == f"{change[row, column]:+d}"


def test_not_all_right_is_never_told_as_all(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    station = station_of(evaluating)
    settle(qtbot, evaluating)
    measured = evaluating.measuring.newest
    assert measured is not None
    nearly = replace(measured.report, accuracy=59_999 / 60_000)
    evaluating.measuring.newest = replace(measured, report=nearly)
    evaluating.measuring.changed.emit()
    assert station.findChild(QLabel, "measuredOf").text().endswith(": 99.99\u00a0%")


def test_the_validation_is_followed_while_it_trains(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    station_of(evaluating)
    evaluating.measuring.set_target(Target("validation"))
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: evaluating.measuring.newest is not None and bench.running, timeout=LONG)
    first = evaluating.measuring.newest
    qtbot.waitUntil(lambda: evaluating.measuring.newest is not first and bench.running, timeout=LONG)
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)


def test_the_best_weights_can_be_measured(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    station_of(evaluating)
    settle(qtbot, evaluating)
    assert evaluating.measuring.best_path is not None
    evaluating.measuring.set_target(Target("test", best=True))
    qtbot.waitUntil(
        lambda: evaluating.measuring.newest is not None and evaluating.measuring.newest.target.best,
        timeout=LONG,
    )


def test_images_that_do_not_fit_are_refused_in_words(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    train(qtbot, bench)
    station_of(evaluating)
    settle(qtbot, evaluating)
    with qtbot.waitSignal(evaluating.failed, timeout=LONG) as failed:
        evaluating.measuring.set_target(Target("all", "no-such-set"))
    assert failed.args[0].remedy
    assert evaluating.measuring.newest is not None, "the report before stays"


def test_the_learning_curve_is_drawn_and_says_what_follows(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    station = station_of(evaluating)
    station.view.button("data").click()
    draw = button(station, "drawCurve")
    assert draw.isVisible()
    teacher = station.findChild(QLabel, "teacherOfCurve")
    assert teacher is not None
    bench.editor.edit("training.teacher", "there.safetensors")
    assert teacher.isVisible()
    bench.editor.edit("training.teacher", "")
    assert not teacher.isVisible()
    told: list[Deed] = []
    evaluating.achieved.connect(told.append)
    draw.click()
    qtbot.waitUntil(lambda: evaluating.curve.is_finished and not evaluating.curve.busy, timeout=LONG)
    assert told == [Deed("measured", "learning_curve")]
    sizes = evaluating.curve.started.sizes
    assert len(evaluating.curve.points) == 2 * len(sizes)
    assert "validation examples" in station.enough.verdict.text()
    assert station.enough.verdict.isVisible()


def test_a_curve_is_cancelled_and_never_drawn_beside_a_training(
    qtbot: QtBot, bench: Workbench, evaluating: EvaluateStation
) -> None:
    station = station_of(evaluating)
    station.view.button("data").click()
    bench.editor.edit("training.epochs", 5000)
    evaluating.curve.start()
    qtbot.waitUntil(lambda: evaluating.curve.started is not None, timeout=LONG)
    button(station, "cancelCurve").click()
    qtbot.waitUntil(lambda: not evaluating.curve.busy, timeout=LONG)
    assert not evaluating.curve.is_finished
    bench.start()
    qtbot.waitUntil(lambda: bench.running, timeout=LONG)
    draw = button(station, "drawCurve")
    assert not draw.isEnabled()
    assert draw.toolTip()
    evaluating.curve.start()
    assert not evaluating.curve.busy
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
