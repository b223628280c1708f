"""Walking along pen strokes at even steps, so that every part of a path counts alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.coverage import END_WEIGHT, SPACING, kernel_width
from engine.data.ink.placing import starts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_SAMPLES = 1 << 16
"""So many samples are taken of one drawing at most; a path that needs more blackens everything anyway."""


def sampled(
    points: NDArray[np.float64],
    stroke: NDArray[np.int64],
    drawing: NDArray[np.int64],
    radius: NDArray[np.float64],
    drawings: int,
    size: int,
    thickness: NDArray[np.float64] | None = None,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64], NDArray[np.float64] | None]:
    """Walk along the strokes at even steps.

    Returns:
        Samples ``(S, 2)``, their weights, their drawings, and how thick the pen is there where ``thickness`` ``(P,)``
        tells it of the points.
    """
    joined = np.flatnonzero(stroke[1:] == stroke[:-1])
    margin = radius[drawing] + 2.0
    begin, end, kept = _clipped(points[joined], points[joined + 1], margin[joined], size)
    joined = joined[kept]
    length = np.hypot(end[:, 0] - begin[:, 0], end[:, 1] - begin[:, 1])
    owner = stroke[joined]
    width = kernel_width(radius)
    spacing = SPACING * width
    whole = np.bincount(drawing[joined], weights=length, minlength=drawings)
    spacing = np.maximum(spacing, whole / MAX_SAMPLES)

    last = np.flatnonzero(np.append(stroke[1:] != stroke[:-1], True))
    first = np.append(0, last[:-1] + 1)
    is_first, is_last = np.zeros((2, len(points)), dtype=bool)
    is_first[first], is_last[last] = True, True
    dots = np.flatnonzero(is_first | is_last)
    dots = dots[
        ((points[dots] > -margin[dots, None]) & (points[dots] < size + margin[dots, None])).all(axis=1)
    ]
    samples, weights, drawn = [points[dots]], [np.full(len(dots), END_WEIGHT)], [drawing[dots]]
    thick = [] if thickness is None else [thickness[dots]]
    # A stroke of one point has its two ends in one.
    single = is_first[dots] & is_last[dots]
    weights[0][single] = 1.0

    if len(joined):
        starts = starts_of(owner)
        where = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(owner)))
        lengths = np.bincount(where, weights=length)
        of_drawing = drawing[joined[starts]]
        count = np.ceil(lengths / spacing[of_drawing]).astype(np.int64)
        base = np.cumsum(lengths) - lengths
        which = np.repeat(np.arange(len(starts)), count)
        step = (np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)) + 0.5
        way = base[which] + step * (lengths / np.maximum(count, 1))[which]
        ends = np.cumsum(length)
        segment = np.minimum(np.searchsorted(ends, way), len(ends) - 1)
        share = (way - (ends - length)[segment]) / np.maximum(length[segment], 1e-12)
        share = np.clip(share, 0.0, 1.0)[:, None]
        samples.append(begin[segment] * (1 - share) + end[segment] * share)
        density = (lengths / np.maximum(count, 1)) / (width[of_drawing] * np.sqrt(2 * np.pi))
        weights.append(density[which])
        drawn.append(of_drawing[which])
        if thickness is not None:
            at = joined[segment]
            thick.append(thickness[at] * (1 - share[:, 0]) + thickness[at + 1] * share[:, 0])
    return (
        np.concatenate(samples),
        np.concatenate(weights),
        np.concatenate(drawn),
        np.concatenate(thick) if thick else None,
    )


def _clipped(
    begin: NDArray[np.float64], end: NDArray[np.float64], margin: NDArray[np.float64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Cut segments to the picture and a margin; return new ends and the indices of segments that are left.

    Source: Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
    """
    low, high = -margin[:, None], size + margin[:, None]
    inside = ((begin >= low) & (begin <= high) & (end >= low) & (end <= high)).all(axis=1)
    if inside.all():
        return begin, end, np.arange(len(begin))
    way = end - begin
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        near = np.where(
            way == 0, np.where((begin < low) | (begin > high), np.inf, -np.inf), (low - begin) / way
        )
        far = np.where(way == 0, np.inf, (high - begin) / way)
    enter = np.clip(np.minimum(near, far).max(axis=1, initial=0.0), 0.0, None)
    leave = np.clip(np.maximum(near, far).min(axis=1, initial=1.0), None, 1.0)
    kept = np.flatnonzero(enter <= leave)
    enter, leave = enter[kept, None], leave[kept, None]
    # Rounding may leave an end of a very long segment slightly outside.
    limits = low[kept] - 1, high[kept] + 1
    new_begin = np.clip(begin[kept] + enter * way[kept], *limits)
    new_end = np.clip(begin[kept] + leave * way[kept], *limits)
    return new_begin, new_end, kept
