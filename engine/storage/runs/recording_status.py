"""What a recorder says when the disk refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.errors import NetSketchError


@dataclass(frozen=True, slots=True, eq=False)
class RecordingStatus:
    """The run cannot be written at the moment, or can be again; training goes on either way.

    Attributes:
        error: Why not; None where everything is on the disk again.
        ended: Whether that is how it stays, as nothing more is written.
    """

    error: NetSketchError | None
    ended: bool = False
