"""Schools: the rounds that are shown are those of the engine, and the average can be stopped, taken and saved."""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from engine.challenge.federated import RoundDone, federated
from engine.storage import model_file
from gui.stations.challenge.class_bars import ClassBars
from gui.stations.challenge.schools_view import SchoolsView
from tests.gui.stations.challenge.conftest import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.station import ChallengeStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page


@pytest.fixture
def view(station: ChallengeStation) -> SchoolsView:
    station.page.show_view("schools")
    found = station.page.view
    assert isinstance(found, SchoolsView)
    found.controls.schools.set_raw(3)
    found.controls.rounds.set_raw(2)
    return found


def settle(qtbot: QtBot, view: SchoolsView) -> None:
    qtbot.waitUntil(lambda: not view.schools.busy, timeout=LONG)


def words(view: SchoolsView, name: str) -> str:
    return view.findChild(QLabel, name).text()


def test_the_rounds_shown_are_those_of_the_engine(
    view: SchoolsView, station: ChallengeStation, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    plan = view.controls.plan
    view.controls.start.setFocus()
    view.controls.start.click()
    assert not view.controls.start.isVisible()
    assert not view.controls.schools.isEnabled()
    assert words(view, "emptyPlot") == "The first round is under way …"
    settle(qtbot, view)
    done = [event for event in federated(bench.experiment, bench.data, plan) if isinstance(event, RoundDone)]
    shown = view.schools.schooling.rounds
    assert [each.average for each in shown] == [each.average for each in done]
    curves = {series.key: series for series in view.plot.series()}
    assert curves["average"].y.tolist() == [each.average for each in done]
    assert curves["together"].x.tolist() == [1, 2]
    assert "Round 2: the average reads" in words(view, "schoolsVerdict")
    assert shown[0].state == {}, "the weights of earlier rounds are not kept"
    station.page.save_button.save_menu.save_csv(str(tmp_path / "rounds.csv"))
    rows = list(csv.reader((tmp_path / "rounds.csv").read_text("utf-8").splitlines()))
    assert [row[0] for row in rows] == ["round", "1", "2"]
    station.page.save_button.save_menu.save_png(str(tmp_path / "rounds.png"))
    assert (tmp_path / "rounds.png").stat().st_size > 0


def test_the_average_becomes_the_model_undoably_and_is_saved(
    view: SchoolsView, bench: Workbench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bench.model is None
    assert not view.take.isEnabled()
    view.controls.start.click()
    settle(qtbot, view)
    state = view.schools.schooling.last.state
    monkeypatch.setattr("gui.bench.model_saving.ask_where", lambda *_told: tmp_path / "average.safetensors")
    view.save.click()
    saved = model_file.load(tmp_path / "average.safetensors")
    assert all(torch.equal(tensor, state[name]) for name, tensor in saved.state.items())
    with qtbot.waitSignal(view.notice_raised, timeout=LONG) as told:
        view.take.click()
    assert told.args[0].kind == "success"
    assert torch.equal(bench.model.recognizer.state["output.weight"], state["output.weight"])
    assert 0 < bench.model.results["test_accuracy"] <= 1
    assert bench.model.unsaved
    largest = int(view.schools.schooling.ready.counts.sum(1).max())
    assert bench.model.step == 2 * math.ceil(largest / bench.experiment.training.batch_size)
    bench.undo_stack.undo()
    assert bench.model is None


def test_it_stops_by_keys_and_keeps_its_rounds(view: SchoolsView, qtbot: QtBot) -> None:
    view.controls.rounds.set_raw(1000)
    view.controls.start.setFocus()
    QTest.keyClick(view.controls.start, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(view.schools.schooling.rounds), timeout=LONG)
    assert view.controls.stop.hasFocus()
    QTest.keyClick(view.controls.stop, Qt.Key.Key_Space)
    settle(qtbot, view)
    assert 1 <= len(view.schools.schooling.rounds) < 1000
    assert view.take.isEnabled()
    assert view.controls.start.isVisible()


def test_what_cannot_be_is_told_at_the_fields(view: SchoolsView, qtbot: QtBot) -> None:
    view.controls.shares.set_value("two-classes")
    view.controls.start.click()
    settle(qtbot, view)
    assert "Two classes each do not go round." in words(view, "schoolsRefusal")
    view.controls.schools.set_raw(5)
    view.controls.rounds.set_raw(1)
    view.controls.start.click()
    assert words(view, "schoolsRefusal") == ""
    settle(qtbot, view)


def test_bars_show_what_each_school_has(view: SchoolsView, qtbot: QtBot) -> None:
    view.controls.rounds.set_raw(1)
    view.controls.beside.setChecked(False)
    view.controls.start.click()
    settle(qtbot, view)
    bars, counts = view.findChild(ClassBars, "classBars"), view.schools.schooling.ready.counts
    assert bars.tip_at(bars.place_of(1).center().toPoint()).startswith(
        f"School 2 has {counts[1].sum()} examples: "
    )
    assert [bars.place_of(school).isValid() for school in range(3)] == [True] * 3
    curves = {series.key: series for series in view.plot.series()}
    assert len(curves["together"].x) == 0, "nobody asked"


def test_a_training_has_the_machine(view: SchoolsView, bench: Workbench, qtbot: QtBot) -> None:
    view.controls.rounds.set_raw(1000)
    view.controls.start.click()
    qtbot.waitUntil(lambda: bool(view.schools.schooling.rounds), timeout=LONG)
    with qtbot.waitSignal(view.notice_raised, timeout=LONG) as told:
        bench.start()
    assert "schools were stopped" in told.args[0].text()
    settle(qtbot, view)
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    assert view.controls.start.isEnabled()
