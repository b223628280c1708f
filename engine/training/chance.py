"""The chance in a training but that of its order: a generator for each purpose, and how far each of them has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.choices import Adversary
from engine.runtime import generator
from engine.training.private.promise import is_private

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from engine.config import TrainingConfig


@dataclass(frozen=True, slots=True, eq=False)
class ChanceStates:
    """How far each generator has come, copied.

    Attributes:
        dropout: State of the generator of dropout.
        augmentation: State of the generator of augmentation.
        noise: State of the generator of a private training's noise; None where there is none.
        adversary: State of the generator of the adversary; None without one.
    """

    dropout: Tensor
    augmentation: Tensor
    noise: Tensor | None
    adversary: Tensor | None


class Chance:
    """The generators of one training; what one of them draws moves no other.

    Args:
        config: The seed, and which of them have a part in it.
        device: Where dropout and the adversary draw; the others draw on the CPU.
    """

    def __init__(self, config: TrainingConfig, device: torch.device) -> None:
        self._config = config
        self.dropout = generator(config.seed, "dropout", device)
        self.augmentation = generator(config.seed, "augmentation")
        self.noise = generator(config.seed, "noise")
        self.adversary = generator(config.seed, "adversary", device)

    def states(self) -> ChanceStates:
        """Copy how far each has come."""
        return ChanceStates(
            self.dropout.get_state(),
            self.augmentation.get_state(),
            self.noise.get_state() if is_private(self._config) else None,
            None if self._config.adversary is Adversary.OFF else self.adversary.get_state(),
        )

    def set_states(self, states: ChanceStates) -> None:
        """Go back, or on, to where each was; what has no state is left as it is."""
        self.dropout.set_state(states.dropout)
        self.augmentation.set_state(states.augmentation)
        if states.noise is not None:
            self.noise.set_state(states.noise)
        if states.adversary is not None:
            self.adversary.set_state(states.adversary)
