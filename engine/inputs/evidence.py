"""Which features speak for an answer: each alone is brought back to its usual value, and the network asked anew.

How much surer the answer is with the value than without is told in log-odds, which do not end at 100 percent: of an
answer that is nearly certain either way, a probability would tell nothing. It is what a person can try by hand, by
moving one slider to the usual value; what two features do together only, neither is given. A gradient would say how
the answer leans at this very point and nothing of the way to the usual value, and where units are saturated nothing at
all.

Source: occlusion, Zeiler and Fergus 2014, arXiv:1311.2901, with a feature's usual value in place of the grey square.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.inputs.entries import MOST_ENTERED, entries_of, usual_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.inputs.feature import Feature

LEAST = 2.0**-126  # of float32: below it a probability has lost its digits


@dataclass(frozen=True, slots=True, eq=False)
class FeatureEvidence:
    """What the network answers for a row, and what each entry has to do with it.

    Attributes:
        probabilities: ``(classes,)`` float32 for the row; of a network that gives a number, that number ``(1,)``.
        speaks: ``(entries,)`` float64, by how many log-odds the answer is surer than with the usual value of the entry;
            of those that are entered by hand. Of a network that gives a number, by how much it is higher.
        without: ``(entries,)`` float64, the answer's probability with that usual value, or the number.
    """

    probabilities: NDArray[np.float32]
    speaks: NDArray[np.float64]
    without: NDArray[np.float64]

    @property
    def answer(self) -> int:
        """The likeliest class."""
        return int(np.argmax(self.probabilities))


def feature_evidence(
    predict: Callable[[NDArray[np.float32]], NDArray[np.float32]],
    row: NDArray[np.float32],
    features: Sequence[Feature],
) -> FeatureEvidence:
    """Ask a network about a row, and about the row with each entry at its usual value; all in one question.

    Args:
        predict: From rows ``(N, F)`` float32 to probabilities ``(N, classes)``, or to numbers ``(N, 1)``.
        row: ``(F,)`` float32.
        features: What each is.
    """
    entries, usual = entries_of(features)[:MOST_ENTERED], usual_row(features)
    rows = np.repeat(row[None].astype(np.float32), 1 + len(entries), axis=0)
    for place, entry in enumerate(entries, start=1):
        rows[place, list(entry.places)] = usual[list(entry.places)]
    probabilities = predict(rows)
    answer = int(np.argmax(probabilities[0]))
    is_number = probabilities.shape[1] == 1
    odds = probabilities[:, 0].astype(np.float64) if is_number else log_odds(probabilities, answer)
    return FeatureEvidence(probabilities[0], odds[0] - odds[1:], probabilities[1:, answer].astype(np.float64))


def log_odds(probabilities: NDArray[np.float32], target: int) -> NDArray[np.float64]:
    """Return the logarithm of a class's probability against that of all others, ``(N,)``, of ``(N, classes)``.

    The others are added up and not taken from 1, which would leave nothing of them where the class is nearly certain.
    """
    exact = probabilities.astype(np.float64)
    others = np.delete(exact, target, axis=1).sum(axis=1)
    odds: NDArray[np.float64] = np.log(np.maximum(exact[:, target], LEAST)) - np.log(
        np.maximum(others, LEAST)
    )
    return odds
