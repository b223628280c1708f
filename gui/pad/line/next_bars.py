"""The bars of the next character: the likeliest of an alphabet, in columns that stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QFontMetricsF

from gui.look.spoken import follow_language
from gui.pad.probability_bars import ProbabilityBars
from gui.widgets.text.characters import name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

LIKELIEST = 6  # characters that have a bar
UNLIKELY = 0.005  # which reads 0 %


def likeliest(probabilities: NDArray[np.float32], most: int = LIKELIEST) -> NDArray[np.int64]:
    """Return places in the alphabet, the likeliest first; those that read 0 % follow in the order of the alphabet.

    Args:
        probabilities: ``(V,)``.
        most: So many, or all.
    """
    best = np.argsort(-probabilities, kind="stable")[:most]
    best = best[probabilities[best] >= UNLIKELY]
    others = np.setdiff1d(np.arange(min(len(probabilities), 2 * most)), best)
    return np.append(best, others[: most - len(best)])


class NextBars(ProbabilityBars):
    """Shows how likely each of a few characters is to come next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alphabet: tuple[str, ...] = ()
        follow_language(self, self._make_room)

    def set_found(self, probabilities: NDArray[np.float32] | None, alphabet: Sequence[str]) -> None:
        """Show what was found.

        Args:
            probabilities: ``(V,)``, or None where nothing was, or it is of another alphabet.
            alphabet: V characters.
        """
        if tuple(alphabet) != self._alphabet:
            self._alphabet = tuple(alphabet)
            self._make_room()
        if probabilities is None or len(probabilities) != len(alphabet):
            self.set_classes(())
            return
        places = likeliest(probabilities)
        self.set_classes([name_of(alphabet[int(place)]) for place in places])
        self.set_probabilities(probabilities[places])

    def _make_room(self) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance
        self.set_widest(max(map(name_of, self._alphabet), key=width, default=""))
