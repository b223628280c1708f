"""What the numbers of many pictures are like together, by which it is told which of them are black and white."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_PLACES = 1 << 20  # pixels of one picture
LEVEL_IMAGES = 200  # pictures of which the levels are looked at: sorting every value would take seconds


@dataclass(slots=True)
class Spread:
    """What the values of some pictures are like, gathered block by block.

    Attributes:
        count: How many pictures were looked at.
        low: The smallest value.
        high: The largest value.
        is_whole: Whether all are whole numbers.
        levels: Values that were met, ascending, of some of the pictures.
        papers: The middle value of each of some of the pictures: of a drawing it is the paper.
    """

    count: int = 0
    low: float = np.inf
    high: float = -np.inf
    is_whole: bool = True
    levels: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    papers: list[float] = field(default_factory=list)
    _zeros: int = 0
    _values: int = 0
    _sum: float = 0.0
    _squares: float = 0.0
    _even_pictures: int = 0  # with mean 0 and deviation 1, each by itself
    _by_place: NDArray[np.float64] | None = None  # (2, pixels): sums and squares where all are of one size
    _looked_at: int = 0

    def add(self, block: NDArray[Any]) -> None:
        """Look at pictures ``(N, …)`` of one shape, all of finite values."""
        flat = block.reshape(len(block), -1)
        low, high = float(flat.min()), float(flat.max())
        self.low, self.high = min(self.low, low), max(self.high, high)
        self.count += len(block)
        if flat.shape[1] > MOST_PLACES:  # of a large picture, some pixels tell the rest
            flat = flat[:, :: -(-flat.shape[1] // MOST_PLACES)]
        if flat.dtype.kind == "f":
            self.is_whole = self.is_whole and bool((flat == np.rint(flat)).all())
        if self._looked_at < LEVEL_IMAGES:
            some = flat[:: max(1, len(flat) // 16)][:16]
            self.levels = np.union1d(self.levels, some.astype(np.float64))
            self.papers += np.median(some.astype(np.float64), axis=1).tolist()
            self._looked_at += len(some)
        if flat.dtype.kind in "bu":
            return  # what follows tells apart values about zero
        values = flat.astype(np.float64)
        sums, squares = values.sum(axis=1), np.square(values).sum(axis=1)
        self._values += flat.size
        self._sum += float(sums.sum())
        self._squares += float(squares.sum())
        self._zeros += int((flat == 0).sum())
        means = sums / flat.shape[1]
        deviations = np.sqrt(np.maximum(squares / flat.shape[1] - means**2, 0))
        self._even_pictures += int(((np.abs(means) < 0.03) & (np.abs(deviations - 1) < 0.03)).sum())
        places = np.stack([values.sum(axis=0), np.square(values).sum(axis=0)])
        if self._by_place is None:
            self._by_place = places
        elif self._by_place.shape == places.shape:
            self._by_place = self._by_place + places

    def merged(self, other: Spread) -> Spread:
        """Return what both are like together."""
        by_place = self._by_place if other._by_place is None else other._by_place
        if self._by_place is not None and other._by_place is not None:
            same = self._by_place.shape == other._by_place.shape
            by_place = self._by_place + other._by_place if same else self._by_place
        return Spread(
            self.count + other.count,
            min(self.low, other.low),
            max(self.high, other.high),
            self.is_whole and other.is_whole,
            np.union1d(self.levels, other.levels),
            self.papers + other.papers,
            self._zeros + other._zeros,
            self._values + other._values,
            self._sum + other._sum,
            self._squares + other._squares,
            self._even_pictures + other._even_pictures,
            by_place,
        )

    @property
    def has_most_zeros(self) -> bool:
        """Whether more than half of the values are zero."""
        return 2 * self._zeros > self._values

    @property
    def is_standardised(self) -> bool:
        """Whether all values together have the mean 0 and the deviation 1."""
        mean = self._sum / max(self._values, 1)
        deviation = np.sqrt(max(self._squares / max(self._values, 1) - mean**2, 0))
        return abs(mean) < 0.1 and abs(deviation - 1) < 0.1

    @property
    def is_standardised_by_picture(self) -> bool:
        """Whether each picture has the mean 0 and the deviation 1 by itself."""
        return self.count > 1 and self._even_pictures > 0.9 * self.count

    @property
    def is_standardised_by_place(self) -> bool:
        """Whether each pixel has the mean 0 and the deviation 1 over all pictures."""
        if self._by_place is None or self.count < 10:
            return False
        means, deviations, used = self._places()
        even = (np.abs(means) < 0.1) & (np.abs(deviations - 1) < 0.1)
        return bool(used.sum() > 4 and even[used].mean() > 0.9 and (np.abs(means[~used]) < 1e-6).all())

    @property
    def is_centred_by_place(self) -> bool:
        """Whether each pixel has the mean 0 over all pictures, and how far it goes differs from pixel to pixel."""
        if self._by_place is None or self.count < 10:
            return False
        means, deviations, used = self._places()
        even = np.abs(means) < 0.05 * deviations
        differ = used.sum() > 4 and np.ptp(deviations[used]) > deviations[used].max() / 2
        return bool(differ and even[used].mean() > 0.9 and (np.abs(means[~used]) < 1e-6).all())

    def _places(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
        """Return the mean and the deviation of each pixel over all pictures, and which ones are used."""
        assert self._by_place is not None
        means = self._by_place[0] / self.count
        deviations = np.sqrt(np.maximum(self._by_place[1] / self.count - means**2, 0))
        return means, deviations, deviations > 1e-6 * max(float(deviations.max()), 1e-300)
