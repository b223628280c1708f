"""Knows images by their content: those that are there more than once belong on one side of every division."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


DIGEST_BYTES = 16


def image_digests(images: NDArray[Any]) -> list[str]:
    """Return what each of ``(N, …)`` images or rows is known by, whatever data set it is in."""
    if not len(images):
        return []
    rows = np.ascontiguousarray(images).reshape(len(images), -1)
    return [hashlib.blake2b(row.data, digest_size=DIGEST_BYTES).hexdigest() for row in rows]


def first_of_same(images: NDArray[np.uint8]) -> NDArray[np.int64]:
    """Return for each image the place of the first one that is the same in every pixel, ``(N,)`` int64.

    Args:
        images: ``(N, H, W)`` or ``(N, H, W, C)`` uint8.
    """
    places: dict[str, int] = {}
    firsts = (places.setdefault(digest, place) for place, digest in enumerate(image_digests(images)))
    return np.fromiter(firsts, np.int64, len(images))


def beside_their_like(order: NDArray[np.int64], groups: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return an order in which images of one group follow each other, where the first of them stood.

    Args:
        order: ``(N,)`` places of images, each once.
        groups: ``(N,)`` what each image belongs to, by its place.
    """
    position = np.empty(len(order), np.int64)
    position[order] = np.arange(len(order))
    first = np.full(int(groups.max(initial=-1)) + 1, len(order), np.int64)
    np.minimum.at(first, groups, position)
    return order[np.argsort(first[groups[order]], kind="stable")]


def cut_between_groups(order: NDArray[np.int64], cut: int, groups: NDArray[np.int64]) -> int:
    """Return the largest number up to ``cut`` at which ``order`` can be cut without parting a group; ``cut`` if none.

    Args:
        order: ``(N,)`` places of images, those of a group beside each other.
        cut: How many images are wanted before the cut.
        groups: ``(N,)`` what each image belongs to, by its place.
    """
    wanted = cut
    while 0 < cut < len(order) and groups[order[cut - 1]] == groups[order[cut]]:
        cut -= 1
    return cut or wanted
