"""How a recurrent network reads: its answers after every step, its states, and the gates of its units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.config import NetworkConfig
from engine.errors import ModelError
from engine.insight.reading import MOST_STEPS, read_through
from engine.models.build import build

SHAPE = (1, 9, 7)
IMAGE = np.random.default_rng(4).integers(0, 256, SHAPE[1:], np.uint8)


def model_of(hidden: object) -> torch.nn.Sequential:
    network = NetworkConfig.model_validate({"hidden": hidden})
    return build(network, image_shape=SHAPE, classes=3, seed=2).eval().requires_grad_(False)


@pytest.mark.parametrize(
    "hidden",
    [
        *(
            "lstm5",
            "bilstm5,4",
            "gru5,lstm4,4",
            "conv3,lstm4",
            "bigru3,bilstm4",
            "lstm5,pool",
            "conv2,bigru3,pool,4",
        ),
        *(
            "patches3,gru4",
            "patches3,attention2,lstm4",
            "lstm4,attention2,pool",
            "lstm4,attention2,poolfirst",
        ),
    ],
)
def test_the_last_answer_is_the_networks(hidden: str) -> None:
    model = model_of(hidden)
    found = read_through(model, IMAGE)
    assert found is not None
    assert found.answers is not None
    pixels = torch.from_numpy(IMAGE).float()[None, None] / 255
    np.testing.assert_allclose(found.answers[-1], model(pixels).softmax(1)[0], atol=1e-6)
    np.testing.assert_allclose(found.answers.sum(axis=1), 1, atol=1e-5)
    assert len(found.answers) == found.count == found.states.shape[1]


@pytest.mark.parametrize(
    "hidden", ["lstm5", "gru5,lstm4,4", "bilstm5,4", "bigru3,bilstm4", "gru4,bilstm3", "bilstm3,gru4,3"]
)
def test_an_answer_amid_the_image_is_that_to_an_image_which_ends_there(hidden: str) -> None:
    model = model_of(hidden)
    found = read_through(model, IMAGE)
    assert found is not None
    assert found.answers is not None
    pixels = torch.from_numpy(IMAGE).float()[None, None] / 255
    for end in range(1, found.count + 1):
        expected = model(pixels[:, :, :end]).softmax(1)[0]
        np.testing.assert_allclose(found.answers[end - 1], expected, atol=1e-6)


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
    assert [len(ends) - 1 for ends in rows.edges] == [9, 1]
    assert [len(ends) - 1 for ends in columns.edges] == [1, 7]
    np.testing.assert_allclose(rows.edges[0], np.arange(10) / 9)


def test_steps_end_where_their_patches_do_and_the_last_ones_with_the_image() -> None:
    found = read_through(model_of("patches4,attention2,gru3,lstm2"), IMAGE)
    assert found is not None
    assert found.count == 6
    np.testing.assert_allclose(found.edges[0], [0, 4 / 9, 8 / 9, 1])
    np.testing.assert_allclose(found.edges[1], [0, 4 / 7, 1])


def test_each_recurrent_layer_can_be_looked_at_and_the_answers_stay() -> None:
    model = model_of("conv3,lstm4,bigru3,lstm2,5")
    first, second, third = (read_through(model, IMAGE, f"hidden_{number}") for number in (2, 3, 4))
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.layers == ("hidden_2", "hidden_3", "hidden_4")
    assert [len(found.states) for found in (first, second, third)] == [4, 6, 2]
    np.testing.assert_array_equal(first.answers, third.answers)  # type: ignore[arg-type]
    np.testing.assert_array_equal(first.edges[0], third.edges[0])
    elsewhere = read_through(model, IMAGE, "hidden_9")
    assert elsewhere is not None
    assert elsewhere.layer == "hidden_2"
    pixels = torch.from_numpy(IMAGE).float()[None, None] / 255
    through = model[:4](pixels)[0]  # what the second one gives on: normalize, conv, lstm, gru
    np.testing.assert_allclose(second.states.T, through, atol=1e-6)


@pytest.mark.parametrize("hidden", ["lstm5,gru4,3", "gru4,bilstm3", "lstm5,pool", "lstm4,attention2,pool"])
def test_an_answer_is_that_of_the_network_had_the_image_ended_there(hidden: str) -> None:
    model = model_of(hidden)
    found = read_through(model, IMAGE)
    assert found is not None
    assert found.answers is not None
    for end in (1, 4, 9):
        pixels = torch.from_numpy(IMAGE[:end]).float()[None, None] / 255
        np.testing.assert_allclose(found.answers[end - 1], model(pixels).softmax(1)[0], atol=1e-6)


@pytest.mark.parametrize(
    ("best", "step"), [([2, 1, 2, 2], 2), ([2, 2, 2, 2], 0), ([2, 2, 2, 1], 3), ([0, 1, 1, 1], 1)]
)
def test_the_mind_is_made_up_where_the_last_answer_comes_to_the_front_to_stay(
    best: list[int], step: int
) -> None:
    found = read_through(model_of("lstm2"), IMAGE)
    assert found is not None
    answers = np.full((4, 3), 0.25, np.float32)
    answers[np.arange(4), best] = 0.5
    assert replace(found, answers=answers).settled == step
    assert replace(found, answers=None).settled is None


def test_where_all_steps_go_on_at_once_there_is_no_answer_before_the_last() -> None:
    found = read_through(model_of([{"kind": "lstm", "returns": "sequence"}, 4]), IMAGE)
    assert found is not None
    assert found.answers is None
    assert "all steps at once" in found.why_no_answers
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


def test_too_many_steps_to_read_the_image_anew_for_each_is_said() -> None:
    network = NetworkConfig.model_validate({"hidden": "patches1,bilstm2"})
    model = build(network, image_shape=(1, 18, 18), classes=3).eval()
    found = read_through(model, np.zeros((18, 18), np.uint8))
    assert found is not None
    assert found.answers is None
    assert f"more than {MOST_STEPS}" in found.why_no_answers
    one_way = build(
        NetworkConfig.model_validate({"hidden": "patches1,lstm2,pool"}), image_shape=(1, 18, 18), classes=3
    )
    found = read_through(one_way.eval(), np.zeros((18, 18), np.uint8))
    assert found is not None
    assert found.answers is not None
