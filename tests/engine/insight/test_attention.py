"""How a network looks: the tables of its heads, the flow to the answer, and where tokens lie in the image."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.choices import TokenPooling
from engine.config import Experiment
from engine.errors import ModelError
from engine.insight import heads
from engine.insight.attention import Attention, attention
from engine.insight.model import own_model
from engine.models.build import build


def looked_everywhere(
    hidden: object, shape: tuple[int, int, int] = (1, 8, 12), seed: int = 1
) -> tuple[Attention, ...]:
    experiment = Experiment().with_(**{"network.hidden": hidden})
    state = build(experiment.network, image_shape=shape, classes=3, seed=seed).state_dict()
    model = own_model(experiment, state, classes=3, image_shape=shape)
    channels, height, width = shape
    sides = (height, width) if channels == 1 else (height, width, channels)
    image = np.random.default_rng(2).integers(0, 256, sides, np.uint8)
    return attention(model, image)


def looked(hidden: object, shape: tuple[int, int, int] = (1, 8, 12)) -> Attention:
    (seen,) = looked_everywhere(hidden, shape)
    return seen


def test_each_head_of_each_layer_is_told_of() -> None:
    seen = looked("patches4x8,attention2,attention4,pool,5")
    assert [item.layer for item in seen.layers] == ["hidden_2", "hidden_3"]
    assert [item.weights.shape for item in seen.layers] == [(2, 6, 6), (4, 6, 6)]
    for item in seen.layers:
        np.testing.assert_allclose(item.weights.sum(axis=2), 1, atol=1e-5)
        by_hand = -(item.weights * np.log(item.weights)).sum(axis=2).mean(axis=1) / np.log(6)
        np.testing.assert_allclose(item.entropies, by_hand, atol=1e-5)
        assert (item.entropies < 1).all()


def test_a_network_looks_alike_however_little_is_computed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = looked("patches1x8,attention2,attention4,poollast")
    monkeypatch.setattr(heads, "AT_ONCE", 1000)
    parts = looked("patches1x8,attention2,attention4,poollast")
    for item, other in zip(whole.layers, parts.layers, strict=True):
        np.testing.assert_allclose(item.entropies, other.entropies, atol=1e-6)
        np.testing.assert_allclose(item.flow, other.flow, atol=1e-6)


@pytest.mark.parametrize(("pool", "chosen"), [("pool", None), ("poollast", -1), ("poolfirst", 0)])
def test_the_flow_goes_through_all_layers(pool: str, chosen: int | None) -> None:
    seen = looked(f"patches4x8,attention2,attention4,{pool}")
    steps = [(np.eye(6) + item.weights.mean(axis=0)) / 2 for item in seen.layers]
    through = steps[1] @ steps[0]
    np.testing.assert_allclose(
        seen.layers[1].flow, steps[1].mean(axis=0) if chosen is None else steps[1][chosen], atol=1e-6
    )
    np.testing.assert_allclose(
        seen.flow, through.mean(axis=0) if chosen is None else through[chosen], atol=1e-6
    )
    assert seen.flow.sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("hidden", "grid", "area"),
    [
        ("patches4x8,attention2", (2, 3), (4, 8, 4, 4)),
        ("patches5x8,attention2", (2, 3), (5, 10, 3, 2)),  # the last are filled up
        ("conv4,patches1x8,attention2", (4, 6), (6, 10, 2, 2)),  # behind pooling, a place is 2 × 2 pixels
        ("conv4,patches3x8,attention2", (2, 2), (6, 6, 2, 6)),
        ("lstm8,attention2", (8, 1), (7, 0, 1, 12)),
        (({"kind": "lstm", "units": 8, "reading": "columns"}, {"kind": "attention"}), (1, 12), (0, 11, 8, 1)),
        ("patches4x8,lstm8,attention2", (6, 1), (7, 0, 1, 12)),  # the places are lost
    ],
)
def test_tokens_lie_in_the_image(
    hidden: object, grid: tuple[int, int], area: tuple[int, int, int, int]
) -> None:
    seen = looked(hidden)
    assert seen.grid == grid
    last = seen.count - 1
    assert seen.area_of(last) == area
    numbers = seen.on_image(np.arange(seen.count, dtype=np.float32))
    assert numbers.shape == (8, 12)
    assert {seen.token_at(row, column) for row in range(8) for column in range(12)} == set(range(seen.count))
    assert all(seen.token_at(row, column) == numbers[row, column] for row in range(8) for column in range(12))
    with pytest.raises(ModelError, match="no pixel 8, 0"):
        seen.token_at(8, 0)


@pytest.mark.parametrize(
    ("hidden", "size"),
    [
        ("patches2x8,lstm8,attention2", (24, 12)),  # more steps than rows of pixels
        (
            (
                {"kind": "conv", "kernel": 2},
                {"kind": "patches", "size": 1, "width": 8},
                {"kind": "attention"},
            ),
            (8, 12),
        ),
    ],
)
def test_every_token_lies_somewhere(hidden: object, size: tuple[int, int]) -> None:
    seen = looked(hidden)
    assert seen.size == size
    for token in range(seen.count):
        row, column, rows, columns = seen.area_of(token)
        assert rows > 0
        assert columns > 0
        assert seen.token_at(row, column) == seen.token_at(row + rows - 1, column + columns - 1) == token


def test_positions_are_compared_where_there_are_some() -> None:
    seen = looked("patches4x8,attention2")
    assert seen.has_positions
    table = np.array([seen.alike(token) for token in range(seen.count)])
    np.testing.assert_allclose(np.diag(table), 1, atol=1e-5)
    np.testing.assert_allclose(table, table.T, atol=1e-6)
    assert (np.abs(table) <= 1 + 1e-5).all()
    bare = looked(({"kind": "patches", "size": 4, "width": 8, "positions": False}, {"kind": "attention"}))
    assert not bare.has_positions
    with pytest.raises(ModelError, match="no positions"):
        bare.alike(0)


def test_a_network_without_attention_is_not_told_of_and_one_token_looks_at_itself() -> None:
    assert looked_everywhere("conv4,8") == ()
    assert looked_everywhere("patches4x8,pool") == ()
    one = looked("patches8x8,attention2", (1, 8, 8))
    assert (one.layers[0].weights == 1).all()
    assert np.isfinite(one.layers[0].entropies).all()


@pytest.mark.parametrize(
    "hidden", ["patches4x8,attention2,pool", "patches4x8,attention2,lstm8,attention2,pool"]
)
def test_a_colour_image_is_looked_at_and_nothing_drawn_from_torchs_own_generator(hidden: str) -> None:
    before = torch.get_rng_state()
    seen = looked_everywhere(hidden, (3, 9, 7))[0]
    assert seen.grid == (3, 2)
    assert seen.on_image(seen.flow).shape == (9, 7)
    assert torch.equal(before, torch.get_rng_state())


def test_attention_in_two_places_is_told_of_twice() -> None:
    first, second = looked_everywhere("patches4x8,attention2,attention2,lstm8,attention4,poollast")
    assert [item.layer for item in (*first.layers, *second.layers)] == ["hidden_2", "hidden_3", "hidden_5"]
    assert (first.reader, first.pooling, first.has_places) == ("hidden_4", None, True)
    assert (second.reader, second.pooling, second.has_places) == ("hidden_6", TokenPooling.LAST, False)
    assert (first.has_positions, second.has_positions) == (True, False)
    (flat,) = looked_everywhere("patches4x8,attention2,5")
    assert (flat.reader, flat.pooling) == ("hidden_3", None)
