"""One of My Digits: a drawing, what it is and which side it is on, as lines of the file hold it."""

from __future__ import annotations

import math
from base64 import b64decode
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data import ink
from engine.data.labels import checked_label
from engine.errors import DataError
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PEN = 20.0
FARTHEST = 1e12  # of a point, in any unit: whatever is reckoned with it stays a number
MOST_POINTS = 200_000  # of a drawing: a pen tells a thousand a second
MOST_LETTERS = 40  # of the time that a line tells
FINENESS = 3  # decimal places behind the first digit of a drawing's size: a thousandth of it
SIDE = "kept_back"  # what lines of older programs do not hold


@dataclass(frozen=True, slots=True, eq=False)
class KeptDrawing:
    """One drawing and what it is.

    Attributes:
        id: What it is called in the file.
        label: The name of its class.
        strokes: Each ``(N, 2)`` float64, x right and y down; none where it came as an image.
        pen: Width of the pen in the strokes' unit.
        created: When, in UTC: ``2026-05-01T09:30:00Z``.
        image: ``(28, 28)`` uint8 as the network sees it, where it came as an image; else None.
        deleted: Whether it was deleted since.
        kept_back: Whether it is for testing and never learnt from; None as long as nothing has fixed it.
    """

    id: str
    label: str
    strokes: tuple[NDArray[np.float64], ...]
    pen: float = PEN
    created: str = ""
    image: NDArray[np.uint8] | None = None
    deleted: bool = False
    kept_back: bool | None = None


def drawing_of(done: dict[str, Any]) -> KeptDrawing:
    """Return the drawing that a line adds.

    Raises:
        ValueError: If the line is no drawing; and others, as JSON may hold anything.
    """
    image = None
    if "image" in done:
        pixels = np.frombuffer(b64decode(done["image"], validate=True), dtype=np.uint8)
        image = pixels.reshape(ink.SIZE, ink.SIZE)
    return KeptDrawing(
        id=done["id"],
        label=checked_label(done["label"]),
        strokes=() if image is not None else checked_strokes(done["strokes"]),
        pen=checked_pen(done.get("pen", PEN)),
        created=str(done.get("created", ""))[:MOST_LETTERS],
        image=image,
        kept_back=bool(done[SIDE]) if SIDE in done else None,
    )


def checked_strokes(strokes: Sequence[Any]) -> tuple[NDArray[np.float64], ...]:
    """Return strokes as arrays ``(N, 2)``, without those of no point.

    Raises:
        DataError: If one of them is no list of points.
    """
    arrays = tuple(np.array(stroke, dtype=np.float64) for stroke in strokes if len(stroke))
    if sum(map(len, arrays)) > MOST_POINTS:
        raise DataError(
            "The drawing cannot be read.",
            cause="It has more than {most:,} points.",
            remedy="Draw it again.",
            most=MOST_POINTS,
        )
    if any(
        array.ndim != 2 or array.shape[1] != 2 or not (np.abs(array) <= FARTHEST).all() for array in arrays
    ):
        raise DataError(
            "The drawing cannot be read.",
            cause="Each stroke must be a list of (x, y) pairs of numbers.",
            remedy="Draw it again.",
        )
    return arrays


def checked_pen(pen: Any) -> float:
    """Return a pen's width where that is a width, else the usual one."""
    is_number = isinstance(pen, int | float) and not isinstance(pen, bool)
    return float(pen) if is_number and math.isfinite(pen) and pen > 0 else PEN


def rounded(strokes: tuple[NDArray[np.float64], ...]) -> list[Any]:
    """Return strokes as lists, rounded to a thousandth of the drawing's size."""
    if not strokes:
        raise DataError("There is nothing to keep.", remedy="Draw something first.")
    points = np.concatenate(strokes)
    extent = float(np.ptp(points, axis=0).max())
    places = FINENESS - math.floor(math.log10(extent)) if extent > 0 else FINENESS
    return [np.round(stroke, min(max(places, 0), 12)).tolist() for stroke in strokes]
