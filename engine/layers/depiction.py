"""What a layer is drawn as in the diagram of a network, and the numbers that its picture is drawn by."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Picture(StrEnum):
    """What a layer is drawn as in the diagram of a network."""

    CIRCLES = "circles"  # its units, below each other
    MAPS = "maps"  # a stack of its channels
    CELL = "cell"  # its units in a cell, and an arrow by which its state comes back to it
    STEPS = "steps"  # the cell once for every step, one below the other
    TOKENS = "tokens"  # its tokens, as they lie in the image
    BLOCK = "block"  # tokens that look at each other, head by head, and a small network below
    POOL = "pool"  # tokens that run together into one vector

    @property
    def shows_units(self) -> bool:
        """Whether circles stand for units; else the parts of it stand for several channels or features each."""
        return self in (Picture.CIRCLES, Picture.CELL, Picture.POOL)


class Depiction(NamedTuple):
    """The numbers that a layer's picture is drawn by.

    Attributes:
        steps: How many steps or tokens it shows.
        grid: How they lie in the image that it takes, how many below each other and beside; None where they do not.
        strands: How often they are compared side by side: the heads of attention.
        widening: How many times as wide as a token the small network behind them is.
        ways: How often the steps are gone through.
        taken: Which step alone goes on, counted from 0, and from -1 backwards; None where all do.
    """

    steps: int = 0
    grid: tuple[int, int] | None = None
    strands: int = 0
    widening: int = 0
    ways: int = 1
    taken: int | None = None
