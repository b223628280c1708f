"""Principal components: the plane on which many vectors lie furthest apart, and where a new one falls on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Pca:
    """A plane through a cloud of points.

    Attributes:
        mean: ``(D,)`` float32, the middle of the cloud.
        components: ``(2, D)`` float32, the directions of the plane, each of length 1, the wider spread first.
        shares: ``(2,)`` float64, which share of the whole variance lies along each.
    """

    mean: NDArray[np.float32]
    components: NDArray[np.float32]
    shares: NDArray[np.float64]

    @classmethod
    def fit(cls, features: NDArray[np.floating], count: int = 2) -> Self:
        """Find the plane, by the singular values of the centred points.

        The sign of each direction is chosen so that its largest number is positive: the same points give the same map.

        Args:
            features: ``(N, D)``, at least one point.
            count: How many directions; two make a plane. Those that the points do not span are 0.
        """
        mean = features.mean(axis=0, dtype=np.float64)
        centred = features.astype(np.float64)
        centred -= mean  # in place: there may be many
        # The eigenvectors of the smaller of the two squares give the singular vectors at a fraction of the cost.
        tall = centred.shape[0] >= centred.shape[1]
        values, vectors = np.linalg.eigh(centred.T @ centred if tall else centred @ centred.T)
        order = np.argsort(-values)[:count]
        values, vectors = np.maximum(values[order], 0.0), vectors[:, order]
        directions = vectors.T if tall else vectors.T @ centred
        total = float(np.vdot(centred, centred))
        components = np.zeros((count, centred.shape[1]))
        shares = np.zeros(count)
        for number, direction in enumerate(directions):
            length = float(np.linalg.norm(direction))
            if values[number] > 1e-12 * total and length > 0:
                largest = direction[np.abs(direction).argmax()]
                components[number] = direction / length * np.sign(largest)
                shares[number] = values[number] / total
        return cls(mean.astype(np.float32), components.astype(np.float32), shares)

    def project(self, features: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return where points fall on the plane.

        Args:
            features: ``(N, D)``.

        Returns:
            ``(N, 2)`` float32.
        """
        return np.asarray((features - self.mean) @ self.components.T, dtype=np.float32)
