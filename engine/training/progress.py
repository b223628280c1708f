"""How far a run under way is, how fast it goes and how long it will take, for window and command line alike."""

from __future__ import annotations

from collections import deque
from dataclasses import field
from typing import TYPE_CHECKING, Self

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.training.events import TrainingStarted

WINDOW_SECONDS = 4.0


@dataclass(slots=True, eq=False)
class RunProgress:
    """Folds the steps of a run into share, speed and time left.

    Attributes:
        total_steps: Steps planned.
        steps_per_epoch: Steps in one epoch.
        epochs: Epochs planned.
        batch_size: Images in one step.
        step: Steps done.
        seconds: Seconds of training so far, pauses left out.
    """

    total_steps: int
    steps_per_epoch: int
    epochs: int
    batch_size: int
    step: int = 0
    seconds: float = 0.0
    _recent: deque[tuple[float, int]] = field(default_factory=deque)

    @classmethod
    def begun(cls, event: TrainingStarted, batch_size: int, seconds: float = 0.0) -> Self:
        """Return how far a run is before its first step.

        Args:
            event: What training told of it.
            batch_size: Images in one step, if there are as many.
            seconds: Seconds of training before, where it is gone on with.
        """
        total, batch_size = event.epochs * event.steps_per_epoch, min(batch_size, event.train_count)
        return cls(total, event.steps_per_epoch, event.epochs, batch_size, event.first_step, seconds)

    def update(self, step: int, seconds: float) -> None:
        """Note that ``step`` steps were done after ``seconds`` of training."""
        self.step, self.seconds = step, seconds
        self._recent.append((seconds, step))
        while len(self._recent) > 2 and seconds - self._recent[0][0] > WINDOW_SECONDS:
            self._recent.popleft()

    @property
    def share(self) -> float:
        """Share of the run that is done, 0 to 1."""
        return min(1.0, self.step / self.total_steps) if self.total_steps else 0.0

    @property
    def epoch(self) -> int:
        """The epoch under way, counted from 1."""
        return min(self.epochs, self.step // self.steps_per_epoch + 1) if self.steps_per_epoch else 1

    @property
    def images_per_second(self) -> float | None:
        """Training images a second over the last seconds, or None while that is unknown."""
        rate = self._steps_per_second()
        return None if rate is None else rate * self.batch_size

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the run is done at the present speed, or None while that is unknown."""
        rate = self._steps_per_second()
        return None if rate is None else (self.total_steps - self.step) / rate

    def _steps_per_second(self) -> float | None:
        if len(self._recent) < 2:
            return None
        (first_seconds, first_step), (last_seconds, last_step) = self._recent[0], self._recent[-1]
        if last_seconds <= first_seconds or last_step <= first_step:
            return None
        return (last_step - first_step) / (last_seconds - first_seconds)
