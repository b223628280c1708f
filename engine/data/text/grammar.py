"""Sentences of a small grammar: rules that are filled in until words alone are left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from engine.data.text.task import TextTask

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig

PLACE = re.compile(r"\{(\w+)\}")


class Grammar(TextTask):
    """Prose that follows rules.

    Attributes:
        rules: For each name what it may stand for, with names in braces; ``sentence`` is where one begins.
    """

    rules: ClassVar[dict[str, tuple[str, ...]]]
    settings = ("count", "context")
    is_prose = True

    def signs(self, config: TextConfig) -> str:
        """Return every character that any rule can make."""
        del config
        words = "".join(PLACE.sub("", form) for forms in self.rules.values() for form in forms)
        return "".join(sorted({*self.spelt(words), *words, *self.between, *self.beginnings()}))

    def beginnings(self) -> str:
        """Return characters that come at the beginning of a sentence alone."""
        return ""

    def width(self, config: TextConfig) -> int:
        """Return the length of the pieces that the text is cut into."""
        return config.context

    def spelt(self, sentence: str) -> str:
        """Return a sentence as it is written."""
        return sentence

    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up a sentence."""
        del config
        text = "{sentence}"
        while (place := PLACE.search(text)) is not None:
            forms = self.rules[place[1]]
            text = f"{text[: place.start()]}{forms[rng.integers(len(forms))]}{text[place.end() :]}"
        return "", self.spelt(text)

    def essence(self, question: str, answer: str) -> str:
        """Return the sentence."""
        del question
        return answer
