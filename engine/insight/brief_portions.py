"""Many images through a network, a few at a time: so few that whoever cancels is heard within a second."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from engine.errors import Cancelled
from engine.models.at_once import images_at_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import nn

SHORT, LONG = (
    0.2,
    0.5,
)  # seconds for a portion: below the one the next is larger, above the other it is smaller


def brief_portions(
    model: nn.Module,
    count: int,
    most: int,
    what: str,
    *,
    copies: int = 1,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[slice]:
    """Cut ``count`` images into portions, the first of one image, the others by the time that the last one took.

    Args:
        model: The network.
        count: How many images there are.
        most: How many are wanted at once.
        what: What is done with them, for ``progress``.
        copies: As for ``images_at_once``.
        progress: Told what is done, and the share that is done.
        cancelled: Asked before each portion whether to give up.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    largest = images_at_once(model, most, copies=copies)
    size, start = 1, 0
    while start < count:
        if cancelled is not None and cancelled():
            raise Cancelled
        began, stop = perf_counter(), min(start + size, count)
        yield slice(start, stop)
        took = perf_counter() - began
        if took < SHORT:
            size = min(2 * size, largest)
        elif took > LONG:
            size = max(size // 2, 1)
        start = stop
        if progress is not None:
            progress(what, stop / count)
