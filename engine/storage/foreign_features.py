"""Features in the headers of models and runs: written as JSON can say them, and read with suspicion."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from engine.inputs.feature import MOST_FEATURES, Feature
from engine.inputs.registry import kind_of
from engine.storage.foreign_text import NAME, is_text, writable
from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = 1, 2, 3  # how many sizes the shape of an example has, of whatever kind
MOST_SIZE = 3.4028235e38  # of a number: rows are of 4 bytes each
TEXTS, NUMBERS = ("name", "column"), ("low", "high", "usual")


def written_features(features: Sequence[Feature]) -> list[dict[str, Any]]:
    """Return features as JSON can say them."""
    return [asdict(each) | {name: writable(getattr(each, name), NAME) for name in TEXTS} for each in features]


def read_features(value: object, shape: tuple[int, ...]) -> tuple[Feature, ...]:
    """Return the features that a header names.

    Args:
        value: What JSON said.
        shape: Of an example as a model takes it.

    Raises:
        ValueError: If they cannot be read, or there is not one for each number.
    """
    wanted = shape[0] if kind_of(shape).has_features else 0
    if not isinstance(value, list) or len(value) != wanted or wanted > MOST_FEATURES:
        raise ValueError("not a feature for each number")
    return tuple(map(_feature, value))


def _feature(value: object) -> Feature:
    if not isinstance(value, dict):
        raise ValueError("no feature")
    texts = [value.get(name, "") for name in TEXTS]
    numbers = [value.get(name, "") for name in NUMBERS]
    if not all(is_text(text, NAME) for text in texts) or not all(map(_is_number, numbers)):
        raise ValueError("no feature")
    name, column = map(visible, texts)
    low, high, usual = map(float, numbers)
    if low > high:
        raise ValueError("bounds that are none")
    return Feature(name, low, high, usual, value.get("whole") is True, column)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST_SIZE
