"""Sums of two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.text.task import SHORTEST, TextTask

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig


class Adding(TextTask):
    """``12+34=`` and ``46``."""

    name = "adding"
    title = "Adding"
    description = (
        "Two numbers to add, written out: 12+34=46. From signs alone the network finds out what a carry is."
    )
    settings = ("count", "digits")
    shown = ("12+34=", "46")

    def signs(self, config: TextConfig) -> str:
        """Return digits, plus and equals."""
        del config
        return "0123456789+="

    def width(self, config: TextConfig) -> int:
        """Return the length of the longest numbers, their signs, and a sum with a digit more."""
        return 3 * config.digits + 3

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up a sum; of longer numbers, those of two digits come as often as those of three, and so on."""
        first, second = (
            int(rng.integers(10 ** int(rng.integers(min(SHORTEST, config.digits), config.digits + 1))))
            for _ in range(2)
        )
        return f"{first}+{second}=", str(first + second)

    def essence(self, question: str, answer: str) -> str:
        """Return the numbers in their order: who has learnt 12+34 knows 34+12."""
        del answer
        return "+".join(sorted(question[:-1].split("+")))
