"""Made-up answers of a model, and the report on them."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from engine.data.dataset import Dataset
from engine.evaluation.evaluate import evaluate
from engine.evaluation.report import Report


class Fixed(nn.Module):
    """Answers with given logits, row by row, whatever it is shown."""

    def __init__(self, logits: np.ndarray) -> None:
        super().__init__()
        self.logits = torch.from_numpy(logits.astype(np.float32))
        self.next = 0

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        rows = self.logits[self.next : self.next + len(images)]
        self.next += len(images)
        return rows


def made_up_report(seed: int = 0, count: int = 500, classes: int = 5, *, skill: float = 1.5) -> Report:
    """Return a report on answers that are right more often than not."""
    random = np.random.default_rng(seed)
    labels = np.random.default_rng(99).integers(0, classes, count)
    logits = random.normal(size=(count, classes))
    logits[np.arange(count), labels] += skill
    data = Dataset(
        "made-up", np.zeros((count, 2, 2), np.uint8), labels.astype(np.int64), tuple("abcdefghij"[:classes])
    )
    return evaluate(Fixed(logits), data, keep_probabilities=True, batch_size=64)
