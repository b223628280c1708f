"""A text as pieces to learn from, in stretches that stay together: what validates was never seen, not in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.text.coding import coded_windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.data.text.coding import Coded

STRETCHES = 100  # that a long text is divided into
TEST_EVERY = 10  # of those, one in so many is tested with
LEAST_PIECES = 10  # or there would be nothing to divide


def least_characters(context: int) -> int:
    """Return how long a text must be to be divided."""
    return LEAST_PIECES * (context + 1)


def stretches_of(count: int, context: int) -> list[slice]:
    """Return stretches of a text that have no character in common: whole pieces and the one character behind them.

    Args:
        count: How many characters the text has.
        context: How many a piece has.
    """
    pieces = max(1, (count // STRETCHES - 1) // context)
    length = pieces * context + 1
    return [slice(start, start + length) for start in range(0, count - length + 1, length)]


def pieces_of(numbers: NDArray[np.uint16], context: int) -> tuple[Coded, NDArray[np.int64]]:
    """Return the pieces of a text and for each the number of its stretch, ``(N,)`` int64."""
    return _joined(numbers, stretches_of(len(numbers), context), context)


def divided(numbers: NDArray[np.uint16], context: int, seed: int) -> tuple[Coded, Coded, NDArray[np.int64]]:
    """Return the pieces of a text to learn from, those to test with, and the stretches of the former.

    Args:
        numbers: ``(M,)`` places in the alphabet, ``least_characters`` of them at least.
        context: How many characters a piece has.
        seed: Decides which stretches are tested with.
    """
    stretches = stretches_of(len(numbers), context)
    order = np.random.default_rng(seed).permutation(len(stretches))
    for_test = max(1, len(stretches) // TEST_EVERY)
    test, train = ([stretches[at] for at in np.sort(side)] for side in (order[:for_test], order[for_test:]))
    pieces, blocks = _joined(numbers, train, context)
    return pieces, _joined(numbers, test, context)[0], blocks


def _joined(
    numbers: NDArray[np.uint16], stretches: Sequence[slice], context: int
) -> tuple[Coded, NDArray[np.int64]]:
    parts = [coded_windows(numbers[stretch], context) for stretch in stretches]
    blocks = np.repeat(np.arange(len(parts)), [len(inputs) for inputs, _ in parts])
    inputs, labels = (np.concatenate(side) for side in zip(*parts, strict=True))
    return (inputs, labels), blocks.astype(np.int64)
