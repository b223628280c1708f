"""Milliseconds of a drawing: measured with the clock, on drawings as the pad gives them."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

from engine.compress.latency import ROUNDS, milliseconds
from engine.inference import Recognizer
from tests.engine.compress.models import untrained


def test_the_least_of_some(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    asked: list[Any] = []

    def answer(_self: Recognizer, drawing: np.ndarray) -> None:
        asked.append(drawing)
        now[0] += 0.05 if len(asked) % 2 else 0.004  # half of the time the machine is busy

    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    monkeypatch.setattr(Recognizer, "probabilities", answer)
    assert milliseconds(untrained("8")) == pytest.approx(4.0)
    assert asked[0].shape == (28, 28)
    assert len(asked) < ROUNDS, "after half a second it is enough"


def test_a_larger_network_takes_longer() -> None:
    assert milliseconds(untrained("8")) < milliseconds(untrained("2048,2048,2048"))
