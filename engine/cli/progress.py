"""How far a training is: a bar in a terminal, a plain line an epoch elsewhere, JSON for programs."""

from __future__ import annotations

import math
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from engine.training.events import EpochDone, LearningRateChanged, StepsDone, TrainingStarted

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

    from engine.cli.output import Output
    from engine.training.events import TrainingEvent


LONG_SECONDS = 2.0


def percent(share: float) -> str:
    """Return a share as a person reads it, such as ``97.5 %``; a dash where there is none."""
    return "–" if math.isnan(share) else f"{100 * share:.1f}\u00a0%"


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
        words = words.rstrip(" .…")
        if words != self._words:
            self._words, self._since, self._said = words, time.monotonic(), False
        if self._output.is_terminal:
            self._draw(share)
        elif not self._said and time.monotonic() - self._since > LONG_SECONDS:
            self._said = True
            self._output.line(f"{words} …")

    def _draw(self, share: float) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._task = self._bar.add_task("", figures="")
            self._bar.start()
        assert self._task is not None, "a bar has its task"
        known = math.isfinite(share)
        self._bar.update(
            self._task,
            description=self._words,
            total=1.0 if known else None,
            completed=share if known else 0.0,
        )


class TrainingProgress:
    """Shows the events of a training; a context manager, since a bar must be taken down again.

    Args:
        output: Where to show them.
    """

    def __init__(self, output: Output) -> None:
        self._output = output
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._epochs = 0
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
                self._validated = f"  validation {percent(event.validation_accuracy)}"
            self._line(self._epoch_line(event))
        elif isinstance(event, LearningRateChanged):
            self._output.record(event="learning_rate", **asdict(event))

    def _start(self, event: TrainingStarted) -> None:
        self._epochs = event.epochs
        self._output.record(event="started", **asdict(event))
        threads = "1 thread" if event.threads == 1 else f"{event.threads} threads"
        self._output.line(
            f"{event.train_count:,} training and {event.validation_count:,} validation images, "
            f"{event.parameters:,} parameters, {event.device}, {threads}"
        )
        if self._output.is_terminal:
            self._bar = _bar()
            total = event.epochs * event.steps_per_epoch
            self._task = self._bar.add_task("", total=total, completed=event.first_step, figures="")
            self._bar.start()

    def _advance(self, event: StepsDone) -> None:
        if self._bar is not None and self._task is not None and len(event.losses):
            figures = f"loss {event.losses.mean():.4f}  accuracy {percent(float(event.accuracies.mean()))}"
            figures += self._validated
            words = f"Epoch {event.epoch}/{self._epochs}"
            self._bar.update(self._task, completed=event.last_step, description=words, figures=figures)

    def _epoch_line(self, event: EpochDone) -> str:
        width = len(str(self._epochs))
        parts = [
            f"Epoch {event.epoch:{width}}/{self._epochs}",
            f"loss {event.train_loss:.4f}",
            f"accuracy {percent(event.train_accuracy)}",
        ]
        if event.validation_loss is not None:
            parts.append(f"validation {event.validation_loss:.4f}")
        if event.validation_accuracy is not None:
            parts.append(percent(event.validation_accuracy))
        parts.append(f"{event.seconds:.1f} s")
        return "  ".join(parts)

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.console.print(text, highlight=False, markup=False, soft_wrap=True)
        else:
            self._output.line(text)


def _bar() -> Progress:
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[figures]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
        transient=True,
        refresh_per_second=5,
    )
