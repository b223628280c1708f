"""Letters or digits to put in order."""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import TYPE_CHECKING

from engine.choices import SortedSigns
from engine.data.text.task import SHORTEST, TextTask

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig

SIGNS = {SortedSigns.LETTERS: ascii_lowercase, SortedSigns.DIGITS: digits}


class Sorting(TextTask):
    """``dacb=`` and ``abcd``."""

    name = "sorting"
    title = "Sorting"
    description = (
        "Letters or digits to put in order: dacb=abcd. What comes next hangs on the whole question at once."
    )
    settings = ("count", "letters", "signs")
    shown = ("dacb=", "abcd")

    def signs(self, config: TextConfig) -> str:
        """Return letters or digits, and equals."""
        return f"{SIGNS[config.signs]}="

    def width(self, config: TextConfig) -> int:
        """Return twice the letters, and the sign between."""
        return 2 * config.letters + 1

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up signs, the same one twice at times; every length comes as often."""
        signs = SIGNS[config.signs]
        count = int(rng.integers(SHORTEST, config.letters + 1))
        chosen = [signs[place] for place in rng.integers(len(signs), size=count)]
        return f"{''.join(chosen)}=", "".join(sorted(chosen))

    def essence(self, question: str, answer: str) -> str:
        """Return the answer: who has learnt dacb knows what becomes of bcda."""
        del question
        return answer
