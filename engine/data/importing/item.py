"""One labelled image on its way into a data set, and what is said of one that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


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
