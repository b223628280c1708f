"""Steps of any network on any device, with autograd's gradients; plain dense networks have ``fast.dense_step``."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import torch

from engine.goals.registry import CLASSES
from engine.training.batches import BatchBuffers
from engine.training.teaching import taught_loss

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from torch import Tensor

    from engine.goals.goal import Goal
    from engine.training.adversary import Opponent
    from engine.training.augment import Augmenter
    from engine.training.batches import ImageTensors
    from engine.training.flat import FlatModel
    from engine.training.optimizers import Optimizer
    from engine.training.teaching import Taught


class AutogradStep:
    """Steps of one network on one set of images.

    Args:
        flat: The model.
        data: The training images.
        sizes: The sizes of batch there will be.
        optimizer: How gradients become weights.
        label_smoothing: Share of certainty spread over all classes.
        clipping: Longest gradient; 0 for no limit.
        augmenter: Varies the images of each batch.
        taught: What a teacher says of all images; None without one.
        opponent: Changes the images of each batch against the network; None without one.
        rounding: Gives the context in which the network is asked, and its products perhaps rounded.
        goal: What the network is to give.
    """

    def __init__(
        self,
        flat: FlatModel,
        data: ImageTensors,
        sizes: set[int],
        optimizer: Optimizer,
        *,
        label_smoothing: float = 0.0,
        clipping: float = 0.0,
        augmenter: Augmenter | None = None,
        taught: Taught | None = None,
        opponent: Opponent | None = None,
        rounding: Callable[[], AbstractContextManager[object]] = nullcontext,
        goal: Goal = CLASSES,
    ) -> None:
        self._flat, self._optimizer = flat, optimizer
        self._rounding = rounding
        self._label_smoothing, self._clipping = label_smoothing, clipping
        self._taught, self._opponent, self._goal = taught, opponent, goal
        self._buffers = BatchBuffers(data, sizes, augmenter)

    def read_normalization(self) -> None:
        """Take mean and deviation of the pixels from the model, which brings pixels to them itself here."""

    def run(
        self,
        indices: Sequence[Tensor],
        labels: Sequence[Tensor],
        losses: Sequence[Tensor],
        answers: Sequence[Tensor],
        rates: Sequence[float],
        strengths: Sequence[float] = (),
    ) -> None:
        """Do a step for each of ``rates``; arguments as for ``DenseStep.run``."""
        for step, rate in enumerate(rates):
            strength = 0.0 if self._opponent is None else strengths[step]
            self.find_gradients(indices[step], labels[step], losses[step], answers[step], strength)
            self._optimizer.step(rate, self._clipping)

    def find_gradients(
        self, indices: Tensor, labels: Tensor, loss: Tensor, answers: Tensor, strength: float = 0.0
    ) -> None:
        """Do everything of a step but the change of the weights; arguments as for one step of ``run``."""
        images = self._buffers.gather(indices)  # (B, C, H, W)
        if self._opponent is not None:
            self._opponent.change(self._flat.model, images, labels, strength)
        self._flat.gradients.zero_()
        with torch.enable_grad():
            with self._rounding():
                logits = self._flat.model(images)  # (B, outputs)
            logits = logits.float()
            mean = self._goal.loss(logits, labels, self._label_smoothing)
            taught = self._taught
            if taught is None:
                mean.backward()
            else:
                taught_loss(mean, logits, taught.probabilities[indices], taught).backward()
        found = logits.detach()
        loss.copy_(self._goal.told(mean.detach(), found, labels, self._label_smoothing))
        self._goal.keep(found, labels, answers)
