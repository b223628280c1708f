"""From a description of a network to a torch module with its first weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from torch import nn

from engine.choices import Activation
from engine.errors import ModelError
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import kind_of
from engine.layers import DenseLayer
from engine.layers.modules import linear
from engine.layers.order import reads_characters
from engine.models.at_once import note_numbers
from engine.models.characters import Characters
from engine.models.normalize import Normalize
from engine.models.parts import CHARACTERS, OUTPUT, describe, hidden_name
from engine.models.placed_layers import placed_layers
from engine.models.rescale import Rescale
from engine.models.size import check_fits, memory_needed, numbers_per_image, parameter_count
from engine.runtime import generator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torch import Tensor

    from engine.config import NetworkConfig
    from engine.goals.goal import Goal
    from engine.inputs.kind import Shape

__all__ = ["build", "build_with", "check_fits", "memory_needed", "parameter_count"]


def build(
    network: NetworkConfig,
    *,
    image_shape: Shape = (1, 28, 28),
    classes: int = 10,
    mean: float | Sequence[float] = 0.1307,
    deviation: float | Sequence[float] = 0.3081,
    seed: int = 0,
    goal: Goal = CLASSES,
) -> nn.Sequential:
    """Build a network: pixels in [0, 1] ``(B, C, H, W)`` or numbers ``(B, F)`` in, logits ``(B, classes)`` out.

    Its parts are named ``normalize``, of images ``flatten`` (a second one ``flatten_2``), ``hidden_1`` and on,
    ``output``, and of a network that gives a number ``scale``. Random numbers come from a generator of its own: the
    same seed gives the same weights whatever else draws.

    Of text go in places in the alphabet ``(B, T)``, by ``characters`` instead of ``normalize``, and come out logits
    ``(B, T, classes)`` of the characters that follow. Of a shorter text, there are fewer.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``, ``(F,)`` or ``(T, alphabet)``.
        classes: How many classes it tells apart, or names its data have.
        mean: Mean of what it will see, pixels in [0, 1], for all channels or features or one each.
        deviation: Their standard deviation, likewise.
        seed: Decides its first weights.
        goal: What it is to give.

    Raises:
        ModelError: If it does not fit in memory, or a layer cannot take what comes before it.
    """
    check_fits(network, image_shape, classes)
    weights = generator(seed, "weights")
    model = nn.Sequential()
    note_numbers(model, numbers_per_image(network, image_shape, classes))
    model.add_module(*_first(network, image_shape, mean, deviation))
    shape = image_shape
    for number, placed in enumerate(placed_layers(network, image_shape), start=1):
        if placed.flattened:
            _flatten(model)
        module = placed.layer.build(placed.input_shape, network, weights)
        model.add_module(hidden_name(number), describe(module, placed.layer))
        shape = placed.output_shape
    if kind_of(image_shape).per_place:
        shape = shape[-1:]  # the same output, for each step
    elif len(shape) > 1:
        _flatten(model)
    outputs = goal.outputs(classes)
    output = linear(math.prod(shape), outputs, network.initialisation, Activation.IDENTITY, weights)
    model.add_module(OUTPUT, describe(output, DenseLayer(size=outputs, activation=Activation.IDENTITY)))
    if goal.scale is not None:
        model.add_module("scale", Rescale(goal.scale))
    return model


def build_with(
    network: NetworkConfig,
    state: Mapping[str, Tensor],
    *,
    image_shape: Shape,
    classes: int,
    goal: str = CLASSES.name,
) -> nn.Sequential:
    """Build a network with weights that are there, which are copied.

    Args:
        network: Its description.
        state: A state dict; it may come from a file that describes another network.
        image_shape: ``(C, H, W)``.
        classes: How many classes it tells apart, or names its data have.
        goal: What it is to give.

    Raises:
        ModelError: If the weights do not fit the network, or as for ``build``.
    """
    refusal = ModelError(
        "The weights do not belong to this network.", remedy="Train the network again with these settings."
    )
    if parameter_count(network, image_shape, classes) > sum(tensor.numel() for tensor in state.values()):
        raise refusal  # before memory is taken for what is not there
    model = build(network, image_shape=image_shape, classes=classes, goal=GOALS[goal])
    try:
        model.load_state_dict(dict(state))
    except RuntimeError as error:
        raise refusal from error
    return model


def _first(
    network: NetworkConfig,
    image_shape: Shape,
    mean: float | Sequence[float],
    deviation: float | Sequence[float],
) -> tuple[str, nn.Module]:
    """Return the name and the module of what prepares examples for the first layer."""
    if kind_of(image_shape).per_place:
        return CHARACTERS, Characters(image_shape[1], looked_up=reads_characters(network.hidden))
    return "normalize", Normalize(image_shape, mean, deviation)


def _flatten(model: nn.Sequential) -> None:
    """Make flat what comes out of the last part."""
    before = sum(isinstance(part, nn.Flatten) for part in model)
    model.add_module(f"flatten_{before + 1}" if before else "flatten", nn.Flatten())
