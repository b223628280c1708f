"""What layers are built from: activations and dropout."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from engine.config import Activation, NetworkConfig
from engine.layers.modules import ACTIVATIONS, Dropout
from engine.models.build import build
from engine.runtime import generator


@pytest.mark.parametrize("activation", Activation)
def test_every_activation_is_the_one_it_is_called(activation: Activation) -> None:
    oracle = {
        Activation.LEAKY_RELU: functional.leaky_relu, Activation.GELU: functional.gelu,
        Activation.SILU: functional.silu, Activation.IDENTITY: lambda x: x,
    }.get(activation) or getattr(torch, activation.value)  # fmt: skip
    sums = torch.linspace(-3, 3, 13)
    torch.testing.assert_close(ACTIVATIONS[activation]()(sums), oracle(sums))
    build(NetworkConfig(hidden=({"size": 3, "activation": activation},)))(torch.rand(1, 1, 28, 28))


def test_dropout_drops_its_share_keeps_the_mean_and_draws_from_its_generator() -> None:
    layer = Dropout(0.25)
    layer.generator = generator(0, "dropout")
    before = torch.get_rng_state()
    dropped = layer(torch.ones(40_000))
    assert torch.equal(torch.get_rng_state(), before)
    assert (dropped == 0).float().mean().item() == pytest.approx(0.25, abs=0.01)
    assert dropped.unique().tolist() == pytest.approx([0.0, 1 / 0.75])
    layer.generator = generator(0, "dropout")
    assert torch.equal(layer(torch.ones(40_000)), dropped)
    assert torch.equal(layer.eval()(torch.ones(5)), torch.ones(5))


@pytest.mark.parametrize("share", [1e-9, 0.999_999_9])
def test_dropout_of_hardly_any_or_nearly_all_stays_finite(share: float) -> None:
    layer = Dropout(share)
    layer.generator = generator(0, "dropout")
    dropped = layer(torch.ones(5, 7))
    assert torch.isfinite(dropped).all()
    assert dropped.any() == (share < 0.5)


def test_dropped_units_follow_no_pattern() -> None:
    layer = Dropout(0.5)
    layer.generator = generator(2, "dropout")
    kept = (layer(torch.ones(1000, 64)) > 0).float()
    assert kept.mean(0).sub(0.5).abs().max() < 0.08  # five deviations
    assert torch.corrcoef(kept.T).fill_diagonal_(0).abs().max() < 0.16


def test_dropout_passes_gradients_only_through_what_it_kept() -> None:
    layer = Dropout(0.5)
    layer.generator = generator(1, "dropout")
    units = torch.ones(100, requires_grad=True)
    kept = layer(units)
    kept.sum().backward()
    assert torch.equal(units.grad, kept.detach())
