"""How many images go through a network at once: by what it makes of one, so that a wide layer takes no more memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import nn

MOST_AT_ONCE = 2**26  # numbers: a quarter of a gigabyte


def note_numbers(model: nn.Module, count: int) -> None:
    """Let a network keep how many numbers its layers make of one image."""
    model.numbers_per_image = count  # type: ignore[assignment]


def images_at_once(model: nn.Module, most: int, *, copies: int = 1) -> int:
    """Return how many images may go through a network at once, at least one.

    Args:
        model: The network; of one that ``build`` has not made, nothing is known, and it takes the most.
        most: How many are wanted.
        copies: How often each number is held: twice where gradients are asked for.
    """
    count: int = getattr(model, "numbers_per_image", 0)
    return fitting(count * copies, most)


def fitting(numbers: int, most: int) -> int:
    """Return how many of ``most`` images fit at once where so many numbers are held of each, at least one."""
    return max(1, min(most, MOST_AT_ONCE // max(1, numbers)))


def portions(model: nn.Module, count: int, most: int, *, copies: int = 1) -> Iterator[slice]:
    """Cut ``count`` images into portions that may go through a network at once; arguments as for ``images_at_once``."""
    size = images_at_once(model, most, copies=copies)
    for start in range(0, count, size):
        yield slice(start, min(start + size, count))
