"""What a way of making models smaller must tell and do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.choices import Held
from engine.errors import ConfigError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    import torch

    from engine.config import NetworkConfig
    from engine.storage.model_file import SavedModel


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of a model can be taken away, or left.

    Attributes:
        title: What is said beside its slider.
        help: What it means, in a sentence.
        low: The least that has a meaning.
        high: The most.
        usual: What one begins with.
        steps: What a curve goes through, from the mildest to the harshest; shares in whole percents.
        is_share: Whether it is a share of the model, 0 to 1, and not a number of bits.
    """

    title: Phrase
    help: Phrase
    low: float
    high: float
    usual: float
    steps: tuple[float, ...]
    is_share: bool = True


@dataclass(frozen=True, slots=True)
class LayerShare:
    """What is left of a layer.

    Attributes:
        name: Of the part of the network, such as ``hidden_1`` or ``output``.
        kept: How many of its weights, or units, there are still.
        whole: Of how many.
        reason: Why none of it can go, in a sentence; empty where some can.
    """

    name: str
    kept: int
    whole: int
    reason: str = ""

    @property
    def share(self) -> float:
        """The share that is left, 0 to 1; all of nothing."""
        return self.kept / self.whole if self.whole else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Shrunk:
    """A network after a method, not yet fine-tuned.

    Attributes:
        network: Its description.
        state: Its state dict, new tensors.
        shares: What is left of each layer, in their order; of a method that leaves all, empty.
    """

    network: NetworkConfig
    state: dict[str, torch.Tensor]
    shares: tuple[LayerShare, ...] = ()


class Method(ABC):
    """Makes a model smaller. Instances are small and hold their options alone.

    Attributes:
        name: As a person asks for it on the command line.
        title: As a person reads it.
        help: What it does, in a sentence or two.
        amount: How much of it there can be.
        held: What stays as it is while the network is fine-tuned after it.
        choices: What ``options`` can be, by name: the arguments it is made with.
        choice_words: What each of them, and each of its values, is called, likewise by name.
        has_control: Whether the same network trained from scratch is worth comparing with: it is of another shape.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    help: ClassVar[Phrase]
    amount: ClassVar[Amount]
    held: ClassVar[Held] = Held.NOTHING
    choices: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    choice_words: ClassVar[Mapping[str, tuple[Phrase, Mapping[str, Phrase]]]] = {}
    has_control: ClassVar[bool] = False

    @property
    def options(self) -> dict[str, str]:
        """What it was made with, by name; most have nothing to choose."""
        return {}

    def obstacle(self, saved: SavedModel) -> Phrase:
        """Return in a sentence why a model cannot be made smaller so; an empty one if it can."""
        del saved
        return Phrase("")

    def check(self, amount: float) -> None:
        """See that there can be so much of it.

        Raises:
            ConfigError: If there cannot.
        """
        limits = self.amount
        if not limits.low <= amount <= limits.high or not (limits.is_share or amount == int(amount)):
            raise ConfigError(
                "The amount {amount:g} is not possible.",
                cause="Of “{method}” it goes from {low:g} to {high:g}."
                if limits.is_share
                else "Of “{method}” it is a whole number from {low:g} to {high:g}.",
                remedy="Choose another amount.",
                amount=amount,
                method=self.title,
                low=limits.low,
                high=limits.high,
            )

    @abstractmethod
    def shrink(self, saved: SavedModel, amount: float) -> Shrunk:
        """Return a model made smaller; the one given stays as it is.

        Args:
            saved: One that has no obstacle.
            amount: One that was checked.
        """

    def size(self, state: dict[str, torch.Tensor], amount: float) -> int:
        """Return how many bytes the weights are, packed as the method lets them be packed, and gzipped.

        Args:
            state: After ``shrink``, perhaps fine-tuned.
            amount: The same.
        """
        from engine.compress.size import packed_size

        del amount
        return packed_size(state)
