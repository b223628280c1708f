"""A watch that stands while a run is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopwatch:
    """Adds up the time between ``start`` and ``stop``; calling either twice does no harm.

    Args:
        clock: Seconds from any beginning.

    Attributes:
        seconds: What was added up when it last stood.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._started: float | None = None
        self.seconds = 0.0

    def start(self) -> None:
        """Let time count."""
        if self._started is None:
            self._started = self._clock()

    def stop(self) -> None:
        """Let no more time count."""
        self.seconds = self.elapsed()
        self._started = None

    def elapsed(self) -> float:
        """Return the seconds that have counted until now."""
        return self.seconds if self._started is None else self.seconds + self._clock() - self._started
