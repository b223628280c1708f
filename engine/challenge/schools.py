"""Who has which images where data stay where they are: training images divided among schools."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import ConfigError, DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from engine.data.dataset import Dataset

LEAST_SCHOOLS, MOST_SCHOOLS = 2, 100


class Shares(StrEnum):
    """How images are divided."""

    EQUAL = "equal"  # mixed: each school has some of everything
    TWO_CLASSES = "two-classes"  # each school has two classes alone


def divided(
    train: Dataset, schools: int, shares: Shares, *, images: int = 0, seed: int = 0
) -> tuple[Dataset, ...]:
    """Divide training images among schools; no image goes to two of them.

    With two classes each, a class is dealt evenly to the schools that have it. Each class comes to one school at least.

    Args:
        train: The images.
        schools: How many schools.
        shares: By which rule.
        images: How many each school keeps at most; 0 for all.
        seed: Decides who gets which.

    Returns:
        The images of each school, one at least.

    Raises:
        ConfigError: If there cannot be so many schools.
        DataError: If there are too few images or classes for them.
    """
    check_schools(schools)
    generator = np.random.default_rng(seed)
    deal = _mixed if shares is Shares.EQUAL else _by_classes
    parts = [generator.permutation(part)[: images or None] for part in deal(train.labels, schools, generator)]
    if min(map(len, parts)) == 0:
        raise DataError(
            "There are too few images for {schools} schools.",
            cause="One of them would have none.",
            remedy="Choose fewer schools, or more images.",
            schools=schools,
        )
    return tuple(train.subset(np.sort(part)) for part in parts)


def check_schools(schools: int) -> None:
    """See that there can be so many schools.

    Raises:
        ConfigError: If there cannot.
    """
    if not LEAST_SCHOOLS <= schools <= MOST_SCHOOLS:
        raise ConfigError(
            "There cannot be {count:,} schools.",
            remedy="Choose {least} to {most} of them.",
            count=schools,
            least=LEAST_SCHOOLS,
            most=MOST_SCHOOLS,
        )


def _mixed(
    labels: NDArray[np.int64], schools: int, generator: np.random.Generator
) -> list[NDArray[np.int64]]:
    return np.array_split(generator.permutation(len(labels)), schools)


def _by_classes(
    labels: NDArray[np.int64], schools: int, generator: np.random.Generator
) -> list[NDArray[np.int64]]:
    there = generator.permutation(np.unique(labels))
    count = len(there)
    if count < 2 or 2 * schools < count:
        raise DataError(
            "Two classes each do not go round.",
            cause="{schools} schools have at most {places} classes, and the data have {classes}.",
            remedy="Choose more schools, or equal shares.",
            schools=schools,
            places=2 * schools,
            classes=count,
        )
    # Two places a school. Each time round the classes it begins one further on, so that other pairs meet.
    owners: dict[int, list[int]] = {int(each): [] for each in there}
    for place in range(2 * schools):
        owners[int(there[(place + place // count) % count])].append(place // 2)
    parts: list[list[NDArray[np.int64]]] = [[] for _ in range(schools)]
    for each, schools_of in owners.items():
        own = generator.permutation(np.flatnonzero(labels == each))
        for school, part in zip(schools_of, np.array_split(own, len(schools_of)), strict=True):
            parts[school].append(part)
    return [np.concatenate(part) for part in parts]


def pooled(parts: Iterable[Dataset]) -> Dataset:
    """Return the images of all schools as one data set."""
    first, *_ = parts = tuple(parts)
    images, labels = (
        np.concatenate([getattr(each, name) for each in parts]) for name in ("images", "labels")
    )
    return replace(first, images=images, labels=labels, same=None, added=None)
