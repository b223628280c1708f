"""The power law that errors follow as data grow: error(n) = a · n^(−b) + c."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FLOORS = 100
NEAREST = 0.98
"""The floor is sought up to this share of the lowest error."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """How an error falls with the number of images.

    Attributes:
        a: The part of the error that falls, with a single image.
        b: How fast it falls, at least 0: with twice the images it is 2^(−b) of what it was.
        c: The floor to which the error falls with ever more images.
        misfit: Root mean square of the relative distances between the law and the points.
    """

    a: float
    b: float
    c: float
    misfit: float

    def error(self, count: NDArray[np.floating] | float) -> NDArray[np.float64]:
        """Return the error that the law has for so many images."""
        return np.asarray(self.a * np.power(np.asarray(count, np.float64), -self.b) + self.c)


def fit_power_law(sizes: NDArray[np.integer | np.floating], errors: NDArray[np.floating]) -> PowerLaw | None:
    """Fit the law to points: for each floor a straight line through the logarithms, and the floor that fits best.

    Source: Hestness et al. 2017, arXiv:1712.00409, for the form.

    Args:
        sizes: ``(S,)`` numbers of images.
        errors: ``(S,)`` shares of wrong answers.

    Returns:
        The law, or None for fewer than three different sizes, errors that are all 0, or such as fall to 0 at once.
    """
    x, y = np.log(np.asarray(sizes, np.float64)), np.maximum(np.asarray(errors, np.float64), TINY)
    if len(np.unique(x)) < 3 or y.max() <= TINY:
        return None
    floors = np.linspace(0.0, NEAREST * y.min(), FLOORS)[:, None]  # (F, 1)
    logs = np.log(y - floors)  # (F, S)
    # The logarithm stretches small distances; a point far above its floor is told better by its own measure.
    weights = ((y - floors) / y) ** 2
    weights /= weights.sum(axis=1, keepdims=True)
    mean_x, mean_log = (weights * x).sum(axis=1, keepdims=True), (weights * logs).sum(axis=1, keepdims=True)
    slopes = (weights * (x - mean_x) * (logs - mean_log)).sum(axis=1, keepdims=True)
    slopes = np.minimum(slopes / (weights * (x - mean_x) ** 2).sum(axis=1, keepdims=True), 0.0)
    with np.errstate(over="ignore", invalid="ignore"):  # errors that fall to 0 at once, as of very few points
        heights = np.exp(mean_log - slopes * mean_x)
        misfits = np.sqrt((((heights * np.exp(slopes * x) + floors - y) / y) ** 2).mean(axis=1))
    if not np.isfinite(misfits).any():
        return None
    best = int(np.nanargmin(misfits))
    return PowerLaw(
        float(heights[best, 0]), float(-slopes[best, 0]), float(floors[best, 0]), float(misfits[best])
    )
