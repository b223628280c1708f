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

    The loop asks between stretches of a few steps. A new control lets training run.

    Attributes:
        checkpoints_at_rest: Whether the run publishes a ``CheckpointTaken`` whenever it is held.
        traces_steps: Whether a step that is asked for alone is told with all its numbers, as a ``StepTraced``.
    """

    def __init__(self) -> None:
        self.checkpoints_at_rest = False
        self.traces_steps = False
        self._changed = threading.Condition()
        self._paused = False
        self._waiting = False
        self._stopped = False
        self._suspended = False
        self._mode = StepMode.RUN
        self._learning_rate: float | None = None
        self._checkpoint_wanted = False

    @property
    def stopped(self) -> bool:
        """Whether stop was asked for."""
        return self._stopped

    @property
    def suspended(self) -> bool:
        """Whether the run was asked to end for now only."""
        return self._suspended

    @property
    def paused(self) -> bool:
        """Whether training is held before its next step."""
        return self._paused

    @property
    def held(self) -> bool:
        """Whether training has come to rest before its next step, everything before it told."""
        return self._waiting and self._paused

    def stop(self) -> None:
        """Let the run end after the stretch of steps under way, keeping the model."""
        with self._changed:
            self._stopped = True
            self._paused = False
            self._changed.notify_all()

    def suspend(self) -> None:
        """Let the run end after the stretch of steps under way, to be gone on with later; an earlier stop stays one."""
        with self._changed:
            self._suspended |= not self._stopped  # asked for twice, it stays what it was
        self.stop()

    def pause(self) -> None:
        """Hold the run after the stretch of steps under way, a thirtieth of a second at most where steps are short."""
        with self._changed:
            self._paused = not self._stopped

    def resume(self) -> None:
        """Let a held run go on."""
        self._advance(StepMode.RUN)

    def step_batch(self) -> None:
        """Let the run do one step, then hold it."""
        self._advance(StepMode.BATCH)

    def step_epoch(self) -> None:
        """Let the run go on to the end of its epoch, then hold it."""
        self._advance(StepMode.EPOCH)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another base learning rate after the stretch of steps under way."""
        with self._changed:
            self._learning_rate = learning_rate
            self._changed.notify_all()

    def request_checkpoint(self) -> None:
        """Have the run publish a ``CheckpointTaken`` after the stretch of steps under way; also while it is held."""
        with self._changed:
            self._checkpoint_wanted = True
            self._changed.notify_all()

    # For the loop

    @property
    def attention_wanted(self) -> bool:
        """For the loop: whether anything at all is to be heeded before the next step."""
        return self._paused or self._stopped or self._has_request()

    @property
    def single_step(self) -> bool:
        """For the loop: whether it is to hold after the next step."""
        return self._mode is StepMode.BATCH

    def take_learning_rate(self) -> float | None:
        """For the loop: the learning rate asked for since the last call, or None."""
        with self._changed:
            learning_rate, self._learning_rate = self._learning_rate, None
            return learning_rate

    def take_checkpoint_request(self) -> bool:
        """For the loop: whether a checkpoint was asked for since the last call."""
        with self._changed:
            wanted, self._checkpoint_wanted = self._checkpoint_wanted, False
            return wanted

    def step_done(self, *, epoch_ended: bool) -> None:
        """For the loop: a step is done; hold the run if it was asked to go just that far."""
        if self._mode is StepMode.RUN:
            return
        with self._changed:
            if epoch_ended or self._mode is StepMode.BATCH:
                self._mode = StepMode.RUN
                self._paused = not self._stopped

    def wait(self) -> None:
        """For the loop: return once training may go on, shall stop, or something else is asked of it."""
        with self._changed:
            self._waiting = True
            self._changed.wait_for(lambda: not self._paused or self._has_request())
            self._waiting = False

    def _has_request(self) -> bool:
        return self._learning_rate is not None or self._checkpoint_wanted

    def _advance(self, mode: StepMode) -> None:
        with self._changed:
            self._mode = mode
            self._paused = False
            self._changed.notify_all()
