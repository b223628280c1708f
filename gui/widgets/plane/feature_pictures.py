"""A feature as a small picture: its value at every place of the plane, blue above 0 and orange below."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from engine.data.plane.features import plane_features
from engine.data.plane.ground import Plane
from gui.widgets.images.colours import diverging

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

SIDE = 24  # places along an edge


@lru_cache(maxsize=8)
def feature_values(plane: Plane, side: int = SIDE) -> NDArray[np.float32]:
    """Return each feature of a plane at every place, ``(F, side, side)`` from −1 to 1; not to be written to.

    Of a feature that is calculated 0 is 0; of a column of a table it is the middle.
    """
    rows = plane.grid_rows(side)
    if not plane.is_drawn:
        rows = rows - (rows.max(axis=0) + rows.min(axis=0)) / 2
    found: NDArray[np.float32] = (rows / np.abs(rows).max(axis=0)).T.reshape(-1, side, side)
    return found


def feature_picture(name: str, side: int = SIDE) -> QImage:
    """Return a feature of this program's plane as a picture, a pixel each."""
    values = plane_features(Plane((name,)).grid(side), (name,))[:, 0].reshape(side, side)
    return diverging(values, float(np.abs(values).max()))
