"""Long looks into a network are cut into short portions, tell how far they are, and end when asked to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from torch import nn

from engine.config import NetworkConfig
from engine.errors import Cancelled
from engine.insight import brief_portions
from engine.insight.integrated_gradients import integrated_gradients
from engine.insight.occlusion import affordable_squares, occlusion
from tests.engine.insight.conftest import make_model

LOOKS = [occlusion, integrated_gradients]


def sizes(monkeypatch: pytest.MonkeyPatch, seconds_each: float, count: int = 60) -> list[int]:
    """Go through images that take so long each on a clock of our own."""
    now = [0.0]
    monkeypatch.setattr(brief_portions, "perf_counter", lambda: now[0])
    found = []
    for part in brief_portions.brief_portions(nn.Sequential(), count, 16, "Looking"):
        found.append(part.stop - part.start)
        now[0] += seconds_each * found[-1]
    return found


def test_portions_grow_while_they_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sizes(monkeypatch, 0.001) == [1, 2, 4, 8, 16, 16, 13]
    assert sizes(monkeypatch, 0.11, 9) == [1, 2, 2, 2, 2]
    assert sizes(monkeypatch, 2.0, 3) == [1, 1, 1]


def test_a_portion_that_took_long_is_followed_by_a_smaller_one(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(brief_portions, "perf_counter", lambda: now[0])
    found = []
    for part in brief_portions.brief_portions(nn.Sequential(), 20, 16, "Looking"):
        found.append(part.stop - part.start)
        now[0] += 0.01 if part.stop < 15 else 0.9
    assert found == [1, 2, 4, 8, 4, 1]


@pytest.mark.parametrize("look", LOOKS)
def test_it_ends_when_asked_to(look: Callable[..., object], image: NDArray[np.uint8]) -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) == 3

    with pytest.raises(Cancelled):
        look(make_model("dense"), image, 1, cancelled=cancelled)
    assert len(asked) == 3


@pytest.mark.parametrize("look", LOOKS)
def test_it_tells_how_far_it_is(look: Callable[..., object], image: NDArray[np.uint8]) -> None:
    told: list[float] = []
    look(make_model("dense"), image, 1, progress=lambda _text, share: told.append(share))
    assert len(told) > 2
    assert told[-1] == 1
    assert all(one < other for one, other in pairwise(told))


def test_the_squares_of_a_large_network_are_fewer() -> None:
    def squares(**network: object) -> tuple[int, int]:
        return affordable_squares(NetworkConfig.model_validate(network), (1, 28, 28))

    assert squares(hidden="64,64") == squares(hidden="conv32,conv64,128") == (4, 2)
    wide = {"kind": "conv", "channels": 3000, "kernel": 1, "pooling": "none"}
    assert squares(hidden=[wide]) == (4, 4)
    assert squares(hidden=[wide, {"kind": "conv", "channels": 300, "kernel": 3}]) == (32, 32)


def test_what_no_square_holds_is_nought(image: NDArray[np.uint8]) -> None:
    found = occlusion(make_model("dense"), image, 1, patch=1, stride=2)
    assert np.isfinite(found).all()
    assert not found[1::2].any()
    assert found[::2, ::2].any()
