"""What a form must tell and do in which a network leaves the program."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.deploy.weights import Activations, Weights
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.operations import PlainNetwork
    from engine.storage.model_file import SavedModel


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a network takes of a small computer, in bytes, beside its code.

    Attributes:
        flash: Its weights.
        ram: The numbers that it holds while it runs.
    """

    flash: int
    ram: int


class ExportFormat(ABC):
    """Writes a network in one form, and runs what it wrote, so that both can be compared.

    Attributes:
        name: As a person asks for it, such as ``onnx``.
        title: As a person reads it.
        use: What one needs it for, in a sentence.
        ending: Of its file, with the dot.
        limit: By how much its probabilities may differ from the model's.
        weights: In what kinds of numbers it can hold weights, the one of most bits first.
        not_held: Why it cannot hold those of the other kinds, in a sentence each.
        activations: In what kinds of numbers what it writes can multiply activations.
        no_whole_numbers: Why only in floating-point ones, in a sentence.
        holds_weights: Whether the weights go into its file at all.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    use: ClassVar[Phrase]
    ending: ClassVar[str]
    limit: ClassVar[float] = 1e-4
    weights: ClassVar[tuple[Weights, ...]] = (Weights.FLOAT32,)
    not_held: ClassVar[Mapping[Weights, Phrase]] = {}
    activations: ClassVar[tuple[Activations, ...]] = (Activations.FLOAT32,)
    no_whole_numbers: ClassVar[Phrase] = Phrase(
        "It multiplies floating-point numbers, for which rounded activations are no gain."
    )
    holds_weights: ClassVar[bool] = True

    def for_model(self, saved: SavedModel) -> ExportFormat:
        """Return the form as it writes a model, where it needs more of it than the plain operations; else itself."""
        del saved
        return self

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return in a sentence why the form cannot hold a network; an empty one if it can."""
        del network
        return Phrase("")

    def footprint(self, network: PlainNetwork, weights: Weights = Weights.FLOAT32) -> Footprint | None:
        """Return what a network takes where every byte counts; None where nobody asks.

        Args:
            network: One that nothing keeps from being written.
            weights: In what kind of numbers its weights are stored.
        """
        del network, weights
        return None

    @abstractmethod
    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the file's content.

        Args:
            network: One that nothing keeps from being written, its weights not rounded yet: ``weights.stored`` does.
                Where the form can multiply rounded activations, it may hold ``Levels``.
            about: What goes along with it.
            weights: In what kind of numbers its weights are stored, one of those that the form can hold.
        """

    @abstractmethod
    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Run what was written: return its probabilities ``(N, classes)``.

        Args:
            content: As from ``written``.
            images: ``(N, H, W)`` uint8, ``(N, H, W, C)`` in colour.
        """
