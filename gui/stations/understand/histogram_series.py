"""Histograms of many moments on common bins, so that they can stand side by side. No Qt in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from engine.insight.histograms import Histogram

ROWS = 48  # bins that all moments share


def by_layer(moments: Mapping[int, Sequence[Histogram]]) -> dict[str, dict[int, Histogram]]:
    """Return the histograms of each layer by step."""
    found: dict[str, dict[int, Histogram]] = {}
    for step in sorted(moments):
        for item in moments[step]:
            found.setdefault(item.layer, {})[step] = item
    return found


def common_reach(items: Sequence[Histogram]) -> float:
    """Return how far from 0 the bins reach that hold all but the outermost 1 in 1,000 numbers of every moment."""
    reach = 0.0
    for item in items:
        middles = np.abs((item.edges[1:] + item.edges[:-1]) / 2)
        order = np.argsort(middles)
        inside = np.cumsum(item.counts[order]) >= 0.999 * item.counts.sum()
        place = order[int(inside.argmax())]
        reach = max(reach, float(np.abs(item.edges[place : place + 2]).max()))
    return reach or 1.0


def shares(item: Histogram, reach: float, rows: int = ROWS) -> NDArray[np.float64]:
    """Return which share of the numbers lies in each of some equal bins from -reach to reach.

    Args:
        item: A histogram with bins of its own.
        reach: How far the bins reach.
        rows: How many there are.

    Returns:
        ``(rows,)``, the lowest first; what lies outside is left out.
    """
    total = float(item.counts.sum()) or 1.0
    grown = np.concatenate([[0.0], np.cumsum(item.counts)]) / total
    edges = np.linspace(-reach, reach, rows + 1)
    result: NDArray[np.float64] = np.diff(np.interp(edges, item.edges, grown, left=0.0, right=1.0))
    return result


def over_time(items: Sequence[Histogram], reach: float, rows: int = ROWS) -> NDArray[np.float64]:
    """Return moments side by side, ``(rows, moments)`` with the largest numbers on top.

    Shares are drawn as roots, or the many weights near 0 would hide all others; the fullest bin of a moment is 1.
    """
    columns = [np.sqrt(shares(item, reach, rows)) for item in items]
    return np.stack([column / (column.max() or 1.0) for column in columns], axis=1)[::-1]
