"""Look at the layers of a snapshot with a few images: dead and saturated units, and the gradient of each layer."""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.config import Activation
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import INPUT_KINDS
from engine.layers import Form, form_of, units_of
from engine.layers.recurrence import Recurrence
from engine.layers.recurrent import RecurrentLayer
from engine.models.at_once import images_at_once
from engine.models.build import build
from engine.models.parts import OUTPUT, as_one, layer_of, layers, weights_of
from engine.training.doctor.findings import AttentionProbe, LayerProbe, LayerProbes, StepsProbe
from engine.training.histogram import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor, nn

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.layers import Layer

IMAGES = 256
COUNTED = 2**15  # numbers of a layer's gradient that go into its histogram at most
MOST_LOOKS = 2**22  # of tokens at each other that are asked for at once
FLAT_END = 0.95  # of the way from the middle of tanh or sigmoid to its bound


def probe_images(data: Dataset, most: int = IMAGES) -> Dataset:
    """Return the images that a network is tried with, at most so many, taken evenly from the whole."""
    return data.subset(np.unique(np.linspace(0, len(data) - 1, min(most, len(data))).astype(np.int64)))


class Probe:
    """A model of its own, and the images it is tried with; one thread at a time.

    Args:
        experiment: The network.
        data: Images of the training set; some of them are taken, evenly from the whole.

    Raises:
        ModelError: If the network does not fit in memory.
    """

    def __init__(self, experiment: Experiment, data: Dataset) -> None:
        self._goal = goal = GOALS[data.goal].fitted(data.labels)
        self._model = build(
            experiment.network, image_shape=data.image_shape, classes=len(data.classes), goal=goal
        ).eval()
        chosen = probe_images(data, images_at_once(self._model, IMAGES, copies=2))
        self._pixels = torch.from_numpy(INPUT_KINDS[chosen.kind].floats(chosen.images))  # (B, …)
        self._labels = torch.from_numpy(chosen.labels.copy())  # (B,)
        self._classes = len(data.classes)
        self._smoothing = experiment.training.label_smoothing

    def measure(self, state: Mapping[str, Tensor], step: int = 0) -> LayerProbes:
        """Try the weights of a snapshot: a forward and a backward pass, without dropout.

        A layer without weights of its own has no gradient to be told of, and is not listed.

        Args:
            state: The state dict, on the CPU.
            step: Steps done when it was taken.

        Raises:
            RuntimeError: If the weights are those of another network.
        """
        self._model.load_state_dict(dict(state))
        looked_at = [item for item in layers(self._model) if weights_of(item[1])]
        weights = [weight for _, part, _ in looked_at for weight in weights_of(part)]
        with torch.enable_grad():
            units, inputs, outputs = self._pixels, {}, {}
            read: dict[str, Tensor] = {}  # what recurrent layers are given
            for name, part in self._model.named_children():
                if isinstance(layer_of(part), RecurrentLayer):
                    units = units if units.requires_grad else units.detach().requires_grad_()
                    read[name] = units
                inputs[name] = units.detach()
                units = part(units)
                outputs[name] = units.detach()
            loss = self._goal.loss(units, self._labels, self._smoothing)
            of_weights_and_read = torch.autograd.grad(loss, [*weights, *read.values()])
        told = self._goal.told(loss.detach(), units.detach(), self._labels, 0.0)
        gradients = iter(of_weights_and_read[: len(weights)])
        reached = dict(zip(read, of_weights_and_read[len(weights) :], strict=True))
        answers = labels = torch.zeros(self._classes).double()
        right: int | None = None
        if self._goal is CLASSES:
            answers = torch.bincount(units.argmax(dim=1), minlength=self._classes).double() / len(units)
            labels = torch.bincount(self._labels, minlength=self._classes).double() / len(units)
            right = int((units.argmax(dim=1) == self._labels).sum())
        found = [
            _layer(name, part, layer, (inputs[name], outputs[name]), gradients, reached.get(name))
            for name, part, layer in looked_at
        ]
        return LayerProbes(
            *(step, tuple(found), told.item(), answers.numpy(), labels.numpy(), right, len(units))
        )


def _layer(
    name: str,
    part: nn.Module,
    layer: Layer,
    passing: tuple[Tensor, Tensor],
    gradients: Iterator[Tensor],
    reached: Tensor | None,
) -> LayerProbe:
    """Sum a layer up.

    Args:
        name: Its name.
        part: Its module.
        layer: Its description.
        passing: What goes into it and what comes out.
        gradients: Those of its weights are taken from the front.
        reached: The gradient of what goes into it, where it reads steps.
    """
    given, values = passing
    weights = weights_of(part)
    weight, gradient = as_one(weights), as_one(islice(gradients, len(weights)))
    activation = None if name == OUTPUT else layer.function
    dead = saturated = 0.0
    if activation is Activation.RELU:
        units = 2 if form_of(values.shape[1:]) is Form.SEQUENCE else 1
        others = [axis for axis in range(values.ndim) if axis != units]
        dead = float((values.amax(dim=others) <= 0).double().mean())
    elif activation in (Activation.TANH, Activation.SIGMOID):
        centred = values if activation is Activation.TANH else 2 * values - 1
        saturated = float((centred.abs() > FLAT_END).double().mean())
    return LayerProbe(
        name=name,
        activation="" if activation is None else activation.value,
        units=units_of(values.shape[1:]),
        dead=dead,
        saturated=saturated,
        gradient_norm=float(gradient.norm()),
        gradient_size=float(gradient.square().mean().sqrt()),
        weight_norm=float(weight.detach().norm()),
        gradients=count(name, gradient, most=COUNTED),
        attention=_attention(part, layer, given),
        over_steps=None if reached is None else _over_steps(part, reached),
    )


def _over_steps(part: nn.Module, gradient: Tensor) -> StepsProbe | None:
    """Tell how far back a gradient reaches, that of what a recurrent layer is given; None over too few steps."""
    recurrence = part.get_submodule("recurrence")
    assert isinstance(recurrence, Recurrence)
    sizes = recurrence.as_steps(gradient).square().mean(dim=(0, 2)).sqrt()  # (steps,)
    quarter = len(sizes) // 4
    if quarter == 0:
        return None
    first, last = float(sizes[:quarter].mean()), float(sizes[-quarter:].mean())
    return StepsProbe(len(sizes), first / last if last > 0 else 1.0)


@torch.no_grad()
def _attention(part: nn.Module, layer: Layer, given: Tensor) -> AttentionProbe | None:
    """Sum up how the heads of a layer look; None where it has none, or but one token to look at."""
    seen = layer.attention(part, given[:1])
    if seen is None or seen.shape[3] < 2:
        return None
    seen = layer.attention(part, given[: max(1, MOST_LOOKS // seen.numel())])  # (B, heads, tokens, tokens)
    assert seen is not None
    tokens = seen.shape[3]
    entropies = -torch.xlogy(seen, seen).sum(dim=3).mean(dim=(0, 2)) / math.log(tokens)
    favourites = seen.mean(dim=2).amax(dim=2).mean(dim=0)
    return AttentionProbe(tokens, tuple(entropies.tolist()), tuple(favourites.tolist()))
