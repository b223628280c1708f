"""How training is steered from outside while it runs."""

from __future__ import annotations

import threading
from enum import StrEnum


class StepMode(StrEnum):
    """How far training goes before it pauses by itself."""

    RUN = "run"
    BATCH = "batch"
    EPOCH = "epoch"


class TrainingControl:
    """Stop, pause and step a run; safe to call from any thread, acknowledged at once.

    The loop asks before each step. A new control lets training run.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = threading.Event()
        self._running.set()
        self._mode = StepMode.RUN
        self._stopped = False
        self._learning_rate: float | None = None

    @property
    def stopped(self) -> bool:
        """Whether stop was asked for."""
        return self._stopped

    @property
    def paused(self) -> bool:
        """Whether training is held before its next step."""
        return not self._running.is_set()

    def stop(self) -> None:
        """Let the run end before its next step, keeping the model."""
        with self._lock:
            self._stopped = True
            self._running.set()

    def pause(self) -> None:
        """Hold the run before its next step."""
        with self._lock:
            if not self._stopped:
                self._running.clear()

    def resume(self) -> None:
        """Let a held run go on."""
        with self._lock:
            self._mode = StepMode.RUN
            self._running.set()

    def step_batch(self) -> None:
        """Let the run do one step, then hold it."""
        self._advance(StepMode.BATCH)

    def step_epoch(self) -> None:
        """Let the run go on to the end of its epoch, then hold it."""
        self._advance(StepMode.EPOCH)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another base learning rate from the next step on."""
        with self._lock:
            self._learning_rate = learning_rate

    def take_learning_rate(self) -> float | None:
        """For the loop: the learning rate asked for since the last call, or None."""
        if self._learning_rate is None:
            return None
        with self._lock:
            learning_rate, self._learning_rate = self._learning_rate, None
            return learning_rate

    def step_done(self, *, epoch_ended: bool) -> None:
        """For the loop: a step is done; hold the run if it was asked to go just that far."""
        if self._mode is StepMode.RUN:
            return
        with self._lock:
            if self._mode is StepMode.BATCH or (self._mode is StepMode.EPOCH and epoch_ended):
                self._mode = StepMode.RUN
                if not self._stopped:
                    self._running.clear()

    def wait(self) -> None:
        """For the loop: return once training may go on or shall stop."""
        self._running.wait()

    def _advance(self, mode: StepMode) -> None:
        with self._lock:
            self._mode = mode
            self._running.set()
