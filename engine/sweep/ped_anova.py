"""How much each setting decides whether a trial is among the best: PED-ANOVA, in NumPy alone.

Optuna has it too; there it takes a study made of all trials, half a second of loading and, beside a window, Python's
lock for so long that it stutters. The densities are Optuna's, number for number: a test holds them against each other.

Source: Watanabe, Bansal, Hutter (2023), “PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in Arbitrary
Subspaces”, IJCAI.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.sweep.ranges import Range

STEPS = 50  # of a span at most
SCOTT, NORMAL_IQR = 1.059, 1.34  # of Scott's rule: its factor, and the middle half of a normal distribution
LEAST_WIDTH = 0.5 / 1.64  # steps: nine tenths of it lie within a step
PRIOR = 1.0  # trials that what is known beforehand counts for
TINY = 1e-12


def divergence(what: Range, values: Sequence[Any], is_best: NDArray[np.bool_]) -> float:
    """Return how much the values of the best trials are distributed otherwise than those of all; 0 for not at all.

    Args:
        what: The setting, and what it may be.
        values: (trials,) Its value in each trial.
        is_best: (trials,) Whether each is among the best.
    """
    if len(what.choices) == 1 or (not what.choices and what.low == what.high):
        return 0.0
    places, count = _places(what, values)
    density = _density_of_choices if what.choices else _density_of_steps
    of_all = density(np.bincount(places, minlength=count)) + TINY
    of_best = density(np.bincount(places[is_best], minlength=count)) + TINY
    return float(of_all @ (of_best / of_all - 1) ** 2)


def best_of_all(losses: NDArray[np.float64], share: float) -> NDArray[np.bool_]:
    """Return which trials are among the best.

    Args:
        losses: (trials,) The less, the better.
        share: How many of them, 0 to 1; more where several are equal.

    Returns:
        (trials,) Whether each is.
    """
    last = math.ceil(share * len(losses)) - 1
    found: NDArray[np.bool_] = losses <= np.partition(losses, last)[last]
    return found


def _places(what: Range, values: Sequence[Any]) -> tuple[NDArray[np.int64], int]:
    """Return on which of how many steps of a range each value lies."""
    if what.choices:
        return np.array([what.choices.index(value) for value in values]), len(what.choices)
    low, high, numbers = what.low, what.high, np.array(values, np.float64)
    count = STEPS
    if what.whole and what.log:
        count = min(math.ceil(math.log2(high - low + 1)) + 1, STEPS)
    elif what.whole:
        count = min(round(high - low) + 1, STEPS)
    if what.log:
        low, high, numbers = math.log(low), math.log(high), np.log(numbers)
    steps = np.ceil((numbers - low) / ((high - low) / (count - 1)) - 0.5).astype(np.int64)
    return np.clip(steps, 0, count - 1), count


def _density_of_steps(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how probable each step is: a bell around each value, wide by Scott's rule, and a wide one over all."""
    size = len(counts)
    at = np.flatnonzero(counts)
    weights = counts[at]
    so_far = np.cumsum(weights)
    total = int(so_far[-1])
    mean = at @ weights / total
    deviation = math.sqrt((at - mean) ** 2 @ weights / max(1, total - 1))
    first = int(np.searchsorted(so_far, total // 4, side="left"))
    third = int(np.searchsorted(so_far, total * 3 // 4, side="right"))
    middle = int(at[min(len(at) - 1, third)] - at[first])
    width = max(SCOTT * min(middle / NORMAL_IQR, deviation) * total**-0.2, LEAST_WIDTH)
    # Every bell has the same form: from the edges of steps as far off as there are any, (2 * size,)
    edges = _below(np.arange(-size, size) + 0.5, width)
    mass = np.stack([np.diff(edges[size - 1 - place : 2 * size - place]) for place in at])  # (values, steps)
    prior = np.diff(_below(np.arange(size + 1) - 0.5 - (size - 1) / 2, size))
    mixed = weights @ (mass / mass.sum(axis=1, keepdims=True)) + PRIOR * prior / prior.sum()
    density: NDArray[np.float64] = mixed / (total + PRIOR)
    return density


def _density_of_choices(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how probable each choice is: as often as it was made, and each a little."""
    at = np.flatnonzero(counts)
    kernels = np.full((len(at) + 1, len(counts)), PRIOR / (len(at) + 1))  # the last one of all choices alike
    kernels[np.arange(len(at)), at] += 1
    kernels /= kernels.sum(axis=1, keepdims=True)
    weights = np.append(counts[at], PRIOR)
    density: NDArray[np.float64] = weights @ kernels / weights.sum()
    return density


def _below(places: NDArray[np.floating], width: float) -> NDArray[np.float64]:
    """Return how much of a bell around 0 lies below each place, but for a constant factor."""
    return np.array([math.erf(place / (width * math.sqrt(2))) for place in places.tolist()])
