"""Which moments of a run are worth keeping, beside the ends of its epochs."""

from __future__ import annotations


def is_early(step: int) -> bool:
    """Tell whether the weights after this step are worth a look of their own: 1, 2, 4, 8 …, dense at the beginning."""
    return step > 0 and step & (step - 1) == 0


def steps_to_early(step: int) -> int:
    """Return how many steps after this one the next such moment comes."""
    return (1 << step.bit_length()) - step


MOST_EPOCHS = 256  # whose ends are kept; of a longer run every second, third … one


def is_kept_epoch(epoch: int, epochs: int) -> bool:
    """Tell whether the weights after this epoch are kept: each one's, but for runs of very many short epochs.

    Args:
        epoch: Its number, counted from 1.
        epochs: Epochs planned.
    """
    return epoch % -(-epochs // MOST_EPOCHS) == 0 or epoch == epochs
