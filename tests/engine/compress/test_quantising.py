"""Quantising: weights lie on few levels, everything else stays, and the model is one like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from engine.choices import Held
from engine.compress.quantising import GROUPING_WORDS, Quantise
from engine.compress.rounding import Grouping, rounded
from engine.compress.size import packed_size
from engine.compress.trial import Trial, attempt
from engine.deploy.operations import plain_network
from engine.deploy.weights import Weights
from engine.deploy.weights import rounded as rounded_network
from engine.models.build import build_with
from tests.engine.compress.models import WORDS, digits, trained, untrained
from tests.engine.layers.networks import OF_IMAGES


@pytest.mark.parametrize("per", Grouping)
def test_few_levels_and_biases_as_they_were(per: Grouping) -> None:
    saved = trained()
    for bits in (2, 4):
        shrunk = Quantise(per).shrink(saved, bits)
        assert shrunk.network == saved.experiment.network
        for name, tensor in saved.state.items():
            if name.endswith("weight"):
                codes = rounded(tensor.numpy(), bits, per)
                assert torch.equal(shrunk.state[name], torch.from_numpy(codes.unpacked()))
                if per is Grouping.TENSOR:
                    assert len(shrunk.state[name].unique()) <= 2**bits - 1
            else:
                assert torch.equal(shrunk.state[name], tensor)
                assert shrunk.state[name].data_ptr() != tensor.data_ptr()


def test_rounding_again_changes_nothing() -> None:
    for per in Grouping:
        for bits in (2, 3, 5):
            once = Quantise(per).shrink(trained(), bits)
            again = Quantise(per).shrink(replace(trained(), state=once.state), bits)
            assert all(torch.equal(again.state[name], tensor) for name, tensor in once.state.items())


def test_bytes_fall_with_bits() -> None:
    saved = trained()
    method = Quantise()
    sizes = [method.size(method.shrink(saved, bits).state, bits) for bits in (8, 6, 4, 2)]
    assert sizes == sorted(sizes, reverse=True)
    whole = packed_size(saved.state)
    assert 0.2 * whole < sizes[0] < 0.35 * whole
    assert sizes[-1] < 0.15 * whole


def test_fine_tuning_moves_biases_alone() -> None:
    saved, method = trained(), Quantise(Grouping.TENSOR)
    plain = method.shrink(saved, 2)
    *_, trial = attempt(saved, method, 2, digits(), finetune=3)
    assert isinstance(trial, Trial)
    for name, tensor in trial.saved.state.items():
        same = torch.equal(tensor, plain.state[name])
        assert same == (not name.endswith("bias")), name
    assert trial.options == {"per": "tensor"}
    assert trial.saved.experiment.training.held is Held.WEIGHTS
    assert trial.size == method.size(dict(trial.saved.state), 2)
    assert trial.shares == ()


def test_an_export_of_the_same_bits_holds_the_very_numbers() -> None:
    saved = replace(trained(), state=Quantise(Grouping.CHANNEL).shrink(trained(), 8).state)
    model = build_with(
        saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    network = plain_network(model, saved.image_shape)
    for before, after in zip(network.arrays(), rounded_network(network, Weights.INT8).arrays(), strict=True):
        assert (before == after).all()


@pytest.mark.parametrize("kind", [kind.kind_name() for kind in OF_IMAGES])
def test_every_kind(kind: str) -> None:
    """Arrays of two axes and more lie on few levels in each row, those of one axis stay."""
    saved = untrained(WORDS.get(kind, f"{kind}6"))
    assert kind in {layer.kind for layer in saved.experiment.network.hidden}
    shrunk = Quantise(Grouping.CHANNEL).shrink(saved, 3)
    model = build_with(
        shrunk.network, shrunk.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    for name, tensor in model.named_parameters():
        if tensor.ndim == 1:
            assert torch.equal(tensor, saved.state[name])
        else:
            assert all(len(row.unique()) <= 7 for row in tensor.detach().flatten(1)), name
            assert not torch.equal(tensor, saved.state[name])
    for name, buffer in model.named_buffers():
        assert torch.equal(buffer, saved.state[name]), (
            "no preparation of images and no statistics are rounded"
        )


def test_every_grouping_has_words() -> None:
    assert GROUPING_WORDS.keys() == set(Grouping)
