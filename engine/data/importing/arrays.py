"""Labelled images that lie in arrays, whatever shape, type and labels these have."""

from __future__ import annotations

import math
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.image_file import MAX_PIXELS
from engine.data.importing.flat import Flat, fills_picture, flat_form
from engine.data.importing.item import Item
from engine.data.importing.reader import Unreadable
from engine.data.labels import MOST_CLASSES, checked_label, too_many_classes
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CHANNELS = (3, 4)  # red, green, blue; and opacity
WIDEST = 8  # bytes of a number
SOME = 64  # images by which it is told how they lie in rows
LONGEST_NUMBER = 9  # digits of the number of a class


def array_items(
    images: NDArray[Any], labels: NDArray[Any], classes: NDArray[Any] | None, *, test: bool, most: int
) -> list[Item]:
    """Return the images in an array.

    Args:
        images: ``(N, H, W)``, ``(N, H, W, C)``, ``(N, C, H, W)`` or ``(N, pixels)``, or with N as the
            last axis; numbers of any type and range.
        labels: ``(N,)`` or ``(N, 1)`` whole numbers or words, or ``(N, classes)`` with a single 1 in each row.
        classes: Names of the classes in the order of the numbers.
        test: Whether they are meant for testing.
        most: How many there may be.

    Raises:
        Unreadable: If the arrays are of another form, or there are more.
    """
    if images.dtype.kind not in "buif" or images.dtype.itemsize > WIDEST:
        raise Unreadable(Phrase("Its images are of the type {dtype}.", dtype=images.dtype))
    check_count(labels.shape[0] if labels.ndim else 0, max(most, MOST_CLASSES))  # before any is looked at
    labels = _one_each(labels, images.shape)
    check_count(len(labels), most)
    images, form = _pictures(images, len(labels))
    if math.prod(images.shape[1:3]) > MAX_PIXELS:  # of each
        raise Unreadable(
            Phrase(
                "Each of its images has more than {millions} million pixels.",
                millions=MAX_PIXELS // 1_000_000,
            )
        )
    if len(labels) != len(images):
        raise Unreadable(
            Phrase(
                "There are {images} examples and {labels} labels.", images=len(images), labels=len(labels)
            ),
        )
    try:
        words = [checked_label(word) for word in _named(label_words(labels), classes)]
    except DataError as error:
        raise Unreadable(error.what) from error

    def read(place: int) -> NDArray[Any]:
        return np.asarray(images[place] if form is None else form.pictures(images[place].reshape(-1)))

    def name(place: int) -> str:
        if test:
            return Phrase("test image {number}", number=place)
        return Phrase("image {number}", number=place)

    return [
        Item(name(place), word, partial(read, place), test, is_bare=True) for place, word in enumerate(words)
    ]


def check_count(count: int, most: int) -> None:
    """See that there are not more images than their file makes believable.

    Raises:
        Unreadable: If there are.
    """
    if count > most:
        raise Unreadable(
            Phrase("It would hold {count:,} images, which is far too many for its size.", count=count)
        )


def label_words(labels: NDArray[Any]) -> list[str]:
    """Return labels ``(N,)`` as words; whole numbers in any spelling, ``7.0`` or ``" 7"``, as these alone.

    Raises:
        Unreadable: If they are numbers with fractions, or of a type that names nothing.
    """
    if labels.dtype.kind in "SU":
        words = [_word(label) for label in labels]
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


def _word(label: Any) -> str:
    """Return a label that is text; as bytes it is UTF-8."""
    text = label.decode("utf-8", "replace") if isinstance(label, bytes) else str(label)
    return sys.intern(text.strip())


def _named(words: list[str], classes: NDArray[Any] | None) -> Sequence[str]:
    """Return the names of classes in place of their numbers, where there are names."""
    if classes is None or classes.dtype.kind not in "US" or not all(word.isdecimal() for word in words):
        return words
    if (why := too_many_classes(classes.size)) is not None:
        raise Unreadable(why)
    names = label_words(classes.reshape(-1))
    if any(len(word) > LONGEST_NUMBER or int(word) >= len(names) for word in words):
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


def _pictures(images: NDArray[Any], count: int) -> tuple[NDArray[Any], Flat | None]:
    """Return images as ``(N, H, W)`` or ``(N, H, W, C)``; or as numbers in a row, and how they are a picture.

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
    is_flat = images.ndim == 2 or (
        images.ndim == 3 and fills_picture(images.shape[1] * images.shape[2]) and 3 in images.shape[1:]
    )
    if not images.size or images.ndim not in (2, 3, 4):
        raise Unreadable(Phrase("Its images have the shape {shape}.", shape=shape))
    if is_flat:
        some = images[:: max(1, len(images) // SOME)]
        try:
            return images, flat_form(some.reshape(len(some), -1))
        except DataError as error:
            raise Unreadable(error.cause) from error
    if images.ndim == 4 and images.shape[1] in CHANNELS and images.shape[3] not in CHANNELS:
        images = np.moveaxis(images, 1, 3)
    if images.ndim == 4 and images.shape[3] not in CHANNELS:
        raise Unreadable(Phrase("Its images have the shape {shape}.", shape=shape))
    return images, None
