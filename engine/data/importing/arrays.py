"""Labelled images that lie in arrays, whatever shape, type and labels these have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.item import Item, square
from engine.data.importing.reader import Unreadable
from engine.data.labels import checked_label
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray


def array_items(
    images: NDArray[Any], labels: NDArray[Any], classes: NDArray[Any] | None, *, test: bool
) -> list[Item]:
    """Return the images in an array.

    Args:
        images: ``(N, H, W)``, ``(N, H, W, C)``, ``(N, C, H, W)`` or ``(N, side²)``, numbers of any type and range.
        labels: ``(N,)`` whole numbers or words.
        classes: Names of the classes in the order of the numbers.
        test: Whether they are meant for testing.

    Raises:
        Unreadable: If the arrays are of another form.
        DataError: If the values fill no square, or a label is no name for a class.
    """
    if images.dtype.kind not in "buif":
        raise Unreadable(Phrase("Its images are of the type {dtype}.", dtype=images.dtype))
    if images.ndim == 2:
        images = square(images)
    if images.ndim == 4 and images.shape[1] in (1, 3) and images.shape[3] not in (1, 3, 4):
        images = np.moveaxis(images, 1, 3)
    if images.ndim == 4 and images.shape[3] == 1:
        images = images[:, :, :, 0]
    if images.ndim not in (3, 4) or (images.ndim == 4 and images.shape[3] not in (3, 4)) or not images.size:
        raise Unreadable(Phrase("Its images have the shape {shape}.", shape=images.shape))
    labels = labels.reshape(-1)
    if len(labels) != len(images):
        raise Unreadable(
            Phrase("There are {images} images and {labels} labels.", images=len(images), labels=len(labels)),
        )
    words = _words(labels, classes)

    def read(place: int) -> NDArray[Any]:
        return np.asarray(images[place])

    def name(place: int) -> str:
        if test:
            return Phrase("test image {number}", number=place)
        return Phrase("image {number}", number=place)

    return [
        Item(name(place), word, partial(read, place), test, is_bare=True) for place, word in enumerate(words)
    ]


def _words(labels: NDArray[Any], classes: NDArray[Any] | None) -> list[str]:
    """Return the name of each image's class."""
    if labels.dtype.kind == "S":
        labels = np.char.decode(labels, "utf-8", "replace")
    if labels.dtype.kind == "U":
        return [checked_label(str(label)) for label in labels]
    if labels.dtype.kind == "f" and np.isfinite(labels).all() and (labels == np.rint(labels)).all():
        labels = labels.astype(np.int64)
    if labels.dtype.kind not in "bui":
        raise Unreadable(Phrase("Its labels are of the type {dtype}.", dtype=labels.dtype))
    if classes is None or classes.dtype.kind not in "US":
        return [str(int(label)) for label in labels]
    names = [checked_label(name) for name in _words(classes.reshape(-1), None)]
    if len(labels) and not (0 <= int(labels.min()) and int(labels.max()) < len(names)):
        raise Unreadable(Phrase("A label in it names no class."))
    return [names[int(label)] for label in labels]
