"""What may be said of a drawing: the likeliest class, that two are as good as equal, or none of them.

Window and command line say the same of the same drawing, as both ask here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEARLY = 0.8
"""Where the second class is at least so likely as a share of the first, it is not said to be the first."""
PARTED = 1.0
"""Logarithm of the odds by which each of two digits must be less strange than both as one."""


class Verdict(StrEnum):
    """What is said of a drawing."""

    READ = "read"
    UNSURE = "unsure"
    NONE = "none"


def verdict(probabilities: NDArray[np.floating], doubt: float) -> Verdict:
    """Return what may be said.

    Args:
        probabilities: ``(classes,)``.
        doubt: As from ``Doubt.doubts``; 0 where nothing is known.
    """
    if doubt > 1:
        return Verdict.NONE
    if len(probabilities) < 2:
        return Verdict.READ
    second, first = np.partition(probabilities, -2)[-2:]
    return Verdict.UNSURE if second >= NEARLY * first else Verdict.READ


def best_parting(whole: float, parts: NDArray[np.floating]) -> int | None:
    """Return which way to part a drawing in two makes digits of what is none, or of a strange one two usual ones.

    Args:
        whole: The doubt of all as one digit.
        parts: ``(ways, 2)``, those of the left and the right one.

    Returns:
        The number of the best way; None where all is rather one digit.
    """
    if not len(parts):
        return None
    worse = np.log(np.maximum(parts.max(axis=1), 1e-30))
    best = int(worse.argmin())
    return best if worse[best] < np.log(max(whole, 1e-30)) - PARTED else None
