from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from engine.captions.model import CaptionModel
from engine.captions.plan import Plan
from engine.captions.training import Trained, train

SMALL = Plan(pictures=1000, steps=150, batch_size=64, learning_rate=0.01)


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def learnt() -> CaptionModel:
    """A model that knows a little."""
    *_, last = train(SMALL)
    assert isinstance(last, Trained)
    return last.model
