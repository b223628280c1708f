"""Brings images of any size to the 28×28 of the networks here: drawings as ink, other pictures by plain scaling."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.item import Item, Rejected
from engine.data.importing.pixels_read import PixelsRead, TooManyPixels, check_usable
from engine.data.importing.preparation import Preparation
from engine.data.importing.survey import Ranges
from engine.data.importing.values import ValueRange
from engine.data.ink import SIZE, centre_of_mass, normalize_image
from engine.data.ink.lightness import lightness_of
from engine.data.ink.paper import ink_on_paper
from engine.data.ink.picture import LARGEST
from engine.data.ink.resample import coarser, resized
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

SAMPLE = 40  # images by which the way is decided
SAMPLE_SIDE = 512  # pixels that they keep of their longer side, at least
INK_SHARE = (0.004, 0.34)  # of a drawing this much is ink: less is a blank sheet, more a picture of something
WHITE_INK = 0.9  # lightness of ink that could not be seen on white paper
CLEAN = 8  # darker than this is no ink
ASIDE = 2.5  # pixels by which the centre of a drawing may miss that of its frame
MOST_REMEMBERED = 100_000  # pictures, by their content
DARK_EDGE = 40  # 28×28 whose edge is darker than this are white on black, as MNIST's are


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """Images brought to 28×28, and what was found on the way.

    Attributes:
        images: ``(N, 28, 28)`` uint8.
        used: The N items that they are of.
        rejected: What could not be used, and why.
        how: The way that was taken.
        ranges: The values that became 0 and 255; several where picture files are of several kinds.
        sizes: How many images had which ``(height, width)``.
    """

    images: NDArray[np.uint8]
    used: list[Item]
    rejected: list[Rejected]
    how: Preparation
    ranges: tuple[ValueRange, ...]
    sizes: Counter[tuple[int, int]]


def prepare(
    items: Sequence[Item],
    how: Preparation = Preparation.AUTO,
    *,
    size: int | None = None,
    value_range: ValueRange | None = None,
    transposed: bool = False,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Prepared:
    """Read images and bring them to 28×28.

    All images of a set go the same way, and one range holds for the values of all. By itself it keeps what already is
    28×28 and white on black, takes what is mostly plain paper as ink (cropped, centred), turns other 28×28 whose edges
    are white, and scales everything else as it is.

    Args:
        items: The images.
        how: The way; ``AUTO`` finds it from some of them.
        size: How many bytes the files of pictures have together, against which their pixels are held.
        value_range: The values of black and white; None finds them from all images.
        transposed: Whether rows and columns are exchanged in the files, as EMNIST has them.
        progress: Told what is done and which share of it.
        cancelled: Asked after each image whether to stop.

    Raises:
        DataError: If none of them can be used, they are too large, or it cannot be told which values are black and
            white.
        Cancelled: If ``cancelled`` said so.
    """
    pictures = PixelsRead(len(items), size)
    ranges = Ranges(items, value_range, pictures, progress, cancelled)
    sample = _sample(items, ranges, pictures, cancelled)
    inverts = False
    if how is Preparation.AUTO:
        how, inverts = _way_of(sample)
        if value_range is not None and value_range.white < value_range.black and inverts:
            how, inverts = Preparation.KEEP, False  # a person turned them: they are not turned back
    images = np.zeros((len(items), SIZE, SIZE), np.uint8)
    used: list[Item] = []
    sizes: Counter[tuple[int, int]] = Counter()
    rejected: list[Rejected] = []
    brought: dict[
        bytes, NDArray[np.uint8]
    ] = {}  # by what was read, as the same picture may come any number of times
    for number, item in enumerate(items):
        if cancelled is not None and cancelled():
            raise Cancelled
        if progress is not None and number % 32 == 0:
            progress(Phrase("Reading images"), number / len(items))
        try:
            values = _checked(pictures.read(item))
        except TooManyPixels:
            raise
        except DataError as error:
            rejected.append(Rejected(item.name, error.cause or error.what))
            check_usable(len(used), len(rejected), rejected[0].why)
            continue
        pixels = ranges.of(item, values).to_bytes(values)
        del values
        if transposed:
            pixels = pixels.swapaxes(0, 1)
        sides, pixels = pixels.shape[:2], coarser(pixels, LARGEST)
        content = hashlib.blake2b(f"{pixels.shape}".encode() + pixels.tobytes(), digest_size=16).digest()
        try:
            if (image := brought.get(content)) is None:
                image = _brought(255 - _plain(pixels), Preparation.KEEP) if inverts else _brought(pixels, how)
        except DataError as error:
            rejected.append(Rejected(item.name, error.cause or error.what))
            continue
        if len(brought) < MOST_REMEMBERED:
            brought[content] = image
        if image.min() == image.max():
            rejected.append(Rejected(item.name, Phrase("Nothing is drawn on it.")))
            check_usable(len(used), len(rejected), rejected[0].why)
            continue
        sizes[sides] += 1
        images[len(used)] = image
        used.append(item)
    if not used:
        raise DataError(
            "The image cannot be used." if len(items) == 1 else "None of the {count:,} images can be used.",
            cause=rejected[0].why if rejected else "",
            remedy="Look at the files in another program.",
            count=len(items),
        )
    taken = tuple(ValueRange(each.white, each.black) if inverts else each for each in ranges.found)
    return Prepared(images[: len(used)], used, rejected, how, taken, sizes)


def _checked(values: NDArray[Any]) -> NDArray[Any]:
    if values.dtype.kind == "f" and not np.isfinite(values).all():
        raise DataError(
            "This is no picture.", cause="Some of its values are not numbers.", remedy="Mend them."
        )
    return values


def _sample(
    items: Sequence[Item], ranges: Ranges, pictures: PixelsRead, cancelled: Callable[[], bool] | None
) -> list[NDArray[np.uint8]]:
    """Return some of the images, spread over all; large ones coarser."""
    sample: list[NDArray[np.uint8]] = []
    for place in np.unique(np.linspace(0, len(items) - 1, SAMPLE).astype(int)):
        if cancelled is not None and cancelled():
            raise Cancelled
        try:
            values = _checked(pictures.read(items[place]))
        except TooManyPixels:
            raise
        except DataError:
            continue
        sample.append(coarser(ranges.of(items[place], values).to_bytes(values), SAMPLE_SIDE))
    return sample


def _way_of(sample: list[NDArray[np.uint8]]) -> tuple[Preparation, bool]:
    """Return the way that suits some of the images, and whether black and white are to be exchanged."""
    if not sample:
        return Preparation.INK, False
    edge = None
    plain = [_plain(image) for image in sample]
    if all(image.shape == (SIZE, SIZE) for image in plain):
        edges = [np.median(np.concatenate([i[0], i[-1], i[:, 0], i[:, -1]])) for i in plain]
        edge = float(np.median(edges))
        if edge < DARK_EDGE:
            return Preparation.KEEP, False
    is_light = edge is not None and edge > 255 - DARK_EDGE
    shares = [_ink_share(image) for image in sample]
    if INK_SHARE[0] <= float(np.median(shares)) <= INK_SHARE[1]:
        return Preparation.INK, is_light and _lies_as_it_should(255 - np.stack(plain))
    return (Preparation.KEEP, True) if is_light else (Preparation.SCALE, False)


def _lies_as_it_should(images: NDArray[np.uint8]) -> bool:
    """Say whether ink ``(N, 28, 28)`` is centred within a clean edge, as MNIST's is, so that it needs no more."""
    clean = (images[:, :1] < CLEAN).all(axis=(1, 2)) & (images[:, -1:] < CLEAN).all(axis=(1, 2))
    clean &= (images[:, :, :1] < CLEAN).all(axis=(1, 2)) & (images[:, :, -1:] < CLEAN).all(axis=(1, 2))
    aside = np.abs(centre_of_mass(images) - SIZE / 2).max(axis=1)
    return bool((clean & (aside < ASIDE)).mean() > 0.9)


