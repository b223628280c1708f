"""Which touches are of a palm: what is broad, and what lies on the glass while a stylus is in the hand."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF

BROAD_MM = 25.0
"""A contact longer than this is no finger: a thumb laid flat is some 20 mm, the edge of a hand 30 and more."""
PUT_DOWN = 0.8
"""Seconds after the last word of a stylus for which it is taken to be in the hand still."""
MM_PER_INCH = 25.4


class Palms:
    """Remembers the stylus and measures touches.

    Args:
        clock: Tells seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._stylus_at = float("-inf")

    def note_stylus(self) -> None:
        """Hear that a stylus touches the pad or hovers over it."""
        self._stylus_at = self._clock()

    @property
    def stylus_is_near(self) -> bool:
        """Whether a stylus is in the hand: then whatever else touches is that hand."""
        return self._clock() - self._stylus_at < PUT_DOWN

    @staticmethod
    def is_broad(diameters: QSizeF, dots_per_inch: float) -> bool:
        """Return whether a contact is too large for a finger.

        Args:
            diameters: Of the contact's ellipse in pixels; nothing where the device does not tell.
            dots_per_inch: Pixels to an inch.
        """
        longest = max(diameters.width(), diameters.height())
        return longest * MM_PER_INCH > BROAD_MM * dots_per_inch
