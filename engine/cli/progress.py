"""How far a training is: a bar in a terminal, a plain line an epoch elsewhere, JSON for programs."""

from __future__ import annotations

import math
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from engine.choices import Precision
from engine.goals.registry import CLASSES
from engine.language import said
from engine.training.events import (
    EpochDone,
    LearningRateChanged,
    StepsDone,
    ThreadsChanged,
    TrainingStarted,
)
from engine.training.outcome import precision_sentence, threads_sentence
from engine.training.progress import RunProgress
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from rich.progress import Progress, ProgressColumn, TaskID

    from engine.cli.output import Output
    from engine.goals.goal import Goal
    from engine.training.events import TrainingEvent


LONG_SECONDS = 2.0


def percent(share: float) -> Phrase:
    """Return a share as a person reads it, such as ``97.5 %``; a dash where there is none."""
    return Phrase("–") if math.isnan(share) else Phrase("{share:.1%}", share=share)


class PreparationProgress:
    """What is done before training, such as a download: a bar in a terminal, elsewhere a line if it takes long.

    A context manager; call it as ``progress``.

    Args:
        output: Where to show it.
    """

    def __init__(self, output: Output) -> None:
        self._output = output
        self._words = ""
        self._since = 0.0
        self._said = False
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, words: str, share: float) -> None:
        """Show what is done, and which share of it; nan where that is not known."""
        words = said(words).rstrip(" .…。")
        if words != self._words:
            self._words, self._since, self._said = words, time.monotonic(), False
        if self._output.is_terminal:
            self._draw(share)
        elif not self._said and time.monotonic() - self._since > LONG_SECONDS:
            self._said = True
            self._output.line(Phrase("{what} …", what=words))

    def _draw(self, share: float) -> None:
        if self._bar is None:
            from rich.progress import TimeRemainingColumn

            self._bar = _bar(TimeRemainingColumn(compact=True))
            self._task = self._bar.add_task("", figures="")
            self._bar.start()
        assert self._task is not None, "a bar has its task"
        known = math.isfinite(share)
        self._bar.update(
            self._task,
            description=visible(self._words),
            total=1.0 if known else None,
            completed=share if known else 0.0,
        )


