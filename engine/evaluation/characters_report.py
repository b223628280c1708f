"""What an evaluation finds of a model that goes on with text: exact answers, and where in them it goes wrong."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.data.text.task import END
from engine.evaluation.goal_report import GoalReport, json_number
from engine.evaluation.interval import Z_95, Interval, wilson_interval
from engine.goals import characters

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_NATS = 700.0  # of which e to the power is still a number
TOLD = 20  # wrong answers in JSON


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A question to which the model gives another answer than the right one.

    Attributes:
        index: Which example of the data set it is.
        question: What was asked.
        right: The right answer.
        said: What the model writes, each character the likeliest.
        confidence: How probable the model finds what it says.
    """

    index: int
    question: str
    right: str
    said: str
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class CharactersReport(GoalReport):
    """How good a model is on N texts of T places.

    ``loss`` is in nats a character that is asked. ``accuracy`` is the share of questions whose answer is exact, of
    prose the share of characters that are right; ``classes`` is the alphabet.

    Attributes:
        is_prose: Whether every place is asked, so that there are no questions.
        scores: ``(N,)`` float32, 1 for an exact answer, else 0; of prose the share of characters that are right.
        places: ``(K,)`` float64, the share that is right of the first, the second … character that is asked, given
            the right ones before it; nan where none is asked.
        asked: ``(K,)`` int64, of how many.
        mistakes: ``(M,)`` int64, which answers are not exact, the surest first; of prose none.
        wrong: Those in words, in the same order, as many as were written out.
    """

    goal: ClassVar[str] = characters.GOAL.name

    is_prose: bool
    scores: NDArray[np.float32]
    places: NDArray[np.float64]
    asked: NDArray[np.int64]
    mistakes: NDArray[np.int64]
    wrong: tuple[WrongAnswer, ...]

    @property
    def measure(self) -> str:
        """What the accuracy is called."""
        return characters.Characters(is_prose=self.is_prose).measure

    @property
    def perplexity(self) -> float:
        """Among how many characters of equal chance the model would be as unsure as it is on average."""
        return math.exp(self.loss) if self.loss < MOST_NATS else math.inf

    @property
    def interval(self) -> Interval:
        """Between which bounds the accuracy on all such texts lies, with 95 % confidence.

        Characters of one piece of prose hang together, so that the pieces are what counts.
        """
        if not self.is_prose:
            return wilson_interval(round(float(self.scores.sum())), self.count)
        half = Z_95 * float(self.scores.std()) / math.sqrt(self.count)
        return Interval(max(0.0, self.accuracy - half), min(1.0, self.accuracy + half))

    def listed_wrong(self, limit: int | None = None) -> tuple[WrongAnswer, ...]:
        """Return wrong answers in words, the surest first; at most ``limit`` of them."""
        return tuple(islice(self.wrong, limit))

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them; what is not a finite number becomes None."""
        figures: dict[str, Any] = {
            "goal": self.goal,
            "accuracy": json_number(self.accuracy),
            "interval": list(map(json_number, self.interval)),
            "loss": json_number(self.loss),
            "count": self.count,
            "prose": self.is_prose,
            "places": list(map(json_number, self.places)),
        }
        if self.is_prose:
            return figures
        told = [
            {"question": each.question, "right": each.right, "said": each.said, "confidence": each.confidence}
            for each in self.listed_wrong(TOLD)
        ]
        return figures | {"mistakes": len(self.mistakes), "wrong": told}


def words_of(places: NDArray[Any], classes: tuple[str, ...]) -> str:
    """Return places in an alphabet as a text, as far as the end sign."""
    return "".join(classes[place] for place in places.tolist()).partition(END)[0]
