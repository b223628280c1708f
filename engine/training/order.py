"""Which images each step of an epoch sees: all of them shuffled, or each by chance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Protocol

import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor


class Drawn(NamedTuple):
    """The images of an epoch.

    Attributes:
        indices: ``(M,)`` int64, those of the first step first.
        sizes: How many each step sees; together M.
    """

    indices: Tensor
    sizes: Sequence[int]


class Order(Protocol):
    """Draws the images of one epoch after another.

    Attributes:
        generator: Where its chance comes from; its state decides all that is drawn from then on.
    """

    generator: torch.Generator

    @property
    def steps(self) -> int:
        """Steps in an epoch."""

    def draw(self) -> Drawn:
        """Return what the next epoch sees."""


class Shuffled:
    """Every image once an epoch, in an order drawn anew.

    Args:
        count: How many images there are.
        sizes: How many each step sees; where they are fewer than all together, some images wait for another epoch.
        generator: Where the chance comes from.
    """

    def __init__(self, count: int, sizes: Sequence[int], generator: torch.Generator) -> None:
        self.generator = generator
        self._count, self._sizes, self._seen = count, sizes, sum(sizes)

    @property
    def steps(self) -> int:
        """Steps in an epoch."""
        return len(self._sizes)

    def draw(self) -> Drawn:
        """Return what the next epoch sees."""
        return Drawn(torch.randperm(self._count, generator=self.generator)[: self._seen], self._sizes)


class ByChance:
    """Every image in every step with the same probability, for itself: Poisson sampling, as privacy asks for.

    The gaps between those that take part follow the geometric distribution; drawing gaps takes a number for each image
    that is seen, instead of one for each that might be. A step may see none.

    Args:
        count: How many images there are.
        rate: The probability.
        steps: Steps in an epoch.
        generator: Where the chance comes from.
    """

    def __init__(self, count: int, rate: float, steps: int, generator: torch.Generator) -> None:
        self.generator = generator
        self._count, self._rate, self._steps = count, rate, steps

    @property
    def steps(self) -> int:
        """Steps in an epoch."""
        return self._steps

    def draw(self) -> Drawn:
        """Return what the next epoch sees."""
        places = self._places()  # of images in steps, all steps in a row
        steps = torch.div(places, self._count, rounding_mode="floor")
        sizes = torch.bincount(steps, minlength=self._steps)
        return Drawn(places.remainder_(self._count), sizes.tolist())

    def _places(self) -> Tensor:
        total = self._count * self._steps
        if self._rate == 1.0:
            return torch.arange(total)
        expected = total * self._rate
        at_once = math.ceil(expected + 4 * math.sqrt(expected)) + 1
        parts, last = [], torch.tensor(-1)
        while int(last) < total:
            even = torch.rand(at_once, dtype=torch.float64, generator=self.generator)  # [0, 1)
            gaps = torch.log1p(-even).div_(math.log1p(-self._rate)).floor_().clamp_(max=total).long() + 1
            parts.append(torch.cumsum(gaps, 0).add_(last))
            last = parts[-1][-1]
        places = torch.cat(parts)
        return places[: int(torch.searchsorted(places, total))]
