"""Where curves lie on a plot, and how far a point lies from one. No Qt in here."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from gui.widgets.curves.series import Points


def heights(y: Points, *, log: bool) -> Points:
    """Return where values lie on the y axis; what has no place there is NaN."""
    placed = np.where(np.isfinite(y), y, np.nan)
    return np.log10(np.where(placed > 0, placed, np.nan)) if log else placed


def same_points(shown: tuple[Points | None, Points | None], x: Points, y: Points) -> bool:
    """Tell whether a line that is shown goes through just these points."""
    shown_x, shown_y = shown
    if shown_x is None or shown_y is None:
        return False
    return np.array_equal(shown_x, x) and np.array_equal(shown_y, y, equal_nan=True)


def distance(x: Points, y: Points, at: tuple[float, float]) -> float:
    """Return how far a point lies from a line through points; without end where there is no line.

    Args:
        x: ``(N,)``, pixels.
        y: ``(N,)``, pixels; what is not finite leaves a gap.
        at: The point, pixels.
    """
    points = np.stack([x, y], axis=1) - np.asarray(at)  # (N, 2), seen from the point
    starts, ends = (points, points) if len(points) == 1 else (points[:-1], points[1:])
    along = ends - starts
    length = (along**2).sum(axis=1)
    share = np.clip(-(starts * along).sum(axis=1) / np.where(length > 0, length, 1.0), 0.0, 1.0)
    gaps = np.hypot(*(starts + share[:, None] * along).T)
    return float(np.nanmin(gaps)) if np.isfinite(gaps).any() else math.inf
