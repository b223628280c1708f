"""Numbers of the Challenge station as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from engine.attacks.attack import Strength


def strength_words(strength: Strength, value: float) -> str:
    """Return how strong an attack is: ``0.100``, or a number of pixels."""
    if strength.is_whole:
        return QLocale().toString(round(value))
    return QLocale().toString(value, "f", 3 if strength.high <= 1 else 2)
