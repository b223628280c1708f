"""Sweeps with trials that are made up, as a real crew would write them, and the station over a small workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.config import Experiment
from engine.sweep.library import SweepLibrary
from engine.sweep.plan import Goal, SweepPlan
from engine.sweep.ranges import Range, setting_label
from engine.sweep.sweep import Sweep, best_of
from engine.sweep.trial import Trial, TrialState
from gui.stations.sweep.scene import Scene
from gui.stations.sweep.station import SweepStation
from tests.gui.stations.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

RATE, BATCH = "training.learning_rate", "training.batch_size"
DONE, EARLY = TrialState.DONE, TrialState.ENDED_EARLY


def trial(number: int, rate: float, batch: int, goal: float | None, state: TrialState = DONE) -> Trial:
    """Return a trial of a learning rate and a batch size."""
    return Trial(
        number,
        state,
        {RATE: rate, BATCH: batch},
        goal=goal,
        accuracy=goal,
        loss=0.5,
        seconds=2.0,
        run=f"run-{number}",
    )


TRIALS = (
    trial(0, 0.001, 32, 0.90),
    trial(1, 0.01, 32, 0.97),
    trial(2, 0.01, 128, 0.95, EARLY),
    trial(3, 0.1, 512, None, TrialState.FAILED),
    trial(4, 0.0001, 512, 0.91),
    trial(5, 0.02, 128, None, TrialState.RUNNING),
)


def plan_of(goal: Goal = Goal.ACCURACY, experiment: Experiment | None = None) -> SweepPlan:
    """Return a plan of ten trials."""
    return SweepPlan(
        experiment or Experiment(),
        (Range.parsed(RATE, "0.0001:0.1:log"), Range.parsed(BATCH, "32,128,512")),
        goal=goal,
        trials=10,
    )


def scene_of(sweep: Sweep, trials: Sequence[Trial] = TRIALS, chosen: tuple[int, ...] = ()) -> Scene:
    """Return what a view is handed."""
    labels = {each.path: str(setting_label(each.path)) for each in sweep.plan.ranges}
    return Scene(sweep, tuple(trials), best_of(sweep.plan, trials), chosen, labels)


@pytest.fixture
def sweep(small: Experiment) -> Sweep:
    """A sweep on disk that has not begun."""
    return SweepLibrary().create(plan_of(experiment=small), "Learning rate × Batch size")


@pytest.fixture
def tried(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> Sweep:
    """The same, with trials."""
    monkeypatch.setattr(Sweep, "trials", lambda _sweep: TRIALS)
    return sweep


@pytest.fixture
def station(qtbot: QtBot, bench: Workbench) -> Iterator[SweepStation]:
    """The station in a window, what is on disk read."""
    with shown(SweepStation, bench) as made:
        qtbot.waitUntil(lambda: made.page.catalogue.is_read and not made.page.catalogue.busy, timeout=20_000)
        yield made
