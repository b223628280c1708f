"""A person's own points as a data set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.plane.own_points import NAME, own_points
from engine.data.sources.plane import told_of
from engine.data.sources.source import DatasetInfo
from engine.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset
    from engine.data.sources.source import IsCancelled, Progress


class OwnPointsSource:
    """What was put down on the plane."""

    info = DatasetInfo(
        NAME,
        "My points",
        "What you have put down on the plane: click on the pad, and drag points where you want them.",
        kind="numbers",
        is_own=True,
        has_plane=True,
    )

    def key(self, config: DataConfig) -> Hashable | None:
        """Return in which state the points are, and what is told of them."""
        stamp = own_points().stamp()
        return None if stamp is None else (stamp, config.plane.features)

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Dataset, Dataset]:
        """Return the points to learn from and those to test with.

        Raises:
            DataError: If there are none.
        """
        classes, train, test = own_points().parts()
        if not len(train[0]):
            raise DataError(
                "There are no points of your own yet.",
                remedy="Click on the plane of the pad: each click puts a point down.",
            )
        return told_of(NAME, train, test, classes, config.plane.features)


SOURCE = OwnPointsSource()
