"""How a sweep stands: what this window does counts more than what was read, and that in words."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from engine.sweep.library import SweepLibrary
from engine.sweep.sweep import SweepStatus, best_of
from gui.stations.sweep.runner import Doing
from gui.stations.sweep.standing import SweepStanding
from tests.gui.stations.sweep.conftest import TRIALS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from engine.sweep.sweep import Sweep

READ = SweepStatus.PAUSED


@pytest.fixture
def parts(sweep: Sweep, qtbot: QtBot) -> tuple[Any, Any]:
    """What a catalogue has read of a sweep of ten trials, and a crew that does nothing."""
    (summary,) = SweepLibrary().sweeps()
    catalogue = SimpleNamespace(
        sweep=sweep,
        trials=TRIALS,
        best=best_of(sweep.plan, TRIALS),
        summaries=(replace(summary, status=READ), replace(summary, id="other", status=READ)),
    )
    return catalogue, SimpleNamespace(doing=Doing.NOTHING, sweep="", remaining=lambda ended, budget: None)


@pytest.mark.parametrize(
    ("doing", "status", "told"),
    [
        (Doing.NOTHING, READ, "It waits to be gone on with."),
        (Doing.RUNNING, SweepStatus.RUNNING, ""),
        (Doing.PAUSED, SweepStatus.PAUSED, "Paused: the trials are held where they are."),
        (Doing.ENDING, SweepStatus.RUNNING, "Ending …"),
    ],
)
def test_what_this_window_does_counts_more_than_what_was_read(
    parts: tuple[Any, Any], doing: Doing, status: SweepStatus, told: str
) -> None:
    catalogue, runner = parts
    runner.sweep, runner.doing = catalogue.sweep.id, doing
    standing = SweepStanding(catalogue, runner)
    assert standing.doing() is doing
    assert standing.status() is status
    assert [item.status for item in standing.summaries()] == [status, READ]
    assert standing.words().startswith("Trials that have ended: 5 of 10. Failed: 1. Best so far: trial 2, ")
    assert standing.words().endswith(f"validation accuracy 97.00\u00a0%. {told}".rstrip())
    assert standing.share() == 0.5


def test_what_is_over_has_a_best_and_none_so_far(parts: tuple[Any, Any]) -> None:
    catalogue, runner = parts
    catalogue.summaries = (replace(catalogue.summaries[0], status=SweepStatus.DONE),)
    told = SweepStanding(catalogue, runner).words()
    assert told.endswith("Failed: 1. Best: trial 2, validation accuracy 97.00\u00a0%.")


def test_a_crew_at_another_sweep_is_none_of_this_one(parts: tuple[Any, Any]) -> None:
    catalogue, runner = parts
    runner.sweep, runner.doing = "other", Doing.RUNNING
    standing = SweepStanding(catalogue, runner)
    assert standing.doing() is Doing.NOTHING
    assert standing.status() is READ
    assert [item.status for item in standing.summaries()] == [READ, SweepStatus.RUNNING]


def test_without_a_budget_the_bar_is_full_when_it_is_over_and_without_a_sweep_nothing_is_said(
    parts: tuple[Any, Any],
) -> None:
    catalogue, runner = parts
    plan = replace(catalogue.sweep.plan, trials=0, minutes=5.0)
    catalogue.sweep = SimpleNamespace(id=catalogue.sweep.id, plan=plan)
    standing = SweepStanding(catalogue, runner)
    assert standing.share() == 1.0
    assert standing.words().startswith("Trials that have ended: 5. ")
    runner.sweep, runner.doing = catalogue.sweep.id, Doing.RUNNING
    assert standing.share() is None
    runner.remaining = lambda ended, budget: 90.0 if (ended, budget) == (5, 0) else None
    assert "At the pace so far: " in standing.words()
    catalogue.sweep = None
    assert (standing.status(), standing.words(), standing.share()) == (None, "", None)
