"""Which moments of a run are kept."""

from __future__ import annotations

import pytest

from engine.training.events import EpochDone, ModelSnapshot
from engine.training.moments import MOST_EPOCHS, MomentChoice, is_early, is_kept_epoch


def test_the_first_steps_lie_close() -> None:
    assert [step for step in range(20) if is_early(step)] == [1, 2, 4, 8, 16]


@pytest.mark.parametrize("epochs", [1, 10, MOST_EPOCHS, MOST_EPOCHS + 1, 1000, 10_000])
def test_every_epoch_is_kept_unless_there_are_very_many(epochs: int) -> None:
    kept = [epoch for epoch in range(1, epochs + 1) if is_kept_epoch(epoch, epochs)]
    assert kept[-1] == epochs
    assert len(kept) <= MOST_EPOCHS + 1
    if epochs <= MOST_EPOCHS:
        assert len(kept) == epochs


def test_kept_are_the_untrained_network_early_steps_and_the_ends_of_epochs() -> None:
    choice = MomentChoice(3)
    kept = []
    for step in range(31):
        if step and step % 10 == 0:
            choice.note(EpochDone(step // 10, step, 1.0, 0.5, None, None, 0.001, 1.0, best=False))
        if choice.keeps(ModelSnapshot(step, step // 10, {})):
            kept.append(step)
    assert kept == [0, 1, 2, 4, 8, 10, 16, 20, 30]
