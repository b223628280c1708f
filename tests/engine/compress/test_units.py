"""Units are really removed: the smaller network computes what the large one does when nothing comes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch import nn

from engine.choices import Held
from engine.compress.cuts import cuts
from engine.compress.cutting import chosen
from engine.compress.method import LayerShare
from engine.compress.trial import Trial, attempt, measure
from engine.compress.units import Units
from engine.config import NetworkConfig
from engine.layers.self_attention import Block
from engine.layers.tokens import Patches, Pool
from engine.models.build import build, build_with
from engine.models.size import parameter_count
from engine.storage.model_file import load, save
from tests.engine.compress.models import digits, trained
from tests.engine.compress.unlike_fresh import CLASSES, SHAPE, saved_of
from tests.engine.layers.throwaway_kinds import register
from tests.engine.models.mixes import random_networks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor

    from engine.storage.model_file import SavedModel

STREAMS = (
    [8, 6],
    ["conv4", 6],
    [{"kind": "conv", "channels": 5, "pooling": "average", "padding": "valid", "stride": 2}, "conv6"],
    ["conv4", "lstm6", 5],
    ["conv4", {"kind": "gru", "units": 6, "reading": "columns"}],
    [{"kind": "lstm", "units": 6, "returns": "sequence"}, 8],
    ["bilstm4", {"kind": "gru", "units": 3, "direction": "both", "returns": "sequence"}],
    ["bilstm4", "pool", 5],
    ["patches4x8", "pool", 4],
    ["patches5x8", {"kind": "pool", "layer_norm": False}],
    ["conv4", "patches2x6", "gru5"],
    ["patches4x8", {"kind": "attention", "mlp_factor": 3, "heads": 2}, "pool", 6],
    ["conv4", "patches2x8", "attention2", "attention2", 6],
    ["lstm8", "attention2", "bilstm4", 5],
)


def logits(network: NetworkConfig, state: Mapping[str, Tensor], images: Tensor) -> Tensor:
    """Return what a network of 64 bits makes of images ``(B, C, H, W)``."""
    model = build(network, image_shape=tuple(images.shape[1:]), classes=len(CLASSES)).double().eval()
    model.load_state_dict(dict(state))
    with torch.no_grad():
        return model(images)


def without(saved: SavedModel, kept: Mapping[str, Tensor], images: Tensor) -> Tensor:
    """Return what the large network makes of images where nothing comes of the units that do not stay.

    Said anew here, kind by kind, and not by what a kind says of itself.
    """
    model = build(saved.experiment.network, image_shape=saved.image_shape, classes=len(CLASSES))
    model = model.double().eval()
    model.load_state_dict(saved.state)
    mask: Tensor | None = None  # (features,) of what the layer before gives: 1 for those that stay
    for name, part in model.named_children():
        if name not in kept:
            if isinstance(part, Pool) and mask is not None and isinstance(part.norm, nn.LayerNorm):
                part.norm.register_forward_hook(normalized_over(mask))
            continue
        if isinstance(part, Block):
            gone = torch.ones(part.expand.out_features, dtype=torch.bool)
            gone[kept[name]] = False
            part.contract.weight.data[:, gone] = 0.0
            mask = None
            continue
        side = -1 if isinstance(part, Patches) or hasattr(part, "recurrence") else 1
        count = units_in(part)
        mask = torch.zeros(count, dtype=torch.float64)
        mask[kept[name]] = 1.0
        if hasattr(part, "recurrence"):
            core = part.recurrence.core
            for way, stay in enumerate(mask.split(core.hidden_size)):
                core.get_parameter(f"weight_hh_l0{('', '_reverse')[way]}").data *= stay
        part.register_forward_hook(silenced(mask, side))
    with torch.no_grad():
        found: Tensor = model(images)
    return found


def units_in(part: nn.Module) -> int:
    """Return how many units, channels or features a part gives on."""
    if isinstance(part, Patches):
        return part.embedding.out_features
    if hasattr(part, "recurrence"):
        core = part.recurrence.core
        return int((1 + core.bidirectional) * core.hidden_size)
    if hasattr(part, "convolution"):
        return int(part.convolution.out_channels)
    return int(part.get_submodule("linear").out_features)


def silenced(mask: Tensor, side: int) -> Any:
    def hook(_part: nn.Module, _given: object, made: Tensor) -> Tensor:
        shape = [1] * made.ndim
        shape[side] = -1
        return made * mask.view(shape)

    return hook


def normalized_over(mask: Tensor) -> Any:
    """Return what brings those numbers of a step alone that stay to mean 0 and deviation 1; the others are 0."""

    def hook(part: nn.LayerNorm, given: tuple[Tensor], _made: Tensor) -> Tensor:
        values = given[0]
        mean = (values * mask).sum(-1, keepdim=True) / mask.sum()
        variance = ((values - mean).square() * mask).sum(-1, keepdim=True) / mask.sum()
        return ((values - mean) / (variance + part.eps).sqrt() * part.weight + part.bias) * mask

    return hook


def check(saved: SavedModel, amount: float) -> NetworkConfig:
    """See that a model without its least units is what it says it is; return its network."""
    network, shape = saved.experiment.network, saved.image_shape
    before = {name: tensor.clone() for name, tensor in saved.state.items()}
    shrunk = Units().shrink(saved, amount)
    assert all(torch.equal(before[name], tensor) for name, tensor in saved.state.items())
    kept = chosen(cuts(network, shape), saved.state, amount)
    images = torch.rand(3, *shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    expected = without(saved, kept, images)
    found = logits(shrunk.network, shrunk.state, images)
    torch.testing.assert_close(found, expected, rtol=1e-8, atol=1e-8)
    assert list(shrunk.state) == list(saved.state)
    NetworkConfig.model_validate(shrunk.network.model_dump())
    assert [type(layer) for layer in shrunk.network.hidden] == [type(layer) for layer in network.hidden]
    for share in shrunk.shares:
        assert 1 <= share.kept == len(kept[share.name])
        assert share.share >= 1 - amount - 1e-9
    return shrunk.network


@pytest.mark.parametrize("layers", STREAMS, ids=str)
def test_smaller_network_computes_what_is_left_of_the_large_one(layers: list[object]) -> None:
    network = NetworkConfig.model_validate({"hidden": layers, "batch_norm": "conv4" in layers})
    saved = saved_of(network)
    assert not Units().obstacle(saved)
    smaller = check(saved, 0.5)
    assert parameter_count(smaller, SHAPE, 5) < parameter_count(network, SHAPE, 5)


@pytest.mark.parametrize("seed", range(4))
def test_so_do_random_mixes(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 2:
        register(monkeypatch)
    smaller = 0
    for number, (network, shape) in enumerate(random_networks(25, seed)):
        saved = saved_of(network, shape, seed)
        found = check(saved, (0.3, 0.5, 0.95)[number % 3])
        if Units().obstacle(saved):
            assert found == network
        smaller += found != network
    assert smaller > (5 if seed % 2 else 15)


def test_nothing_is_removed_where_nothing_is_asked_for() -> None:
    saved = saved_of(NetworkConfig(hidden=("conv4", "bilstm3", 5)))
    shrunk = Units().shrink(saved, 0.0)
    assert shrunk.network == saved.experiment.network
    assert all(torch.equal(shrunk.state[name], tensor) for name, tensor in saved.state.items())
    assert [share.share for share in shrunk.shares] == [1.0, 1.0, 1.0]


def test_layer_that_keeps_all_says_why() -> None:
    shares = (
        Units().shrink(saved_of(NetworkConfig(hidden=("patches4x8", "attention2", "pool", 6))), 0.5).shares
    )
    assert [(share.name, share.kept, share.whole) for share in shares] == [
        ("hidden_1", 8, 8), ("hidden_2", 8, 16), ("hidden_4", 3, 6),
    ]  # fmt: skip
    assert "adds something to each number" in shares[0].reason
    assert shares[1].reason == shares[2].reason == ""


def test_one_unit_stays_and_never_more_go_than_asked_for() -> None:
    saved = saved_of(NetworkConfig(hidden=(3, 100, 2)))
    for amount, kept in ((0.29, (3, 71, 2)), (0.5, (2, 50, 1)), (0.95, (1, 5, 1))):
        shrunk = Units().shrink(saved, amount)
        assert shrunk.shares == tuple(
            LayerShare(f"hidden_{at}", left, whole)
            for at, (left, whole) in enumerate(zip(kept, (3, 100, 2), strict=True), start=1)
        )


def test_a_model_of_32_bits_is_left_with_32_bits() -> None:
    saved = saved_of(NetworkConfig(hidden=("conv4", 6), batch_norm=True))
    state = {name: tensor.float() if tensor.ndim else tensor for name, tensor in saved.state.items()}
    shrunk = Units().shrink(replace(saved, state=state), 0.5)
    build_with(shrunk.network, shrunk.state, image_shape=SHAPE, classes=5)
    assert {tensor.dtype for tensor in shrunk.state.values() if tensor.ndim} == {torch.float32}


def test_what_is_left_is_an_ordinary_model_beside_one_from_scratch(tmp_path: Path) -> None:
    saved = trained("12")
    *_, trial = attempt(saved, Units(), 0.5, digits(), finetune=1)
    assert isinstance(trial, Trial)
    assert trial.saved.experiment.network.summary == "6"
    assert trial.saved.experiment.training.held is Held.NOTHING
    assert trial.shares == (LayerShare("hidden_1", 6, 12),)
    assert trial.control is not None
    *_, whole = attempt(saved, Units(), 0.05, digits(), finetune=1)
    assert isinstance(whole, Trial)
    assert (whole.shares, whole.control) == ((LayerShare("hidden_1", 12, 12),), None)
    save(
        tmp_path / "half.safetensors",
        experiment=trial.saved.experiment,
        classes=trial.saved.classes,
        state=trial.saved.state,
        image_shape=trial.saved.image_shape,
    )
    again = load(tmp_path / "half.safetensors")
    assert measure(again, digits().validation) == trial.validation
