"""Bounds between which a number is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.lessons.table import Table

NAMES = ("above", "below", "at_least", "at_most", "equals")
CLOSE = 1e-9  # beside the number, as 0.1 + 0.2 is 0.3 to people


@dataclass(frozen=True, slots=True)
class Bounds:
    """Some bounds; those that are None do not count.

    Attributes:
        above: It is more.
        below: It is less.
        at_least: It is as much or more.
        at_most: It is as much or less.
        equals: It is just that.
    """

    above: float | None = None
    below: float | None = None
    at_least: float | None = None
    at_most: float | None = None
    equals: float | None = None

    @classmethod
    def read(cls, table: Table) -> Self:
        """Read those of a table."""
        return cls(*(table.number(name) for name in NAMES))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return any(getattr(self, name) is not None for name in NAMES)

    def hold(self, value: float | None) -> bool:
        """Say whether a number is between them; what is not known is not, nor is what is no number."""
        if value is None:
            return False
        if self.equals is not None and not abs(value - self.equals) <= CLOSE * max(1.0, abs(self.equals)):
            return False
        return (
            (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
            and (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
        )
