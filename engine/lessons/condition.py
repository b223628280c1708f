"""What every condition does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from engine.lessons.state import LabState


class Condition(Protocol):
    """Something that is waited for."""

    def holds(self, lab: LabState) -> bool:
        """Say whether it is so in a lab as it stands."""
