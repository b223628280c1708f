"""How often plots may be redrawn: a share of the time, not a rate."""

from __future__ import annotations

SHARE = 0.03
SHORTEST = 1 / 30
LONGEST = 1 / 4


class RepaintBudget:
    """Says when the next redraw is due, from what the last one cost.

    Painting holds the interpreter's lock, so that every millisecond of it is taken from training. With a small share of
    the time for painting, the rate follows by itself: 30 a second for cheap plots, never below 4.

    Args:
        share: Of the time that may go into painting.
        longest: Seconds between two redraws at the most, however much one costs.
    """

    def __init__(self, share: float = SHARE, longest: float = LONGEST) -> None:
        self._share = share
        self._longest = longest
        self._due = 0.0

    def is_due(self, now: float) -> bool:
        """Tell whether a redraw may be done at ``now`` (seconds on any steady clock)."""
        return now >= self._due

    def pause(self, now: float) -> float:
        """Return how many seconds there are until the next redraw is due; 0 where it is."""
        return max(0.0, self._due - now)

    def spent(self, started: float, ended: float) -> None:
        """Note a redraw that took from ``started`` to ``ended`` (seconds)."""
        pause = min(self._longest, max(SHORTEST, (ended - started) / self._share))
        self._due = started + pause

    def reset(self) -> None:
        """Allow a redraw at once."""
        self._due = 0.0
