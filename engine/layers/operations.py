"""What a trained network is outside of PyTorch: a row of plain operations, each with its numbers as NumPy arrays.

Each operation takes the value that the one before it gives, for one image ``(C, H, W)``, ``(steps, features)`` or
``(units,)``; those that stand for a batch put it in front. Only ``Branch`` and ``Join`` do more: one lays the value by,
and the other adds to the value what was laid by last. What each computes is ``engine/deploy/arithmetic.py``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One step on the way from pixels to probabilities.

    Attributes:
        name: What it is called, in exports and where one does not know it.
    """

    name: ClassVar[str]

    def shape(self, given: Shape) -> Shape:
        """Return the shape of what it gives for one image, from that of what it takes."""
        return given

    def arguments(self) -> tuple[object, ...]:
        """Return its fields in order: arrays, numbers, names."""
        return tuple(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True, eq=False)
class Affine(Operation):
    """(x − centre) · scale + shift, each of them ``(C,)`` for the channels of an image or the units of a vector."""

    name: ClassVar[str] = "affine"
    centre: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Flatten(Operation):
    """An image or a sequence as one vector, in the order in which it lies."""

    name: ClassVar[str] = "flatten"

    def shape(self, given: Shape) -> Shape:
        """Return one size."""
        return (math.prod(given),)


@dataclass(frozen=True, slots=True, eq=False)
class Dense(Operation):
    """W x + b of a vector, or of each step of a sequence; weight ``(outputs, inputs)``, bias ``(outputs,)``."""

    name: ClassVar[str] = "dense"
    weight: Floats
    bias: Floats

    def shape(self, given: Shape) -> Shape:
        """Return the shape with another last size."""
        return (*given[:-1], len(self.weight))


@dataclass(frozen=True, slots=True, eq=False)
class Pad(Operation):
    """So many zeros before and behind each line and column of an image."""

    name: ClassVar[str] = "pad"
    before: int
    behind: int

    def shape(self, given: Shape) -> Shape:
        """Return the shape of the larger image."""
        added = self.before + self.behind
        return (given[0], given[1] + added, given[2] + added)


