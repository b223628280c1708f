"""How the numbers of a layer, such as its weights or their gradients, are distributed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

BINS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Numbers of one layer in bins.

    Attributes:
        layer: Its name.
        edges: ``(bins + 1,)`` float64, bounds of the bins, as far to either side of 0.
        counts: ``(bins,)`` int64.
        norm: Length of all numbers together, as of one vector.
    """

    layer: str
    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    norm: float


def count(layer: str, values: Tensor, bins: int = BINS, most: int | None = None) -> Histogram:
    """Count numbers in bins; what is not finite is left out.

    Args:
        layer: Name of the layer they belong to.
        values: The numbers, of any shape.
        bins: How many bins.
        most: About how many numbers are counted at most, taken evenly; bounds and norm are those of all.
    """
    numbers = values.detach().float().flatten()
    reach = float(numbers.abs().max()) if len(numbers) else 0.0
    if not math.isfinite(reach):
        numbers = numbers[numbers.isfinite()]
        reach = float(numbers.abs().max()) if len(numbers) else 0.0
    reach = reach or 1.0
    counted = numbers if most is None else numbers[:: _stride(len(numbers), values.shape[-1], most)]
    counts = counted.histc(bins, -reach, reach).numpy().astype(np.int64)
    return Histogram(layer, np.linspace(-reach, reach, bins + 1), counts, float(numbers.norm()))


def _stride(count: int, row: int, most: int) -> int:
    """Return how far to go from one number to the next, so that every column of a matrix has its turn."""
    stride = max(1, count // most)
    while math.gcd(stride, row) > 1:
        stride += 1
    return stride
