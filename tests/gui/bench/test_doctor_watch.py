"""The doctor in the window: what it says of data and runs, and what one click mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from engine.training.doctor.findings import FindingKind
from gui.stations.train.page import TrainPage
from gui.workbench import RunState
from tests.left_running import styled_once

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


def kinds(bench: Workbench) -> set[FindingKind]:
    return {item.kind for item in bench.doctor.findings}


def train(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.run_finished, timeout=LONG):
        bench.start()


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> TrainPage:
    """The Train station, held until it is closed: taken for garbage while it is shown, it would hear its own end."""
    with styled_once():
        page = TrainPage(bench)
    qtbot.addWidget(page)
    page.show()
    return page


def test_data_are_checked_before_the_run_and_mended_by_a_click(bench: Workbench, station: TrainPage) -> None:
    assert not station.findings.isVisible()
    bench.editor.edit("training.batch_size", 4096)
    assert kinds(bench) == {FindingKind.BATCH_TOO_LARGE}
    assert station.findings.isVisible()
    button = station.findings.findChild(QPushButton, "findingDo")
    assert button.isVisible()
    button.click()
    assert bench.experiment.training.batch_size < 400
    assert not station.findings.isVisible()
    bench.editor.undo_stack.undo()
    assert bench.experiment.training.batch_size == 4096
    assert station.findings.isVisible()


def test_a_healthy_run_is_probed_and_nothing_is_said(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.doctor.probed, timeout=LONG) as probed:
        train(qtbot, bench)
    probes = probed.args[0]
    assert [layer.name for layer in probes.layers] == ["hidden_1", "output"]
    assert kinds(bench) == set()


def test_a_rate_too_high_is_found_while_it_trains_and_mended_at_once(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.learning_rate", 30.0)
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    rate = {FindingKind.RATE_TOO_HIGH, FindingKind.DIVERGED}
    qtbot.waitUntil(lambda: bool(kinds(bench) & rate), timeout=LONG)
    finding = next(item for item in bench.doctor.findings if item.kind in rate)
    bench.doctor.mend(finding)
    assert bench.experiment.training.learning_rate == pytest.approx(finding.changes["training.learning_rate"])
    assert finding not in bench.doctor.findings
    if bench.running:
        qtbot.waitUntil(lambda: bool(bench.history.marks) or not bench.running, timeout=LONG)
        bench.stop()
    qtbot.waitUntil(lambda: bench.state in (RunState.IDLE, RunState.FAILED), timeout=LONG)


def test_findings_of_a_run_stay_until_the_next(qtbot: QtBot, bench: Workbench) -> None:
    bench.editor.edit("training.learning_rate", 30.0)
    bench.editor.edit("training.epochs", 10_000)
    bench.start()
    qtbot.waitUntil(lambda: bool(kinds(bench)), timeout=LONG)
    bench.stop()
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    assert kinds(bench)
    bench.editor.edit("training.learning_rate", 0.01)
    bench.editor.edit("training.epochs", 3)
    train(qtbot, bench)
    assert not kinds(bench)


# The looks into the layers


def test_looks_are_kept_until_the_next_run_or_model(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    heard: list[int] = []
    bench.doctor.series_changed.connect(lambda: heard.append(len(bench.doctor.series)))
    train(qtbot, bench)
    # The looks before it may be told while it trains, and the last, of its end, after it.
    qtbot.waitUntil(lambda: bench.history.steps[-1] in bench.doctor.series.steps, timeout=LONG)
    series = bench.doctor.series
    assert series.layers == ("hidden_1", "output")
    assert series.steps[-1] == bench.history.steps[-1]
    assert heard[-1] == len(series)
    with qtbot.waitSignal(bench.run_started, timeout=LONG):
        bench.start()
    assert len(bench.doctor.series) == 0
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    qtbot.waitUntil(lambda: len(bench.doctor.series) > 0, timeout=LONG)
    bench.save_model(tmp_path / "model.safetensors")
    assert len(bench.doctor.series) > 0
    bench.open_model(tmp_path / "model.safetensors")
    assert len(bench.doctor.series) == 0
    assert heard[-1] == 0


def test_a_run_gone_on_with_keeps_its_looks(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.doctor.probed, timeout=LONG):
        train(qtbot, bench)
    steps = bench.doctor.series.steps.tolist()
    run = bench.current_run.run
    assert run is not None
    bench.actions.resume(run, more_epochs=2)
    qtbot.waitUntil(lambda: not bench.running, timeout=LONG)
    last = bench.history.steps[-1]
    qtbot.waitUntil(lambda: last in bench.doctor.series.steps, timeout=LONG)
    assert bench.doctor.series.steps[: len(steps)].tolist() == steps
    assert last > steps[-1]
