"""How a run was done: what its settings leave open and its record says, so that it can be done again to the bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.training.thread_course import ThreadCourse


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run was done.

    Attributes:
        threads: How many processor threads did its steps, from which on; empty where that is not known.
        precision: In which numbers the products of its steps were done; empty where that is not known.
    """

    threads: ThreadCourse = ()
    precision: str = ""


AS_IT_COMES = Manner()
