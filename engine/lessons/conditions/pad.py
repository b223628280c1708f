"""The pad: what is taken for what, and what one has drawn and named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from engine.lessons.conditions.bounds import Bounds
from engine.lessons.conditions.flag import Flag
from engine.lessons.conditions.together import Together
from engine.lessons.state import DRAWN
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.lessons.condition import Condition
    from engine.lessons.state import LabState
    from engine.lessons.table import Table

ANY = "any"
MOST_LETTERS = 60  # of the name of a class
FLAGS_OF_PAD = ("prepared", "cleared", "named")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A drawing is taken for a class: ``recognised = "7"``, one of a list, or ``true`` for any.

    Attributes:
        labels: The classes; empty for any.
        bounds: How sure the network is, 0 to 1.
    """

    labels: tuple[str, ...]
    bounds: Bounds

    @classmethod
    def read(cls, table: Table) -> Self:
        value = table.raw("recognised")
        labels = () if value is True else tuple(value) if isinstance(value, list) else (value,)
        if not all(isinstance(label, str) and 0 < len(label) <= MOST_LETTERS for label in labels):
            table.note(
                "recognised",
                Phrase("“{key}” must be a class such as “7”, a list of them, or true.", key="recognised"),
            )
        return cls(labels, Bounds.read(table))

    def holds(self, lab: LabState) -> bool:
        return any(
            (not self.labels or label in self.labels) and self.bounds.hold(share)
            for label, share in lab.readings
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something is on the pad: ``drawn = true``; with ``new = true`` it was put there since the step began."""

    wanted: bool
    is_new: bool

    @classmethod
    def read(cls, table: Table) -> Self:
        return cls(table.flag("drawn"), table.flag("new"))

    def holds(self, lab: LabState) -> bool:
        return lab.is_drawn == self.wanted and (DRAWN in lab.happened or not self.is_new)


@dataclass(frozen=True, slots=True)
class DrawingsCounted:
    """So many drawings of one's own: ``drawings = "any"`` or a class, with bounds."""

    label: str
    bounds: Bounds

    @classmethod
    def read(cls, table: Table) -> Self:
        label = table.raw("drawings")
        if not isinstance(label, str) or not 0 < len(label) <= MOST_LETTERS:
            table.note("drawings", Phrase("“{key}” must be a class such as “7”, or any.", key="drawings"))
            label = ANY
        return cls(label, Bounds.read(table) or Bounds(at_least=1))

    def holds(self, lab: LabState) -> bool:
        counts = lab.drawings
        return self.bounds.hold(sum(counts.values()) if self.label == ANY else counts.get(self.label, 0))


@dataclass(frozen=True, slots=True)
class ClassesCounted:
    """So many classes have drawings of one's own, ``each`` at least so many: ``classes = true, at_least = 2``."""

    each: float
    bounds: Bounds

    @classmethod
    def read(cls, table: Table) -> Self:
        table.yes("classes")
        each = table.number("each", 1, 10_000, whole=True)
        return cls(each or 1.0, Bounds.read(table) or Bounds(at_least=1))

    def holds(self, lab: LabState) -> bool:
        return self.bounds.hold(sum(1 for count in lab.drawings.values() if count >= self.each))


def ask_for_pad(conditions: Iterable[Condition]) -> bool:
    """Tell whether one of some conditions, or of those that it is made of, is met by a hand on the pad."""
    return any(
        ask_for_pad(each.parts)
        if isinstance(each, Together)
        else isinstance(each, Recognised | Drawn) or (isinstance(each, Flag) and each.name in FLAGS_OF_PAD)
        for each in conditions
    )
