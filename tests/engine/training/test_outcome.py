"""The sentence on what came of a run, for every way in which one ends."""

from __future__ import annotations

import pytest

from engine.training import FinishReason, TrainingFinished
from engine.training.outcome import Measured, outcome

TEST, VALIDATION = Measured(0.877, 1000), Measured(0.9, 200)
NBSP = "\u00a0"


def finished(reason: str, epoch: int, best: int = 0, kept: int = 0, step: int = 70) -> TrainingFinished:
    return TrainingFinished(FinishReason(reason), step, epoch, 1.0, {}, best_epoch=best, kept_epoch=kept)


@pytest.mark.parametrize(
    ("end", "test", "validation", "words"),
    [
        (finished("completed", 8, 5), TEST, VALIDATION,
         "Done: 87.7 % of 1,000 unseen examples right, lowest loss at epoch 5."),
        (finished("completed", 8, 8), TEST, VALIDATION,
         "Done: 87.7 % of 1,000 unseen examples right, best at epoch 8, the last."),
        (finished("completed", 8, 5), None, VALIDATION,
         "Done: 90.0 % of 200 validation examples right, lowest loss at epoch 5."),
        (finished("completed", 8, 8), None, None, "Done: not measured on unseen examples, best at epoch 8, the last."),
        (finished("early_stopped", 9, 4, 4), TEST, VALIDATION,
         "Stopped early at epoch 9: 87.7 % of 1,000 unseen examples right, kept epoch 4, the best."),
        (finished("early_stopped", 9, 4), TEST, None,
         "Stopped early at epoch 9: 87.7 % of 1,000 unseen examples right, lowest loss at epoch 4."),
        (finished("target_reached", 3, 2), TEST, VALIDATION,
         "Target accuracy reached at epoch 3: 87.7 % of 1,000 unseen examples right."),
        (finished("stopped", 2, 2), None, None,
         "Stopped after step 70: not measured on unseen examples, lowest loss at epoch 2."),
        (finished("stopped", 0), None, None, "Stopped after step 70: not measured on unseen examples."),
        (finished("diverged", 2, 1), TEST, VALIDATION, ""),
        (finished("stopped", 0, step=0), None, None, ""),
    ],
)  # fmt: skip
def test_each_end_is_told_as_it_was(
    end: TrainingFinished, test: Measured | None, validation: Measured | None, words: str
) -> None:
    assert outcome(end, test=test, validation=validation).replace(NBSP, " ") == words


def test_all_are_right_only_where_all_are() -> None:
    end = finished("completed", 2)
    assert "100.0" not in outcome(end, test=Measured(99_999 / 100_000, 100_000))
    assert "100.0" in outcome(end, test=Measured(1.0, 100_000))
