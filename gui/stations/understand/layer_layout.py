"""Where the cells of each layer lie in the picture of the activations. No Qt in here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CELL = 22.0  # side of a unit, pixels
MOST_MAP = 64.0  # side of a convolution's map
MOST_BAR = 30.0  # height of a class
GAP_SHARE = 0.12  # of a cell, to the next one
LINKS_SHARE = 0.42  # of the width is for the links between the layers


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of one layer, in rows.

    Attributes:
        left: Of the first cell, pixels.
        top: Likewise.
        columns: Cells in a row.
        count: Cells in all.
        pitch: From one cell to the next, pixels.
        side: Of a cell.
    """

    left: float
    top: float
    columns: int
    count: int
    pitch: float
    side: float

    @property
    def width(self) -> float:
        """Pixels from the left of the first column to the right of the last."""
        return (self.columns - 1) * self.pitch + self.side

    @property
    def height(self) -> float:
        """Pixels from the top of the first row to the bottom of the last."""
        return (math.ceil(self.count / self.columns) - 1) * self.pitch + self.side

    def corner(self, index: int) -> tuple[float, float]:
        """Return the top left of a cell."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.pitch, self.top + row * self.pitch

    def index_at(self, x: float, y: float) -> int:
        """Return the index of the cell at a point, or -1."""
        column, row = math.floor((x - self.left) / self.pitch), math.floor((y - self.top) / self.pitch)
        index = row * self.columns + column
        if not (0 <= column < self.columns and 0 <= index < self.count and row >= 0):
            return -1
        left, top = self.corner(index)
        return index if x - left <= self.side and y - top <= self.side else -1


def blocks(shapes: Sequence[tuple[int, ...]], width: float, height: float, top: float) -> list[Block]:
    """Place the hidden layers side by side, each in the middle of its share of the width.

    Args:
        shapes: What each layer gives on, ``(units,)``, ``(units, steps)`` or ``(C, H, W)``.
        width: Room for all of them with the links between, pixels.
        height: Room below ``top``.
        top: Where the room begins.
    """
    if not shapes:
        return []
    room = width / len(shapes)
    placed = []
    for number, shape in enumerate(shapes):
        most = MOST_MAP if len(shape) == 3 else MOST_CELL
        columns, pitch = _arranged(shape[0], room * (1 - LINKS_SHARE), height, most)
        block = Block(0, 0, columns, shape[0], pitch, pitch * (1 - GAP_SHARE))
        left = number * room + (room - block.width) / 2
        placed.append(Block(left, top + (height - block.height) / 2, columns, shape[0], pitch, block.side))
    return placed


def _arranged(count: int, width: float, height: float, most: float) -> tuple[int, float]:
    """Return how many columns make the cells largest, the fewest of those, and from one cell to the next."""
    best, pitch = 1, 0.0
    for columns in range(1, count + 1):
        side = min(most, width / columns, height / math.ceil(count / columns))
        if side > pitch + 1e-9:
            best, pitch = columns, side
        if width / columns < pitch:
            break
    return best, pitch
