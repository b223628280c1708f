"""How the weights of an exported network are stored: in full, or rounded to fewer bits, and what these stand for.

What has one axis (biases, scales, means) stays float32: it is little, and much hangs on each of it. Arrays of more
axes are rounded; as int8 each row of their first axis, the weights of one unit or filter, with a scale of its own, as
int4 each 32 numbers of a row. How is ``engine/compress/rounding.py``: a model that was rounded there by channels to 8
bits, or by groups to 4, is stored so as it is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.compress import rounding
from engine.compress.rounding import Grouping
from engine.deploy.operations import PlainNetwork
from engine.errors import ExportError
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.compress.rounding import Codes
    from engine.layers.operations import Operation

LARGEST_FLOAT16 = float(np.finfo(np.float16).max)


class Weights(StrEnum):
    """In what kind of numbers weights are stored."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    INT8 = "int8"
    INT4 = "int4"


class Activations(StrEnum):
    """In what kind of numbers activations are multiplied."""

    FLOAT32 = "float32"
    INT8 = "int8"


CODES = {Weights.INT8: (8, Grouping.CHANNEL), Weights.INT4: (4, Grouping.GROUP)}
"""Of what is stored as codes: their bits, and what shares a scale."""


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """An array as it is stored.

    Attributes:
        values: float32, float16, or int8 where it is codes, of the array's shape.
        codes: The codes with their scales; None where the values stand for themselves.
    """

    values: NDArray[Any]
    codes: Codes | None = None

    @property
    def scales(self) -> NDArray[np.float32] | None:
        """What one step is worth, ``(rows,)`` or ``(rows, groups)``; None where the values stand for themselves."""
        return None if self.codes is None else self.codes.scales

    @property
    def kind(self) -> Weights:
        """In what kind of numbers it is."""
        return Weights(self.values.dtype.name if self.codes is None else f"int{self.codes.bits}")

    @property
    def parts(self) -> tuple[NDArray[Any], ...]:
        """What is written of it: its numbers, or its codes and their scales; two codes of 4 bits are a byte."""
        if self.codes is None:
            return (self.values,)
        return (in_pairs(self.values) if self.codes.bits == 4 else self.values, self.codes.scales)

    @property
    def content(self) -> bytes:
        """The same as bytes, little endian; ``unpacking.read_array`` reads them."""
        return b"".join(part.astype(part.dtype.newbyteorder("<")).tobytes() for part in self.parts)

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return sum(part.nbytes for part in self.parts)

    def unpacked(self) -> NDArray[np.float32]:
        """Return the numbers that it stands for."""
        return self.values.astype(np.float32) if self.codes is None else self.codes.unpacked()


def in_pairs(codes: NDArray[np.int8]) -> NDArray[np.uint8]:
    """Return two codes a byte, the first one in its lower half."""
    halves = np.pad(codes.ravel(), (0, codes.size % 2)).view(np.uint8) & np.uint8(15)
    pairs: NDArray[np.uint8] = halves[::2] | halves[1::2] << np.uint8(4)
    return pairs


@dataclass(frozen=True, slots=True)
class Rounding:
    """What rounded weights cost, and rounded activations, measured on the examples that an export is proved by.

    Attributes:
        weights: How weights are stored.
        difference: By how much the probability of a class changes at most.
        changed: Of how many examples another class is the likeliest now.
        count: Of so many.
        activations: In what kind of numbers activations are multiplied.
    """

    weights: Weights
    difference: float
    changed: int
    count: int
    activations: Activations = Activations.FLOAT32

    @property
    def record(self) -> dict[str, Any]:
        """All of it, as JSON holds it."""
        activations = {"activations": self.activations.value} if self.activations == Activations.INT8 else {}
        return {
            "weights": self.weights.value,
            **activations,
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


def activations_named(name: str) -> Activations:
    """Return the kind of this name.

    Raises:
        ExportError: If there is none.
    """
    try:
        return Activations(name)
    except ValueError:
        raise ExportError(
            "Activations cannot be multiplied as “{name}”.",
            remedy="They can be: {known}.",
            name=name,
            known=Phrase.listed(Activations),
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
    codes = rounding.rounded(values, *CODES[weights])
    return Stored(codes.values, codes)


def _in_float16(values: NDArray[np.float32], largest: float) -> Stored:
    if largest > LARGEST_FLOAT16:
        raise ExportError(
            "The weights cannot be stored as “{name}”.",
            cause="The largest is {largest:g}, and {most:g} is the most.",
            remedy="They can be: {known}.",
            name=Weights.FLOAT16.value,
            largest=largest,
            most=LARGEST_FLOAT16,
            known=Phrase.listed(each for each in Weights if each is not Weights.FLOAT16),
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
