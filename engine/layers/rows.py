"""Which images of a batch a process has, where several share it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Rows:
    """Some images of a batch, those from ``first`` to before ``last``; changed in place from batch to batch.

    Attributes:
        first: The first one's place in the batch.
        last: One past the last.
        whole: How many images the batch has.
        weight: What the mean over these images counts in that over the batch.
    """

    first: int = 0
    last: int = 0
    whole: int = 0
    weight: float = 1.0

    @property
    def count(self) -> int:
        """How many images they are."""
        return self.last - self.first


def rows_of(rank: int, world: int, whole: int) -> Rows:
    """Return the share of one of ``world`` processes in a batch of ``whole`` images.

    A batch of fewer images than processes is done as a whole by each of them, so that none is without any.
    """
    if whole < world:
        return Rows(0, whole, whole, 1 / world)
    first, last = rank * whole // world, (rank + 1) * whole // world
    return Rows(first, last, whole, (last - first) / whole)
