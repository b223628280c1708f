"""The history of a run: columns, resuming, and what a plot is given."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from engine.training import series as series_module
from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.history import TABLE_HEADER, History, smooth
from engine.training.series import Column


def steps(first: int, values: np.ndarray | list[float], epoch: int = 1) -> StepsDone:
    losses = np.asarray(values, np.float32)
    return StepsDone(first, losses, losses / 2, losses / 4, epoch, seconds=float(first))


def epoch(number: int, step: int, validation: float | None = 0.5, *, best: bool = True) -> EpochDone:
    return EpochDone(number, step, 1.0, 0.75, validation, validation, 0.1, float(number), best)


def test_events_become_columns() -> None:
    history = History()
    history.add(TrainingStarted(2, 3, 30, 5, 100, "cpu", 1))
    history.add(steps(1, [4, 2]))
    history.add(LearningRateChanged(3, 0.1, 0.2))
    history.add(steps(3, [1]))
    history.add(epoch(1, 3))
    history.add(epoch(2, 6, None, best=False))
    history.add(TrainingFinished(FinishReason.STOPPED, 6, 2, 9.0, {}, "Well."))
    assert history.steps.tolist() == [1, 2, 3]
    assert history.losses.tolist() == [4, 2, 1]
    assert history.series("accuracy").tolist() == [2, 1, 0.5]
    assert history.series("learning_rate").tolist() == [1, 0.5, 0.25]
    assert history.epochs.tolist() == [1, 2]
    assert history.epoch_steps.tolist() == [3, 6]
    assert history.validation_losses[0] == 0.5
    assert np.isnan(history.validation_losses[1])
    assert history.best_epoch == 1
    assert [mark.step for mark in history.marks] == [3]
    assert (history.reason, history.message, history.seconds) == (FinishReason.STOPPED, "Well.", 9.0)


def test_what_leaves_no_trace_changes_nothing() -> None:
    history = History()
    history.add(ModelSnapshot(0, 0, {}))
    assert history.version == 0
    history.add(steps(1, [1]))
    assert history.version == 1


def test_what_a_network_withstands_is_a_column_and_an_empty_cell_without_an_adversary() -> None:
    history = History()
    history.add(epoch(1, 1))
    history.add(replace(epoch(2, 2), robust_accuracy=0.25))
    place = TABLE_HEADER.index("robust_accuracy")
    assert [row[place] for row in history.table_rows()] == [None, 0.25]
    assert history.robust_accuracies[1] == 0.25
    history.add(TrainingStarted(2, 1, 1, 1, 1, "cpu", 1, first_step=1))
    assert len(history.robust_accuracies) == 1


def test_views_cannot_be_written_and_stay_as_they_were() -> None:
    history = History()
    history.add(steps(1, [4, 2]))
    view = history.losses
    history.add(steps(3, np.arange(1000)))
    assert view.tolist() == [4, 2]
    with pytest.raises(ValueError, match="read-only"):
        view[0] = 1


def test_a_resumed_run_takes_the_place_of_what_it_repeats() -> None:
    history = History()
    history.add(steps(1, range(1, 101)))
    history.add(epoch(1, 50))
    history.add(epoch(2, 100))
    history.add(LearningRateChanged(80, 0.1, 0.2))
    history.add(TrainingStarted(3, 50, 1, 1, 1, "cpu", 1, first_step=60))
    assert history.steps[-1] == 60
    assert history.epochs.tolist() == [1]
    assert history.marks == []
    history.add(steps(61, [7]))
    assert history.losses[-2:].tolist() == [60, 7]
    assert history.display_series("loss")[1][-1] == 7


@pytest.mark.parametrize(
    ("x0", "x1"), [(-np.inf, np.inf), (1234.5, 98_765), (40_000, 40_100), (-5, 0), (2e5, 3e5)]
)
@pytest.mark.parametrize("width", [1, 7, 300, 1000])
def test_a_plot_gets_few_points_and_loses_no_peak(x0: float, x1: float, width: int) -> None:
    values = np.random.default_rng(0).standard_normal(100_000).astype(np.float32)
    history = History()
    for start in range(0, len(values), 777):  # pieces that no block ends with
        history.add(steps(start + 1, values[start : start + 777]))
    x, y = history.display_series("loss", x0, x1, width)
    number = np.arange(1, len(values) + 1)
    first = max(0, np.searchsorted(number, x0) - 1)
    shown = values[first : np.searchsorted(number, x1, "right") + 1]
    assert len(x) == len(y) <= 4 * width + 4
    assert np.all(np.diff(x) >= 0)
    assert (y.min(), y.max()) == (shown.min(), shown.max())
    assert x[0] == number[first]


def test_few_points_are_shown_as_they_are() -> None:
    history = History()
    history.add(steps(11, [3, 1, 2]))
    x, y = history.display_series("loss", width=2)
    assert x.tolist() == [11, 12, 13]
    assert y.tolist() == [3, 1, 2]


def test_without_validation_there_is_nothing_to_show() -> None:
    history = History()
    history.add(epoch(1, 5, None))
    assert len(history.display_series("validation_loss")[0]) == 0
    assert len(history.display_series("train_loss")[0]) == 1


def test_nothing_yet_is_an_empty_plot() -> None:
    x, y = History().display_series("loss", smoothing=0.9)
    assert (len(x), len(y)) == (0, 0)


def test_smoothing_is_the_average_step_by_step() -> None:
    values = np.random.default_rng(2).random(3000)
    expected, average = [], 0.0
    for count, value in enumerate(values, start=1):
        average = 0.98 * average + 0.02 * value
        expected.append(average / (1 - 0.98**count))
    whole, _ = smooth(values, 0.98)
    head, carry = smooth(values[:123], 0.98)
    tail, _ = smooth(values[123:], 0.98, carry=carry, count=123)
    np.testing.assert_allclose(whole, expected, rtol=1e-6)
    np.testing.assert_allclose(np.concatenate([head, tail]), expected, rtol=1e-6)


def test_smoothed_display_follows_a_growing_run() -> None:
    values = np.random.default_rng(3).random(500).astype(np.float32)
    history = History()
    for start in range(0, 500, 50):
        history.add(steps(start + 1, values[start : start + 50]))
        shown = history.display_series("loss", smoothing=0.9)[1]
    np.testing.assert_allclose(shown, smooth(values, 0.9)[0], rtol=1e-6)


def test_history_needs_no_torch() -> None:
    code = "import sys, engine.training.history, engine.training; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_the_best_of_a_run_is_known_without_looking_at_all_of_it() -> None:
    history = History()
    for number, (unseen, is_best) in enumerate(
        [(0.8, True), (0.4, True), (0.5, False), (0.3, True)], start=1
    ):
        history.add(
            EpochDone(number, number, 0.5, 0.9, unseen, 1 - unseen, 0.1, 1.0, is_best, robust_accuracy=0.2)
        )
    assert [history.best_place("validation_loss", count) for count in (0, 1, 3, None)] == [None, 0, 1, 3]
    assert history.best_place("validation_accuracy") == 3
    assert history.best_place("robust_accuracy") == 0
    assert history.best_epoch == 4
    history.add(TrainingStarted(9, 1, 60, 6, 100, "cpu", 1, first_step=3))  # gone on with from there
    assert (history.best_epoch, history.best_place("validation_loss")) == (2, 1)


def test_rows_of_its_table_are_all_steps_and_ends_of_epochs_without_theirs() -> None:
    history = History()
    assert history.table_steps().tolist() == []
    history.add(epoch(1, 3))
    assert history.table_steps().tolist() == [3]
    history.add(steps(5, [1, 1, 1]))
    history.add(epoch(2, 6))
    history.add(epoch(3, 9))
    assert history.table_steps().tolist() == [3, 5, 6, 7, 9]
    assert [row[0] for row in history.table_rows()] == [3, 5, 6, 7, 9]
    assert history.table_steps().dtype == np.int64


def test_ends_of_epochs_that_a_file_has_twice_are_a_row_each() -> None:
    history = History()
    for number, step in enumerate((10, 20, 20, 10), 1):
        history.add(epoch(number, step))
    assert history.table_steps().tolist() == [10, 20]


def test_what_is_prepared_is_drawn_without_another_look_at_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    history = History()
    history.add(steps(1, np.linspace(2, 1, 5000)))
    expected = history.display_series("loss", width=100, smoothing=0.9)[1]
    again = History()
    again.add(steps(1, np.linspace(2, 1, 5000)))
    again.prepare()
    smoothed, built = [], []
    grown = Column.extend

    def extend(column: Column, values: np.ndarray) -> None:
        built.append(len(values))
        grown(column, values)

    monkeypatch.setattr(series_module, "smooth", lambda *args, **_options: smoothed.append(args))
    monkeypatch.setattr(Column, "extend", extend)
    np.testing.assert_array_equal(again.display_series("loss", width=100, smoothing=0.9)[1], expected)
    again.display_series("loss", width=100)
    assert smoothed == []
    assert built == []
