"""The images that the trials of a worker learn from: loaded once, as long as no setting asks for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.data.datasets import load_split
from engine.inference.teacher import ask_teacher

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.inference.teacher import Teaching

MOST_KEPT = 3  # splits: a sweep over sizes of the data comes back to each


class TrialData:
    """The images of a worker, and what a teacher says of them."""

    def __init__(self) -> None:
        self._splits: dict[str, Split] = {}
        self._teachings: dict[str, Teaching | None] = {}

    def of(self, experiment: Experiment) -> tuple[Split, Teaching | None]:
        """Return the images of an experiment, and what its teacher says of them; None without one.

        Raises:
            NetSketchError: If either cannot be had.
        """
        split = self.split(experiment)
        key = f"{experiment.data.images!r} {experiment.training.teacher!r}"
        if key not in self._teachings:
            _make_room(self._teachings)
            self._teachings[key] = ask_teacher(experiment, split)
        return split, self._teachings[key]

    def split(self, experiment: Experiment) -> Split:
        """Return the images of an experiment.

        Raises:
            DataError: If they cannot be had.
        """
        key = repr(experiment.data.images)
        if key not in self._splits:
            _make_room(self._splits)
            self._splits[key] = load_split(experiment.data)
        return self._splits[key]

    def shape_of(self, experiment: Experiment) -> tuple[tuple[int, ...], int]:
        """Return the shape of the images, ``(C, H, W)``, and how many classes there are.

        Raises:
            DataError: If they cannot be had.
        """
        split = self.split(experiment)
        return split.train.image_shape, len(split.classes)


def _make_room(kept: dict[str, Any]) -> None:
    while len(kept) >= MOST_KEPT:
        del kept[next(iter(kept))]
