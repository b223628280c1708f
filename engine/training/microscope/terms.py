"""The sums of a step taken apart: what adds up to z, to what arrives at a unit from behind, and to ∂L/∂w."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.training.step_trace import LayerTrace


class Term(NamedTuple):
    """One product of a sum.

    Attributes:
        place: Which input, unit or example it comes from, counted from 0.
        first: The weight, or δ.
        second: What it is multiplied with.
    """

    place: int
    first: float
    second: float

    @property
    def product(self) -> float:
        """What it adds."""
        return self.first * self.second


def sum_terms(layer: LayerTrace, example: int, unit: int) -> list[Term]:
    """Return w · a of each input of a unit: with the bias they are z."""
    return _terms(layer.weights.before[unit], layer.inputs[example])


def arriving_terms(after: LayerTrace, example: int, unit: int) -> list[Term]:
    """Return w · δ of each unit of the layer behind: together they are ∂ℓ/∂a of one of its inputs."""
    return _terms(after.weights.before[:, unit], after.deltas[example])


def gradient_terms(layer: LayerTrace, unit: int, source: int) -> list[Term]:
    """Return δ · a of each example: their mean is ∂L/∂w of the weight from ``source`` to ``unit``."""
    return _terms(layer.deltas[:, unit], layer.inputs[:, source])


def strongest(terms: Sequence[Term], most: int) -> tuple[list[Term], float]:
    """Return the terms that add most, in their order, and what all others add together."""
    if len(terms) <= most:
        return list(terms), 0.0
    chosen = sorted(sorted(terms, key=lambda term: -abs(term.product))[:most])
    places = {term.place for term in chosen}
    return chosen, sum(term.product for term in terms if term.place not in places)


def strongest_places(values: NDArray[np.float32], most: int, kept: Sequence[int] = ()) -> list[int]:
    """Return which ``values (N,)`` are farthest from 0, in their order.

    Args:
        values: One for each unit or input.
        most: How many, at most.
        kept: Which are among them whatever they are.
    """
    wanted = [place for place in dict.fromkeys(kept) if 0 <= place < len(values)][:most]
    if len(values) <= most:
        return list(range(len(values)))
    order = np.argsort(-np.abs(values), kind="stable").tolist()
    rest = [place for place in order if place not in wanted]
    return sorted([*wanted, *rest[: most - len(wanted)]])


def _terms(first: NDArray[np.float32], second: NDArray[np.float32]) -> list[Term]:
    return [
        Term(place, *pair) for place, pair in enumerate(zip(first.tolist(), second.tolist(), strict=True))
    ]
