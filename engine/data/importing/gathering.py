"""Reads and prepares all that becomes a data set, so that a person may look at it before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.importing.choices import Choices
from engine.data.importing.division import divide, in_one_spelling
from engine.data.importing.prepare import prepare
from engine.data.importing.registry import find_images
from engine.data.importing.values import ValueRange
from engine.data.labels import imported_order, too_many_classes
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections import Counter
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.item import Rejected
    from engine.data.importing.preparation import Preparation
    from engine.data.importing.prepare import Prepared
    from engine.data.importing.reader import Found, IsCancelled, Progress


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Images that are ready to become a data set.

    Attributes:
        path: The folder or file that they come from.
        images: ``(N, 28, 28)`` uint8.
        labels: ``(N,)`` int64, each an index into ``classes``.
        classes: The names of the classes.
        test: ``(N,)`` bool, which images are tested with.
        is_divided: Whether the files say which images are tested with; else a share of each class was drawn.
        same: ``(N,)`` int64, one number for images that are the same in every pixel.
        rejected: What could not be used, and why.
        notes: What else a person should know, a sentence each.
        preparation: How the images were brought to 28×28.
        ranges: The values that became 0 and 255.
        sizes: How many images had which ``(height, width)``.
    """

    path: Path
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    classes: tuple[str, ...]
    test: NDArray[np.bool_]
    is_divided: bool
    same: NDArray[np.int64]
    rejected: tuple[Rejected, ...]
    notes: tuple[Phrase, ...]
    preparation: Preparation
    ranges: tuple[ValueRange, ...]
    sizes: Counter[tuple[int, int]]

    @property
    def values(self) -> Phrase:
        """What became of the values, as a person is told: “0 to 16 → 0 to 255”."""
        every = Phrase.joined((each.words for each in self.ranges), ", ")
        return Phrase("{values} → 0 to 255", values=every)


def gather(
    path: Path,
    choices: Choices = Choices(),  # noqa: B008 - frozen
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Gathered:
    """Read a folder or file and prepare what is in it.

    Args:
        path: The folder or file.
        choices: What a person decided.
        progress: Told what is done and which share of it.
        cancelled: Asked many times a second whether to stop.

    Raises:
        DataError: If there are no usable images of at least two classes, or something about them cannot be told.
        Cancelled: If ``cancelled`` said so.
    """
    found = find_images(path, label_column=choices.label_column, progress=progress, cancelled=cancelled)
    prepared = prepared_of(found, choices, progress=progress, cancelled=cancelled)
    return gathered_of(path, found, prepared)


def prepared_of(
    found: Found,
    choices: Choices,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Prepared:
    """Bring what was found to 28×28 as a person chose; errors as in ``gather``."""
    return prepare(
        found.items,
        choices.preparation,
        size=found.size,
        value_range=ValueRange(*choices.value_range) if choices.value_range else None,
        transposed=choices.transposed,
        progress=progress,
        cancelled=cancelled,
    )


def gathered_of(path: Path, found: Found, prepared: Prepared) -> Gathered:
    """Divide prepared images and tell of them.

    Args:
        path: The folder or file that they come from.
        found: What was found there.
        prepared: The same at 28×28.

    Raises:
        DataError: If they are of one class only.
    """
    used = in_one_spelling(prepared.used)
    classes = imported_order(item.label for item in used)
    if (why := too_many_classes(len(classes))) is not None:
        raise DataError(
            "“{name}” cannot become a data set.",
            cause=why,
            remedy="Leave some of them out.",
            name=path.name,
        )
    if len({item.label for item in used}) < 2:
        raise DataError(
            "“{name}” has images of one class only.",
            remedy="Put the pictures of each class into a folder of its own.",
            name=path.name,
        )
    place = {label: index for index, label in enumerate(classes)}
    labels = np.array([place[item.label] for item in used], dtype=np.int64)
    division = divide(prepared.images, used, labels, classes)
    kept = division.kept
    return Gathered(
        path,
        prepared.images if kept.all() else prepared.images[kept],
        labels[kept],
        classes,
        division.test[kept],
        division.is_marked,
        np.unique(division.same[kept], return_inverse=True)[1].astype(np.int64),
        (*found.rejected, *prepared.rejected),
        (*division.notes, *found.notes),
        prepared.how,
        prepared.ranges,
        prepared.sizes,
    )
