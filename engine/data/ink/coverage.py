"""From pen positions to pixels: how much of each pixel a round pen covers, for many drawings at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.frame import BOX, PEN_WIDTH, SIZE, centre_by_mass

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARPNESS = 0.28
"""Width in pixels of the kernel that joins samples; corners and crossings are rounded by less than this."""
SPACING = 1.9
"""Distance of samples along a stroke in kernel widths; the ripple between them stays below one per cent."""
END_WEIGHT = 0.55
"""Weight of a stroke's two ends, so that they are as round and long as a disc of the pen's width."""
HALF_DIAGONAL = 0.7072
"""Half the diagonal of a pixel: with hard edges no thinner pen is used, or it would miss all middles."""
THINNEST = 0.3
"""Least half width of a soft pen in pixels: a finer dot on the corner of four pixels would leave no trace."""
MOST_GAIN = 60.0
"""Logarithm of what a thick place of a stroke counts to a thin one, at most: float32 does not hold much more."""
STRAYS = 1.2
"""How far the outermost ink of an edge with grain lies outside, in deviations of the grain."""
HEAVIEST = 30.0
"""Largest logarithm of a weight that stands for pressure, or float32 would run out."""
SMALL_PRODUCT = 1 << 18
"""Matrix products of up to this many multiplications stay on one core: threads that wait for a busy core cost more."""
BLOCK_BYTES = 3 << 20
"""Size of the work arrays, so that they stay in the processor's cache."""


