"""Whether what fools one model fools another, which the attack knew nothing of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.challenge.curve import STEPS, attacked_batches, check_steps, drawn, still
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import nn

    from engine.attacks.attack import Attack
    from engine.data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Carried:
    """What was counted.

    Attributes:
        right: Images that both models read right as they are.
        fooled: Those of them that the first one reads wrong once they are changed against it.
        carried: Those of these that the second one reads wrong, too.
    """

    right: int
    fooled: int
    carried: int

    @property
    def share(self) -> float:
        """The share of changes that fool the second model, too; nan where none fooled the first."""
        return self.carried / self.fooled if self.fooled else float("nan")


def carried_over(
    first: nn.Module,
    second: nn.Module,
    dataset: Dataset,
    attack: Attack,
    strength: float,
    *,
    steps: int = STEPS,
    seed: int = 0,
    limit: int | None = None,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Carried:
    """Change images against one model and show them to another; arguments and errors as for ``accuracy_curve``."""
    import torch

    from engine.evaluation.evaluate import evaluate

    attack.check(strength)
    check_steps(steps)
    part = drawn(dataset, limit, seed)
    first, second = still(first), still(second)
    right = np.ones(len(part), dtype=bool)
    for model in (first, second):
        right &= evaluate(model, part, cancelled=cancelled).predictions == part.labels
    part = part.subset(np.flatnonzero(right))
    fooled = carried = 0
    for changed, labels, done in attacked_batches(
        first, part, attack, strength, steps=steps, seed=seed, cancelled=cancelled
    ):
        with torch.inference_mode():
            wrong = first(changed).argmax(dim=1) != labels
            fooled += int(wrong.sum())
            carried += int((wrong & (second(changed).argmax(dim=1) != labels)).sum())
        if progress is not None:
            progress(Phrase("Attacking"), done / len(part))
    return Carried(len(part), fooled, carried)
