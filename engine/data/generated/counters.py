"""Random numbers that follow from a seed and an image's index alone, whatever is drawn before or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)


def mixed(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scramble words so that neighbours have nothing in common any more.

    Source: the finaliser of SplitMix64; Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
    """
    words = (words ^ (words >> np.uint64(30))) * _FIRST
    words = (words ^ (words >> np.uint64(27))) * _SECOND
    return words ^ (words >> np.uint64(31))


def random_words(seed: int, indices: NDArray[np.int64], count: int, stream: int = 0) -> NDArray[np.uint64]:
    """Return ``count`` random words for each index: ``(N, count)`` uint64.

    Args:
        seed: Any whole number; it counts modulo 2**64.
        indices: ``(N,)`` int64, not negative.
        count: How many words an index gets.
        stream: Numbers of different streams have nothing in common.
    """
    start = np.array([seed % 2**64], dtype=np.uint64)
    key = mixed(mixed(start + _GOLDEN) ^ np.uint64(stream))  # (1,)
    keys = mixed(key + (indices.astype(np.uint64) + np.uint64(1)) * _GOLDEN)  # (N,)
    steps = np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN
    return mixed(keys[:, None] + steps)


def uniform(words: NDArray[np.uint64]) -> NDArray[np.float32]:
    """Turn words into numbers spread evenly over [0, 1)."""
    return (words >> np.uint64(40)).astype(np.float32) * np.float32(2.0**-24)


def normal(words: NDArray[np.uint64]) -> NDArray[np.float32]:
    """Turn words into nearly normal numbers of mean 0 and deviation 1, never beyond ±3.47.

    Each is the sum of the word's four quarters: whole-number arithmetic, the same on every machine.
    """
    low = np.uint64(0xFFFF)
    total = (words & low) + ((words >> np.uint64(16)) & low) + ((words >> np.uint64(32)) & low)
    total += words >> np.uint64(48)
    centred: NDArray[np.float32] = total.astype(np.float32) - np.float32(131070.0)
    return centred * np.float32(np.sqrt(3.0) / 65536.0)
