"""The built-in points on a plane: a data set for each shape, drawn as the settings ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.dataset import Dataset
from engine.data.plane.features import plane_features
from engine.data.plane.ground import X, Y
from engine.data.plane.origins import remember
from engine.data.plane.registry import SHAPES, SURFACES
from engine.data.sources.source import DatasetInfo
from engine.inputs.feature import features_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

    from engine.config import DataConfig
    from engine.data.plane.shape import Shape
    from engine.data.plane.surface import Surface
    from engine.data.sources.source import IsCancelled, Progress

TEST_SHARE = 2  # one point to test with for so many to learn from
TRAIN, TEST = 0, 1  # independent draws of a seed

Points = tuple["NDArray[np.float32]", "NDArray[Any]"]


class PlaneSource:
    """Points in a shape.

    Args:
        shape: The shape they come in, or the surface over them.
    """

    def __init__(self, shape: Shape | Surface) -> None:
        self._shape = shape
        self.info = DatasetInfo(
            shape.name,
            shape.title,
            shape.description,
            is_built_in=True,
            kind="numbers",
            goal=shape.goal,
            has_plane=True,
        )

    def key(self, config: DataConfig) -> Hashable | None:
        """Return which points are drawn, and what is told of them."""
        return config.seed, config.plane

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return training and test points; those to test with are the same however many are learnt from."""
        plane, draw = config.plane, self._shape.draw
        train = draw(plane.count, plane.noise, config.seed, TRAIN)
        test = draw(max(1, plane.count // TEST_SHARE), plane.noise, config.seed, TEST)
        return told_of(self.info.name, train, test, self._shape.classes, plane.features)


def told_of(
    name: str, train: Points, test: Points, classes: tuple[str, ...], names: Sequence[str]
) -> tuple[Dataset, Dataset]:
    """Return points as the network is told of them.

    Args:
        name: Of the data set.
        train: Places ``(N, 2)`` and labels ``(N,)`` of those to learn from, one at least.
        test: Of those to test with.
        classes: The names of the classes.
        names: Of the features.
    """
    plain = tuple(map(str, names))
    rows = [plane_features(places, plain) for places, _ in (train, test)]
    if not {X, Y} <= set(plain):  # else the rows themselves tell
        for part, (places, _) in zip(rows, (train, test), strict=True):
            remember(part, places)
    features = features_of(rows[0], plain)
    first, second = (
        Dataset(name, part, labels, classes, features=features)
        for part, (_, labels) in zip(rows, (train, test), strict=True)
    )
    return first, second


PLANE_SOURCES = (*map(PlaneSource, SHAPES), *map(PlaneSource, SURFACES))
