"""LSTM and GRU: what they read, in which order, what they give on, and what they cost, against the sums by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from engine.config import Experiment, NetworkConfig
from engine.errors import ConfigError
from engine.insight.activations import activations
from engine.insight.connections import strongest_connections
from engine.insight.neuron import neuron_sum
from engine.layers import GruLayer, LstmLayer
from engine.layers.order import in_place
from engine.models.build import build
from engine.models.parts import layers
from engine.models.placed_layers import placed_layers
from engine.models.size import layer_shapes, parameter_count, work_per_image

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.layers.recurrent import RecurrentLayer

KINDS = (LstmLayer, GruLayer)
COLOUR = (2, 5, 7)


def sigmoid(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-values))


def states_by_hand(
    state: dict[str, NDArray[np.float64]], steps: NDArray[np.float64], way: str = ""
) -> NDArray[np.float64]:
    """Return the state after every step, ``(steps, units)``, as the formula in the diagram says."""
    w, u, b, v = (state[f"core.{name}_l0{way}"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    units = u.shape[1]
    h, c, found = np.zeros(units), np.zeros(units), []
    for x in steps:
        read, before = w @ x + b, u @ h + v
        if len(w) == 4 * units:
            i, f, g, o = np.split(read + before, 4)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        else:
            (r, z, n), (q, s, m) = np.split(read, 3), np.split(before, 3)
            keep = sigmoid(z + s)
            h = (1 - keep) * np.tanh(n + sigmoid(r + q) * m) + keep * h
        found.append(h)
    return np.stack(found)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reading", ["rows", "columns"])
@pytest.mark.parametrize("direction", ["one", "both"])
@pytest.mark.parametrize("returns", ["last_state", "sequence"])
def test_the_states_are_those_of_the_formula(
    kind: type[RecurrentLayer], reading: str, direction: str, returns: str
) -> None:
    layer = kind(units=3, reading=reading, direction=direction, returns=returns)
    part = layer.build(COLOUR, NetworkConfig(), torch.Generator().manual_seed(5))
    image = np.random.default_rng(1).normal(size=COLOUR)
    steps = image.transpose((1, 0, 2) if reading == "rows" else (2, 0, 1)).reshape(
        5 if reading == "rows" else 7, -1
    )
    state = {
        name: tensor.double().numpy()
        for name, tensor in part.get_submodule("recurrence").state_dict().items()
    }
    wanted = states_by_hand(state, steps)
    last = wanted[-1]
    if direction == "both":
        other = states_by_hand(state, steps[::-1], "_reverse")[::-1]
        wanted, last = np.concatenate([wanted, other], axis=1), np.concatenate([last, other[0]])
    made = part(torch.from_numpy(image).float()[None]).detach().numpy()
    np.testing.assert_allclose(made[0], wanted if returns == "sequence" else last, atol=1e-6)
    assert made.shape[1:] == layer.output_shape(COLOUR)


def test_every_step_goes_on_where_the_next_layer_takes_steps() -> None:
    network = NetworkConfig(hidden="lstm8,bigru6,lstm4,5")
    assert [layer.summary for layer in in_place(network.hidden)] == ["lstm8", "bigru6", "lstm4", "5"]
    assert layer_shapes(network) == [(28, 8), (28, 12), (4,), (5,)]
    assert layer_shapes(NetworkConfig(hidden="lstm8")) == [(8,)]
    assert all(layer.returns == "automatic" for layer in network.hidden[:3])  # type: ignore[attr-defined]
    asked = NetworkConfig(hidden=({"kind": "lstm", "units": 8, "returns": "sequence"}, 5))
    first, second = placed_layers(asked, (1, 28, 28))
    assert (first.output_shape, second.input_shape, second.flattened) == ((28, 8), (28 * 8,), True)
    model = build(asked)
    assert model(torch.rand(2, 1, 28, 28)).shape == (2, 10)


def test_words_lead_there_and_back() -> None:
    network = NetworkConfig(hidden="conv16, LSTM64, biGRU32, 8")
    assert network.summary == "conv16-lstm64-bigru32-8"
    assert NetworkConfig(hidden=network.summary) == network
    assert network.hidden[2] == GruLayer(units=32, direction="both")
    assert layer_shapes(network) == [(16, 14, 14), (14, 64), (64,), (8,)]


@pytest.mark.parametrize(
    ("hidden", "place", "words"),
    [
        ("64,lstm8", 1, "back to a recurrent one"),
        ("lstm8,gru4,8,lstm2", 3, "back to a recurrent one"),
        ("lstm8,conv4", 1, "back to a convolution"),
        ([{"kind": "lstm", "returns": "sequence"}, {"kind": "conv"}], 1, "back to a convolution"),
        ([{"kind": "lstm", "returns": "last_state"}, {"kind": "gru"}], 1, "let that one give on what fits"),
    ],
)
def test_an_impossible_order_is_marked_at_the_layer(hidden: object, place: int, words: str) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        Experiment().with_(**{"network.hidden": hidden})
    assert [problem.path for problem in caught.value.problems] == [f"network.hidden.{place}"]


def test_the_preset_of_the_issue_has_24_714_parameters() -> None:
    assert parameter_count(NetworkConfig(hidden="lstm64")) == 24_714


@pytest.mark.parametrize("hidden", ["lstm8", "bilstm8", "gru8,lstm4", "conv4,bigru8,6", "lstm4,bigru3,5"])
@pytest.mark.parametrize("image_shape", [(1, 28, 28), (3, 9, 7)])
def test_counts_agree_with_the_module(hidden: str, image_shape: tuple[int, int, int]) -> None:
    network = NetworkConfig(hidden=hidden, batch_norm=True)
    model = build(network, image_shape=image_shape, classes=5)
    assert parameter_count(network, image_shape, 5) == sum(p.numel() for p in model.parameters())
    placed = {item.layer: item for item in placed_layers(network, image_shape)}
    for _, part, layer in layers(model):
        if layer.kind in ("lstm", "gru"):
            item = placed[layer]
            weights = sum(p.numel() for p in part.parameters() if p.ndim > 1)
            assert layer.work(item.input_shape) == layer.steps_of(item.input_shape)[0] * weights  # type: ignore[attr-defined]


def test_work_of_a_network_counts_every_step() -> None:
    assert work_per_image(NetworkConfig(hidden="lstm64")) == 28 * 4 * 64 * (28 + 64) + 64 * 10


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("direction", ["one", "both"])
@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_what_is_kept_is_what_pytorch_keeps(
    kind: type[RecurrentLayer], direction: str, dropout: float
) -> None:
    layer = kind(units=48, direction=direction, dropout=dropout, returns="sequence")
    part = layer.build((1, 28, 28), NetworkConfig(), torch.Generator())
    own = {tensor.untyped_storage().data_ptr() for tensor in part.parameters()}
    kept: dict[int, int] = {}

    def note(tensor: torch.Tensor) -> torch.Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            kept[storage.data_ptr()] = storage.nbytes() // 4
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        made = part(torch.rand(32, 1, 28, 28, requires_grad=True))
    of_one = (sum(kept.values()) + made.numel()) / 32
    told = layer.activation_count((1, 28, 28), NetworkConfig())
    assert 0.9 * of_one <= told <= 1.5 * of_one


@pytest.mark.parametrize("initialisation", ["kaiming", "xavier", "normal"])
def test_first_weights_are_the_seeds_alone_and_units_remember_at_first(initialisation: str) -> None:
    network = NetworkConfig(hidden="bilstm16,gru8", initialisation=initialisation)
    before = torch.get_rng_state()
    first, second, other = (build(network, seed=seed).state_dict() for seed in (3, 3, 4))
    assert torch.equal(before, torch.get_rng_state())
    assert all(torch.equal(first[name], second[name]) for name in first)
    drawn = [name for name in first if "weight" in name]
    assert not any(torch.equal(first[name], other[name]) for name in drawn)
    for way in ("", "_reverse"):
        biases = first[f"hidden_1.recurrence.core.bias_ih_l0{way}"].view(4, 16)
        assert biases.eq(torch.tensor([[0.0], [1.0], [0.0], [0.0]])).all()
        assert not first[f"hidden_1.recurrence.core.bias_hh_l0{way}"].any()
    assert not first["hidden_2.recurrence.core.bias_ih_l0"].any()
    deviation = {"kaiming": 16**-0.5, "xavier": (2 / 32) ** 0.5, "normal": 0.01}[initialisation]
    found = float(first["hidden_1.recurrence.core.weight_hh_l0"].std())
    assert found == pytest.approx(deviation, rel=0.1)


def test_a_dense_layer_behind_every_step_is_looked_into_step_by_step() -> None:
    layers_ = ({"kind": "lstm", "units": 3, "returns": "sequence"}, 4)
    network = NetworkConfig(hidden=layers_)
    model = build(network, image_shape=(1, 5, 5), classes=2).eval().requires_grad_(False)
    image = np.random.default_rng(2).integers(0, 256, (5, 5), np.uint8)
    made = activations(model, image)
    assert [item.values.shape for item in made] == [(3, 5), (4,), (2,)]  # units first, then steps
    found = neuron_sum(model, image, "hidden_2", 1)
    assert found.picture is None
    np.testing.assert_allclose(found.inputs, made[0].values.T.ravel(), atol=1e-6)
    link = next(item for item in strongest_connections(model, image, 100) if item.layer == "hidden_2")
    assert link.sources.max() == 2
    added = link.contributions[(link.targets == 1) & (link.sources == 2)]
    assert added == pytest.approx(found.products.reshape(5, 3)[:, 2].sum(), abs=1e-5)


def test_steps_are_told_one_after_the_other() -> None:
    lstm = LstmLayer(units=6).in_front_of(None)
    assert lstm.caption((1, 28, 20)) == "28 rows"
    assert LstmLayer(reading="columns").caption((2, 28, 20)) == "20 columns"
    assert GruLayer().caption((14, 64)) == "14 steps"
    assert GruLayer().caption((1, 64)) == "1 step"
    assert "reads 1 step of 1 number one" in GruLayer().arithmetic((1, 1), NetworkConfig())[0]
    lines = "\n".join(lstm.arithmetic((1, 28, 20), NetworkConfig()))
    for words in ("28 rows of 20 numbers", "W is 4 × 6 × 20", "672 parameters", "after the last step"):
        assert words in lines
    assert all(first != second for first, second in pairwise(lines.splitlines()))
