"""Several processes share texts: answers of all lengths count as they do for one process alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.training.loop import train
from tests.engine.training.ranks.test_learner import assert_same, shared  # noqa: F401
from tests.engine.training.texts import EXPERIMENT, backwards


@pytest.mark.parametrize("hidden", ["embedding8,attention2", "embedding8,lstm6"])
@pytest.mark.parametrize("world", [2, 3])
def test_processes_that_share_texts_learn_what_one_does(
    shared: Callable[..., list[object]],  # noqa: F811
    hidden: str,
    world: int,
) -> None:
    # Adam makes much of differences in the last digits
    experiment = EXPERIMENT.with_(**{"network.hidden": hidden, "training.optimizer": "sgd"})
    alone = list(train(experiment, backwards()))
    assert_same(alone, shared(experiment, backwards(), world))
