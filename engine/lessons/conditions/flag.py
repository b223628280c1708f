"""What is so or is not: something is on the pad, a model is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from engine.lessons.state import CLEARED, NAMED
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.lessons.state import LabState
    from engine.lessons.table import Table

FLAGS: dict[str, Callable[[LabState], bool]] = {
    "prepared": lambda lab: lab.is_prepared,
    "cleared": lambda lab: CLEARED in lab.happened,
    "named": lambda lab: NAMED in lab.happened,
    "microscope": lambda lab: lab.has_microscope,
    "looked_back": lambda lab: lab.looks_back,
    "model": lambda lab: lab.has_model,
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One of ``FLAGS`` is so, or is not where the file says ``false``.

    Attributes:
        name: Which.
        wanted: How it is to be.
    """

    name: str
    wanted: bool

    @classmethod
    def read(cls, name: str, table: Table) -> Self:
        return cls(name, table.flag(name))

    def holds(self, lab: LabState) -> bool:
        return FLAGS[self.name](lab) == self.wanted
