"""Conditions made of others: all of them, any of them, not this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.lessons.condition import Condition
    from engine.lessons.state import LabState


@dataclass(frozen=True, slots=True)
class Together:
    """``all = […]``, ``any = […]`` or ``not = {…}``."""

    how: str
    parts: tuple[Condition, ...]

    def holds(self, lab: LabState) -> bool:
        found = (part.holds(lab) for part in self.parts)
        return any(found) if self.how == "any" else all(found) if self.how == "all" else not all(found)
