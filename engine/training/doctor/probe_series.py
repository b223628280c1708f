"""What the looks into the layers of a run have shown, one after the other; without torch and bounded in size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.training.doctor.findings import LayerProbes

MOST = 400


class ProbeSeries:
    """Keeps so many looks, however long the run.

    Whenever there are more than ``MOST``, one of every two neighbours goes: the one whose gradients are shorter, so
    that no peak is lost. The first and the newest stay.

    Attributes:
        version: Grows with every change; whoever draws can see whether there is something new.
    """

    def __init__(self) -> None:
        self.version = 0
        self._items: list[LayerProbes] = []

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[LayerProbes]:
        return iter(self._items)

    def add(self, probes: LayerProbes) -> None:
        """Append a look; one that is not newer than the last is passed over."""
        if self._items and probes.step <= self._items[-1].step:
            return
        self._items.append(probes)
        if len(self._items) > MOST:
            first, *between, last = self._items
            longer = [max(between[place : place + 2], key=_longest) for place in range(0, len(between), 2)]
            self._items = [first, *longer, last]
        self.version += 1

    def forget_after(self, step: int) -> None:
        """Drop what came after ``step``: a run resumed from there tells it again."""
        kept = [probes for probes in self._items if probes.step <= step]
        if len(kept) < len(self._items):
            self._items = kept
            self.version += 1

    @property
    def layers(self) -> tuple[str, ...]:
        """Names of the layers, from the first hidden one to the output."""
        return tuple(layer.name for layer in self._items[0].layers) if self._items else ()

    @property
    def steps(self) -> NDArray[np.int64]:
        """Steps done at each look, ``(looks,)``."""
        return np.array([probes.step for probes in self._items], np.int64)

    def gradient_norms(self) -> NDArray[np.float64]:
        """Return the length of each layer's gradient at each look, ``(layers, looks)``."""
        norms = [[layer.gradient_norm for layer in probes.layers] for probes in self._items]
        return np.array(norms, np.float64).reshape(len(norms), len(self.layers)).T


def _longest(probes: LayerProbes) -> float:
    return max(layer.gradient_norm for layer in probes.layers)
