"""What is asked of a model that writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from engine.inference import Recognizer


class Writes(Protocol):
    """A model that goes on with a text; ``engine``'s ``Writer`` is one."""

    def next(self, prompt: str) -> NDArray[np.float32]:
        """Return how likely each character of the alphabet is to come next, ``(V,)``."""

    def write(self, prompt: str, count: int, temperature: float, seed: int) -> Iterator[str]:
        """Go on with a text, one character after the other, until an answer is at its end."""


def writer_of(recognizer: Recognizer) -> Writes:
    """Return what writes with the weights that a network has at the moment, in the window's thread."""
    from engine.inference.writer import Writer

    steps = recognizer.image_shape[0]
    return recognizer.ask(lambda network: Writer(network, recognizer.classes, steps))
