"""Labelled images that lie in arrays, whatever shape, type and labels these have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.importing.flat import fills_picture, flat_form
from engine.data.importing.item import Item
from engine.data.importing.reader import Unreadable
from engine.data.labels import checked_label
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CHANNELS = (3, 4)  # red, green, blue; and opacity


def array_items(
    images: NDArray[Any], labels: NDArray[Any], classes: NDArray[Any] | None, *, test: bool
) -> list[Item]:
    """Return the images in an array.

    Args:
        images: ``(N, H, W)``, ``(N, H, W, C)``, ``(N, C, H, W)`` or ``(N, pixels)``, or with N as the
            last axis; numbers of any type and range.
        labels: ``(N,)`` or ``(N, 1)`` whole numbers or words, or ``(N, classes)`` with a single 1 in each row.
        classes: Names of the classes in the order of the numbers.
        test: Whether they are meant for testing.

    Raises:
        Unreadable: If the arrays are of another form.
    """
    if images.dtype.kind not in "buif":
        raise Unreadable(Phrase("Its images are of the type {dtype}.", dtype=images.dtype))
    labels = _one_each(labels, images.shape)
    images = _pictures(images, len(labels))
    if len(labels) != len(images):
        raise Unreadable(
            Phrase("There are {images} images and {labels} labels.", images=len(images), labels=len(labels)),
        )
    try:
        words = [checked_label(word) for word in _named(label_words(labels), classes)]
    except DataError as error:
        raise Unreadable(error.what) from error

    def read(place: int) -> NDArray[Any]:
        return np.asarray(images[place])

    def name(place: int) -> str:
        if test:
            return Phrase("test image {number}", number=place)
        return Phrase("image {number}", number=place)

    return [
        Item(name(place), word, partial(read, place), test, is_bare=True) for place, word in enumerate(words)
    ]


def label_words(labels: NDArray[Any]) -> list[str]:
    """Return labels ``(N,)`` as words; whole numbers in any spelling, ``7.0`` or ``" 7"``, as these alone.

    Raises:
        Unreadable: If they are numbers with fractions, or of a type that names nothing.
    """
    if labels.dtype.kind == "S":
        labels = np.char.decode(labels, "utf-8", "replace")
    if labels.dtype.kind == "U":
        words = [str(label).strip() for label in labels]
        try:
            labels = np.array(words, dtype=np.float64)
        except ValueError:
            return words
        if not (np.isfinite(labels).all() and (labels == np.rint(labels)).all()):
            return words
    if labels.dtype.kind not in "buif":
        raise Unreadable(Phrase("Its labels are of the type {dtype}.", dtype=labels.dtype))
    if labels.dtype.kind == "f":
        if not np.isfinite(labels).all():
            raise Unreadable(Phrase("Some of its labels are no numbers."))
        odd = labels[labels != np.rint(labels)]
        if len(odd):
            raise Unreadable(
                Phrase("Its labels are numbers with fractions, such as {value:g}.", value=float(odd[0]))
            )
    return [str(int(label)) for label in labels]


def _named(words: list[str], classes: NDArray[Any] | None) -> Sequence[str]:
    """Return the names of classes in place of their numbers, where there are names."""
    if classes is None or classes.dtype.kind not in "US" or not all(word.isdecimal() for word in words):
        return words
    names = label_words(classes.reshape(-1))
    if any(int(word) >= len(names) for word in words):
        raise Unreadable(Phrase("A label in it names no class."))
    return [names[int(word)] for word in words]


def _one_each(labels: NDArray[Any], shape: tuple[int, ...]) -> NDArray[Any]:
    """Return labels as ``(N,)``; of rows with a single 1 its place."""
    if labels.ndim == 0:
        raise Unreadable(Phrase("Its labels are a single value."))
    if labels.ndim == 1 or labels.size == max(labels.shape):
        return labels.reshape(-1)
    if labels.ndim != 2:
        raise Unreadable(Phrase("Its labels have the shape {shape}.", shape=labels.shape))
    if shape and len(labels) not in (shape[0], shape[-1]) and labels.shape[1] in (shape[0], shape[-1]):
        labels = labels.T
    if labels.dtype.kind in "buif" and ((labels == 0) | (labels == 1)).all():
        if (labels.sum(axis=1) == 1).all():
            return np.asarray(labels.argmax(axis=1))
        raise Unreadable(Phrase("Some of its images have several labels, or none."))
    if labels.dtype.kind == "f" and (labels >= 0).all() and np.allclose(labels.sum(axis=1), 1, atol=1e-3):
        raise Unreadable(
            Phrase("Its labels are shares of classes, where one class for each image is needed.")
        )
    raise Unreadable(Phrase("Its labels have the shape {shape}.", shape=labels.shape))


def _pictures(images: NDArray[Any], count: int) -> NDArray[Any]:
    """Return images as ``(N, H, W)`` or ``(N, H, W, C)``.

    Args:
        images: In any form.
        count: How many there are by their labels.
    """
    shape = images.shape
    if images.ndim > 1 and shape[0] != count and shape[-1] == count:
        images = np.moveaxis(images, -1, 0)
    single = tuple(axis for axis in range(1, images.ndim) if images.shape[axis] == 1)
    if images.ndim > 2:
        images = images.squeeze(axis=single)
    if images.ndim == 3 and fills_picture(images.shape[1] * images.shape[2]) and 3 in images.shape[1:]:
        images = images.reshape(len(images), -1)
    if not images.size or images.ndim not in (2, 3, 4):
        raise Unreadable(Phrase("Its images have the shape {shape}.", shape=shape))
    if images.ndim == 2:
        try:
            return flat_form(images).pictures(images)
        except DataError as error:
            raise Unreadable(error.cause) from error
    if images.ndim == 4 and images.shape[1] in CHANNELS and images.shape[3] not in CHANNELS:
        images = np.moveaxis(images, 1, 3)
    if images.ndim == 4 and images.shape[3] not in CHANNELS:
        raise Unreadable(Phrase("Its images have the shape {shape}.", shape=shape))
    return images
