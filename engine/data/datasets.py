"""Data sets by name: which there are, and their images, kept in memory for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from engine.config import DataConfig
from engine.data.sources.registry import known_sources, source_of
from engine.data.sources.source import DatasetInfo
from engine.data.split import split
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.data.dataset import Dataset, Split
    from engine.data.sources.source import IsCancelled, Progress

__all__ = ["DatasetInfo", "Part", "info_of", "is_available", "load", "load_split", "names", "share_images"]

Part = Literal["train", "test", "all"]

KEPT_IN_MEMORY = 2  # data sets; a change of seed or share shall not read or draw them again

_memory: OrderedDict[Hashable, tuple[Dataset, Dataset]] = OrderedDict()
_memory_lock = threading.Lock()


def names() -> tuple[DatasetInfo, ...]:
    """Return every data set there is, the one to try first in front."""
    return tuple(source.info for source in known_sources().values())


def info_of(name: str) -> DatasetInfo | None:
    """Return what a person should know of a data set, or None if there is none of that name."""
    source = source_of(name)
    return None if source is None else source.info


def is_available(name: str) -> bool:
    """Say whether a data set can be loaded without a network; quick, so without proving its files.

    A name that is not known is not available.
    """
    source = source_of(name)
    return source is not None and source.key(DataConfig()) is not None


def share_images(first: str, second: str) -> bool:
    """Say whether images of one data set may be in another: it is the same, or one holds the other or a part of it."""
    known = known_sources()
    return bool(
        set.intersection(
            *({name, *(known[name].info.holds if name in known else ())} for name in (first, second))
        )
    )


def load(
    name: str,
    *,
    part: Part = "train",
    config: DataConfig | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Dataset:
    """Return the images of a data set, downloading it if it is not on this computer.

    Args:
        name: One of ``names()``.
        part: The images to train on, those to test with, or all of them, training images first.
        config: Settings; how many digits are drawn and from which seed. ``dataset`` and the division are ignored.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Returns:
        The images; they belong to the caller.

    Raises:
        DataError: If there is no such data set, or it cannot be had.
        Cancelled: If ``cancelled`` said so.
    """
    train, test = _parts(name, config or DataConfig(), progress, cancelled)
    if part == "all":
        images = np.concatenate([train.images, test.images])
        labels = np.concatenate([train.labels, test.labels])
        return replace(train, images=images, labels=labels, same=None, added=None, test_count=len(test))
    if part not in ("train", "test"):
        raise DataError(
            "There is no part “{part}” of a data set.", remedy="Ask for train, test or all.", part=part
        )
    return _own(train if part == "train" else test)


def load_split(
    config: DataConfig, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> Split:
    """Return the data that the settings describe, divided into training, validation and test images.

    Args:
        config: Which data, how many, and how divided.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Raises:
        DataError: If there is no such data set, it cannot be had, or nothing is left to train on.
        Cancelled: If ``cancelled`` said so.
    """
    train, test = _parts(config.dataset, config, progress, cancelled)
    return split(train, _own(test), config)


def _parts(
    name: str, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
) -> tuple[Dataset, Dataset]:
    """Return training and test images, from memory where they are still there; not to be written to."""
    source = source_of(name)
    if source is None:
        raise DataError(
            "There is no data set “{name}”.",
            remedy="Data sets are: {known}.",
            name=name,
            known=Phrase.listed(known_sources()),
        )
    with _memory_lock:
        key = (name, source.key(config))
        if key in _memory:
            _memory.move_to_end(key)
            return _memory[key]
    parts = source.parts(config, progress, cancelled)
    with _memory_lock:
        key = (name, source.key(config))  # a download has just brought the files
        if key[1] is not None:
            _memory[key] = parts
        while len(_memory) > KEPT_IN_MEMORY:
            _memory.popitem(last=False)
    return parts


def _own(dataset: Dataset) -> Dataset:
    """Copy a data set, so that nobody writes to the one in memory."""
    return replace(dataset, images=dataset.images.copy(), labels=dataset.labels.copy())
