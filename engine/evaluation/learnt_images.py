"""Which of the images that a model is measured on it has learnt from."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from engine.data import datasets
from engine.data.learnt import OTHER_EXAMPLES, digest_of
from engine.data.same_images import image_digests
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from engine.config import DataConfig
    from engine.data.dataset import Dataset, Split
    from engine.data.learnt import Division, Learnt

T = TypeVar("T")

# What images are known by, each and together, while they are in memory: a run is measured after each epoch.
_told: dict[tuple[int, Callable[[Dataset], Any]], tuple[weakref.ref[NDArray[np.uint8]], Any]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class LearntImages:
    """What a model has learnt from among the images it is measured on.

    Attributes:
        mask: ``(N,)`` whether it has learnt from each.
        is_known: Whether it has certainly learnt from no others.
        are_others: Whether its settings give other examples by now than those that it learnt from.
    """

    mask: NDArray[np.bool_]
    is_known: bool = True
    are_others: bool = False

    @property
    def count(self) -> int:
        """From how many of the images it has learnt."""
        return int(self.mask.sum())

    @property
    def sentence(self) -> Phrase:
        """What is to be said of it; empty where it has certainly learnt from none."""
        count, total = self.count, len(self.mask)
        if count and count == total:
            return Phrase(
                "The model learnt from all of these {total:,} examples: how it reads them says little of others.",
                total=total,
            )
        if count:
            return Phrase(
                "The model learnt from {count:,} of these {total:,} examples: how it reads those says little of "
                "others.",
                count=count,
                total=total,
            )
        if self.are_others:
            return OTHER_EXAMPLES
        if not self.is_known:
            return Phrase("Whether the model learnt from some of these examples is not known.")
        return Phrase("")


def learnt_images(
    learnt: Learnt,
    measured: Dataset,
    at_hand: Mapping[DataConfig, Split] | None = None,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LearntImages:
    """Find the images that a model has learnt from, by their pixels, in whichever data set they are.

    Nothing is downloaded for it.

    Args:
        learnt: What the model has learnt from.
        measured: The images it is measured on.
        at_hand: Data that are in memory, by their settings (``DataConfig.images``).
        progress: Told what is done and which share of it, where data must be loaded.
        cancelled: Asked now and then whether to stop.

    Raises:
        Cancelled: If ``cancelled`` said so.
    """
    known, is_known = known_digests(learnt, at_hand, progress=progress, cancelled=cancelled)
    mask = np.fromiter((digest in known for digest in digests_of(measured)), np.bool_, len(measured))
    are_others = any(
        division.data in (at_hand or {}) and not _fits(division, (at_hand or {})[division.data])
        for division in learnt.divisions
    )
    return LearntImages(mask, is_known, are_others)


def known_digests(
    learnt: Learnt,
    at_hand: Mapping[DataConfig, Split] | None = None,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[set[str], bool]:
    """Return what all images are known by that a model has learnt from, and whether there are certainly no others.

    The arguments are those of ``learnt_images``.
    """
    known: set[str] = set(learnt.drawings)
    is_known = learnt.is_whole
    for division in learnt.divisions:
        train = _train_images(division, at_hand or {}, progress, cancelled)
        if train is None:
            is_known = False
        else:
            known.update(digests_of(train))
    return known, is_known


def digests_of(data: Dataset) -> list[str]:
    """Return what each image of a data set is known by."""
    return _once(_each, data)


def _train_images(
    division: Division,
    at_hand: Mapping[DataConfig, Split],
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Dataset | None:
    """Return the training images of a division, or None where they are not here or are others by now."""
    split = at_hand.get(division.data)
    if split is None:
        if not datasets.is_available(division.data.dataset):
            return None
        try:
            split = datasets.load_split(division.data, progress=progress, cancelled=cancelled)
        except DataError:
            return None
    return split.train if _fits(division, split) else None


def _fits(division: Division, split: Split) -> bool:
    """Tell whether the training images are those that were learnt from, as far as that is known."""
    return division.digest in ("", _once(digest_of, split.train))


def _each(data: Dataset) -> list[str]:
    return image_digests(data.images)


def _once(tell: Callable[[Dataset], T], data: Dataset) -> T:
    """Return what is told of a data set's images, looking at them only the first time."""
    key = id(data.images), tell
    kept = _told.get(key)
    if kept is not None and kept[0]() is data.images:
        found: T = kept[1]
        return found
    found = tell(data)
    _told[key] = weakref.ref(data.images, lambda _gone: _told.pop(key, None)), found
    return found
