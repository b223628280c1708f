"""A model that turns letters round, and waits to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.engine.training.texts import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray


class Backwards:
    """Answers ``abc=`` by ``cba``, or by what it is told to; notes what it was asked."""

    def __init__(self, classes: tuple[str, ...] = CLASSES) -> None:
        self.classes = classes
        self.says: str | None = None
        self.asked: list[tuple[str, int, float, int]] = []

    def next(self, prompt: str) -> NDArray[np.float32]:
        found = np.full(len(self.classes), 0.05, np.float32)
        found[self.classes.index(prompt[-2:-1] or "a")] = 0.8
        return found

    def write(self, prompt: str, count: int, temperature: float, seed: int) -> Iterator[str]:
        self.asked.append((prompt, count, temperature, seed))
        answer = prompt.rstrip("=")[::-1] if self.says is None else self.says
        yield from answer[:count]
