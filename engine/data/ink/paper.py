"""Telling ink from paper: light or dark, evenly lit or not, with or without specks of dust."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.ink.resample import resized
from engine.data.ink.windows import blurred, extended, extreme, medians

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
BINS = 128
"""Of the histogram by which ink and paper are parted."""
BLOCK = 16384
"""Pixels that are counted at once, so that they stay at hand for the processor."""
CLOSE = 0.001
"""A value nearer than this share of a bin to its edge is compared with the edge itself."""
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
    ink = away if (away * away * away).sum() > 0 else -away
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
    dark = (residual * residual * residual).sum() < 0
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
    return resized(medians(few, max(1, max(few.shape) // 4)), *coarse.shape)


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
    is_line = np.zeros(patches.max() + 1, dtype=bool)
    for first, last in ends:
        both = np.zeros((2, len(is_line)), dtype=bool)
        both[0, first], both[1, last] = True, True
        is_line |= both.all(axis=0)
    is_line[0] = False
    lines = is_line[patches]
    thick = extreme(lines.astype(np.float32), THIN, np.minimum)
    edge = np.ones_like(mask)  # where the lines run out of the picture, away from the ink
    edge[2:-2, 2:-2] = False
    if not lines.any() or thick[edge].sum() > THICK_SHARE * (lines & edge).sum():
        return ink
    pale, dark = float(np.percentile(small[lines & edge], 90)), _levels(small[mask])[1]
    if dark >= DARKER * pale:
        return np.where(ink > pale + 0.5 * (dark - pale), ink, 0).astype(np.float32)
    if mask.sum() - lines.sum() < 0.03 * mask.sum():
        return ink
    wider = extreme(lines.astype(np.float32), 1, np.maximum)
    return np.where(resized(wider, *ink.shape) > 0, 0, ink).astype(np.float32)


def _local_paper(small: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the paper's lightness around each pixel. Ink is dark here.

    A morphological closing: it fills what is darker and narrower than its window, but leaves the edge of a shadow
    where it is.
    """
    reach = max(2, max(small.shape) // 8)
    height, width = small.shape
    # Beyond the border the paper goes on as it ends there, or a darkening towards it would be filled as if it were ink.
    paper = extended(blurred(small), 2 * reach, 2 * reach)
    paper = extreme(extreme(paper, reach, np.maximum), reach, np.minimum)
    paper = paper[2 * reach : 2 * reach + height, 2 * reach : 2 * reach + width]
    return np.maximum(blurred(paper), 0)


def _levels(ink: NDArray[np.float32]) -> tuple[float, float]:
    """Part pixels in two groups as unlike as can be; return the mean of each, paper first.

    Source: Otsu, "A Threshold Selection Method from Gray-Level Histograms", 1979.
    """
    top = float(ink.max())
    if top <= 0:
        return 0.0, 0.0
    counts, middles = _histogram(ink, top)
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


def _histogram(ink: NDArray[np.float32], top: float) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Count values from 0 to ``top`` in bins of one width; return also the middle of each bin."""
    ends = np.arange(BINS + 1) * (top / BINS)
    ends[-1] = top
    edges = ends.astype(np.float32)
    values = ink.ravel()
    if values.min() < 0:  # a difference of sums may miss 0 by a hair
        values = values[values >= 0]
    counts = np.zeros(BINS, np.int64)
    for begin in range(0, len(values), BLOCK):
        block = values[begin : begin + BLOCK]
        place = block / np.float32(top) * np.float32(BINS)
        bins = np.minimum(place.astype(np.int32), BINS - 1)
        # Rounding may have put the wrong side of an edge what is next to it; what is nothing is in the first bin.
        close = ((np.abs(place - np.rint(place)) < CLOSE) & (block > 0)).nonzero()[0]
        if len(close):
            value, near = block[close], bins[close]
            near -= value < edges[near]
            bins[close] = near + ((value >= edges[near + 1]) & (near < BINS - 1))
        counts += np.bincount(bins, minlength=BINS)
    return counts, (edges[1:] + edges[:-1]) / np.float32(2)


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
    np.maximum.at(
        darkest, patches.ravel(), amount.ravel().astype(darkest.dtype)
    )  # of one type: else 30 times slower
    main = int(sizes.argmax())
    kept = (sizes >= 0.03 * sizes[main]) & (darkest >= 0.4 * darkest[main])
    border = np.zeros(len(sizes), dtype=bool)
    border[np.concatenate([patches[0], patches[-1], patches[:, 0], patches[:, -1]])] = True
    if sizes[kept & ~border].max(initial=0.0) >= 0.15 * sizes[main]:
        kept &= ~border
    kept[0] = False
    blocks = extreme(kept[patches].astype(np.float32), 1, np.maximum)  # and the soft edges around them
    mask = np.repeat(np.repeat(blocks > 0, factor, axis=0), factor, axis=1)[:height, :width]
    return np.where(mask, ink, 0).astype(np.float32)


def patches_of(mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Number the patches of neighbouring pixels, 0 where there is none: ``(H, W)`` int64."""
    height, width = mask.shape
    inked = np.zeros(
        (height + 1, width + 1), dtype=bool
    )  # a row and a column more: neighbours of what is at the edge
    inked[:height, :width] = mask
    places = inked.ravel().nonzero()[0]
    number = np.zeros(inked.size + width + 2, np.int64)
    number[places] = own = np.arange(1, len(places) + 1)
    pairs = []
    for ahead in (1, width, width + 1, width + 2):  # right, and the three below
        neighbour = number[places + ahead]
        both = neighbour > 0
        pairs.append((own[both], neighbour[both]))
    first, second = (np.concatenate(each) for each in zip(*pairs, strict=True))
    parent = np.arange(len(places) + 1)
    while True:  # each round at least halves the way of a pixel to the least number of its patch
        one, other = parent[first], parent[second]
        apart = one != other
        if not apart.any():
            break
        one, other, first, second = one[apart], other[apart], first[apart], second[apart]
        np.minimum.at(parent, np.maximum(one, other), np.minimum(one, other))
        while ((further := parent[parent]) != parent).any():
            parent = further
    return parent[number[: inked.size].reshape(inked.shape)[:height, :width]]
