"""How a recurrent network reads: its answers after every step, its states, and the gates of its units."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.config import NetworkConfig
from engine.errors import ModelError
from engine.insight import read_through
from engine.models.build import build

SHAPE = (1, 9, 7)
IMAGE = np.random.default_rng(4).integers(0, 256, SHAPE[1:], np.uint8)


def model_of(hidden: object) -> torch.nn.Sequential:
    network = NetworkConfig.model_validate({"hidden": hidden})
    return build(network, image_shape=SHAPE, classes=3, seed=2).eval().requires_grad_(False)


@pytest.mark.parametrize("hidden", ["lstm5", "bilstm5,4", "gru5,lstm4,4", "conv3,lstm4", "bigru3,bilstm4"])
def test_the_last_answer_is_the_networks(hidden: str) -> None:
    model = model_of(hidden)
    found = read_through(model, IMAGE)
    assert found is not None
    assert found.answers is not None
    pixels = torch.from_numpy(IMAGE).float()[None, None] / 255
    np.testing.assert_allclose(found.answers[-1], model(pixels).softmax(1)[0], atol=1e-6)
    np.testing.assert_allclose(found.answers.sum(axis=1), 1, atol=1e-5)
    assert len(found.answers) == found.count == found.states.shape[1]


def test_an_answer_amid_the_image_knows_nothing_of_the_rows_below() -> None:
    model = model_of("lstm5,gru4")
    other = IMAGE.copy()
    other[6:] = 255 - other[6:]
    first, second = read_through(model, IMAGE), read_through(model, other)
    assert first is not None
    assert second is not None
    np.testing.assert_array_equal(first.answers[:6], second.answers[:6])  # type: ignore[index]
    assert np.abs(first.answers[6:] - second.answers[6:]).max(axis=1).min() > 1e-6  # type: ignore[index]


def test_of_columns_there_are_as_many_as_the_image_is_wide() -> None:
    rows, columns = (
        read_through(model_of([{"kind": "gru", "reading": way}]), IMAGE) for way in ("rows", "columns")
    )
    assert rows is not None
    assert columns is not None
    assert (rows.count, columns.count) == (9, 7)
    assert rows.reads_image


def test_where_all_steps_go_on_at_once_there_is_no_answer_before_the_last() -> None:
    found = read_through(model_of([{"kind": "lstm", "returns": "sequence"}, 4]), IMAGE)
    assert found is not None
    assert found.answers is None
    assert found.states.shape == (64, 9)


def test_a_network_that_reads_no_steps_has_no_reading() -> None:
    assert read_through(model_of("conv3,4"), IMAGE) is None


@pytest.mark.parametrize("hidden", ["lstm5", "bilstm5", "gru5", "bigru5", "conv2,bilstm4"])
def test_state_and_cell_follow_from_the_gates(hidden: str) -> None:
    found = read_through(model_of(hidden), IMAGE)
    assert found is not None
    for unit in range(len(found.states)):
        gates = found.gates(unit)
        assert gates.sums.shape == gates.values.shape == (len(gates.names), found.count)
        np.testing.assert_array_equal(gates.state, found.states[unit])
        if gates.cell is not None:
            np.testing.assert_allclose(gates.values[3] * np.tanh(gates.cell), gates.state, atol=1e-5)
        else:
            way = slice(None, None, -1 if unit >= found.described.units else 1)
            state, (_, kept, new) = gates.state[way], gates.values[:, way]
            before = np.concatenate([[0], state[:-1]])
            np.testing.assert_allclose((1 - kept) * new + kept * before, state, atol=1e-5)
    with pytest.raises(ModelError, match="no unit"):
        found.gates(len(found.states))
