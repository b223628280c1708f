"""How large a network is: parameters, memory, work; known before it is built, and without torch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.choices import Held
from engine.config import OptimizerName
from engine.errors import ModelError
from engine.inputs.registry import kind_of
from engine.layers.order import reads_characters
from engine.models.placed_layers import FEWER_OR_SMALLER, layer_problems, placed_layers
from engine.runtime import available_memory
from engine.words import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.config import NetworkConfig, TrainingConfig
    from engine.models.placed_layers import PlacedLayer

__all__ = [
    "check_fits",
    "in_words",
    "layer_problems",
    "layer_shapes",
    "memory_needed",
    "numbers_per_image",
    "parameter_count",
    "work_per_image",
]

FLOAT_BYTES = 4
IMAGE_SHAPE = (1, 28, 28)
CLASSES = 10
# Numbers an optimiser keeps beside each weight.
MOMENTS = {
    OptimizerName.SGD: 0,
    OptimizerName.MOMENTUM: 1,
    OptimizerName.NESTEROV: 1,
    OptimizerName.ADAM: 2,
    OptimizerName.ADAMW: 2,
    OptimizerName.RMSPROP: 2,
}
AVERAGED = (
    3  # numbers beside each weight where they are averaged: the mean, its copy, and the weight meanwhile
)
HELD = 3  # numbers beside each weight where some are held: whether, which, and their values
COPIES = (
    4  # of the weights: those in training, the last good ones, those of the best epoch, and a checkpoint's
)


def layer_shapes(network: NetworkConfig, image_shape: tuple[int, ...] = IMAGE_SHAPE) -> list[tuple[int, ...]]:
    """Return the shape of what each hidden layer gives for one image, of one of the forms there are.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.

    Raises:
        ModelError: If a layer cannot take what comes before it.
    """
    return [placed.output_shape for placed in placed_layers(network, image_shape)]


def parameter_count(
    network: NetworkConfig, image_shape: tuple[int, ...] = IMAGE_SHAPE, classes: int = CLASSES
) -> int:
    """Count the trained numbers of a network.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.
        classes: How many classes it tells apart.
    """
    layers = list(placed_layers(network, image_shape))
    hidden = sum(item.layer.parameter_count(item.input_shape, network) for item in layers)
    _, inputs = _output(layers, image_shape)
    return hidden + (inputs + 1) * classes


def work_per_image(
    network: NetworkConfig, image_shape: tuple[int, ...] = IMAGE_SHAPE, classes: int = CLASSES
) -> int:
    """Count the multiply-adds of the forward pass of one image; the arguments are those of ``parameter_count``."""
    layers = list(placed_layers(network, image_shape))
    times, inputs = _output(layers, image_shape)
    return sum(item.layer.work(item.input_shape) for item in layers) + times * inputs * classes


def numbers_per_image(
    network: NetworkConfig, image_shape: tuple[int, ...] = IMAGE_SHAPE, classes: int = CLASSES
) -> int:
    """Count the numbers that are kept of one image on its way; the arguments are those of ``parameter_count``."""
    layers = list(placed_layers(network, image_shape))
    kept = sum(item.layer.activation_count(item.input_shape, network) for item in layers)
    times, _ = _output(layers, image_shape)
    given = kind_of(image_shape).given(image_shape) if reads_characters(network.hidden) else image_shape
    return kept + 3 * math.prod(given) + 3 * times * classes


def _output(layers: Sequence[PlacedLayer], image_shape: tuple[int, ...]) -> tuple[int, int]:
    """Return how often the output layer works for one image, once for each place of a text, and its inputs."""
    last = layers[-1].output_shape if layers else image_shape
    return (last[0], last[1]) if kind_of(image_shape).per_place else (1, math.prod(last))


def memory_needed(
    network: NetworkConfig,
    image_shape: tuple[int, ...] = IMAGE_SHAPE,
    classes: int = CLASSES,
    training: TrainingConfig | None = None,
    images: int | None = None,
) -> int:
    """Estimate the bytes a network takes, data left out.

    An adversary of its training asks for no more: what an attack leaves in the layers lies where the step that follows
    leaves its own, or is gone by then (``benchmarks/_training_memory.py`` measures both).

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.
        classes: How many classes it tells apart.
        training: How it is trained; adds gradients, the optimiser's moments, copies of both and what a batch
            leaves in every layer. None counts the weights and what they make of one image.
        images: How many there are to learn from; no batch holds more. None where that is not known.
    """
    parameters = parameter_count(network, image_shape, classes)
    of_one = numbers_per_image(network, image_shape, classes)
    if training is None:
        return (parameters + of_one) * FLOAT_BYTES
    batch_size = training.batch_size if images is None else min(training.batch_size, images)
    batch = batch_size * 2 * of_one  # twice: values and their gradients
    moments = 2 * MOMENTS[training.optimizer]  # twice: a checkpoint copies them
    moments += HELD * (training.held is not Held.NOTHING)
    moments += AVERAGED * (training.averaging > 0)
    return FLOAT_BYTES * (parameters * (COPIES + 1 + moments) + batch)


def check_fits(
    network: NetworkConfig,
    image_shape: tuple[int, ...] = IMAGE_SHAPE,
    classes: int = CLASSES,
    training: TrainingConfig | None = None,
    *,
    images: int | None = None,
    available: int | None = None,
) -> None:
    """Refuse a network that will not fit in memory, before it is built.

    Args:
        network: Its description.
        image_shape: ``(C, H, W)``.
        classes: How many classes it tells apart.
        training: How it is trained, or None where it is only used.
        images: How many there are to learn from, where that is known.
        available: Bytes there are; None asks the machine.

    Raises:
        ModelError: If it does not fit.
    """
    if available is None:
        available = available_memory()
    needed = memory_needed(network, image_shape, classes, training, images)
    if available is None or needed <= available:
        return
    raise ModelError(
        "This network does not fit in memory: it needs {needed}, and {available} are free.",
        cause="It has {parameters:,} parameters.",
        remedy="Use fewer or smaller layers, or a smaller batch." if training else FEWER_OR_SMALLER,
        needed=in_words(needed),
        available=in_words(available),
        parameters=parameter_count(network, image_shape, classes),
    )


def in_words(count: int) -> str:
    """Return a number of bytes as people read it, such as ``1.4 GB``."""
    amount = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{number_words(amount)} {unit}"
        amount /= 1000
    return f"{amount:,.1f} TB"
