"""Patches, attention and pool: what they compute, against sums by hand, what they cost, and where they can stand."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
import torch

from engine.choices import TokenPooling
from engine.config import Experiment, NetworkConfig
from engine.errors import ConfigError, ModelError
from engine.insight.weights import first_layer_weights
from engine.layers import AttentionLayer, Layer, PatchesLayer, PoolLayer
from engine.layers.self_attention import Block, SelfAttention
from engine.models.build import build
from engine.models.parts import layers
from engine.models.placed_layers import placed_layers
from engine.models.size import layer_problems, layer_shapes, parameter_count, work_per_image

COLOUR = (2, 5, 7)
WHOLE = "conv4,patches2x12,attention3,attention4,pool,6"


def built(layer: Layer, shape: tuple[int, ...], seed: int = 5) -> torch.nn.Module:
    return (
        layer.build(shape, NetworkConfig(), torch.Generator().manual_seed(seed)).eval().requires_grad_(False)
    )


def arrays(part: torch.nn.Module) -> dict[str, np.ndarray]:
    return {name: tensor.double().numpy() for name, tensor in part.state_dict().items()}


def norm(values: np.ndarray) -> np.ndarray:
    mean, variance = values.mean(axis=-1, keepdims=True), values.var(axis=-1, keepdims=True)
    return (values - mean) / np.sqrt(variance + 1e-5)


# What they compute


@pytest.mark.parametrize("positions", [True, False])
def test_a_token_is_made_of_each_patch_row_by_row(positions: bool) -> None:
    layer = PatchesLayer(size=3, width=4, positions=positions)
    part = built(layer, COLOUR)
    image = np.random.default_rng(1).normal(size=COLOUR)
    padded = np.zeros((2, 6, 9))
    padded[:, :5, :7] = image
    state = arrays(part)
    wanted = []
    for number, (row, column) in enumerate((r, c) for r in (0, 3) for c in (0, 3, 6)):
        patch = padded[:, row : row + 3, column : column + 3].ravel()
        token = state["embedding.weight"] @ patch + state["embedding.bias"]
        wanted.append(token + (state["positions"][number] if positions else 0))
    made = part(torch.from_numpy(image).float()[None])
    np.testing.assert_allclose(made[0].numpy(), wanted, atol=1e-5)
    assert ("positions" in state) == positions


def test_patches_of_one_place_are_the_channels_of_that_place() -> None:
    part = built(PatchesLayer(size=1, width=4, positions=False), COLOUR)
    image = torch.randn(COLOUR, generator=torch.Generator().manual_seed(2))
    wanted = part.get_submodule("embedding")(image.flatten(1).T)
    torch.testing.assert_close(part(image[None])[0], wanted)


def test_a_block_computes_what_the_diagram_says() -> None:
    tokens, width, heads = 5, 6, 2
    layer = AttentionLayer(heads=heads, mlp_factor=3)
    part = built(layer, (tokens, width))
    x = np.random.default_rng(3).normal(size=(tokens, width))
    s = arrays(part)
    q, k, v = np.split(norm(x) @ s["attention.query_key_value.weight"].T, 3, axis=1)
    found, looks = [], []
    for head in np.split(np.arange(width), heads):
        scores = q[:, head] @ k[:, head].T / math.sqrt(width // heads)
        shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        looks.append(shares)
        found.append(shares @ v[:, head])
    y = x + np.concatenate(found, axis=1) @ s["attention.output.weight"].T
    inner = norm(y) @ s["expand.weight"].T
    gelu = inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
    wanted = y + gelu @ s["contract.weight"].T  # first biases are 0
    given = torch.from_numpy(x).float()[None]
    np.testing.assert_allclose(part(given)[0].numpy(), wanted, atol=1e-5)
    seen = layer.attention(part, given)
    np.testing.assert_allclose(seen[0].numpy(), looks, atol=1e-6)
    lines = "\n".join(layer.arithmetic((tokens, width), NetworkConfig()))
    for words in ("softmax(Q K\u1d40 / √3) V", "5 tokens of 6 numbers", "2 heads", "18 units between"):
        assert words in lines


@pytest.mark.parametrize("tokens", [1, 16, 70])
def test_pytorchs_kernel_gives_what_the_weights_say(tokens: int) -> None:
    attention = SelfAttention(16, 4, NetworkConfig().initialisation, torch.Generator().manual_seed(1))
    given = torch.randn(3, tokens, 16, generator=torch.Generator().manual_seed(2))
    seen = attention.weights(given)
    torch.testing.assert_close(seen.sum(dim=3), torch.ones(3, 4, tokens))
    by_hand = attention.output((seen @ attention.split(given)[2]).transpose(1, 2).flatten(2))
    torch.testing.assert_close(attention(given), by_hand, atol=2e-6, rtol=1e-5)


@pytest.mark.parametrize("pooling", list(TokenPooling))
@pytest.mark.parametrize("layer_norm", [True, False])
def test_a_pool_gives_one_vector(pooling: TokenPooling, layer_norm: bool) -> None:
    part = built(PoolLayer(pooling=pooling, layer_norm=layer_norm), (5, 6))
    steps = np.random.default_rng(4).normal(size=(1, 5, 6))
    brought = norm(steps) if layer_norm else steps
    wanted = {"mean": brought.mean(axis=1), "last": brought[:, -1], "first": brought[:, 0]}[pooling]
    np.testing.assert_allclose(part(torch.from_numpy(steps).float()).numpy(), wanted, atol=1e-6)
    assert bool(part.state_dict()) == layer_norm


def test_only_positions_tell_where_a_patch_was() -> None:
    image = torch.rand(1, 1, 8, 8, generator=torch.Generator().manual_seed(6))
    moved = torch.cat([image[..., 4:], image[..., :4]], dim=3)  # its patches change places
    for positions in (True, False):
        patches = {"kind": "patches", "size": 4, "width": 8, "positions": positions}
        hidden = (patches, *NetworkConfig(hidden="lstm8,attention2,attention2,pool").hidden[1:])
        model = build(NetworkConfig(hidden=hidden), image_shape=(1, 8, 8), classes=3).eval()
        assert torch.allclose(model(image), model(moved), atol=1e-5) != positions


# Words and places


def test_words_lead_there_and_back() -> None:
    network = NetworkConfig(hidden="conv16, Patches1x32, ATTENTION4,attention2, poolLast, 8")
    assert network.summary == "conv16-patches1x32-attention4-attention2-poollast-8"
    assert NetworkConfig(hidden=network.summary) == network
    assert layer_shapes(network) == [(16, 14, 14), (196, 32), (196, 32), (196, 32), (32,), (8,)]
    usual = NetworkConfig(hidden="patches7,attention4,attention4,pool,32")
    assert usual.summary == "patches7-attention4-attention4-pool-32"
    assert usual.hidden[0] == PatchesLayer(size=7, width=64)
    assert layer_shapes(usual) == [(16, 64), (16, 64), (16, 64), (64,), (32,)]
    assert layer_shapes(NetworkConfig(hidden="lstm8,attention2,gru4")) == [(28, 8), (28, 8), (4,)]
    assert layer_shapes(NetworkConfig(hidden="bilstm8,poolfirst")) == [(28, 16), (16,)]


@pytest.mark.parametrize(
    ("hidden", "place", "words"),
    [
        ("attention4", 0, "cannot take an image, .*: put patches in front"),
        ("conv8,attention4", 1, "put patches in front"),
        ("pool", 0, "put patches in front"),
        ("64,attention4", 1, "put attention in front of them"),
        ("patches7,pool,attention4", 2, "put attention in front of them"),
        ("64,pool", 1, "leave it out, or put it in front"),
        ("patches7,conv8", 1, "back to a convolution"),
        ("patches7,patches2", 1, "leave it out"),
        ("64,patches4", 1, "put the patches in front"),
    ],
)
def test_an_impossible_order_is_marked_at_the_layer(hidden: str, place: int, words: str) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        Experiment().with_(**{"network.hidden": hidden})
    assert [problem.path for problem in caught.value.problems] == [f"network.hidden.{place}"]


@pytest.mark.parametrize(
    ("hidden", "path", "words"),
    [
        ("patches7,attention5", "network.hidden.1.heads", "must divide the 64 numbers of a token, as 4 does"),
        (
            "patches7x6,attention7",
            "network.hidden.1.heads",
            "must divide the 6 numbers of a token, as 6 does",
        ),
        ("patches29", "network.hidden.0.size", "must be at most 28"),
        ("conv4,conv4,patches8", "network.hidden.2.size", "must be at most 7"),
        ("patches1x256,attention128", "network.hidden.1.heads", "are too many for 784 tokens"),
        ("patches2,attention4,attention3", "network.hidden.2.heads", "must divide the 64 numbers"),
        (
            "patches28x60000000,attention59999999",  # at once: they are not tried one by one
            "network.hidden.1.heads",
            "must divide the 60,000,000 numbers of a token, as 30,000,000 does",
        ),
    ],
)
def test_what_does_not_fit_is_said_at_the_setting_with_its_remedy(hidden: str, path: str, words: str) -> None:
    network = NetworkConfig(hidden=hidden)
    (problem,) = layer_problems(network, (1, 28, 28))
    assert problem.path == path
    assert words in problem.message
    with pytest.raises(ModelError, match=f"{re.escape(problem.message)}. {problem.remedy}"):
        build(network)


@pytest.mark.parametrize(
    ("hidden", "remedy"),
    [
        ("patches7,attention5", "Use a number of heads by which the tokens' width is divisible."),
        ("patches1x256,attention128", "Use fewer heads, or fewer tokens, such as by larger patches."),
        ("patches1x2000000,pool", "Use fewer or smaller layers."),  # smaller patches would not mend that
        ("conv4,conv4,patches8", "Use smaller patches, or less pooling and smaller strides before them."),
    ],
)
def test_what_mends_it_is_what_is_wrong_with_it(hidden: str, remedy: str) -> None:
    (problem,) = layer_problems(NetworkConfig(hidden=hidden), (1, 28, 28))
    assert problem.remedy == remedy


# Sizes


@pytest.mark.parametrize(
    "hidden", [WHOLE, "patches3,attention8,poollast", "lstm8,attention2,pool,5", "patches4x5"]
)
@pytest.mark.parametrize("image_shape", [(1, 28, 28), (3, 9, 7)])
def test_counts_agree_with_the_module(hidden: str, image_shape: tuple[int, int, int]) -> None:
    network = NetworkConfig(hidden=hidden, batch_norm=True)
    model = build(network, image_shape=image_shape, classes=5)
    assert parameter_count(network, image_shape, 5) == sum(p.numel() for p in model.parameters())
    placed = list(placed_layers(network, image_shape))
    for (_, part, layer), item in zip(layers(model), placed, strict=False):
        if layer.kind not in ("patches", "attention"):
            continue
        matrices = sum(p.numel() for name, p in part.named_parameters() if p.ndim > 1 and name != "positions")
        tokens, width = item.output_shape
        looks = 2 * tokens**2 * width if layer.kind == "attention" else 0
        assert layer.work(item.input_shape) == tokens * matrices + looks


def test_the_smallest_transformer_has_the_numbers_of_its_parts() -> None:
    network = NetworkConfig(hidden="patches7,attention4,pool")
    block = 4 * 64 + 4 * (64 * 64 + 64) + (64 * 128 + 128) + (128 * 64 + 64)
    assert parameter_count(network) == (49 * 64 + 64) + 16 * 64 + block + 2 * 64 + 650
    work = 16 * 49 * 64 + 16 * 8 * 64 * 64 + 2 * 16 * 16 * 64 + 640
    assert work_per_image(network) == work


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (PatchesLayer(size=7), (1, 28, 28)),
        (PatchesLayer(size=5, positions=False), (3, 28, 28)),
        (PatchesLayer(size=1), (16, 7, 7)),
        (AttentionLayer(), (16, 64)),
        (AttentionLayer(heads=2, mlp_factor=4, dropout=0.1), (49, 32)),
        (AttentionLayer(heads=8), (196, 64)),  # no table of 196 × 196 looks
        (PoolLayer(), (16, 64)),
        (PoolLayer(pooling="last"), (16, 64)),
        (PoolLayer(layer_norm=False), (16, 64)),
    ],
)
def test_what_is_kept_is_what_pytorch_keeps(layer: Layer, shape: tuple[int, ...]) -> None:
    part = layer.build(shape, NetworkConfig(), torch.Generator())
    given = torch.rand(32, *shape, requires_grad=True)
    own = {tensor.untyped_storage().data_ptr() for tensor in (*part.parameters(), given)}
    kept: dict[int, tuple[torch.Tensor, int]] = {}

    def note(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:  # what the layer before gives counts there
            kept[storage.data_ptr()] = (tensor, storage.nbytes() // 4)
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        made = part(given)
    of_one = (sum(size for _, size in kept.values()) + made.numel()) / 32
    told = layer.activation_count(shape, NetworkConfig())
    assert 0.9 * of_one <= told <= 1.5 * of_one


# First weights


def test_first_weights_are_the_seeds_alone_and_each_block_has_its_own() -> None:
    network = NetworkConfig(hidden=WHOLE)
    before = torch.get_rng_state()
    first, second, other = (build(network, seed=seed).state_dict() for seed in (3, 3, 4))
    assert torch.equal(before, torch.get_rng_state())
    assert all(torch.equal(first[name], second[name]) for name in first)
    drawn = [name for name, tensor in first.items() if tensor.ndim > 1 and not name.startswith("normalize")]
    assert len(drawn) == 1 + 2 + 2 * 4 + 1 + 1
    assert not any(torch.equal(first[name], other[name]) for name in drawn)
    assert not any(
        torch.equal(first[name], first[name.replace("hidden_3", "hidden_4")])
        for name in drawn
        if name.startswith("hidden_3")
    )


# Words


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (AttentionLayer(heads=1), (1, 1)),
        (PoolLayer(), (1, 1)),
        (PatchesLayer(size=28, width=1), (1, 28, 28)),
    ],
)
def test_one_of_a_thing_is_told_as_one(layer: Layer, shape: tuple[int, ...]) -> None:
    lines = "\n".join(layer.arithmetic(shape, NetworkConfig()))
    assert not re.search(r"(?<!× )\b1 (heads|tokens|numbers)\b", lines)
    assert "1 number" in lines


def test_captions_and_pictures() -> None:
    assert PatchesLayer(size=5).caption((1, 28, 20)) == "24 tokens"
    assert AttentionLayer().caption((16, 64)) == "4 heads"
    assert AttentionLayer(heads=1).caption((16, 64)) == "1 head"
    assert PatchesLayer(size=28).caption((1, 28, 28)) == "1 token"
    assert PoolLayer(pooling="last").caption((16, 64)) == "last"
    lines = "\n".join(PatchesLayer().arithmetic((1, 28, 28), NetworkConfig()))
    for words in ("4 × 4 patches of 1 × 7 × 7 numbers", "W x + b + p", "4,224 parameters"):
        assert words in lines
    assert "4\u00a0%" not in "".join(AttentionLayer().arithmetic((16, 64), NetworkConfig()))
    assert "are switched off" in AttentionLayer(dropout=0.04).arithmetic((16, 64), NetworkConfig())[-1]
    model = build(NetworkConfig(hidden="patches7x8,attention2,pool"))
    pictures = first_layer_weights(model, (1, 28, 28))
    assert np.shape(pictures.tiles)[-2:] == (7, 7)
    assert len(pictures.tiles) == 8


def test_a_block_of_another_kind_is_not_asked_for_attention() -> None:
    part = built(PoolLayer(), (4, 8))
    assert PoolLayer().attention(part, torch.rand(1, 4, 8)) is None
    assert isinstance(built(AttentionLayer(), (4, 8)), Block)
