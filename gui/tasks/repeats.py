"""Errors that come again and again, as from a timer or while painting: the first is told, and the others are not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable
    from types import TracebackType

QUIET = 10.0  # seconds after which the same is new again


class Repeats:
    """Knows what came a moment ago; may be asked from any thread."""

    def __init__(self) -> None:
        self._last: dict[Hashable, float] = {}  # seconds on a steady clock

    def is_new(self, what: Hashable) -> bool:
        """Tell whether this did not come lately."""
        now = time.monotonic()
        last, self._last[what] = self._last.get(what, -QUIET), now
        return now - last >= QUIET


def kind_of(error: BaseException, trace: TracebackType | None) -> Hashable:
    """Return what errors of one kind have in common: their class, and where they arose."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = None if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
    return type(error), place
