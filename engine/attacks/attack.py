"""What a way of attacking must tell and do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from engine.errors import Cancelled, ConfigError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    import torch
    from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Strength:
    """How far an attack may go.

    Attributes:
        title: What is said beside its slider.
        help: What it means, in a sentence.
        high: The most; the least is 0, which changes nothing.
        usual: What one begins with.
        steps: What a curve goes through, from 0 on.
        is_whole: Whether it is a number of pixels, and not a distance.
    """

    title: Phrase
    help: Phrase
    high: float
    usual: float
    steps: tuple[float, ...]
    is_whole: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """On what terms images are changed.

    Attributes:
        aims: ``(B,)`` int64, the classes that the answers are to become; None for any but those they are to get away
            from.
        steps: How many steps are taken, where it takes steps.
        generator: Where random numbers come from; None where it starts from the images themselves.
        cancelled: Asked now and then whether to give up.
    """

    aims: Tensor | None = None
    steps: int = 20
    generator: torch.Generator | None = None
    cancelled: Callable[[], bool] | None = None

    def heed(self) -> None:
        """Give up where that is wanted.

        Raises:
            Cancelled: If it is.
        """
        if self.cancelled is not None and self.cancelled():
            raise Cancelled


class Attack(ABC):
    """Changes images so that a model answers otherwise. Instances are small and hold their options alone.

    Attributes:
        name: As a person asks for it on the command line.
        title: As a person reads it.
        help: What it does, in a sentence or two.
        strength: How far it may go.
        uses_gradients: Whether it goes where the gradient of the loss points; else it tries, or knows nothing.
        has_steps: Whether ``steps`` of ``perturb`` means something to it.
    """

    name: ClassVar[str]
    title: ClassVar[Phrase]
    help: ClassVar[Phrase]
    strength: ClassVar[Strength]
    uses_gradients: ClassVar[bool] = True
    has_steps: ClassVar[bool] = False

    def check(self, strength: float) -> None:
        """See that it can go so far.

        Raises:
            ConfigError: If it cannot.
        """
        limits = self.strength
        if not 0 <= strength <= limits.high or (limits.is_whole and strength != int(strength)):
            raise ConfigError(
                "The strength {strength:g} is not possible.",
                cause="Of “{attack}” it is a whole number from 0 to {high:g}."
                if limits.is_whole
                else "Of “{attack}” it goes from 0 to {high:g}.",
                remedy="Choose another strength.",
                strength=strength,
                attack=self.title,
                high=limits.high,
            )

    def perturb(
        self,
        model: nn.Module,
        images: Tensor,
        labels: Tensor,
        strength: float,
        *,
        aims: Tensor | None = None,
        steps: int = 20,
        generator: torch.Generator | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Tensor:
        """Return changed images; those given stay as they are.

        Args:
            model: In evaluation mode, its weights not asked for gradients; takes pixels in [0, 1], gives logits.
            images: ``(B, C, H, W)`` float32 in [0, 1], on the model's device.
            labels: ``(B,)`` int64, the classes that the answers are to get away from.
            strength: How far it may go, as ``strength`` of the class says; one that was checked.
            aims: As ``Terms`` has it, and what follows, too.
            steps: Likewise.
            generator: Likewise.
            cancelled: Likewise.

        Returns:
            ``(B, C, H, W)`` float32 in [0, 1].

        Raises:
            Cancelled: If ``cancelled`` says so.
        """
        return self.changed(model, images, labels, strength, Terms(aims, steps, generator, cancelled))

    @abstractmethod
    def changed(
        self, model: nn.Module, images: Tensor, labels: Tensor, strength: float, terms: Terms
    ) -> Tensor:
        """Do what ``perturb`` says, which calls it."""
