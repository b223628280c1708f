"""What a recorder says when the disk refuses, or when somebody took files of the run away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.errors import NetSketchError
    from engine.words import Phrase


@dataclass(frozen=True, slots=True, eq=False)
class RecordingStatus:
    """The run cannot be written at the moment, or can be again; training goes on either way.

    Attributes:
        error: Why not; None where everything is on the disk again.
        ended: Whether that is how it stays, as nothing more is written.
    """

    error: NetSketchError | None
    ended: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class RunWrittenAgain:
    """Files of the run were taken away while it was under way, and are there again.

    Attributes:
        sentence: Says so.
    """

    sentence: Phrase
