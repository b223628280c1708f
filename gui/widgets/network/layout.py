"""Where the columns and circles of a network's picture stand. No Qt in here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

Kind = Literal["input", "maps", "layer", "gap", "output"]

PITCH = 12.0  # pixels from one circle to the next, where there is room
CUT_PITCH = 9.0  # likewise, where not all circles are drawn anyway
LEAST_PITCH = 7.0
LEAST_COLUMN = 46.0  # pixels from one column to the next
MOST_CIRCLES = 14


@dataclass(frozen=True, slots=True)
class Column:
    """A column of circles.

    Attributes:
        kind: What it stands for; ``maps`` for a layer of images, a ``gap`` for layers that have no room.
        index: Which hidden layer, counted from 0; for a gap the first that is left out.
        count: How many units or channels it has; for a gap, how many layers are left out.
        x: Its middle.
        ys: The middles of its circles, from the top.
        is_cut: Whether there are fewer circles than units; their middle then is left free for dots.
        radius: Of its circles.
    """

    kind: Kind
    index: int
    count: int
    x: float
    ys: tuple[float, ...]
    is_cut: bool
    radius: float


def circles(count: int, largest: int, top: float, bottom: float) -> tuple[tuple[float, ...], bool, float]:
    """Return where the circles of one layer stand: as many as fit, more for a larger layer.

    Args:
        count: Units of the layer.
        largest: Units of the largest layer.
        top: Upper end of the room.
        bottom: Lower end of the room.

    Returns:
        Their y, whether some are left out, and their radius.
    """
    room = max(bottom - top, LEAST_PITCH)
    fitting = max(2, min(MOST_CIRCLES, int(room // (CUT_PITCH if count > MOST_CIRCLES else LEAST_PITCH))))
    is_cut = count > fitting
    if is_cut:
        share = math.log(count + 1) / math.log(max(largest, count) + 1)
        drawn = max(2, min(fitting - 1, round((fitting - 1) * (0.35 + 0.65 * share**2)) // 2 * 2))
    else:
        drawn = count
    slots = drawn + (1 if is_cut else 0)
    pitch = min(PITCH + 2, room / max(1, slots))
    middle = (top + bottom) / 2
    places = [middle + (slot - (slots - 1) / 2) * pitch for slot in range(slots)]
    if is_cut:
        del places[slots // 2]
    return tuple(places), is_cut, max(2.0, min(5.0, 0.38 * pitch))


def columns(
    sizes: Sequence[int],
    classes: int,
    left: float,
    right: float,
    top: float,
    bottom: float,
    maps: Collection[int] = (),
) -> tuple[Column, ...]:
    """Return the columns of a network, input and output among them; a deep one is cut in its middle.

    Args:
        sizes: Units or channels of the hidden layers.
        classes: Number of classes.
        left: Middle of the input.
        right: Middle of the output's circles.
        top: Upper end of the room for circles.
        bottom: Lower end of the room for circles.
        maps: Which of the layers, counted from 0, are drawn as stacks of images.
    """
    fitting = max(1, int((right - left) // LEAST_COLUMN) - 1)
    slots: list[tuple[Kind, int, int]] = [
        ("maps" if index in maps else "layer", index, size) for index, size in enumerate(sizes)
    ]
    if len(sizes) > fitting:
        front = max(1, fitting // 2) if fitting > 1 else 0
        back = max(0, fitting - front - 1)
        skipped = len(sizes) - front - back
        slots = [*slots[:front], ("gap", front, skipped), *slots[len(sizes) - back :]]
    stride = (right - left) / (len(slots) + 1)
    largest = max([classes, *(size for index, size in enumerate(sizes) if index not in maps)])
    result = [Column("input", 0, 0, left, (), False, 0.0)]
    for place, (kind, index, count) in enumerate(slots, start=1):
        has_circles = kind == "layer"
        ys, is_cut, radius = circles(count, largest, top, bottom) if has_circles else ((), False, 0.0)
        result.append(Column(kind, index, count, left + place * stride, ys, is_cut, radius))
    ys, is_cut, radius = circles(classes, max(classes, 1), top, bottom)
    result.append(Column("output", 0, classes, right, ys, is_cut, radius))
    return tuple(result)