def kernel_width(radius: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the kernel width in pixels for pens of ``radius``: large enough that float32 does not run out."""
    return np.maximum(SHARPNESS, (radius + 1.0) / 10.0)


def coverage(
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    weight: NDArray[np.float32],
    radius: NDArray[np.float64],
    *,
    size: int = SIZE,
    antialias: bool = True,
    softness: NDArray[np.float64] | float = 1.0,
    grain: NDArray[np.float32] | None = None,
    thickness: NDArray[np.float32] | None = None,
) -> NDArray[np.uint8]:
    """Paint drawings given as samples of the pen's path.

    The distance of a pixel to the path is a smooth minimum over the samples,
    ``d² = -2 s² ln Σ w exp(-|p - q|² / 2 s²)``, and the kernel is a product of x and y: one small matrix product a
    drawing does the work of a loop over all strokes and pixels.

    Args:
        x: ``(N, K)`` float32, pixels; the middle of the first pixel lies at 0.5.
        y: ``(N, K)`` float32, downwards.
        weight: ``(N, K)`` float32: the sample's length of path in units of ``s √(2π)``; 0 paints nothing.
        radius: ``(N,)`` float64, half the pen's width in pixels.
        size: Side of the picture in pixels.
        antialias: Whether edges are soft.
        softness: Width of the soft edge in pixels.
        grain: ``(N, size, size)``, how many pixels further out the pen's edge lies there; with soft edges only.
        thickness: ``(N, K)``, how wide the pen is at each sample, 1 for ``radius``; None for an even pen.

    Returns:
        ``(N, size, size)`` uint8.
    """
    count, samples = x.shape
    pictures = np.empty((count, size, size), dtype=np.uint8)
    soft = np.broadcast_to(np.asarray(softness, dtype=np.float64), (count,))
    block = max(1, BLOCK_BYTES // (8 * size * max(samples, size)))
    for start in range(0, count, block):
        part = slice(start, start + block)
        if thickness is None:
            distance = _distances(x[part], y[part], weight[part], kernel_width(radius[part]), size)
        else:
            distance = _pressed(x[part], y[part], weight[part], radius[part], thickness[part], size)
        half = radius[part].astype(np.float32)[:, None, None]
        if antialias:
            np.subtract(np.maximum(half, np.float32(THINNEST)), distance, out=distance)
            if grain is not None:
                distance += grain[part]
            distance *= (255.0 / soft[part]).astype(np.float32)[:, None, None]
            distance += 128.0  # 127.5 for the middle of the edge and 0.5 for rounding
            pictures[part] = np.clip(distance, 0.0, 255.0, out=distance).astype(np.uint8)
        else:
            pictures[part] = (distance <= np.maximum(half, np.float32(HALF_DIAGONAL))).astype(np.uint8) * 255
    return pictures


def _distances(
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    weight: NDArray[np.float32],
    width: NDArray[np.float64],
    size: int,
) -> NDArray[np.float32]:
    """Return the distance of each pixel's middle to the path: ``(N, size, size)`` float32, rows first."""
    total = _sums(x, y, weight, width, size)
    with np.errstate(divide="ignore"):
        np.log(total, out=total)
    total *= (-2.0 * width**2).astype(np.float32)[:, None, None]
    return np.sqrt(np.maximum(total, 0.0, out=total), out=total)


def _pressed(
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    weight: NDArray[np.float32],
    radius: NDArray[np.float64],
    thickness: NDArray[np.float32],
    size: int,
) -> NDArray[np.float32]:
    """Return the distance to the path as if the pen were even: its edge lies at ``radius``, however thick it is there.

    The smooth minimum is that of d² - r², where r is the pen's radius at the sample: a factor to the sample's weight.
    """
    width = kernel_width(radius)
    pen = (radius**2)[:, None]
    own = np.maximum(thickness * radius[:, None], THINNEST)  # (N, K)
    gain = np.clip((own**2 - pen) / (2 * width**2)[:, None], -MOST_GAIN, MOST_GAIN)
    weight = weight * np.exp(gain).astype(np.float32)
    total = _sums(x, y, weight, width, size)
    with np.errstate(divide="ignore", invalid="ignore"):
        here = (
            _sums(x, y, weight * own.astype(np.float32), width, size) / total
        )  # the radius that counts at a pixel
        square = np.log(total) * (-2.0 * width**2).astype(np.float32)[:, None, None]
    even = pen.astype(np.float32)[:, :, None]
    here = np.where(total > 0, here, np.sqrt(even))
    away = np.sqrt(np.maximum(square + here**2 - even, 0.0))
    return np.asarray(away - here + np.sqrt(even), dtype=np.float32)


def _sums(
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    weight: NDArray[np.float32],
    width: NDArray[np.float64],
    size: int,
) -> NDArray[np.float32]:
    """Return what all samples count at each pixel's middle: ``(N, size, size)`` float32, rows first."""
    middles = np.arange(size, dtype=np.float32) + np.float32(0.5)
    unit = (np.sqrt(0.5) / width).astype(np.float32)[:, None, None]
    total = np.zeros((len(x), size, size), dtype=np.float32)
    step = max(8, SMALL_PRODUCT // size**2)
    for start in range(0, x.shape[1], step):
        part = slice(start, start + step)
        across = _kernel(x[:, part, None], middles, unit)  # (N, K, size)
        across *= weight[:, part, None]
        down = _kernel(y[:, part, None], middles, unit)
        total += np.matmul(down.transpose(0, 2, 1), across)
    return total


def _kernel(
    position: NDArray[np.float32], middles: NDArray[np.float32], unit: NDArray[np.float32]
) -> NDArray[np.float32]:
    gap = position * unit - middles * unit
    np.multiply(gap, gap, out=gap)
    np.negative(gap, out=gap)
    return np.exp(gap, out=gap)


def render_polylines(
    points: NDArray[np.floating],
    pen_down: NDArray[np.bool_],
    *,
    pen_width: NDArray[np.floating] | float = PEN_WIDTH,
    softness: NDArray[np.floating] | float = 1.0,
    grain: NDArray[np.float32] | None = None,
    pressure: NDArray[np.float32] | None = None,
) -> NDArray[np.uint8]:
    """Render many drawings that have the same number of points: the quick way for drawings made by a program.

    Takes all steps of ``InkSteps``. Points should lie close together: after scaling not more than about 0.7 pixels
    apart, for each is painted as one sample and nothing lies between.

    Args:
        points: ``(N, K, 2)`` floats, x right and y down, any unit.
        pen_down: ``(N, K)`` bool: whether the pen paints at this point; a stroke ends where it is False.
        pen_width: Width of the pen in the 28×28 picture in pixels, one or ``(N,)``.
        softness: Width of the soft edge in pixels, one or ``(N,)``.
        grain: ``(N, 28, 28)``, how many pixels further out the pen's edge lies there, before ink is centred.
        pressure: ``(N, K)``, by how many times the pen is wider at a point than ``pen_width`` says.

    Returns:
        ``(N, 28, 28)`` uint8.
    """
    count = len(points)
    radius = np.broadcast_to(np.asarray(pen_width, dtype=np.float64) / 2, (count,))
    soft = np.broadcast_to(np.asarray(softness, dtype=np.float64), (count,))
    pictures = np.empty((count, SIZE, SIZE), dtype=np.uint8)
    block = max(1, BLOCK_BYTES // (16 * max(points.shape[1], 1)))
    for start in range(0, count, block):
        part = slice(start, start + block)
        strays = None if grain is None else grain[part]
        pressed = None if pressure is None else pressure[part]
        pictures[part] = _render_block(
            points[part], pen_down[part], radius[part], soft[part], strays, pressed
        )
    return pictures


def _render_block(
    points: NDArray[np.floating],
    pen_down: NDArray[np.bool_],
    radius: NDArray[np.float64],
    softness: NDArray[np.float64],
    grain: NDArray[np.float32] | None,
    pressure: NDArray[np.float32] | None,
) -> NDArray[np.uint8]:
    x, y = (np.ascontiguousarray(points[..., axis], dtype=np.float32) for axis in (0, 1))
    inf = np.float32(np.inf)
    left, top = (np.where(pen_down, axis, inf).min(axis=1) for axis in (x, y))
    right, bottom = (np.where(pen_down, axis, -inf).max(axis=1) for axis in (x, y))
    long = np.maximum(right - left, bottom - top).astype(np.float64)
    drawn = np.isfinite(long)
    edge = radius + (softness - 1.0) / 2  # a softer edge reaches further out
    if grain is not None:
        edge = edge + STRAYS * grain.std(axis=(1, 2))
    scale = np.where(drawn & (long > 0), (BOX - 2 * edge) / np.where(drawn & (long > 0), long, 1.0), 1.0)
    placed = []
    for axis, low, high in ((x, left, right), (y, top, bottom)):
        low = np.where(drawn, low, 0.0)
        extent = np.where(drawn, high - low, 0.0) * scale + 2 * edge
        origin = np.floor((SIZE - extent) / 2) + edge - low * scale
        placed.append((axis * scale[:, None] + origin[:, None]).astype(np.float32))
    # Each sample stands for half of the way to its neighbours in the same stroke.
    joined = pen_down[:, 1:] & pen_down[:, :-1]
    way = np.hypot(np.diff(placed[0], axis=1), np.diff(placed[1], axis=1)) * joined
    weight = np.zeros(x.shape, dtype=np.float32)
    weight[:, 1:] += way
    weight[:, :-1] += way
    weight *= (0.5 / (kernel_width(radius) * np.sqrt(2 * np.pi))).astype(np.float32)[:, None]
    ends = pen_down.astype(np.float32)
    ends[:, 1:-1] -= (joined[:, 1:] & joined[:, :-1]).astype(np.float32)
    weight += ends * np.float32(END_WEIGHT)
    if pressure is not None:
        # d² grows by r² - r'² near a sample: where it was r', the pen's half width there, it becomes r.
        inverse = (0.5 * (radius / kernel_width(radius)) ** 2).astype(np.float32)[:, None]
        weight *= np.exp(np.clip((pressure * pressure - 1) * inverse, -HEAVIEST, HEAVIEST))
    pixels = coverage(placed[0], placed[1], weight * pen_down, radius, softness=softness, grain=grain)
    return centre_by_mass(pixels)
