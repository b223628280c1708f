"""Classes: which of a few an example is, by the cross-entropy of what a network finds probable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.goals.goal import Goal
from engine.words import Phrase

if TYPE_CHECKING:
    import torch
    from numpy.typing import NDArray
    from torch import Tensor


class Classes(Goal):
    """Labels ``(N,)`` int64, each an index into ``Dataset.classes``; a network gives logits ``(B, classes)``."""

    name: ClassVar[str] = "classes"
    is_counted: ClassVar[bool] = True
    goes_by_hand: ClassVar[bool] = True
    measure: ClassVar[str] = Phrase("Accuracy")
    measure_of_training: ClassVar[str] = Phrase("training accuracy")
    measure_of_validation: ClassVar[str] = Phrase("validation accuracy")
    loss_name: ClassVar[str] = Phrase("Cross-entropy")

    def holds(self, labels: NDArray[Any]) -> bool:
        """Whether there is one whole number for each example."""
        return labels.dtype == np.int64 and labels.ndim == 1

    def fits(self, labels: NDArray[Any], classes: int) -> bool:
        """Whether each label names a class."""
        return not len(labels) or bool(0 <= labels.min() and labels.max() < classes)

    def loss(self, outputs: Tensor, labels: Tensor, smoothing: float = 0.0) -> Tensor:
        """Return the mean cross-entropy of a batch, in nats."""
        from torch.nn import functional

        return functional.cross_entropy(outputs, labels, label_smoothing=smoothing)

    def losses(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the cross-entropy of each example, ``(B,)``."""
        from torch.nn import functional

        return functional.cross_entropy(outputs, labels, reduction="none")

    def summed_loss(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return the sum of the cross-entropies."""
        from torch.nn import functional

        return functional.cross_entropy(outputs, labels, reduction="sum")

    def scores(self, outputs: Tensor, labels: Tensor) -> Tensor:
        """Return 1 where the likeliest class is the right one, else 0."""
        return (outputs.argmax(1) == labels).float()

    def room(self, count: int, device: torch.device) -> Tensor:
        """Return room for an answer to each example; −1 is none."""
        import torch

        return torch.full((count,), -1, dtype=torch.int64, device=device)

    def keep(self, outputs: Tensor, labels: Tensor, out: Tensor) -> None:
        """Keep the likeliest classes."""
        import torch

        del labels
        torch.argmax(outputs, 1, out=out)

    def rightness(self, kept: Tensor, labels: Tensor) -> Tensor:
        """Return whether each example was right."""
        return kept.eq(labels)


GOAL = Classes()
