"""The embedding, and what networks that answer at every place of a text ask of the layers behind it."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from pydantic import ValidationError

from engine.choices import Initialisation, Looks
from engine.config import NetworkConfig
from engine.layers import AttentionLayer, EmbeddingLayer, LstmLayer
from engine.layers.order import place_for
from engine.models.build import build
from engine.models.placed_layers import layer_problems, placed_layers
from engine.models.size import numbers_per_image, parameter_count, work_per_image
from engine.runtime import generator

SHAPE = (9, 7)  # nine places, seven characters
WORDS = (
    "embedding8,attention2,attention2",
    "embedding8,lstm6",
    "embedding8,gru6,attention2",
    "lstm6,gru5",
    "none",
)


def texts(count: int = 3, seed: int = 0) -> torch.Tensor:
    return torch.from_numpy(np.random.default_rng(seed).integers(0, SHAPE[1], (count, SHAPE[0]))).float()


def network(words: str) -> torch.nn.Sequential:
    return build(NetworkConfig(hidden=words), image_shape=SHAPE, classes=SHAPE[1], seed=4).eval()


def test_a_character_is_its_row_of_the_table_and_the_numbers_of_its_place() -> None:
    part = EmbeddingLayer(width=3).build(SHAPE, NetworkConfig(), generator(1, "weights"))
    table, places = part.get_parameter("table.weight"), part.get_parameter("positions")
    made = part(torch.tensor([[5, 0, 5]]))
    assert made.shape == (1, 3, 3)
    assert torch.equal(made[0, 2], table[5] + places[2])
    assert torch.equal(made[0, 0] - places[0], made[0, 2] - places[2]) or torch.allclose(
        made[0, 0] - places[0], made[0, 2] - places[2]
    )


def test_without_positions_it_is_the_same_wherever_it_stands() -> None:
    part = EmbeddingLayer(width=3, positions=False).build(SHAPE, NetworkConfig(), generator(1, "weights"))
    assert dict(part.named_parameters()).keys() == {"table.weight"}
    made = part(torch.tensor([[5, 0, 5]]))
    assert torch.equal(made[0, 0], made[0, 2])


def test_first_numbers_are_small_where_that_is_asked_for() -> None:
    usual, small = (
        EmbeddingLayer(width=64).build(
            (9, 90), NetworkConfig(initialisation=initialisation), generator(1, "weights")
        )
        for initialisation in (Initialisation.KAIMING, Initialisation.NORMAL)
    )
    assert float(usual.get_parameter("table.weight").detach().std()) == pytest.approx(0.2, rel=0.05)
    assert float(small.get_parameter("table.weight").detach().std()) == pytest.approx(0.01, rel=0.05)


@pytest.mark.parametrize("words", WORDS)
def test_a_later_character_never_changes_what_is_said_before_it(words: str) -> None:
    model, given = network(words), texts()
    said = model(given)
    assert said.shape == (3, *SHAPE)
    for place in range(1, SHAPE[0]):
        other = given.clone()
        other[:, place:] = (other[:, place:] + 3) % SHAPE[1]
        assert torch.equal(model(other)[:, :place], said[:, :place])
        assert not torch.equal(model(other)[:, place], said[:, place])


@pytest.mark.parametrize("words", WORDS)
def test_a_shorter_text_gets_the_same_answers(words: str) -> None:
    model, given = network(words), texts()
    said = model(given)
    for length in (1, 4, SHAPE[0]):
        torch.testing.assert_close(model(given[:, :length]), said[:, :length])


@pytest.mark.parametrize("words", WORDS)
def test_sizes_are_those_of_the_network(words: str) -> None:
    config, model = NetworkConfig(hidden=words), network(words)
    assert parameter_count(config, SHAPE, SHAPE[1]) == sum(p.numel() for p in model.parameters())
    assert numbers_per_image(config, SHAPE, SHAPE[1]) > 0
    assert work_per_image(config, SHAPE, SHAPE[1]) > 0
    values, items = texts(), iter(placed_layers(config, SHAPE))
    for name, part in model.named_children():
        values = part(values)
        if name.startswith("hidden"):
            item = next(items)
            assert tuple(values.shape[1:]) == item.output_shape
            assert item.layer.arithmetic(item.input_shape, config)
            assert item.layer.caption(item.input_shape)


def test_without_an_embedding_a_character_is_a_row_of_which_one_number_is_one() -> None:
    first = network("lstm6")[0]
    made = first(torch.tensor([[2.0, 0.0]]))
    assert made.tolist() == [[[0, 0, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0]]]


@pytest.mark.parametrize(
    ("layers", "place", "words"),
    [
        ((64,), 0, "makes one vector of the whole text"),
        (("embedding8", "pool"), 1, "makes one vector of the whole text"),
        (("embedding8", "lstm4", 5), 2, "makes one vector of the whole text"),
        (("conv4",), 0, "cannot take text"),
        (("embedding8", "bilstm4"), 1, "must be one way"),
        (("embedding8", LstmLayer(returns="last_state")), 1, "must be every step"),
        (("embedding8", AttentionLayer(heads=2, looks=Looks.ALL)), 1, "must not be all tokens"),
        (("embedding8", "attention3"), 1, "must divide the 8 numbers"),
    ],
)
def test_what_would_see_ahead_or_sum_up_is_refused(
    layers: tuple[object, ...], place: int, words: str
) -> None:
    network = NetworkConfig(hidden=layers)
    problem, *others = layer_problems(network, SHAPE)
    assert not others
    assert problem.path.startswith(f"network.hidden.{place}")
    assert words in str(problem.message)
    assert problem.remedy


def test_it_stands_in_front_and_before_texts_alone() -> None:
    with pytest.raises(ValidationError, match="let it be the first layer"):
        NetworkConfig(hidden="lstm5,embedding8")
    [problem] = layer_problems(NetworkConfig(hidden="embedding8,attention2,pool"), (1, 8, 8))
    assert "characters of a text" in str(problem.message)
    assert place_for(EmbeddingLayer(), NetworkConfig(hidden="lstm5").hidden) == 0


def test_attention_of_images_sees_all_and_of_texts_what_came_before() -> None:
    of_text = list(placed_layers(NetworkConfig(hidden="embedding8,attention2"), SHAPE))[1].layer
    of_image = list(placed_layers(NetworkConfig(hidden="patches4,attention2,pool"), (1, 8, 8)))[1].layer
    assert isinstance(of_text, AttentionLayer)
    assert isinstance(of_image, AttentionLayer)
    assert (of_text.looks, of_image.looks) == (Looks.BEFORE, Looks.ALL)
    part = of_text.build((9, 8), NetworkConfig(), generator(2, "weights"))
    given = torch.randn(2, 9, 8, generator=torch.Generator().manual_seed(1))
    seen = of_text.attention(part, given)
    assert torch.equal(seen.triu(1), torch.zeros_like(seen))
    torch.testing.assert_close(seen.sum(-1), torch.ones(2, 2, 9))
    _, _, value = of_text.query_key_value(part, given)
    looked = part.get_submodule("attention")(part.get_submodule("norm_1")(given))
    mixed = part.get_submodule("attention.output")((seen @ value).transpose(1, 2).flatten(2))
    torch.testing.assert_close(looked, mixed, rtol=1e-5, atol=1e-5)


def test_in_an_image_what_looks_back_is_still_asked_for_by_a_person() -> None:
    words = ("patches4", AttentionLayer(heads=2, looks=Looks.BEFORE), "pool")
    layer = list(placed_layers(NetworkConfig(hidden=words), (1, 8, 8)))[1].layer
    assert isinstance(layer, AttentionLayer)
    assert layer.looks_back
