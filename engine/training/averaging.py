"""The mean of a network's weights over the last epochs of a run, which answers in place of the weights themselves.

Steps of a rate that is still high jump about around what they are looking for; their mean lies nearer to it. What batch
normalisation keeps of its batches is averaged alike, so nothing has to go through the training data once more.

Source: Polyak and Juditsky 1992, doi:10.1137/0330046; Izmailov et al. 2018, arXiv:1803.05407.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

import torch

from engine.training.schedules import averaged_epochs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor

    from engine.config import TrainingConfig
    from engine.training.checkpoint import Checkpoint
    from engine.training.flat import FlatModel

TAKES = 50  # how often weights are taken in an epoch of many steps


class Average:
    """The mean of the weights, and of the buffers beside them, at even distances over the last epochs.

    Args:
        flat: The model whose weights are averaged.
        config: Over how many epochs.
        steps_per_epoch: Steps in one epoch.

    Attributes:
        count: Of how many moments it is the mean; 0 before the first.
    """

    def __init__(self, flat: FlatModel, config: TrainingConfig, steps_per_epoch: int) -> None:
        self._flat = flat
        self._first = config.epochs - averaged_epochs(config)
        self._every = _distance(steps_per_epoch)
        self._takes = False
        self._mean = [numbers.clone() for numbers in flat.numbers]
        self.count = 0

    def begin_epoch(self, epoch: int | None) -> None:
        """Note which epoch begins, counted from 0; None for one of which no trace stays."""
        self._takes = epoch is not None and epoch >= self._first

    def stretches(self, first: int, count: int) -> Iterator[slice]:
        """Part ``count`` steps, of which the first has the place ``first`` in the epoch, where weights are taken."""
        start = 0
        while start < count:
            stop = min(count, start + self._every - (first + start) % self._every) if self._takes else count
            yield slice(start, stop)
            start = stop

    def take(self, done: int) -> None:
        """Take the weights as they are now, where it is time to.

        Args:
            done: Steps done in the epoch.
        """
        if not self._takes or done % self._every:
            return
        self.count += 1
        for mean, now in zip(self._mean, self._flat.numbers, strict=True):
            if self.count == 1:
                mean.copy_(now)
            else:
                mean.lerp_(now, 1 / self.count)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Let the model answer by the mean meanwhile, where there is one."""
        if not self.count:
            yield
            return
        own = [numbers.clone() for numbers in self._flat.numbers]
        self._put(self._mean)
        try:
            yield
        finally:
            self._put(own)

    def change(self, what: Callable[[], None]) -> None:
        """Let something change the model while it has the mean, where there is one, and keep that as the mean."""
        if self.count:
            with self.in_place():
                what()
                for mean, now in zip(self._mean, self._flat.numbers, strict=True):
                    mean.copy_(now)

    def copy(self) -> dict[str, Tensor] | None:
        """Return the model's state dict with the mean in it, copied to the CPU; None before the first moment."""
        if not self.count:
            return None
        with self.in_place():
            return self._flat.copy()

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go on from the mean of a checkpoint; the model has other weights afterwards.

        Where the run was given more epochs than it had, weights from before the last epochs may be in the mean, and
        cannot be taken out again: then it begins anew.
        """
        self.count = 0 if _first_epoch(checkpoint) < self._first else checkpoint.averaged
        if self.count and checkpoint.average is not None:
            self._flat.load(checkpoint.average)
            for mean, now in zip(self._mean, self._flat.numbers, strict=True):
                mean.copy_(now)

    @property
    def numbers(self) -> list[Tensor]:
        """The mean, of the weights ``(P,)`` and of the buffers beside them."""
        return self._mean

    def _put(self, numbers: list[Tensor]) -> None:
        with torch.no_grad():
            for there, wanted in zip(self._flat.numbers, numbers, strict=True):
                there.copy_(wanted)


def _distance(steps_per_epoch: int) -> int:
    """Return after how many steps each weights are taken."""
    return max(1, steps_per_epoch // TAKES)


def _first_epoch(checkpoint: Checkpoint) -> int:
    """Return the epoch, counted from 0, from which the first moments of a checkpoint's mean are."""
    every = _distance(checkpoint.steps_per_epoch)
    before = max(0, checkpoint.averaged - checkpoint.position // every)  # in epochs that are done
    return checkpoint.epoch - math.ceil(before / (checkpoint.steps_per_epoch // every))
