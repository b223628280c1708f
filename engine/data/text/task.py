"""What a task of characters must tell and do to be one of the program's."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import numpy as np

    from engine.config.text import TextConfig

END = "∎"
"""The sign behind every answer. Whoever writes stops at it; texts, which have no end, have it not in their alphabet."""
SHORTEST = 2  # signs of a question, or digits that the longer of the smallest numbers have
TEST_SHARE = 6  # of the questions that there may be, one in so many is to test with


class TextTask(ABC):
    """Questions with one right answer each, or sentences.

    Attributes:
        name: As in the settings, such as ``adding``.
        title: As a person reads it.
        description: One or two sentences.
        settings: Which of the settings of ``TextConfig`` decide what is made up.
        is_prose: Whether there are no questions: what is made up are sentences, one behind the other.
        between: What parts two sentences of prose.
        shown: A question as a person may type it, and its answer; of prose how a sentence begins and goes on.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    description: ClassVar[str]
    settings: ClassVar[tuple[str, ...]]
    is_prose: ClassVar[bool] = False
    between: ClassVar[str] = ""
    shown: ClassVar[tuple[str, str]]

    @abstractmethod
    def signs(self, config: TextConfig) -> str:
        """Return every character that may come, without the end sign, each once."""

    @abstractmethod
    def width(self, config: TextConfig) -> int:
        """Return ``T``, how many characters a network is given: what the longest question and its answer have, say."""

    @abstractmethod
    def example(self, config: TextConfig, rng: np.random.Generator) -> tuple[str, str]:
        """Make up a question and its answer, such as ``12+34=`` and ``46``; of prose nothing and a sentence."""

    def essence(self, question: str, answer: str) -> str:
        """Return what two examples have in common that are one at heart, such as 12+34 and 34+12: one side has both."""
        del answer
        return question

    def classes(self, config: TextConfig) -> tuple[str, ...]:
        """Return the alphabet of what a network is told: questions end, prose goes on."""
        signs = tuple(self.signs(config))
        return signs if self.is_prose else (END, *signs)

    def is_test(self, question: str, answer: str) -> bool:
        """Whether an example is to test with, and never learnt from: it itself decides, whatever count and seed are."""
        digest = hashlib.blake2b(self.essence(question, answer).encode(), digest_size=4).digest()
        return int.from_bytes(digest, "big") % TEST_SHARE == 0
