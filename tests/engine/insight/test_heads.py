"""What a token takes in a head, step by step: by weights made by hand, whose answer is known, and as in the model."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.errors import ModelError
from engine.insight.attention import attention
from engine.insight.heads import LayerAttention
from engine.insight.model import own_model
from engine.models.build import build

SHAPE = (1, 4, 4)


def looked(
    hidden: object, changes: dict[str, torch.Tensor] | None = None
) -> tuple[LayerAttention, torch.nn.Sequential]:
    experiment = Experiment().with_(**{"network.hidden": hidden})
    state = build(experiment.network, image_shape=SHAPE, classes=2, seed=1).state_dict() | (changes or {})
    model = own_model(experiment, state, classes=2, image_shape=SHAPE)
    image = np.arange(16, dtype=np.uint8).reshape(4, 4)
    (seen,) = attention(model, image)
    return seen.layers[0], model


def by_hand() -> LayerAttention:
    """Four tokens of two numbers and one head: what is computed can be followed with a pencil.

    Whatever the image, the tokens are (1, −1), (1, −1), (−1, 1) and (1, −1); the norm leaves them as they are. The
    query is √2 log 3 in the first place, the key the token's first number, halved, and the value (4, 0) or (−4, 8).
    """
    tokens = torch.tensor([[1.0, -1], [1, -1], [-1, 1], [1, -1]])
    weight, bias = torch.zeros(6, 2), torch.zeros(6)
    bias[0] = math.sqrt(2) * math.log(3)  # q, whatever the token
    weight[2, 0] = 0.5  # k
    weight[4, 0] = 4.0  # v
    weight[5, 0], bias[5] = -4.0, 4.0
    seen, _ = looked(
        "patches2x2,attention1,pool",
        {
            "hidden_1.embedding.weight": torch.zeros(2, 4),
            "hidden_1.embedding.bias": torch.zeros(2),
            "hidden_1.positions": tokens,
            "hidden_2.attention.query_key_value.weight": weight,
            "hidden_2.attention.query_key_value.bias": bias,
        },
    )
    return seen


def test_the_sum_by_hand() -> None:
    found = by_hand().head_sum(0, 3)
    assert found.size == 2
    log = math.log(3)
    close = {"rtol": 5e-5, "atol": 5e-5}  # the norm adds a little to what it divides by
    np.testing.assert_allclose(found.query, [math.sqrt(2) * log, 0], **close)
    np.testing.assert_allclose(found.keys, [[0.5, 0], [0.5, 0], [-0.5, 0], [0.5, 0]], **close)
    np.testing.assert_allclose(found.values, [[4, 0], [4, 0], [-4, 8], [4, 0]], **close)
    np.testing.assert_allclose(found.dots, np.array([1, 1, -1, 1]) * math.sqrt(2) * log / 2, **close)
    np.testing.assert_allclose(found.scores, np.array([1, 1, -1, 1]) * log / 2, **close)
    np.testing.assert_allclose(found.shares, [0.3, 0.3, 0.1, 0.3], **close)  # 3 : 3 : 1 : 3
    np.testing.assert_allclose(found.result, [3.2, 0.8], **close)
    assert found.most(3) == (0, 1, 3)
    assert found.most(9)[-1] == 2
    entropy = -(0.9 * math.log(0.3) + 0.1 * math.log(0.1))
    assert found.spread == pytest.approx(math.exp(entropy), rel=1e-4)


def test_the_heads_by_hand() -> None:
    seen = by_hand()
    assert seen.heads == 1
    np.testing.assert_allclose(seen.of(0), [[0.3, 0.3, 0.1, 0.3]], atol=5e-5)
    np.testing.assert_allclose(seen.weights, np.tile([0.3, 0.3, 0.1, 0.3], (1, 4, 1)), atol=5e-5)
    np.testing.assert_allclose(seen.spreads, [seen.head_sum(0, 1).spread], rtol=1e-5)  # all look alike
    # the mean of all tokens, half their own and half what is brought
    np.testing.assert_allclose(seen.flow, (0.25 + np.array([0.3, 0.3, 0.1, 0.3])) / 2, atol=5e-5)


def test_the_sums_of_all_heads_are_what_the_model_computes() -> None:
    seen, model = looked("patches2x12,attention3,attention2,pool")
    module = model.get_submodule("hidden_2").get_submodule("attention")
    heard: list[torch.Tensor] = []
    module.get_submodule("output").register_forward_pre_hook(lambda _, given: heard.append(given[0]))
    with torch.inference_mode():
        model(torch.arange(16).reshape(1, 1, 4, 4) / 255)
    for token in range(4):
        sums = [seen.head_sum(head, token) for head in range(3)]
        np.testing.assert_allclose(
            np.concatenate([item.result for item in sums]), heard[0][0, token], atol=1e-6
        )
        for head, item in enumerate(sums):
            np.testing.assert_allclose(item.dots, item.keys @ item.query, atol=1e-6)
            np.testing.assert_allclose(item.scores, item.dots / 2, atol=1e-6)  # √4
            np.testing.assert_allclose(item.shares @ item.values, item.result, atol=1e-6)
            np.testing.assert_allclose(seen.of(token)[head], item.shares, atol=1e-6)
            np.testing.assert_allclose(seen.weights[head, token], item.shares, atol=1e-6)


@pytest.mark.parametrize(("head", "token"), [(-1, 0), (3, 0), (0, -1), (0, 4)])
def test_there_is_no_head_or_token_beyond_the_last(head: int, token: int) -> None:
    seen, _ = looked("patches2x12,attention3,pool")
    with pytest.raises(ModelError, match="The layer has no"):
        seen.head_sum(head, token)
    if head == 0:
        with pytest.raises(ModelError, match="no token"):
            seen.of(token)


def test_numbers_that_have_diverged_are_told_as_what_they_are() -> None:
    seen, _ = looked("patches2x2,attention1,pool", {"hidden_1.positions": torch.full((4, 2), math.nan)})
    found = seen.head_sum(0, 0)
    assert np.isnan(found.shares).all()
    assert len(found.most(2)) == 2
    assert math.isnan(found.spread)
