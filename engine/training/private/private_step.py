"""Steps of a plain dense network that hide what a single image gives; ``private_pass`` has the arithmetic."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch

from engine.training.fast.dense_step import DenseStep, places_for
from engine.training.fast.script import scripted
from engine.training.private.private_pass import Room, Veil, learn_privately, part_of, run_private_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.training.batches import ImageTensors
    from engine.training.flat import FlatModel
    from engine.training.optimizers import Optimizer
    from engine.training.private.promise import Promise


class PrivateStep(DenseStep):
    """Steps whose sizes are drawn by chance; any size may come, none as well.

    Args:
        flat: The model.
        data: The training images.
        sizes: The sizes of batch that there will be on average.
        optimizer: How gradients become weights.
        promise: How long a gradient may be, and how much noise there is.
        noise: Where the noise comes from.
        options: What else ``DenseStep`` takes; a teacher is none of it.
    """

    def __init__(
        self,
        flat: FlatModel,
        data: ImageTensors,
        sizes: set[int],
        optimizer: Optimizer,
        *,
        promise: Promise,
        noise: torch.Generator,
        **options: Any,
    ) -> None:
        super().__init__(flat, data, set(), optimizer, **options)
        expected = promise.sampling_rate * len(data)
        weighs = torch.zeros_like(flat.weights)
        for weights, there in flat.beside(weighs):
            there.copy_(torch.ones_like(weights))
        drawn = torch.empty_like(flat.weights)
        self._veil = Veil(promise.clip, promise.noise * promise.clip, expected, drawn, weighs, noise)
        self._classes = len(self._layers[-1].bias)
        share = options.get("label_smoothing", 0.0) / self._classes
        self._truth_of = torch.eye(self._classes)
        self._target_of = self._truth_of * (1 - share * self._classes) + share
        self._make_places(math.ceil(expected + 6 * math.sqrt(expected)))

    def _make_places(self, most: int) -> None:
        """Have a place for so many images."""
        pixels = self._pixels.shape[1]
        self._most, self._of_layers = most, places_for(most, self._layers)
        self._room = Room(
            raw=torch.empty(most, pixels, dtype=self._pixels.dtype),
            images=torch.empty(most, pixels),
            targets=torch.empty(most, self._classes),
            log_probabilities=torch.empty(most, self._classes),
            squares=torch.empty(most),
            factors=torch.empty(most),
        )

    def run(
        self,
        indices: Sequence[Tensor],
        labels: Sequence[Tensor],
        losses: Sequence[Tensor],
        answers: Sequence[Tensor],
        rates: Sequence[float],
        strengths: Sequence[float] = (),
    ) -> None:
        """Do a step for each of ``rates``; arguments as for ``DenseStep.run``, and an opponent there is none."""
        del strengths
        most = max(map(len, indices), default=0)
        if most > self._most:
            self._make_places(most)
        here = (self._layers, self._of_layers)
        targets = (self._target_of, self._truth_of)
        if self._augmenter is None:
            of_steps = [list(each) for each in (indices, labels, losses, answers)]
            scripted(run_private_steps)(
                self._inputs, *here, self._room, *targets, *of_steps, list(rates), *self._rest, self._veil
            )
            return
        for chosen, *of_step, rate in zip(indices, labels, losses, answers, rates, strict=True):
            room = part_of(self._room, len(chosen))
            if len(chosen):
                self._load_varied(chosen, room.raw, room.images)
            scripted(learn_privately)(*here, room, *targets, *of_step, rate, *self._rest, self._veil)
