"""What was recorded of a run, held against what it should be; and a clock by which every step is told."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import numpy as np
import torch

from engine.storage.runs.folder import RunFolder
from engine.training.history import EPOCH_SERIES, STEP_SERIES, History


def ticks() -> Any:
    """Return a clock by which every step is told by itself."""
    numbers = count()
    return lambda: float(next(numbers))


def assert_same(left: History, right: History) -> None:
    np.testing.assert_array_equal(left.steps, right.steps)
    np.testing.assert_array_equal(left.epochs, right.epochs)
    for name in (*STEP_SERIES, *EPOCH_SERIES):
        np.testing.assert_array_equal(left.series(name), right.series(name), err_msg=name)
    assert left.best_epoch == right.best_epoch
    assert left.marks == right.marks


def assert_equal_weights(left: dict[str, torch.Tensor], right: dict[str, torch.Tensor]) -> None:
    assert left.keys() == right.keys()
    assert all(torch.equal(left[name], right[name]) for name in left)


def record(run: RunFolder) -> dict[str, Any]:
    return json.loads(run.header_path.read_text())