class TrainingProgress:
    """Shows the events of a training; a context manager, since a bar must be taken down again.

    Args:
        output: Where to show them.
        batch_size: Images in one step.
        goal: What the network gives: it says what its measure and its loss are called.
    """

    def __init__(self, output: Output, batch_size: int, goal: Goal = CLASSES) -> None:
        self._output = output
        self._batch_size, self._goal = batch_size, goal
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._progress = RunProgress(0, 0, 0, batch_size)
        self._validated = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, event: TrainingEvent) -> None:
        """Show one event."""
        if isinstance(event, TrainingStarted):
            self._start(event)
        elif isinstance(event, StepsDone):
            self._advance(event)
        elif isinstance(event, EpochDone):
            self._output.record(event="epoch", **asdict(event))
            if event.validation_accuracy is not None:
                self._validated = _validation(percent(event.validation_accuracy))
            self._line(self._epoch_line(event))
        elif isinstance(event, LearningRateChanged):
            self._output.record(event="learning_rate", **asdict(event))
        elif isinstance(event, ThreadsChanged):
            self._output.record(event="threads", **asdict(event))
            self._line(said(threads_sentence(event)))

    def _start(self, event: TrainingStarted) -> None:
        self._progress = RunProgress.begun(event, self._batch_size)
        self._output.record(event="started", **asdict(event))
        one = Phrase("1 thread")
        threads = one if event.threads == 1 else Phrase("{count} threads", count=event.threads)
        if event.ranks > 1:
            threads = Phrase("{ranks} processes with {threads} each", ranks=event.ranks, threads=threads)
        self._output.line(
            Phrase(
                "{train_count:,} training and {validation_count:,} validation examples, "
                "{parameters:,} parameters, {device}, {threads}",
                train_count=event.train_count,
                validation_count=event.validation_count,
                parameters=event.parameters,
                device=event.device
                if event.precision == Precision.FLOAT32
                else Phrase("{precision} on {device}", device=event.device, precision=event.precision),
                threads=threads,
            )
        )
        other_precision = precision_sentence(event)
        if other_precision is not None:
            self._output.warn(other_precision)
        if event.privacy_noise is not None:
            self._output.line(
                Phrase(
                    "Private: noise σ {noise:.3g}, at most ε {epsilon:g} is spent",
                    noise=event.privacy_noise,
                    epsilon=event.privacy_epsilon,
                )
                if event.privacy_epsilon
                else Phrase("Private: noise σ {noise:.3g}, without a limit", noise=event.privacy_noise)
            )
        if self._output.is_terminal:
            from rich.progress import TextColumn

            self._bar = _bar(TextColumn("{task.fields[left]}"))
            total, done = self._progress.total_steps, self._progress.step
            self._task = self._bar.add_task("", total=total, completed=done, figures="", left=_clock(None))
            self._bar.start()

    def _advance(self, event: StepsDone) -> None:
        if self._bar is not None and self._task is not None and len(event.losses):
            figures = (
                _loss(float(event.losses.mean()), self._goal),
                _accuracy(float(event.accuracies.mean()), self._goal),
                self._validated,
            )
            words = said(_epoch(str(event.epoch), self._progress.epochs))
            self._progress.update(event.last_step, event.seconds)
            left = _clock(self._progress.seconds_left)
            self._bar.update(
                self._task,
                completed=event.last_step,
                description=words,
                figures=_in_a_row(figures),
                left=left,
            )

    def _epoch_line(self, event: EpochDone) -> str:
        width = len(str(self._progress.epochs))
        parts = [
            _epoch(f"{event.epoch:{width}}", self._progress.epochs),
            _loss(event.train_loss, self._goal),
            _accuracy(event.train_accuracy, self._goal),
        ]
        if event.validation_loss is not None:
            parts.append(_validation(_figure(event.validation_loss, self._goal)))
        if event.validation_accuracy is not None:
            parts.append(percent(event.validation_accuracy))
        if event.privacy_spent is not None:
            parts.append(Phrase("ε {spent:.3g}", spent=event.privacy_spent))
        if event.robust_accuracy is not None:
            parts.append(Phrase("attacked {figure}", figure=percent(event.robust_accuracy)))
        parts.append(Phrase("{seconds:.1f} s", seconds=event.seconds))
        return _in_a_row(parts)

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(visible(text), highlight=False, markup=False, soft_wrap=True)
        else:
            self._output.line(text)


def _epoch(number: str, epochs: int) -> Phrase:
    return Phrase("Epoch {number}/{epochs}", number=number, epochs=epochs)


def _figure(loss: float, goal: Goal) -> str:
    """Return a loss as a person reads it: of a number it is in a unit of its own, and may be of any size."""
    return f"{loss:.4f}" if goal is CLASSES else f"{loss:.4g}"


def _loss(loss: float, goal: Goal) -> Phrase:
    return Phrase("loss {loss}", loss=_figure(loss, goal))


def _accuracy(accuracy: float, goal: Goal) -> Phrase:
    if goal is not CLASSES:
        return Phrase("{measure} {figure}", measure=goal.measure, figure=percent(float(accuracy)))
    return Phrase("accuracy {accuracy}", accuracy=percent(float(accuracy)))


def _validation(figure: str) -> Phrase:
    return Phrase("validation {figure}", figure=figure)


def _in_a_row(parts: Iterable[str]) -> str:
    """Return figures in the language spoken, two spaces between them, empty ones left out."""
    return "  ".join(said(part) for part in parts if part)


def _clock(seconds: float | None) -> str:
    """Return seconds as a clock shows them, such as ``02:05`` or ``1:00:00``."""
    if seconds is None:
        return "--:--"
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def _bar(time_left: ProgressColumn) -> Progress:
    from rich.progress import BarColumn, Progress, TextColumn

    return Progress(
        TextColumn("{task.description}", markup=False),  # it holds names of data sets and files
        BarColumn(),
        TextColumn("{task.fields[figures]}", markup=False),
        time_left,
        TextColumn(said(Phrase("left")), markup=False),
        transient=True,
        refresh_per_second=5,
    )
