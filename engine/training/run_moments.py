"""Which moments of a run are worth keeping, beside the ends of its epochs."""

from __future__ import annotations


def is_early(step: int) -> bool:
    """Tell whether the weights after this step are worth a look of their own: 1, 2, 4, 8 …, dense at the beginning."""
    return step > 0 and step & (step - 1) == 0
