"""All that is needed to go on with a run as if it had never been interrupted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.choices import MOST, MOST_REAL, MOST_THREADS
from engine.records import dataclass
from engine.training.thread_course import is_course

if TYPE_CHECKING:
    from collections.abc import Iterator

    import torch
    from numpy.typing import NDArray

    from engine.training.thread_course import ThreadCourse

MOST_SECONDS = 1e10  # three hundred years


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A run between two steps; every array in it is a copy on the CPU that training no longer touches.

    Resumed with the same experiment, data, device and thread count, a run goes on to the bit as it would have.

    Attributes:
        step: Steps done.
        epoch: Epochs finished.
        position: Steps done in the epoch under way.
        steps_per_epoch: Steps in one epoch.
        seconds: Seconds spent in training, pauses left out.
        learning_rate: Base learning rate.
        model: The model's state dict.
        optimizer: The optimiser's tensors by name.
        order_state: State of the generator of the images' order before it drew the epoch under way.
        dropout_state: State of the generator of dropout.
        augmentation_state: State of the generator of augmentation.
        epoch_losses: ``(position,)`` float32, losses of the steps done in the epoch under way.
        epoch_correct: ``(position,)`` int64, how many images of those steps were right; float64 where these are sums
            of scores, each 1 at most.
        best_epoch: The best epoch so far, counted from 1; 0 for none.
        best_loss: Its loss, infinity for none.
        best_model: State dict after it, or None.
        threads: Processor threads that the next step uses, so that the run goes on to the bit; 0 leaves it open.
        noise_state: State of the generator of a private training's noise; None where there is none.
        noise: σ, how strong that noise is; 0 where there is none.
        adversary_state: State of the generator of the adversary's random beginnings; None without one.
        step_limit: Seconds of a step beyond which one thread takes over at the next epoch; 0 for never.
        threads_to_come: Where the run does another again, when its number of threads changes, and to what.
        precision: In which numbers the products of a step were done; earlier programs knew float32 alone.
        average: State dict with the mean of the weights so far; None where none is taken, or not yet.
        averaged: Of how many moments it is the mean.
    """

    step: int
    epoch: int
    position: int
    steps_per_epoch: int
    seconds: float
    learning_rate: float
    model: dict[str, torch.Tensor]
    optimizer: dict[str, torch.Tensor]
    order_state: torch.Tensor
    dropout_state: torch.Tensor
    augmentation_state: torch.Tensor
    epoch_losses: NDArray[np.float32]
    epoch_correct: NDArray[Any]
    best_epoch: int
    best_loss: float
    best_model: dict[str, torch.Tensor] | None
    threads: int = 0
    noise_state: torch.Tensor | None = None
    noise: float = 0.0
    adversary_state: torch.Tensor | None = None
    step_limit: float = 0.0
    threads_to_come: ThreadCourse = ()
    precision: str = "float32"
    average: dict[str, torch.Tensor] | None = None
    averaged: int = 0

    @property
    def contradictions(self) -> tuple[str, ...]:
        """The names of what cannot be so: numbers out of their range, or that others contradict; empty where all agree.

        A file may have been changed by hand or by chance, and training from such numbers would end in nonsense.
        """
        numbers = (self.step, self.epoch, self.position, self.steps_per_epoch, self.best_epoch)
        if not all(type(number) is int and 0 <= number <= MOST for number in numbers):
            return ("step",)
        return tuple(dict.fromkeys((*self._wrong_numbers(), *self._wrong_arrays())))

    def _wrong_numbers(self) -> Iterator[str]:
        if self.position >= self.steps_per_epoch:
            yield "position"
        if self.epoch + self.position > self.step:
            yield "step"
        if self.best_epoch > self.epoch or (self.best_epoch == 0) is not (self.best_model is None):
            yield "best_epoch"
        if not 0 <= self.seconds <= MOST_SECONDS:  # neither is it where it is no number
            yield "seconds"
        if not 0 < self.learning_rate <= MOST_REAL:
            yield "learning_rate"
        if not 0 <= self.noise <= MOST_REAL or (self.noise > 0) is (self.noise_state is None):
            yield "noise"
        if not 0 <= self.averaged <= self.step or (self.averaged == 0) is not (self.average is None):
            yield "average"
        if not 0 <= self.threads <= MOST_THREADS:
            yield "threads"
        if not 0 <= self.step_limit <= MOST_SECONDS:
            yield "step_limit"
        if not is_course(self.threads_to_come):
            yield "threads_to_come"
        if math.isnan(self.best_loss) or math.isfinite(self.best_loss) is not (self.best_epoch > 0):
            yield "best_loss"

    def _wrong_arrays(self) -> Iterator[str]:
        losses, correct = self.epoch_losses, self.epoch_correct
        if losses.shape != (self.position,) or losses.dtype != np.float32 or not np.isfinite(losses).all():
            yield "epoch_losses"
        is_counted = correct.dtype == np.int64
        is_wrong = (correct < 0).any() if is_counted else not np.isfinite(correct).all()
        if correct.shape != (self.position,) or is_wrong or not (is_counted or correct.dtype == np.float64):
            yield "epoch_correct"
        for name in ("order_state", "dropout_state", "augmentation_state", "noise_state", "adversary_state"):
            state: torch.Tensor | None = getattr(self, name)
            if state is not None and (state.dim() != 1 or str(state.dtype) != "torch.uint8"):
                yield name
        for name in ("model", "optimizer", "best_model", "average"):
            tensors: dict[str, torch.Tensor] = getattr(self, name) or {}
            if not all(bool(t.isfinite().all()) for t in tensors.values() if t.is_floating_point()):
                yield name
        for name in ("best_model", "average"):
            kept_state: dict[str, torch.Tensor] | None = getattr(self, name)
            if kept_state is not None and _forms(kept_state) != _forms(self.model):
                yield name
        for name, most in (("count", float(self.step)), ("square", math.inf)):  # where the optimiser has them
            kept = self.optimizer.get(name)
            if kept is not None and kept.numel() and not 0 <= float(kept.min()) <= float(kept.max()) <= most:
                yield "optimizer"


def _forms(state: dict[str, torch.Tensor]) -> dict[str, tuple[object, ...]]:
    return {name: (tensor.dtype, *tensor.shape) for name, tensor in state.items()}