@dataclass(frozen=True, slots=True, eq=False)
class Convolution(Operation):
    """Filters ``(outputs, inputs, side, side)`` with biases ``(outputs,)`` that slide over an image by ``stride``.

    ``before`` and ``behind`` are zeros in front of and behind each of its lines and columns.
    """

    name: ClassVar[str] = "convolution"
    weight: Floats
    bias: Floats
    stride: int
    before: int = 0
    behind: int = 0

    def shape(self, given: Shape) -> Shape:
        """Return the shape of the sums."""
        side, added = self.weight.shape[2], self.before + self.behind
        height, width = ((size + added - side) // self.stride + 1 for size in given[1:])
        return (len(self.weight), height, width)


@dataclass(frozen=True, slots=True, eq=False)
class Shrink(Operation):
    """The largest, or the mean, of each square of ``side`` pixels; what is left over at the edges goes."""

    name: ClassVar[str] = "shrink"
    side: int
    largest: bool

    def shape(self, given: Shape) -> Shape:
        """Return the shape of the smaller image."""
        return (given[0], given[1] // self.side, given[2] // self.side)


@dataclass(frozen=True, slots=True, eq=False)
class Activate(Operation):
    """A function of each number: ``relu``, ``leaky_relu``, ``tanh``, ``sigmoid``, ``gelu`` (with erf) or ``silu``."""

    name: ClassVar[str] = "activate"
    function: str
    slope: float = 0.0  # of leaky_relu below 0


@dataclass(frozen=True, slots=True, eq=False)
class Steps(Operation):
    """An image as a sequence of its rows, each ``C · W`` numbers, or of its columns, each ``C · H``."""

    name: ClassVar[str] = "steps"
    by_columns: bool

    def shape(self, given: Shape) -> Shape:
        """Return how many steps there are, and how many numbers in each."""
        channels, height, width = given
        return (width, channels * height) if self.by_columns else (height, channels * width)


@dataclass(frozen=True, slots=True, eq=False)
class Recurrence(Operation):
    """An LSTM or a GRU that reads a sequence; gates lie as PyTorch has them, i f g o and r z n.

    Attributes:
        cell: ``lstm`` or ``gru``.
        ways: For each way through the steps, the second from the last to the first: weights of what is read
            ``(gates · units, features)`` and of the state ``(gates · units, units)``, and a bias of each.
        every_step: Whether the state after every step is given, and not only that after each way's last.
    """

    name: ClassVar[str] = "recurrence"
    cell: str
    ways: tuple[tuple[Floats, Floats, Floats, Floats], ...]
    every_step: bool

    @property
    def units(self) -> int:
        """How many numbers a way remembers."""
        return int(self.ways[0][1].shape[1])

    def shape(self, given: Shape) -> Shape:
        """Return the shape of a state, or of those of all steps."""
        units = len(self.ways) * self.units
        return (given[0], units) if self.every_step else (units,)


@dataclass(frozen=True, slots=True, eq=False)
class Patches(Operation):
    """An image cut into squares of ``side`` pixels, row by row, each one step; zeros fill up the last ones."""

    name: ClassVar[str] = "patches"
    side: int

    def shape(self, given: Shape) -> Shape:
        """Return how many squares there are, and how many numbers in each."""
        channels, height, width = given
        return (-(-height // self.side) * -(-width // self.side), channels * self.side**2)


@dataclass(frozen=True, slots=True, eq=False)
class Add(Operation):
    """Numbers ``(steps, features)`` that are added to a sequence: those of its places."""

    name: ClassVar[str] = "add"
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Norm(Operation):
    """Each step, or a vector, brought to mean 0 and deviation 1, then scaled and shifted by ``(features,)``."""

    name: ClassVar[str] = "norm"
    scale: Floats
    shift: Floats
    epsilon: float


@dataclass(frozen=True, slots=True, eq=False)
class Attend(Operation):
    """softmax(Q Kᵀ / √d) V of each head: of tokens with query, key and value behind each other, all heads in each."""

    name: ClassVar[str] = "attend"
    heads: int
    looks_back: bool = False  # each at itself and those before it alone

    def shape(self, given: Shape) -> Shape:
        """Return the shape of the mixed values."""
        return (given[0], given[1] // 3)


@dataclass(frozen=True, slots=True, eq=False)
class Look(Operation):
    """Places in an alphabet ``(steps,)`` become steps: the rows of ``(characters, features)`` that lie there."""

    name: ClassVar[str] = "look"
    table: Floats

    def shape(self, given: Shape) -> Shape:
        """Return how many steps there are, and how many numbers in each."""
        return (given[0], self.table.shape[1])


@dataclass(frozen=True, slots=True, eq=False)
class Branch(Operation):
    """Lays the value by, and gives it on as it is."""

    name: ClassVar[str] = "branch"


@dataclass(frozen=True, slots=True, eq=False)
class Join(Operation):
    """Adds to the value the one that was laid by last."""

    name: ClassVar[str] = "join"


@dataclass(frozen=True, slots=True, eq=False)
class Pick(Operation):
    """One vector of a sequence: its ``mean``, or its ``first`` or ``last`` step."""

    name: ClassVar[str] = "pick"
    which: str

    def shape(self, given: Shape) -> Shape:
        """Return the size of a step."""
        return (given[1],)


@dataclass(frozen=True, slots=True, eq=False)
class Levels(Operation):
    """Each number brought to the nearest of 256 steps of ``scale``, of which the one called ``zero`` is 0.

    No layer is one: exports put it in front of products where activations are rounded.
    """

    name: ClassVar[str] = "levels"
    scale: float
    zero: int


@dataclass(frozen=True, slots=True, eq=False)
class Softmax(Operation):
    """Probabilities of logits: the last operation of each network."""

    name: ClassVar[str] = "softmax"
