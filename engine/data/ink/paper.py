"""Telling ink from paper: light or dark, evenly lit or not, with or without specks of dust."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.data.ink.resample import resized

if TYPE_CHECKING:
    from numpy.typing import NDArray

FLAT = 4 / 255
"""Paper whose lightness varies by less than this is even: a screenshot, not a photograph."""
BLURRED = 56
"""A picture with a longer side than this has more pixels than needed, so that its edges may be made sharp."""
COARSE = 96
"""Side of the small picture on which polarity and specks are looked for."""
PAPER = 256
"""Side of the picture on which the paper's lightness is measured: fine enough to follow the edge of a shadow."""
USUAL = 40
"""Side of the picture on which the usual lightness around a pixel is looked for."""
RULE = 0.22
"""Lines are what has at least this share of the contrast of all that is not paper."""
THIN = 3
"""Half the width of a line at most, in pixels of that small picture."""
THICK_SHARE = 0.3
"""Where more of what runs out of the picture is thicker, it is no line."""
DARKER = 1.4
"""Ink is at least so many times as dark as the lines of the paper, or both are left as they are."""
FAINT = 0.06
"""Ink with less contrast than this against the paper is none."""


def ink_on_paper(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how much ink each pixel holds, 0 to 1.

    Args:
        grey: ``(H, W)`` float32, lightness in [0, 1].

    Returns:
        ``(H, W)`` float32, 0 is paper; all zero where nothing stands out from it.
    """
    edge = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]])
    paper = float(np.median(edge))
    if np.mean(np.abs(edge - paper) <= FLAT) > 0.8 and _mostly(grey, paper):
        clean = bool(np.mean(edge == np.float32(paper)) > 0.8)
        return _ink_on_even_paper(grey, paper, clean)
    return _ink_on_uneven_paper(grey)


def _mostly(grey: NDArray[np.float32], paper: float) -> bool:
    """Whether at least a third of the picture is plain paper of that lightness."""
    return bool(np.mean(np.abs(grey - paper) <= FLAT) > 0.33)


def _ink_on_even_paper(grey: NDArray[np.float32], paper: float, clean: bool) -> NDArray[np.float32]:
    """Take one lightness as paper; where it is ``clean``, the faintest grey is ink."""
    away = grey - np.float32(paper)
    ink = away if (away**3).sum() > 0 else -away
    ink = np.maximum(ink, 0)
    peak = float(ink.max())
    if peak < FAINT:
        return np.zeros_like(ink)
    if max(grey.shape) > BLURRED:
        return _levelled(ink)
    if not clean:
        ink = np.where(ink > max(FLAT, 0.06 * peak), ink, 0)
    return np.asarray(ink if peak >= 0.9 else ink / peak, dtype=np.float32)


def _ink_on_uneven_paper(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    height, width = grey.shape
    coarse = _shrunk_to(grey, COARSE)
    residual = coarse - _usual_around(coarse)
    dark = (residual**3).sum() < 0
    small = _shrunk_to(grey, PAPER)
    small = small if dark else 1 - small
    paper = resized(np.maximum(_local_paper(small), 0.02), height, width)
    ink = 1 - (grey if dark else 1 - grey) / paper
    ink = np.maximum(ink, 0).astype(np.float32)
    return _levelled(without_rules(ink))


def _shrunk_to(grey: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    longest = max(grey.shape)
    if longest <= side:
        return grey
    return resized(grey, *(max(1, round(length * side / longest)) for length in grey.shape))


def _levelled(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Spread the greys between paper and ink: noise becomes paper, blurred edges become sharp."""
    paper, level = _levels(ink)
    contrast = level - paper
    if contrast < FAINT:
        return np.zeros_like(ink)
    levelled: NDArray[np.float32] = ((ink - paper - 0.28 * contrast) / (0.5 * contrast)).astype(np.float32)
    return np.clip(levelled, 0, 1)


def _usual_around(coarse: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the middle lightness in a wide window around each pixel: paper, as ink is the lesser part of it.

    Unlike a mean it leaves the edge of a shadow where it is.
    """
    few = _shrunk_to(coarse, USUAL)
    reach = max(1, max(few.shape) // 4)
    padded = np.pad(few, reach, mode="edge")
    windows = sliding_window_view(padded, (2 * reach + 1, 2 * reach + 1)).reshape(*few.shape, -1)
    return resized(np.median(windows, axis=2).astype(np.float32), *coarse.shape)


def without_rules(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the contrast without the lines of ruled and squared paper.

    They are known by being thin and running through the whole picture, whatever their direction. Where the pen is
    darker, what is no darker than they are is paper; where it is not, only what does not touch them can be saved.

    Args:
        ink: ``(H, W)`` float32, contrast to the paper.
    """
    small = _shrunk_to(ink, PAPER)
    paper, level = _levels(small)
    if level - paper < FAINT:
        return ink
    mask = small > paper + RULE * (level - paper)
    patches = patches_of(mask)
    # Lines cross each other and the ink; those that do so belong together.
    ends = ((patches[:, :2], patches[:, -2:]), (patches[:2], patches[-2:]))
    through = np.unique(np.concatenate([np.intersect1d(first, last) for first, last in ends]))
    lines = np.isin(patches, through[through > 0])
    thick = lines.astype(np.float32)
    for axis in (0, 1):
        thick = _extreme(thick, THIN, axis, np.minimum)
    edge = np.ones_like(mask)  # where the lines run out of the picture, away from the ink
    edge[2:-2, 2:-2] = False
    if not lines.any() or thick[edge].sum() > THICK_SHARE * (lines & edge).sum():
        return ink
    pale, dark = float(np.percentile(small[lines & edge], 90)), _levels(small[mask])[1]
    if dark >= DARKER * pale:
        return np.where(ink > pale + 0.5 * (dark - pale), ink, 0).astype(np.float32)
    if mask.sum() - lines.sum() < 0.03 * mask.sum():
        return ink
    wider = lines.astype(np.float32)
    for axis in (0, 1):
        wider = _extreme(wider, 1, axis, np.maximum)
    return np.where(resized(wider, *ink.shape) > 0, 0, ink).astype(np.float32)


def _local_paper(small: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the paper's lightness around each pixel. Ink is dark here.

    A morphological closing: it fills what is darker and narrower than its window, but leaves the edge of a shadow
    where it is.
    """
    reach = max(2, max(small.shape) // 8)
    height, width = small.shape
    # Beyond the border the paper goes on as it ends there, or a darkening towards it would be filled as if it were ink.
    paper = np.pad(_blurred(_blurred(small, 0), 1), 2 * reach, mode="edge")
    for axis in (0, 1):
        paper = _extreme(paper, reach, axis, np.maximum)
    for axis in (0, 1):
        paper = _extreme(paper, reach, axis, np.minimum)
    paper = paper[2 * reach : 2 * reach + height, 2 * reach : 2 * reach + width]
    return np.maximum(_blurred(_blurred(paper, 0), 1), 0)


def _extreme(image: NDArray[np.float32], reach: int, axis: int, pick: np.ufunc) -> NDArray[np.float32]:
    """Return the least or greatest value within ``reach`` pixels along an axis; each round doubles the window."""
    padding = [(0, 0), (0, 0)]
    padding[axis] = (reach, reach)
    image = np.moveaxis(np.pad(image, padding, mode="edge"), axis, 0)
    window = 1
    while window < 2 * reach + 1:
        step = min(window, 2 * reach + 1 - window)
        image = pick(image[:-step], image[step:])
        window += step
    return np.moveaxis(image, 0, axis)


def _blurred(image: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """Return the mean of each pixel and its two neighbours along an axis."""
    padding = [(0, 0), (0, 0)]
    padding[axis] = (1, 1)
    padded = np.moveaxis(np.pad(image, padding, mode="edge"), axis, 0)
    return np.moveaxis((padded[:-2] + padded[1:-1] + padded[2:]) / np.float32(3), 0, axis)


def _levels(ink: NDArray[np.float32]) -> tuple[float, float]:
    """Part pixels in two groups as unlike as can be; return the mean of each, paper first.

    Source: Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979.
    """
    top = float(ink.max())
    if top <= 0:
        return 0.0, 0.0
    counts, edges = np.histogram(ink, bins=128, range=(0.0, top))
    middles = (edges[1:] + edges[:-1]) / 2
    below = np.cumsum(counts)
    above = below[-1] - below
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        gap = sums / below - (sums[-1] - sums) / above
        between = np.where((below > 0) & (above > 0), below * (above * gap**2), 0)
    best = int(between.argmax())
    if above[best] == 0 or below[best] == 0:
        return 0.0, float(middles @ counts / counts.sum())
    return float(sums[best] / below[best]), float((sums[-1] - sums[best]) / above[best])


def without_specks(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the ink without dust and edges: small or faint patches are emptied, and such as run into the border.

    The border belongs to shadows and table edges where a patch of some size lies free of it.

    Args:
        ink: ``(H, W)`` float32.
    """
    height, width = ink.shape
    if max(height, width) <= 32 or not ink.any():
        return ink  # in so small a picture every pixel may be part of the digit
    factor = max(1, -(-max(height, width) // COARSE))
    rows, columns = -(-height // factor), -(-width // factor)
    padded = np.pad(ink, ((0, rows * factor - height), (0, columns * factor - width)))
    amount = padded.reshape(rows, factor, columns, factor).sum(axis=(1, 3))
    # Blocks that hold far less than those in the middle of a stroke are its edges, or a hair.
    patches = patches_of(
        amount > 0.3 * np.percentile(amount[amount > 0.15], 90) if (amount > 0.15).any() else amount > 0
    )
    sizes = np.bincount(patches.ravel(), weights=amount.ravel())
    sizes[0] = 0.0
    if sizes.max() == 0:
        return ink
    darkest = np.zeros_like(sizes)
    np.maximum.at(darkest, patches.ravel(), amount.ravel())
    main = int(sizes.argmax())
    kept = (sizes >= 0.03 * sizes[main]) & (darkest >= 0.4 * darkest[main])
    border = np.zeros(len(sizes), dtype=bool)
    border[np.concatenate([patches[0], patches[-1], patches[:, 0], patches[:, -1]])] = True
    if sizes[kept & ~border].max(initial=0.0) >= 0.15 * sizes[main]:
        kept &= ~border
    kept[0] = False
    blocks = kept[patches].astype(np.float32)
    for axis in (0, 1):  # and the soft edges around them
        blocks = _extreme(blocks, 1, axis, np.maximum)
    mask = np.repeat(np.repeat(blocks > 0, factor, axis=0), factor, axis=1)[:height, :width]
    return np.where(mask, ink, 0).astype(np.float32)


def patches_of(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Number the patches of neighbouring pixels, 0 where there is none: ``(H, W)`` int64."""
    height, width = mask.shape
    parent = np.arange(mask.size + 1)
    number = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    pairs = []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        first = number[: height - down, max(0, -right) : width - max(0, right)].ravel()
        second = number[down:, max(0, right) : width - max(0, -right)].ravel()
        both = (first > 0) & (second > 0)
        pairs.append(np.stack([first[both], second[both]]))
    first, second = np.concatenate(pairs, axis=1)
    while True:  # each round at least halves the way of a pixel to the least number of its patch
        one, other = parent[first], parent[second]
        if (one == other).all():
            return parent[number]
        np.minimum.at(parent, np.maximum(one, other), np.minimum(one, other))
        while (parent[parent] != parent).any():
            parent = parent[parent]
