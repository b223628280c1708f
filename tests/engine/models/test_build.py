"""Networks as built: form, names, first weights, and what they compute."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import pytest
import torch

from engine.config import Experiment, NetworkConfig
from engine.errors import ConfigError
from engine.layers import LAYER_KINDS, DenseLayer, Form
from engine.layers.layer import NetworkSettings
from engine.layers.modules import Dropout, use_generator
from engine.models.build import build
from engine.runtime import generator
from tests.engine.layers.throwaway_kinds import register


class RowLayer(DenseLayer):
    """A dense layer whose units stand side by side as an image of one row."""

    kind: Literal["row"] = "row"  # type: ignore[assignment]

    title: ClassVar[str] = "Row"
    word: ClassVar[str] = "row"

    @property
    def gives(self) -> Form:
        return Form.IMAGE

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        return (1, 1, *super().output_shape(input_shape))

    def build(
        self, input_shape: tuple[int, ...], network: NetworkSettings, generator: torch.Generator
    ) -> torch.nn.Module:
        return torch.nn.Sequential(
            super().build(input_shape, network, generator), torch.nn.Unflatten(1, (1, 1, self.size))
        )


def test_what_is_an_image_once_more_is_made_flat_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    register(monkeypatch, RowLayer)
    model = build(NetworkConfig(hidden=(RowLayer(size=6), 5, RowLayer(size=4))), classes=3)
    assert [name for name, _ in model.named_children()] == [
        *("normalize", "flatten", "hidden_1", "flatten_2", "hidden_2", "hidden_3", "flatten_3", "output")
    ]
    assert model(torch.rand(2, 1, 28, 28)).shape == (2, 3)


@pytest.mark.parametrize("hidden", [(), (5,), (5, 4, 3)])
@pytest.mark.parametrize("image_shape", [(1, 28, 28), (3, 5, 4)])
def test_pixels_in_logits_out(hidden: tuple[int, ...], image_shape: tuple[int, int, int]) -> None:
    model = build(NetworkConfig(hidden=hidden), image_shape=image_shape, classes=7)
    assert model(torch.rand(2, *image_shape)).shape == (2, 7)


def test_parts_have_lasting_names() -> None:
    model = build(NetworkConfig(hidden=({"size": 5, "dropout": 0.1}, 4), batch_norm=True))
    assert [name for name, _ in model.named_children()] == [
        "normalize", "flatten", "hidden_1", "hidden_2", "output",
    ]  # fmt: skip
    names = set(model.state_dict())
    assert {"normalize.mean", "hidden_1.linear.weight", "hidden_2.norm.running_mean", "output.bias"} <= names
    assert not any("dropout" in name for name in names)


def test_output_is_the_hand_calculated_one() -> None:
    model = build(
        NetworkConfig(hidden=(6,)), image_shape=(1, 3, 3), classes=4, mean=0.2, deviation=0.5, seed=3
    )
    weights = model.state_dict()
    images = torch.rand(5, 1, 3, 3, generator=generator(0, "images"))
    sums = ((images - 0.2) / 0.5).view(5, 9) @ weights["hidden_1.linear.weight"].T
    expected = torch.relu(sums + weights["hidden_1.linear.bias"]) @ weights["output.weight"].T
    torch.testing.assert_close(model(images), expected + weights["output.bias"])


def test_channels_are_normalised_each_by_its_own() -> None:
    model = build(NetworkConfig(hidden=()), image_shape=(2, 1, 1), mean=(0.5, 0.25), deviation=(1, 0.5))
    pixels = torch.tensor([0.5, 1.0]).view(1, 2, 1, 1)
    assert model.normalize(pixels).flatten().tolist() == [0.0, 1.5]


@pytest.mark.parametrize(
    ("initialisation", "deviation"),
    [("kaiming", math.sqrt(2 / 784)), ("xavier", math.sqrt(2 * 2 / (784 + 400))), ("normal", 0.01)],
)
def test_first_weights_spread_as_described(initialisation: str, deviation: float) -> None:
    model = build(NetworkConfig(hidden=(400,), initialisation=initialisation))
    weights = model.state_dict()["hidden_1.linear.weight"]
    assert weights.std().item() == pytest.approx(deviation, rel=0.01)
    assert abs(weights.mean().item()) < deviation / 100
    assert not model.state_dict()["hidden_1.linear.bias"].any()


def test_same_seed_same_weights_and_the_global_generator_is_left_alone() -> None:
    network = NetworkConfig(hidden="20,20", batch_norm=True)
    before = torch.get_rng_state()
    first = build(network, seed=1).state_dict()
    assert torch.equal(torch.get_rng_state(), before)
    torch.rand(3)
    second, other = build(network, seed=1).state_dict(), build(network, seed=2).state_dict()
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert not torch.equal(first["output.weight"], other["output.weight"])


def test_a_kind_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="1 cannot be of the kind “magic”: the kinds are dense, conv"):
        Experiment().with_(**{"network.hidden": [{"kind": "magic"}]})
    last = list(LAYER_KINDS)[-1]  # which comes back to its place in the order
    of_last = LAYER_KINDS[last]
    monkeypatch.delitem(LAYER_KINDS, last)
    with pytest.raises(ConfigError, match=f"of the kind “{last}”: the kinds are dense"):
        Experiment().with_(**{"network.hidden": [{"kind": last}]})
    with pytest.raises(ConfigError, match=f"of the kind “{last}”: the kinds are dense"):
        Experiment().with_(**{"network.hidden": (of_last(),)})


def test_generator_reaches_all_dropout() -> None:
    model = build(NetworkConfig(hidden=({"size": 5, "dropout": 0.1}, {"size": 5, "dropout": 0.2})))
    own = generator(0, "dropout")
    use_generator(model, own)
    assert [m.generator for m in model.modules() if isinstance(m, Dropout)] == [own, own]
