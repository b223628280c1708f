"""How the weights of an exported network are stored: in full, or rounded to fewer bits, and what these stand for.

What has one axis (biases, scales, means) stays float32: it is little, and much hangs on each of it. Arrays of more
axes are rounded; as int8 each row of their first axis, the weights of one unit or filter, with a scale of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.compress import rounding
from engine.deploy.operations import PlainNetwork
from engine.errors import ExportError
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.layers.operations import Operation

INT8_BITS = 8  # of which −128 is not used
LARGEST_FLOAT16 = float(np.finfo(np.float16).max)


class Weights(StrEnum):
    """In what kind of numbers weights are stored."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    INT8 = "int8"


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """An array as it is stored.

    Attributes:
        values: float32, float16 or int8, of the array's shape.
        scales: ``(rows,)`` float32: what one step of ``values`` is worth in each row of the first axis; None where
            the values stand for themselves.
    """

    values: NDArray[Any]
    scales: NDArray[np.float32] | None = None

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return self.values.nbytes + (0 if self.scales is None else self.scales.nbytes)

    def unpacked(self) -> NDArray[np.float32]:
        """Return the numbers that it stands for."""
        if self.scales is None:
            return self.values.astype(np.float32)
        return rounding.Codes(self.values, self.scales, INT8_BITS).unpacked()


@dataclass(frozen=True, slots=True)
class Rounding:
    """What rounded weights cost, measured on the drawings that an export is proved by.

    Attributes:
        weights: How they are stored.
        difference: By how much the probability of a class changes at most.
        changed: Of how many drawings another class is the likeliest now.
        count: Of so many.
    """

    weights: Weights
    difference: float
    changed: int
    count: int

    @property
    def record(self) -> dict[str, Any]:
        """All of it, as JSON holds it."""
        return {
            "weights": self.weights.value,
            "largest_difference": self.difference,
            "changed": self.changed,
            "count": self.count,
        }


def weights_named(name: str) -> Weights:
    """Return the kind of this name.

    Raises:
        ExportError: If there is none.
    """
    try:
        return Weights(name)
    except ValueError:
        raise ExportError(
            "Weights cannot be stored as “{name}”.",
            remedy="They can be: {known}.",
            name=name,
            known=Phrase.listed(Weights),
        ) from None


def stored(values: NDArray[np.float32], weights: Weights) -> Stored:
    """Return an array as it is stored.

    Raises:
        ExportError: If it cannot be, since it holds what is no number or is beyond what such weights reach.
    """
    if weights == Weights.FLOAT32 or values.ndim < 2:
        return Stored(values.astype(np.float32, copy=False))
    largest = float(np.abs(values).max(initial=0.0))
    if not math.isfinite(largest):
        raise ExportError("The weights cannot be rounded.", cause="Some of them are not finite numbers.")
    if weights == Weights.FLOAT16:
        return _in_float16(values, largest)
    codes = rounding.rounded(values, INT8_BITS, rounding.Grouping.CHANNEL)
    return Stored(codes.values, codes.scales)


def _in_float16(values: NDArray[np.float32], largest: float) -> Stored:
    if largest > LARGEST_FLOAT16:
        raise ExportError(
            "The weights cannot be stored as “{name}”.",
            cause="The largest is {largest:g}, and {most:g} is the most.",
            remedy="They can be: {known}.",
            name=Weights.FLOAT16.value,
            largest=largest,
            most=LARGEST_FLOAT16,
            known=Phrase.listed((Weights.FLOAT32, Weights.INT8)),
        )
    return Stored(values.astype(np.float16))


def rounded(network: PlainNetwork, weights: Weights) -> PlainNetwork:
    """Return a network whose numbers are those that its stored ones stand for.

    Raises:
        ExportError: If its weights cannot be stored so.
    """
    if weights == Weights.FLOAT32:
        return network
    operations = tuple(_rounded(operation, weights) for operation in network.operations)
    return PlainNetwork(operations, network.image_shape)


def _rounded(operation: Operation, weights: Weights) -> Operation:
    def each(value: object) -> Any:
        if isinstance(value, np.ndarray):
            return stored(value, weights).unpacked()
        return tuple(map(each, value)) if isinstance(value, tuple) else value

    return type(operation)(*map(each, operation.arguments()))


def stored_size(network: PlainNetwork, weights: Weights) -> int:
    """Return how many bytes all numbers of a network are, stored so."""
    return sum(stored(array, weights).size for array in network.arrays())
