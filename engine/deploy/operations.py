"""A trained network as a flat list of plain operations, from normalised pixels to probabilities, or a number."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import ExportError
from engine.inputs.registry import kind_of
from engine.layers.operations import (
    Affine,
    Attend,
    Convolution,
    Flatten,
    Look,
    Operation,
    Recurrence,
    Softmax,
)
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from torch import nn

    from engine.layers.operations import Shape


@dataclass(frozen=True, slots=True, eq=False)
class PlainNetwork:
    """What a model computes, free of PyTorch.

    Attributes:
        operations: From pixels in [0, 1] to probabilities, which the last one makes of the logits; or to
            a number in the unit of its target.
        image_shape: ``(C, H, W)`` of the images it takes, of text ``(T, alphabet)``.
    """

    operations: tuple[Operation, ...]
    image_shape: tuple[int, ...]

    def placed(self) -> Iterator[tuple[Operation, Shape, Shape]]:
        """Go through the operations: each with the shape of what it takes for one image, and of what it gives."""
        shape: Shape = kind_of(self.image_shape).given(self.image_shape)
        for operation in self.operations:
            given = operation.shape(shape)
            yield operation, shape, given
            shape = given

    def arrays(self) -> Iterator[NDArray[np.float32]]:
        """Go through all its numbers, in the order of the operations and their fields."""
        for operation in self.operations:
            yield from arrays_of(operation)

    @property
    def gives_number(self) -> bool:
        """Whether it gives a number, and tells no classes apart."""
        return not isinstance(self.operations[-1], Softmax)

    @property
    def classes(self) -> int:
        """How many classes it tells apart."""
        *_, (_, _, shape) = self.placed()
        return shape[-1]

    @property
    def answers(self) -> int:
        """How many probabilities it gives for an example: of each class, of a text at each place."""
        *_, (_, _, shape) = self.placed()
        return math.prod(shape)

    @property
    def calls(self) -> int:
        """How many operations follow each other, each step of a recurrence for itself."""
        return sum(
            taken[0] * len(operation.ways) if isinstance(operation, Recurrence) else 1
            for operation, taken, _ in self.placed()
        )

    @property
    def handled(self) -> int:
        """How many numbers its operations take, gather and give for one image."""
        return sum(
            math.prod(taken) + math.prod(given) + _between(operation, taken) + _windows(operation, given)
            for operation, taken, given in self.placed()
        )

    @property
    def numbers_per_image(self) -> int:
        """The most numbers that are held of one image at a time, the windows of a convolution left out."""
        return 3 * max(
            math.prod(taken) + math.prod(given) + _between(op, taken) for op, taken, given in self.placed()
        )


def _between(operation: Operation, taken: Shape) -> int:
    """Return how many numbers an operation holds beside what it takes and gives."""
    if isinstance(operation, Recurrence):
        return taken[0] * 4 * len(operation.ways) * operation.units
    return operation.heads * taken[0] ** 2 if isinstance(operation, Attend) else 0


def _windows(operation: Operation, given: Shape) -> int:
    """Return how many numbers a convolution gathers before it multiplies them."""
    if not isinstance(operation, Convolution):
        return 0
    return math.prod(operation.weight.shape[1:]) * math.prod(given[1:])


def arrays_of(operation: Operation) -> Iterator[NDArray[np.float32]]:
    """Go through the numbers of an operation, in the order of its fields."""
    yield from _arrays(operation.arguments())


def _arrays(value: object) -> Iterator[NDArray[np.float32]]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _arrays(part)


def plain_network(model: nn.Module, image_shape: tuple[int, ...]) -> PlainNetwork:
    """Return what a network computes outside of training, as plain operations.

    Args:
        model: The network, as ``build`` makes it.
        image_shape: ``(C, H, W)`` of the images it takes.

    Raises:
        ExportError: If a layer of it does not say what it computes.
    """
    from torch import nn

    from engine.layers.plain import floats
    from engine.models.characters import Characters
    from engine.models.normalize import Normalize
    from engine.models.parts import layer_of
    from engine.models.rescale import Rescale

    found: list[Operation] = []
    shape: Shape = kind_of(image_shape).given(image_shape)
    for name, part in model.named_children():
        layer = layer_of(part)
        operations: tuple[Operation, ...] | None = None
        if isinstance(part, Characters):
            rows = np.eye(part.alphabet, dtype=np.float32)
            operations = () if part.looked_up else (Look(rows),)
        elif isinstance(part, Normalize):
            mean, deviation = floats(part.mean).ravel(), floats(part.deviation).ravel()
            with np.errstate(divide="ignore"):
                operations = (Affine(mean, np.float32(1) / deviation, np.zeros_like(mean)),)
        elif isinstance(part, Rescale):
            mean, deviation = floats(part.mean).ravel(), floats(part.deviation).ravel()
            return PlainNetwork((*found, Affine(np.zeros_like(mean), deviation, mean)), image_shape)
        elif isinstance(part, nn.Flatten):
            operations = (Flatten(),)
        elif layer is not None:
            operations = layer.operations(part, shape)
        if operations is None:
            raise ExportError(
                "The layer “{name}” ({kind}) cannot leave the program.",
                cause=Phrase("") if layer is None else Phrase(layer.no_export),
                remedy="Use layers of other kinds.",
                name=name,
                kind=Phrase(layer.title) if layer else type(part).__name__,
            )
        for operation in operations:
            shape = operation.shape(shape)
        found += operations
    return PlainNetwork((*found, Softmax()), image_shape)
