"""What of a point on the plane a network is told: its coordinates, or what is calculated from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.choices import PlaneFeature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

FORMULAS: dict[str, Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float32]]] = {
    PlaneFeature.X: lambda x, _: x,
    PlaneFeature.Y: lambda _, y: y,
    PlaneFeature.X_SQUARED: lambda x, _: x * x,
    PlaneFeature.Y_SQUARED: lambda _, y: y * y,
    PlaneFeature.PRODUCT: lambda x, y: x * y,
    PlaneFeature.SIN_X: lambda x, _: np.sin(x),
    PlaneFeature.SIN_Y: lambda _, y: np.sin(y),
}


def plane_features(points: NDArray[np.float32], names: Iterable[str]) -> NDArray[np.float32]:
    """Return what a network is told of points.

    Args:
        points: ``(N, 2)`` float32, x to the right and y up.
        names: Of features, such as ``x²``.

    Returns:
        ``(N, F)`` float32, in the order of the names.

    Raises:
        KeyError: If there is no such feature.
    """
    x, y = points[:, 0], points[:, 1]
    columns = [FORMULAS[name](x, y) for name in names]
    return np.stack(columns, axis=1).astype(np.float32) if columns else np.zeros((len(points), 0), np.float32)
