"""What a run has told so far, as columns: by step, by epoch, and the marks on it; without torch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from engine.training.events import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    StepsDone,
    ThreadsChanged,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.manner import Manner
from engine.training.outcome import Measured
from engine.training.records import Records
from engine.training.series import Column, Series, smooth
from engine.training.thread_course import going_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.training.thread_course import ThreadCourse

__all__ = ["EPOCH_SERIES", "STEP_SERIES", "History", "smooth"]

STEP_SERIES = ("loss", "accuracy", "learning_rate")
EPOCH_SERIES = ("train_loss", "train_accuracy", "validation_loss", "validation_accuracy", "robust_accuracy")
STEP_HEADER = ("step", *STEP_SERIES)
TABLE_HEADER = (*STEP_HEADER, "epoch", *EPOCH_SERIES)
USUAL_SMOOTHING = 0.9  # of the curves by step, as long as nobody wants another
TABLE_BLOCK = 10_000  # rows that are made at once: a column of Python's numbers takes eight times its room


class History:
    """Folds events into growing columns; a million steps take some 20 MB.

    Series by step are named ``loss``, ``accuracy``, ``learning_rate``; by epoch ``train_loss``, ``train_accuracy``,
    ``validation_loss``, ``validation_accuracy``, where NaN stands for no validation, and ``robust_accuracy``, where it
    stands for no adversary.

    Attributes:
        started: What was told when the run started, or None before.
        marks: The changes of the learning rate by hand, in order.
        thread_course: How many threads did the steps, from which on.
        reason: Why the run ended, or None while it has not.
        message: What was said at its end.
        kept_epoch: The epoch whose weights it ended with, where these are not the last ones; 0 where they are.
        seconds: Seconds spent in training so far, pauses left out.
        version: Grows with every change; whoever draws can see whether there is something new.
    """

    def __init__(self) -> None:
        self.started: TrainingStarted | None = None
        self.marks: list[LearningRateChanged] = []
        self.thread_course: ThreadCourse = ()
        self.reason: FinishReason | None = None
        self.message = ""
        self.kept_epoch = 0
        self.seconds = 0.0
        self.version = 0
        self._steps = Column("int32")  # long before its end, losses alone would fill the memory
        self._epoch_steps = Column("int64")
        self._epochs, self._epoch_seconds = Column("int64"), Column("float64")
        self._epoch_budget = Column("float64")
        self._marked = Column("int64")  # places of the epochs marked best
        self._records = {
            "validation_loss": Records(lowest=True),
            "validation_accuracy": Records(),
            "robust_accuracy": Records(),
        }
        self._series = {name: Series(self._steps) for name in STEP_SERIES}
        self._series |= {name: Series(self._epoch_steps) for name in EPOCH_SERIES}

    def add(self, event: object) -> None:
        """Take an event in; those that leave no trace in a history, such as snapshots, are passed over."""
        if isinstance(event, StepsDone):
            self._add_steps(event)
        elif isinstance(event, EpochDone):
            self._add_epoch(event)
        elif isinstance(event, LearningRateChanged):
            self.marks.append(event)
        elif isinstance(event, ThreadsChanged):
            self.thread_course = going_on(self.thread_course, event.step, event.new)
        elif isinstance(event, TrainingStarted):
            self.started = event
            self.thread_course = going_on(self.thread_course, event.first_step + 1, event.threads)
            self.reason, self.message, self.kept_epoch = None, "", 0
            self._forget_after(event.first_step, event.learning_rate)
        elif isinstance(event, TrainingFinished):
            self.reason, self.message, self.seconds = event.reason, event.message, event.seconds
            self.kept_epoch = event.kept_epoch
        else:
            return
        self.version += 1

    @property
    def manner(self) -> Manner:
        """How the run was done, so that it can be done again."""
        return Manner(self.thread_course, "" if self.started is None else self.started.precision)

    def __len__(self) -> int:
        """How many steps are in it."""
        return len(self._steps)

    # By step

    @property
    def steps(self) -> NDArray[np.int32]:
        """Number of each step, counted from 1, ``(steps,)``."""
        return cast("NDArray[np.int32]", self._steps.values)

    @property
    def losses(self) -> NDArray[np.float32]:
        """Mean loss of each step's batch, ``(steps,)``."""
        return self.series("loss")

    # By epoch

    @property
    def epochs(self) -> NDArray[np.int64]:
        """Number of each finished epoch, counted from 1, ``(epochs,)``."""
        return cast("NDArray[np.int64]", self._epochs.values)

    @property
    def epoch_steps(self) -> NDArray[np.int64]:
        """Number of each epoch's last step, ``(epochs,)``."""
        return cast("NDArray[np.int64]", self._epoch_steps.values)

    @property
    def epoch_seconds(self) -> NDArray[np.float64]:
        """Seconds of training until each epoch's end, pauses left out, ``(epochs,)``."""
        return cast("NDArray[np.float64]", self._epoch_seconds.values)

    @property
    def train_losses(self) -> NDArray[np.float32]:
        """Mean training loss of each epoch, ``(epochs,)``."""
        return self.series("train_loss")

    @property
    def train_accuracies(self) -> NDArray[np.float32]:
        """Training accuracy of each epoch, ``(epochs,)``."""
        return self.series("train_accuracy")

    @property
    def validation_losses(self) -> NDArray[np.float32]:
        """Validation loss after each epoch, ``(epochs,)``, NaN without validation."""
        return self.series("validation_loss")

    @property
    def validation_accuracies(self) -> NDArray[np.float32]:
        """Validation accuracy after each epoch, ``(epochs,)``, NaN without validation."""
        return self.series("validation_accuracy")

    @property
    def privacy_spent(self) -> NDArray[np.float64]:
        """What a private training had spent after each epoch, ε, ``(epochs,)``; NaN of one that is not private."""
        return cast("NDArray[np.float64]", self._epoch_budget.values)

    @property
    def robust_accuracies(self) -> NDArray[np.float32]:
        """Accuracy on attacked validation images after each epoch, ``(epochs,)``, NaN without an adversary."""
        return self.series("robust_accuracy")

    @property
    def best_epoch(self) -> int:
        """Number of the best epoch, counted from 1; 0 while there is none."""
        return int(self.epochs[int(self._marked.last)]) if len(self._marked) else 0

    def best_place(self, name: str, count: int | None = None) -> int | None:
        """Return at which epoch a series was best: the lowest loss or the highest accuracy, the first of equal ones.

        Args:
            name: ``validation_loss``, ``validation_accuracy`` or ``robust_accuracy``.
            count: Among how many epochs from the first on; None for all.

        Returns:
            Its place in the series, counted from 0; None where none of them has a finite value.

        Raises:
            KeyError: If there is no such series.
        """
        return self._records[name].best(count)

    def ended(self) -> TrainingFinished | None:
        """Return how the run ended, without its weights; None while it has not."""
        if self.reason is None:
            return None
        kept = self.epoch_steps[self.epochs == self.kept_epoch]
        return TrainingFinished(
            reason=self.reason,
            step=int(self.steps[-1]) if len(self) else 0,
            epoch=int(self.epochs[-1]) if len(self.epochs) else 0,
            seconds=self.seconds,
            state={},
            message=self.message,
            best_epoch=self.best_epoch,
            kept_epoch=self.kept_epoch if len(kept) else 0,
            kept_step=int(kept[-1]) if len(kept) else 0,
        )

    def measured_after(self, step: int) -> Measured | None:
        """Return how the weights after a step did on the validation images; None where that was not measured."""
        accuracies = self.validation_accuracies[self.epoch_steps == step]
        if self.started is None or not len(accuracies) or not np.isfinite(accuracies[-1]):
            return None
        return Measured(float(accuracies[-1]), self.started.validation_count)

    # Any of them

    def series(self, name: str) -> NDArray[np.float32]:
        """Return all values of a series, a read-only view.

        Raises:
            KeyError: If there is no such series.
        """
        return self._series[name].values

    def display_series(
        self,
        name: str,
        x0: float = -math.inf,
        x1: float = math.inf,
        width: int = 1000,
        *,
        smoothing: float = 0.0,
    ) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Return what a plot needs of a series; its cost does not grow with the length of the run.

        Args:
            name: Which series.
            x0: Leftmost step in sight.
            x1: Rightmost step in sight.
            width: Width of the plot in pixels.
            smoothing: Weight of the past in a running average, 0 to below 1; 0 for none.

        Returns:
            Steps ``(K,)`` and values ``(K,)``, K at most four times ``width``; empty where there is nothing to show.

        Raises:
            KeyError: If there is no such series.
        """
        x, y = self._series[name].display(x0, x1, width, smoothing)
        there = np.isfinite(y)
        return (x, y) if there.all() else (x[there], y[there])

    def prepare(self, smoothing: float = USUAL_SMOOTHING) -> None:
        """Work out beforehand what the first drawing of a long run would take long for.

        Args:
            smoothing: With which the curves by step will be drawn.
        """
        for name in (*STEP_SERIES, *EPOCH_SERIES):
            self.display_series(name)
            if name in STEP_SERIES:
                self.display_series(name, smoothing=smoothing)

    def table_steps(self) -> NDArray[np.int64]:
        """Return the steps of the rows of its table: all, and the last of an epoch whose steps are not here."""
        steps, ends = self.steps.astype(np.int64), self.epoch_steps
        # The steps rise: to sort a million of them and of the ends again takes a second and more.
        is_here = np.append(steps, -1)[np.searchsorted(steps, ends)] == ends
        missing = np.unique(ends[~is_here])  # as a file from elsewhere may have an end twice
        return np.insert(steps, np.searchsorted(steps, missing), missing)

    def table_rows(self) -> Iterator[tuple[int | float | None, ...]]:
        """Return all of it as one table, in the order of ``TABLE_HEADER``; None where there is no figure.

        A row a step, the epoch's figures in the row of its last step.
        """
        steps = self.table_steps()
        columns: list[tuple[NDArray[Any], NDArray[Any]]] = [
            *((self.steps, self.series(name)) for name in STEP_SERIES),
            (self.epoch_steps, self.epochs),
            *((self.epoch_steps, self.series(name)) for name in EPOCH_SERIES),
        ]
        for start in range(0, len(steps), TABLE_BLOCK):
            block = steps[start : start + TABLE_BLOCK]
            cells = [_cells(block, at, values) for at, values in columns]
            for name, column in zip(TABLE_HEADER[1:], cells, strict=True):
                if name.startswith(("validation", "robust")):  # NaN stands for figures that were not measured
                    column[:] = [None if value is None or value != value else value for value in column]
            yield from zip(block.tolist(), *cells, strict=True)

    def _add_steps(self, event: StepsDone) -> None:
        if len(self._steps) and event.first_step <= self.steps[-1]:
            self._forget_after(event.first_step - 1)
        self._steps.extend(np.arange(event.first_step, event.last_step + 1))
        self._series["loss"].extend(event.losses)
        self._series["accuracy"].extend(event.accuracies)
        self._series["learning_rate"].extend(event.learning_rates)
        self.seconds = max(self.seconds, event.seconds)

    def _add_epoch(self, event: EpochDone) -> None:
        place = len(self._epochs)
        self._epochs.append(event.epoch)
        self._epoch_steps.append(event.step)
        self._epoch_seconds.append(event.seconds)
        self._epoch_budget.append(np.nan if event.privacy_spent is None else event.privacy_spent)
        if event.best:
            self._marked.append(place)
        for name in EPOCH_SERIES:
            value: float | None = getattr(event, name)
            series = self._series[name]
            series.append(np.nan if value is None else value)
            if name in self._records:
                self._records[name].note(place, series.last)
        self.seconds = max(self.seconds, event.seconds)

    def _forget_after(self, step: int, learning_rate: float | None = None) -> None:
        """Drop what came after ``step``: a run resumed from there tells it again.

        A change of the learning rate right there stays if the run goes on with the rate it brought.
        """
        if len(self._steps) and self.steps[-1] > step:
            steps = int(np.searchsorted(self.steps, step, "right"))
            self._steps.truncate(steps)
            for name in STEP_SERIES:
                self._series[name].truncate(steps)
        if len(self._epoch_steps) and self.epoch_steps[-1] > step:
            epochs = int(np.searchsorted(self.epoch_steps, step, "right"))
            for name in EPOCH_SERIES:
                self._series[name].truncate(epochs)
            for column in (self._epoch_steps, self._epochs, self._epoch_seconds, self._epoch_budget):
                column.truncate(epochs)
            self._marked.truncate(int(np.searchsorted(self._marked.values, epochs, "left")))
            for records in self._records.values():
                records.truncate(epochs)
        there: list[LearningRateChanged] = []
        while self.marks and self.marks[-1].step > step:
            there.append(self.marks.pop())
        kept = (mark for mark in there if mark.step == step + 1 and mark.new == learning_rate)
        self.marks += list(kept)[:1]  # the newest


def _cells(steps: NDArray[Any], at: NDArray[Any], values: NDArray[Any]) -> list[Any]:
    """Return the values of a column for some steps; None where there is none.

    Args:
        steps: ``(K,)``, rising.
        at: The steps that the column has, ``(N,)``, rising.
        values: ``(N,)``.
    """
    first, last = np.searchsorted(at, (steps[0], steps[-1] + 1))
    found: list[Any] = [None] * len(steps)
    places = np.searchsorted(steps, at[first:last]).tolist()
    for place, value in zip(places, values[first:last].tolist(), strict=True):
        found[place] = value
    return found
