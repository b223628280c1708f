"""What a shape of points must tell and do to be one of the program's, and how its points come to be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

HALF = 6.0
"""The plane goes from −6 to 6 along both axes."""
STRAYING = 2.5
"""How far a noise of 1 lets points stray: the deviation of each coordinate, in units of the plane."""
LETTERS = "ABCDEFGHIJ"


class Shape(ABC):
    """Classes of points that lie in a form of their own.

    Attributes:
        name: As in the settings, such as ``spiral``.
        title: As a person reads it.
        description: One or two sentences.
        count: How many classes it has; they are called by letters.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    description: ClassVar[str]
    count: ClassVar[int] = 2
    goal: ClassVar[str] = CLASSES.name

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes."""
        return tuple(LETTERS[: self.count])

    @abstractmethod
    def place(self, along: NDArray[np.float64], label: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return where points lie before they stray.

        Args:
            along: ``(N, 2)``, evenly random from 0 to 1: what decides where in its class a point lies.
            label: ``(N,)`` class of each point.

        Returns:
            ``(N, 2)``, x to the right and y up, within the plane.
        """

    def draw(
        self, count: int, noise: float, seed: int, part: int
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Draw points, the classes in turn.

        More points of the same seed begin with the same ones, and with more noise each strays farther the same way:
        whoever turns a setting sees the points move, and no other ones come.

        Args:
            count: How many.
            noise: How far they stray, in parts of ``STRAYING``.
            seed: The same seed gives the same points.
            part: Which of several independent draws of a seed, such as those to test with.

        Returns:
            ``(count, 2)`` float32 within the plane, and their classes ``(count,)`` int64.
        """
        label = np.arange(count, dtype=np.int64) % self.count
        along = np.random.default_rng((seed, part, 0)).random((count, 2))
        astray = np.random.default_rng((seed, part, 1)).standard_normal((count, 2))
        points = self.place(along, label) + noise * STRAYING * astray
        return np.clip(points, -HALF, HALF).astype(np.float32), label


def around(radius: NDArray[np.float64], turns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points ``(N, 2)`` at a distance from the middle, so many turns from the right upwards."""
    angle = 2 * np.pi * turns
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
