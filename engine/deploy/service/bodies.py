"""From the body of a request to what the network takes: pixels or numbers as JSON or bytes, or a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.image_file import picture_in
from engine.data.ink import Box, image_digits, normalize_image, stand_in_lines
from engine.data.photo import middle_box, picture_for, takes_colours, takes_pictures
from engine.deploy.service.request import Refusal
from engine.foreign_bytes import json_of
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.deploy.service.served import Served

JSON, RAW = "application/json", "application/octet-stream"
PICTURES = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/jpg": "JPEG",
    "image/gif": "GIF",
    "image/bmp": "BMP",
    "image/webp": "WEBP",
}
FORMATS = tuple(dict.fromkeys(PICTURES.values()))  # what it is said to be does not count
MOST_BYTES = 16 << 20  # of a picture
MOST_JSON = 2 << 20
MOST_PIXELS = 16_000_000  # a phone's photograph has twelve million


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a request asks about.

    Attributes:
        images: ``(N, H, W)`` uint8, ``(N, H, W, C)`` in colour, or rows ``(N, F)`` float32.
        boxes: Where they lie in the picture, where it was one.
        several: Whether an answer of each is wanted, however many they are.
    """

    images: NDArray[Any]
    boxes: tuple[Box, ...] = ()
    several: bool = False


def most_bytes(kind: str, served: Served) -> int:
    """Return how many bytes a body may have.

    Args:
        kind: What it is, such as ``image/png``.
        served: What answers.

    Raises:
        Refusal: If that is nothing this service reads.
    """
    if kind == JSON:
        return MOST_JSON
    if kind == RAW:
        return min(MOST_BYTES, served.most_images * _bytes_each(served))
    if kind not in PICTURES:
        raise Refusal(
            "Bodies of the kind “{kind}” are not read here.",
            remedy="Send image/png or another picture, application/json or application/octet-stream.",
            status=415,
            kind=kind[:80],
        )
    if served.kind.has_features:
        raise Refusal(
            "This model takes no pictures, but rows of {count} numbers.",
            remedy="Send them as application/json.",
            status=415,
            count=served.form[0],
        )
    if not takes_pictures(served.network.image_shape):
        raise Refusal(
            "This model takes no pictures of drawings, but images of {form} pixels.",
            remedy="Send them as application/json.",
            status=415,
            form=_form_words(served.form),
        )
    return MOST_BYTES


def asked(kind: str, body: bytes, served: Served) -> Asked:
    """Return what the body of a request asks about.

    Raises:
        NetSketchError: If it is not what it says it is, holds too much, or shows nothing.
    """
    if kind == JSON:
        return _described(body, served)
    if kind == RAW:
        size = _bytes_each(served)
        if not body or len(body) % size:
            raise Refusal(
                "The body has {bytes:,} bytes, and each image has {size:,}.", bytes=len(body), size=size
            )
        given = np.frombuffer(body, np.dtype(served.kind.dtype).newbyteorder("<"))
        values = given.astype(served.kind.dtype, copy=False).reshape(-1, *served.form)
        _check_finite(values)
        return Asked(values, several=len(body) > size)
    return _pictured(body, served)


def _described(body: bytes, served: Served) -> Asked:
    try:
        told = json_of(body)
    except ValueError as error:
        raise Refusal("The body is no JSON.") from error
    one, many = ("row", "rows") if served.kind.has_features else ("pixels", "images")
    read = _rows if served.kind.has_features else _array
    if isinstance(told, dict) and set(told) == {one}:
        return Asked(read(told[one], served.form)[None])
    if isinstance(told, dict) and set(told) == {many}:
        images = told[many]
        if not isinstance(images, list) or not images:
            raise Refusal("“{many}” is no list of {many}.", many=many)
        if len(images) > served.most_images:
            raise Refusal(
                "There are {count:,} images in one request, and {most:,} are the most.",
                status=413,
                count=len(images),
                most=served.most_images,
            )
        return Asked(read(images, (len(images), *served.form)), several=True)
    raise Refusal("The body does not have “{one}”, or “{many}”, and nothing else.", one=one, many=many)


def _bytes_each(served: Served) -> int:
    """Return how many bytes an example has."""
    return math.prod(served.form) * np.dtype(served.kind.dtype).itemsize


def _array(value: Any, form: tuple[int, ...]) -> NDArray[np.uint8]:
    """Return nested lists of whole numbers as an array, if they have a form; nothing is made of them before."""
    parts = _flat(value, form)
    if parts is None or not set(map(type, parts)) <= {int}:
        raise _no_image(form)
    try:
        return np.frombuffer(bytes(parts), np.uint8).reshape(form)
    except ValueError as error:
        raise _no_image(form) from error


def _rows(value: Any, form: tuple[int, ...]) -> NDArray[np.float32]:
    """Return nested lists of numbers as an array, likewise."""
    parts = _flat(value, form)
    if (
        parts is None
        or not set(map(type, parts)) <= {int, float}
        or not all(abs(part) < 1e38 for part in parts)
    ):
        raise Refusal("These are no lists of {count} numbers.", count=form[-1])
    return np.array(parts, np.float32).reshape(form)


def _flat(value: Any, form: tuple[int, ...]) -> list[Any] | None:
    """Return what nested lists of a form hold; None where they have another."""
    parts = [value]
    for size in form:
        if any(type(part) is not list or len(part) != size for part in parts):
            return None
        parts = list(chain.from_iterable(parts))
    return parts


def _check_finite(values: NDArray[Any]) -> None:
    if not np.isfinite(values).all():
        raise Refusal("Some of these numbers are infinite or none.")


def _no_image(form: tuple[int, ...]) -> Refusal:
    return Refusal(
        "These are no lists of {form} whole numbers from 0 to 255; ink is 255.", form=_form_words(form)
    )


def _form_words(form: tuple[int, ...]) -> str:
    return "×".join(map(str, form))


def _pictured(body: bytes, served: Served) -> Asked:
    """Find what is written in a picture, as ``netsketch predict`` does."""
    pixels = picture_in(body, Phrase("picture"), MOST_PIXELS, FORMATS)
    shape = served.network.image_shape
    if takes_colours(shape):
        box = Box(*middle_box((pixels.shape[0], pixels.shape[1]), (shape[1], shape[2])))
        return Asked(picture_for(pixels, shape)[None], (box,), several=True)
    if stand_in_lines(served.about.classes):
        digits = image_digits(pixels)
        boxes, views = [digit.box for digit in digits], [digit.stages[-1].image for digit in digits]
    else:
        boxes, views = [Box(0, 0, pixels.shape[1], pixels.shape[0])], [normalize_image(pixels)]
    if not any(view.any() for view in views):
        raise Refusal("The picture shows nothing.", remedy="Use a picture of ink on plain paper.")
    images: NDArray[np.uint8] = np.stack(views)
    return Asked(images, tuple(boxes), several=True)
