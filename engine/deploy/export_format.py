"""What a form must tell and do in which a network leaves the program."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from engine.words import Phrase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork


class ExportFormat(ABC):
    """Writes a network in one form, and runs what it wrote, so that both can be compared.

    Attributes:
        name: As a person asks for it, such as ``onnx``.
        title: As a person reads it.
        use: What one needs it for, in a sentence.
        ending: Of its file, with the dot.
        limit: By how much its probabilities may differ from the model's.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    use: ClassVar[Phrase]
    ending: ClassVar[str]
    limit: ClassVar[float] = 1e-4

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return in a sentence why the form cannot hold a network; an empty one if it can."""
        del network
        return Phrase("")

    @abstractmethod
    def written(self, network: PlainNetwork, about: About) -> bytes:
        """Return the file's content.

        Args:
            network: One that nothing keeps from being written.
            about: What goes along with it.
        """

    @abstractmethod
    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Run what was written: return its probabilities ``(N, classes)``.

        Args:
            content: As from ``written``.
            images: ``(N, H, W)`` uint8, ``(N, H, W, C)`` in colour.
        """
