"""One labelled image on its way into a data set, and what is said of one that cannot be used."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from engine.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One image that is read when it is wanted.

    Attributes:
        name: What to call it in a list: a file below its folder, or a number.
        label: The name of its class.
        read: Returns ``(H, W)``, ``(H, W, 3)`` or ``(H, W, 4)``, numbers as they are stored; may raise ``DataError``.
        test: Whether it is meant for testing.
        is_bare: Whether it comes from an array or a table, which do not say what is white, as a picture file does.
    """

    name: str
    label: str
    read: Callable[[], NDArray[Any]]
    test: bool = False
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """What cannot be used.

    Attributes:
        name: The file or the row.
        why: One sentence.
    """

    name: str
    why: str


def square(values: NDArray[Number]) -> NDArray[Number]:
    """Return ``(side²,)`` values as a square picture ``(side, side)``.

    Raises:
        DataError: If they do not fill a square.
    """
    side = math.isqrt(values.shape[-1])
    if side == 0 or side * side != values.shape[-1]:
        raise DataError(
            "This is no square picture.",
            cause="It has {count} pixels, which fill no square.",
            remedy="Use square pictures.",
            count=values.shape[-1],
        )
    return values.reshape(*values.shape[:-1], side, side)
