"""What a surface over the plane must tell and do to be one of the program's: each point has a height to be found."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.data.plane.shape import HALF, STRAYING
from engine.goals import number

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Surface(ABC):
    """A height, −1 to 1, over each place of the plane; points are spread evenly.

    Attributes:
        name: As in the settings, such as ``slope``.
        title: As a person reads it.
        description: One or two sentences.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    description: ClassVar[str]
    classes: ClassVar[tuple[str, ...]] = ("z",)  # what is found over x and y
    goal: ClassVar[str] = number.GOAL.name

    @abstractmethod
    def height(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how high the surface is over places ``(N, 2)``: ``(N,)``, −1 to 1."""

    def draw(
        self, count: int, noise: float, seed: int, part: int
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Draw points and the heights that they are to have; arguments as for ``Shape.draw``.

        With noise each point keeps the height of the place that it has strayed from.

        Returns:
            ``(count, 2)`` float32 within the plane, and their heights ``(count,)`` float32.
        """
        places = HALF * (2 * np.random.default_rng((seed, part, 0)).random((count, 2)) - 1)
        astray = np.random.default_rng((seed, part, 1)).standard_normal((count, 2))
        points = np.clip(places + noise * STRAYING * astray, -HALF, HALF)
        return points.astype(np.float32), self.height(places).astype(np.float32)
