"""Where the columns and circles of a network's picture stand. No Qt in here."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from engine.layers import Picture
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Picture | Literal["input", "gap", "output"]

PITCH = 12.0  # pixels from one circle to the next, where there is room
CUT_PITCH = 9.0  # likewise, where not all circles are drawn anyway
LEAST_PITCH = 7.0
LEAST_COLUMN = 40.0  # pixels from one column to the next
MOST_CIRCLES = 14
TILE_PITCH = 34.0  # pixels from one small plane to the next, where there is room
LEAST_TILE = 15.0
LOOP = 11.0  # pixels above and below a cell, for the arrow by which its state comes back


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the picture.

    Attributes:
        kind: What is drawn in it: what a layer is drawn as, a ``gap`` for layers that have no room, or either end.
        index: Which hidden layer, counted from 0; for a gap the first that is left out.
        count: How many units or channels it has; for a gap, how many layers are left out, and of the input how many
            features, 0 where it is an image.
        x: Its middle.
        ys: The middles of its circles, from the top; empty where it has none.
        is_cut: Whether there are fewer circles than units; their middle then is left free for dots.
        radius: Of its circles.
        stride: From its middle to that of a neighbour.
        alike: How many layers it stands for, one behind the other and all alike.
    """

    kind: Kind
    index: int
    count: int
    x: float
    ys: tuple[float, ...]
    is_cut: bool
    radius: float
    stride: float = LEAST_COLUMN
    alike: int = 1

    @property
    def shows_units(self) -> bool:
        """Whether circles stand for units."""
        is_end = self.kind == "output" or (self.kind == "input" and self.count > 0)
        return is_end or (isinstance(self.kind, Picture) and self.kind.shows_units)


def circles(
    count: int, largest: int, top: float, bottom: float, *, tiles: bool = False
) -> tuple[tuple[float, ...], bool, float]:
    """Return where the circles of one layer stand: as many as fit, more for a larger layer.

    Args:
        count: Units of the layer.
        largest: Units of the largest layer.
        top: Upper end of the room.
        bottom: Lower end of the room.
        tiles: Whether a small plane stands for each, which needs more room.

    Returns:
        Their y, whether some are left out, and their radius; of planes half their side.
    """
    room = max(bottom - top, LEAST_PITCH)
    least = LEAST_TILE if tiles else CUT_PITCH if count > MOST_CIRCLES else LEAST_PITCH
    fitting = max(2, min(MOST_CIRCLES, int(room // least)))
    is_cut = count > fitting
    if is_cut:
        share = math.log(count + 1) / math.log(max(largest, count) + 1)
        drawn = max(2, min(fitting - 1, round((fitting - 1) * (0.35 + 0.65 * share**2)) // 2 * 2))
    else:
        drawn = count
    slots = drawn + (1 if is_cut else 0)
    pitch = min(TILE_PITCH if tiles else PITCH + 2, room / max(1, slots))
    middle = (top + bottom) / 2
    places = [middle + (slot - (slots - 1) / 2) * pitch for slot in range(slots)]
    if is_cut:
        del places[slots // 2]
    return tuple(places), is_cut, 0.44 * pitch if tiles else max(2.0, min(5.0, 0.38 * pitch))


def columns(
    sizes: Sequence[int],
    classes: int,
    left: float,
    right: float,
    top: float,
    bottom: float,
    pictures: Sequence[Picture] = (),
    least: float = LEAST_COLUMN,
    sorts: Sequence[object] = (),
    features: int = 0,
    *,
    tiles: bool = False,
) -> tuple[Column, ...]:
    """Return the columns of a network, input and output among them.

    Where there is no room for all, layers that are alike share a column; is there none then, some between are left
    out: the middle, or what lets more kinds of figures be seen.

    Args:
        sizes: Units or channels of the hidden layers.
        classes: Number of classes.
        left: Middle of the input.
        right: Middle of the output's circles.
        top: Upper end of the room for circles.
        bottom: Lower end of the room for circles.
        pictures: What each of the layers is drawn as; circles without.
        least: From one column to the next, pixels.
        sorts: What each of them is; where there is no room, those that are the same and stand one behind the other
            share a column. None are without.
        features: Number of features that go in; 0 for an image.
        tiles: Whether a small plane stands for each feature and each unit.
    """
    fitting = max(1, int((right - left) // least) - 1)
    drawn = list(pictures) or [Picture.CIRCLES] * len(sizes)
    slots: list[tuple[Kind, int, int, int]] = [
        (drawn[index], index, size, 1) for index, size in enumerate(sizes)
    ]
    if len(slots) > fitting and sorts:
        slots = [(drawn[index], index, sizes[index], count) for index, count in _runs(sorts)]
    if len(slots) > fitting:
        front, back = _ends_kept([kind for kind, *_ in slots], fitting - 1)
        left_out = slots[front : len(slots) - back]
        skipped = sum(count for *_, count in left_out)
        slots = [*slots[:front], ("gap", left_out[0][1], skipped, skipped), *slots[len(slots) - back :]]
    stride = (right - left) / (len(slots) + 1)
    largest = max([classes, *(size for index, size in enumerate(sizes) if drawn[index].shows_units)])
    ys, is_cut, radius = (
        circles(features, features, top, bottom, tiles=tiles) if features else ((), False, 0.0)
    )
    result = [Column("input", 0, features, left, ys, is_cut, radius, stride)]
    for place, (kind, index, count, alike) in enumerate(slots, start=1):
        has_circles = isinstance(kind, Picture) and kind.shows_units
        inset = LOOP if kind is Picture.CELL else 0.0
        ys, is_cut, radius = (
            circles(count, largest, top + inset, bottom - inset, tiles=tiles and kind is Picture.CIRCLES)
            if has_circles
            else ((), False, 0.0)
        )
        x = left + place * stride
        result.append(Column(kind, index, count, x, ys, is_cut, radius, stride, alike))
    ys, is_cut, radius = circles(classes, max(classes, 1), top, bottom)
    result.append(Column("output", 0, classes, right, ys, is_cut, radius, stride))
    return tuple(result)


def _ends_kept(kinds: Sequence[Kind], kept: int) -> tuple[int, int]:
    """Return how many of the first and of the last are kept, so that most kinds are among them, or else half of each.

    Args:
        kinds: What is to be drawn.
        kept: How many of them there is room for.
    """
    half = max(1, (kept + 1) // 2) if kept > 0 else 0

    def worth(front: int) -> tuple[int, int]:
        back = kept - front
        return len({*kinds[:front], *kinds[len(kinds) - back :]}), -abs(front - half)

    front = max(range(kept + 1), key=worth)
    return front, kept - front


def _runs(sorts: Sequence[object]) -> list[tuple[int, int]]:
    """Return where each run of the same begins, and how long it is."""
    starts = [place for place, sort in enumerate(sorts) if place == 0 or sort != sorts[place - 1]]
    return [(start, after - start) for start, after in pairwise([*starts, len(sorts)])]