def _ink_share(image: NDArray[np.uint8]) -> float:
    """Return how much of a picture differs from its paper: near 0 for a drawing, much for a picture of a thing."""
    grey = _grey(image)
    longest = max(grey.shape)
    if longest > 112:
        grey = resized(grey, *(max(1, round(side * 112 / longest)) for side in grey.shape))
    return float((ink_on_paper(grey) > 0.2).mean())


def _brought(image: NDArray[np.uint8], how: Preparation) -> NDArray[np.uint8]:
    if how is Preparation.KEEP and (plain := _plain(image)).shape == (SIZE, SIZE):
        return plain
    if how is Preparation.INK:
        return normalize_image(image)
    grey = _grey(image)
    height, width = (max(1, round(side * SIZE / max(grey.shape))) for side in grey.shape)
    small = resized(grey, height, width)
    frame = np.full((SIZE, SIZE), np.float32(np.median(np.concatenate([small[0], small[-1]]))), np.float32)
    top, left = (SIZE - height) // 2, (SIZE - width) // 2
    frame[top : top + height, left : left + width] = small
    return (np.clip(frame, 0, 1) * 255 + 0.5).astype(np.uint8)


def _plain(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the lightness of a picture as bytes ``(H, W)``; one with transparent parts as it is."""
    if image.ndim == 2 or (image.shape[2] == 4 and image[:, :, 3].min() < 255):
        return image
    return np.rint(_grey(image) * 255).astype(np.uint8)


def _grey(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the lightness in [0, 1]; transparent parts are white paper, or black where all ink is white."""
    values = image.astype(np.float32) / np.float32(255)
    if values.ndim == 2:
        return values
    light = lightness_of(values[:, :, :3])
    if values.shape[2] == 4:
        opacity = values[:, :, 3]
        seen = light[opacity > 0]
        paper = 0 if seen.size and seen.min() > WHITE_INK else 1
        light = light * opacity + paper * (1 - opacity)
    grey: NDArray[np.float32] = light.astype(np.float32)
    return grey
