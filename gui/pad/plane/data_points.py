"""The points of the data at hand, as the pad shows them: all three parts, or a person's own as they are put down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.plane.ground import plane_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.dataset import Dataset
    from gui.workbench import Workbench


class DataPoints:
    """Points, and where they are from.

    Attributes:
        bench: Whose data they are of.
        places: ``(N, 2)`` float32.
        labels: ``(N,)`` int64; float32 where each point has a number.
        is_test: ``(N,)`` bool, those that are kept to test with.
        is_unlearnt: ``(N,)`` bool, those and what validates: they are not learnt from.
        classes: The names of their classes.
        ids: Of a person's own points the id of each; of others nothing.
        are_own: Whether they are a person's own.
        is_drawn: Whether they lie on this program's plane, and not on that of a table's columns.
    """

    def __init__(self) -> None:
        self.bench: Workbench | None = None
        self._take_none()

    def look(self) -> None:
        """Take the points that there are now; while others are on their way, those before stay."""
        bench = self.bench
        if bench is None:
            return
        if bench.own_points.are_at_hand:
            self._take_own()
        elif bench.data is not None:
            split = bench.data
            self._take_none()
            self._take((split.train, split.validation, split.test))

    def _take_none(self) -> None:
        self.places: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self.labels: NDArray[Any] = np.zeros(0, np.int64)
        self.is_test = self.is_unlearnt = np.zeros(0, np.bool_)
        self.classes: tuple[str, ...] = ()
        self.ids: tuple[str, ...] = ()
        self.are_own = self.is_drawn = False

    def _take_own(self) -> None:
        assert self.bench is not None
        points = self.bench.own_points.entries()
        self.classes = self.bench.own_points.classes()
        self.places = np.array([(point.x, point.y) for point in points], np.float32).reshape(-1, 2)
        self.labels = np.array([self.classes.index(point.label) for point in points], np.int64)
        self.is_test = self.is_unlearnt = np.array([point.is_test for point in points], np.bool_)
        self.ids = tuple(point.id for point in points)
        self.are_own = self.is_drawn = True

    def _take(self, parts: tuple[Dataset, Dataset, Dataset]) -> None:
        first = parts[0]
        plane = plane_of(first.features)
        found = [] if plane is None else [plane.points(part.images) for part in parts]
        if plane is None or any(places is None for places in found):
            return
        self.places = np.concatenate([places for places in found if places is not None])
        self.labels = np.concatenate([part.labels for part in parts])
        part = np.repeat(range(3), [len(part) for part in parts])
        self.is_test, self.is_unlearnt = part == 2, part > 0  # what validates is drawn anew from the others
        self.classes, self.is_drawn = first.classes, plane.is_drawn
