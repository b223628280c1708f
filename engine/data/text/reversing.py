"""Words backwards."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from engine.data.text.task import SHORTEST, TextTask

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig


class Reversing(TextTask):
    """``stop=`` and ``pots``."""

    name = "reversing"
    title = "Reversing"
    description = (
        "Letters to say backwards: stop=pots. The last letter is wanted first, and the first one last: who looks back "
        "finds it, who has to remember must hold all of them."
    )
    settings = ("count", "letters")
    shown = ("stop=", "pots")

    def signs(self, config: TextConfig) -> str:
        """Return letters and equals."""
        del config
        return f"{ascii_lowercase}="

    def width(self, config: TextConfig) -> int:
        """Return twice the letters, and the sign between."""
        return 2 * config.letters + 1

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up letters; every length comes as often."""
        count = int(rng.integers(SHORTEST, config.letters + 1))
        letters = "".join(ascii_lowercase[place] for place in rng.integers(len(ascii_lowercase), size=count))
        return f"{letters}=", letters[::-1]
