"""A doubt that has learnt nothing, for whoever keeps one or asks it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data.doubt.directions import FEATURES
from engine.data.doubt.doubt import Doubt

HIDDEN = 5


@pytest.fixture(autouse=True)
def brief_doubt() -> None:
    """Learn from as many drawings as the program does."""


def made(classes: int = 3, **changes: Any) -> Doubt:
    """Return a doubt of random numbers, always the same ones."""
    random = np.random.default_rng(0)
    values: dict[str, Any] = {
        "inner": random.integers(-127, 128, (FEATURES, HIDDEN)).astype(np.int8),
        "inner_steps": random.uniform(1e-3, 1e-2, HIDDEN).astype(np.float32),
        "inner_bias": random.normal(0, 1, HIDDEN).astype(np.float32),
        "outer": random.integers(-127, 128, (HIDDEN, classes + 1)).astype(np.int8),
        "outer_steps": random.uniform(1e-3, 1e-2, classes + 1).astype(np.float32),
        "outer_bias": random.normal(0, 1, classes + 1).astype(np.float32),
        "limit": 0.25,
        "refused": 0.02,
    }
    return Doubt(**(values | changes))
