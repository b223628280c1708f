"""Accuracy against strength in the window: measured when asked, kept while one looks elsewhere, beside kept runs."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from engine import cli
from engine.attacks.registry import ATTACKS
from engine.storage import model_file
from gui.stations.challenge.curve_view import CurveView
from gui.stations.challenge.curve_work import hand_key
from tests.gui.stations.challenge.conftest import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.challenge.station import ChallengeStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page, mostly over a network trained for it

STRENGTHS = ATTACKS["pgd"].strength.steps


@pytest.fixture
def view(qtbot: QtBot, trained: ChallengeStation, bench: Workbench) -> CurveView:
    """The view, with few steps; nothing is measured yet."""
    trained.page.show_view("curve")
    view = trained.page.view
    assert isinstance(view, CurveView)
    view.controls.steps.setValue(3)
    qtbot.waitUntil(lambda: bool(bench.catalogue.summaries), timeout=LONG)
    return view


def measure(qtbot: QtBot, view: CurveView) -> None:
    view.controls.measure.click()
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)


def attacks_shown(view: CurveView) -> list[str]:
    return [curve.attack for curve in view._curves()]


def test_nothing_is_measured_before_somebody_asks(view: CurveView) -> None:
    assert not view.work.busy
    assert view._curves() == []
    assert "Measure" in view.plot._empty
    assert view.controls.measure.isEnabled()


def test_the_three_that_tell_an_illusion_are_measured_together_as_the_command_line_counts(
    qtbot: QtBot, view: CurveView, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure(qtbot, view)
    assert attacks_shown(view) == ["fgsm", "pgd", "noise"]
    assert all(tuple(curve.points) == STRENGTHS for curve in view._curves())
    fgsm, pgd, noise = (list(curve.points.values()) for curve in view._curves())
    assert fgsm[0] == pgd[0] == noise[0]
    assert pgd[-1].accuracy < noise[-1].accuracy
    assert "no curve deceives" in view._verdict.text() or "an illusion" in view._verdict.text()
    assert not view.controls.measure.isEnabled()  # all of it is known
    assert view._saved is not None
    path = tmp_path / "model.safetensors"
    model_file.save_copy(path, view._saved)
    asked = [str(path), "--method", "pgd", "--epsilon", "0.1", "--steps", "3", "--json"]
    assert cli.main(["attack", *asked]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    here = pgd[STRENGTHS.index(0.1)]
    assert (told["accuracy"], told["count"]) == (here.accuracy, here.count)


def test_a_strength_is_told_with_its_bounds_and_all_is_saved(
    qtbot: QtBot, trained: ChallengeStation, view: CurveView, tmp_path: Path
) -> None:
    measure(qtbot, view)
    view.plot.resize(500, 320)
    qtbot.mouseClick(view.plot, Qt.MouseButton.LeftButton, pos=view.plot.place_of(0.1))
    assert view.curves.strength == 0.1
    assert view._reading.text().startswith("Largest change 0.1: One step (FGSM): ")
    assert view._reading.text().count(" to ") == 3
    QTest.keyClick(view.curves, Qt.Key.Key_Down)
    assert view.curves.strength == 0.15
    assert "Largest change 0.15" in view._reading.text()
    assert "at 0.15" in view.plot.tip_at(view.plot.place_of(0.15))
    trained.page.save_button.save_menu.save_csv(str(tmp_path / "curves.csv"))
    trained.page.save_button.save_menu.save_png(str(tmp_path / "curves.png"))
    with (tmp_path / "curves.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3 * len(STRENGTHS)
    assert {row["attack"]: row["steps"] for row in rows} == {"fgsm": "", "pgd": "3", "noise": ""}
    first = rows[0]
    assert int(first["right"]) / int(first["images"]) == pytest.approx(float(first["accuracy"]))
    assert (tmp_path / "curves.png").stat().st_size > 5000


def test_other_settings_show_other_curves_and_the_former_come_back(qtbot: QtBot, view: CurveView) -> None:
    measure(qtbot, view)
    view.controls.steps.setValue(2)
    assert attacks_shown(view) == ["fgsm", "noise"]  # which take no steps
    assert view.controls.measure.isEnabled()
    view.controls.kind.setCurrentIndex(view.controls.kind.findData("few-pixels"))
    assert view._curves() == []
    assert not view.controls.steps.isEnabled()
    view.controls.kind.setCurrentIndex(0)
    view.controls.steps.setValue(3)
    assert attacks_shown(view) == ["fgsm", "pgd", "noise"]
    assert not view.controls.measure.isEnabled()


def test_what_was_found_stays_while_one_looks_elsewhere_and_goes_on(
    qtbot: QtBot, trained: ChallengeStation, view: CurveView
) -> None:
    view.controls.measure.click()
    trained.page.show_view("fool")
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    trained.page.show_view("curve")
    assert attacks_shown(view) == ["fgsm", "pgd", "noise"]
    assert view._saved is not None
    again = replace(view._saved, state={name: each.clone() for name, each in view._saved.state.items()})
    assert hand_key(again) == hand_key(view._saved)  # as when it is undone and done again
    next(iter(again.state.values())).flatten()[0] += 1
    assert hand_key(again) != hand_key(view._saved)


def test_cancel_keeps_what_is_known(qtbot: QtBot, view: CurveView) -> None:
    view.controls.steps.setValue(300)
    view.controls.measure.click()
    qtbot.waitUntil(lambda: "pgd" in attacks_shown(view), timeout=LONG)
    assert not view.controls.cancel.isHidden()
    view.controls.cancel.click()
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    assert "fgsm" in attacks_shown(view)
    assert view.controls.measure.isEnabled()


def test_a_kept_run_is_measured_beside_and_left_out_again(
    qtbot: QtBot, view: CurveView, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    (run,) = bench.catalogue.summaries
    asked: list[str] = []
    view.work.doing.connect(lambda doing: asked.append(f"{doing.entrant.name} {doing.attack}"))
    view.controls.measure.click()
    view._measure()  # as when a run is chosen meanwhile
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    assert asked == [" fgsm", " pgd", " noise"]  # nothing twice
    view.curves.choose(0.1)
    view.controls.run_chosen.emit(run, "best")
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    assert view.curves.strength == 0.1  # as before it came
    assert [curve.model for curve in view._curves()] == ["Model at hand"] * 3 + [run.name] * 3
    header = view.curves.model().headerData(4, Qt.Orientation.Horizontal)
    assert header == f"{run.name}\nFGSM"
    here, there = view._curves()[1].points, view._curves()[4].points
    assert here[0.1].count == there[0.1].count
    assert (
        f"Model at hand, {run.name}: " in view._verdict.text()
        or view._verdict.text().count("strength of") == 2
    )
    view.controls.run_chosen.emit(run, "last")
    assert len(view._entrants()) == 3
    monkeypatch.setattr("gui.stations.challenge.curve_view.MOST_RUNS", 2)
    view._show()
    assert not view.controls.compare.isEnabled()
    assert "leave one out first" in view.controls.compare.toolTip()
    for button in view.findChildren(QToolButton, "dropCurve"):
        button.click()
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    assert view.controls.compare.isEnabled()
    assert len(view._curves()) == 3


def test_a_run_on_other_images_is_refused_and_the_rest_goes_on(
    qtbot: QtBot, view: CurveView, bench: Workbench
) -> None:
    (run,) = bench.catalogue.summaries
    path = bench.catalogue.model_path(run.id, "best")
    saved = model_file.load(path)
    model_file.save_copy(path, _with_other_classes(saved))
    with qtbot.waitSignal(view.notice_raised, timeout=LONG) as told:
        view.controls.run_chosen.emit(run, "best")
    assert "cannot be compared" in told.args[0].text()
    qtbot.waitUntil(lambda: not view.work.busy, timeout=LONG)
    assert {curve.model for curve in view._curves()} == {"Model at hand"}
    assert view._runs == []


def test_a_training_that_begins_ends_it_and_new_weights_are_another_model(
    qtbot: QtBot, view: CurveView, bench: Workbench
) -> None:
    measure(qtbot, view)
    view.controls.steps.setValue(1000)
    view.controls.measure.click()
    bench.editor.edit("training.seed", 5)  # with the same one the same weights came of it
    with (
        qtbot.waitSignal(view.notice_raised, timeout=LONG),
        qtbot.waitSignal(bench.run_finished, timeout=LONG),
    ):
        bench.start()
    qtbot.waitUntil(lambda: not view.work.busy and not bench.running, timeout=LONG)
    view.controls.steps.setValue(3)
    assert view._curves() == []


def _with_other_classes(saved: model_file.SavedModel) -> model_file.SavedModel:
    from dataclasses import replace

    return replace(saved, classes=tuple("abcdefghij"))
