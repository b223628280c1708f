"""What a picture shows of sequences, held against the layers themselves and against the view of attention."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import Experiment
from engine.inference import Recognizer, step_values
from engine.insight.attention import attention
from engine.insight.model import own_model
from engine.models.build import build

DIGITS = tuple("0123456789")
IMAGE = np.random.default_rng(4).integers(0, 256, (28, 28), np.uint8)


def made(hidden: str, seed: int = 1) -> tuple[Recognizer, tuple[step_values.StepValues, ...]]:
    experiment = Experiment().with_(**{"network.hidden": hidden})
    recognizer = Recognizer(experiment, DIGITS, build(experiment.network, seed=seed).state_dict())
    outputs = recognizer.activations(IMAGE)
    return recognizer, step_values.step_values(recognizer, IMAGE, outputs)


def test_tokens_are_told_by_their_means_and_states_by_units_of_both_ends() -> None:
    recognizer, found = made("bilstm16,attention2,pool,5")
    states, tokens, pooled, *_ = recognizer.activations(IMAGE)
    recurrent, block, pool, dense = found
    assert recurrent.given is None  # it reads the image
    np.testing.assert_array_equal(recurrent.made, states[[0, 1, 2, 3, -4, -3, -2, -1]])
    np.testing.assert_allclose(block.given, states.mean(axis=0), rtol=1e-6)
    np.testing.assert_allclose(block.made, tokens.mean(axis=0)[None], rtol=1e-6)
    np.testing.assert_array_equal(pool.given, block.made[0])
    assert pool.made is None
    assert (dense.given, dense.made, dense.look) == (None, None, None)
    assert pooled.ndim == 1


def test_a_sequence_that_is_made_flat_is_none_for_the_layer_that_takes_it() -> None:
    _, (patches, dense) = made("patches7x8,6")
    assert patches.made.shape == (1, 16)
    assert dense.given is None


@pytest.mark.parametrize(
    "hidden", ["patches7x32,attention4,attention2,pool", "patches7x16,attention2,gru16,attention4,8"]
)
def test_the_look_is_that_of_the_view_of_attention(hidden: str) -> None:
    recognizer, found = made(hidden)
    model = own_model(recognizer.experiment, recognizer.state)
    runs = attention(model, IMAGE)
    told = {item.layer: (seen, item) for seen in runs for item in seen.layers}
    looks = {item.look.layer.layer: item.look for item in found if item.look is not None}
    assert looks.keys() == told.keys()
    for name, look in looks.items():
        seen, layer = told[name]
        assert look.token == seen.flow.argmax()
        np.testing.assert_allclose(look.shares, layer.weights[:, look.token], atol=1e-6)
        np.testing.assert_allclose(look.shares.sum(axis=1), 1, rtol=1e-5)
        np.testing.assert_allclose(look.evenness, layer.entropies, atol=1e-6)
        assert look.area == (seen.area_of(look.token) if seen.has_places else None)


def test_too_many_pairs_of_tokens_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert made("patches7x32,attention4,pool")[1][1].look is not None
    monkeypatch.setattr(step_values, "MOST_PAIRS", 4 * 16**2)
    assert made("patches7x32,attention4,pool")[1][1].look is not None
    _, (_, *blocks, _) = made("patches7x32,attention4,attention2,pool")  # each by itself would do
    assert [block.look for block in blocks] == [None, None]
    monkeypatch.setattr(step_values, "MOST_PAIRS", 4 * 16**2 - 1)
    _, (_, block, _) = made("patches7x32,attention4,pool")
    assert block.look is None
    assert block.made is not None
