"""Which key says that a drawing is of which class."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACES = "1234567890"
"""The keys of the first ten classes, where names are no digits."""


def naming_keys(classes: Sequence[str]) -> dict[str, str]:
    """Return the keys of classes, each a sign to type and the class it means.

    A name of one sign is its own key. Of the others the first ten have the digits as the keyboard has them, 1 to 9 and
    0, unless one of the names is a digit: 2 must not mean something else beside a class 1.

    Args:
        classes: Their names.
    """
    own = [name for name in classes if len(name) == 1]
    keys = {name: name for name in own}
    if not set(own) & set(PLACES):
        keys |= {key: name for key, name in zip(PLACES, classes, strict=False) if len(name) > 1}
    return keys


def class_of_key(keys: dict[str, str], typed: str) -> str | None:
    """Return the class that a typed sign means; letters count without Shift where that leaves no doubt."""
    if typed in keys:
        return keys[typed]
    alike = [name for key, name in keys.items() if typed and key.casefold() == typed.casefold()]
    return alike[0] if len(alike) == 1 else None
