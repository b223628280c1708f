"""One trial of a sweep: its values, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from engine.words import Phrase

if TYPE_CHECKING:
    from datetime import datetime


class TrialState(StrEnum):
    """What became of a trial, or what is becoming of it."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    ENDED_EARLY = "ended_early"  # as hopeless, or by the person
    FAILED = "failed"
    LOST = "lost"  # its worker was killed or ended; another trial does it again


STATE_LABELS = {
    TrialState.WAITING: Phrase("waiting"),
    TrialState.RUNNING: Phrase("running"),
    TrialState.DONE: Phrase("done"),
    TrialState.ENDED_EARLY: Phrase("ended early"),
    TrialState.FAILED: Phrase("failed"),
    TrialState.LOST: Phrase("broken off, to be done again"),
}
UNREADABLE = Phrase("What was noted of it cannot be what a trial came to; it is left out.")


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial.

    Attributes:
        number: Its number in the sweep, from 0.
        state: What became of it.
        values: What it tries, by the path of each range.
        goal: What the sweep looks for, as far as it came to it: the measure, or the loss; None for nothing yet.
        accuracy: Best share right on the validation examples after an epoch; of other goals their measure.
        loss: Lowest loss on them after an epoch.
        seconds: Seconds of training, pauses left out.
        parameters: Trained numbers of its network; 0 where not known.
        epochs: Epochs finished.
        run: Id of its run in the library; empty while there is none, or where another machine has it.
        worker: Who did it: the machine's name and the number of the process.
        began: When, in UTC.
        again_of: Number of the killed trial that it does again, or None.
        again_by: Number of the trial that does it again, where it was lost; None while there is none.
        failure: Why it failed or was ended, in English; ``engine.language.kept`` says it in others.
    """

    number: int
    state: TrialState
    values: dict[str, object] = field(default_factory=dict)
    goal: float | None = None
    accuracy: float | None = None
    loss: float | None = None
    seconds: float = 0.0
    parameters: int = 0
    epochs: int = 0
    run: str = ""
    worker: str = ""
    began: datetime | None = None
    again_of: int | None = None
    again_by: int | None = None
    failure: str = ""

    @property
    def counts(self) -> bool:
        """Whether it has come to its end and is one of those that the budget asks for."""
        return self.state in (TrialState.DONE, TrialState.ENDED_EARLY, TrialState.FAILED)

    @property
    def ordinal(self) -> int:
        """Its number as people are told it, from 1."""
        return ordinal(self.number)

    @property
    def state_words(self) -> Phrase:
        """What became of it, in words."""
        if self.state is TrialState.LOST and self.again_by is not None:
            return Phrase("broken off, done again as trial {number}", number=ordinal(self.again_by))
        return STATE_LABELS[self.state]


def ordinal(number: int) -> int:
    """Return the number of a trial as people are told it: they count from 1."""
    return number + 1
