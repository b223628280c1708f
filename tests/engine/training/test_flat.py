"""A model on one vector computes as before, and its copies stand still."""

from __future__ import annotations

import pytest
import torch

from engine.config import NetworkConfig
from engine.models.build import build
from engine.training.flat import FlatModel

NETWORK = NetworkConfig(hidden="5,3", batch_norm=True)


def make_flat() -> FlatModel:
    return FlatModel(build(NETWORK, image_shape=(1, 3, 3), classes=2))


def test_model_computes_as_before() -> None:
    images = torch.linspace(0, 1, 36).view(4, 1, 3, 3)
    plain = build(NETWORK, image_shape=(1, 3, 3), classes=2)
    assert torch.equal(make_flat().model(images), plain(images))


def test_gradients_land_in_the_vector() -> None:
    flat = make_flat()
    flat.model(torch.rand(4, 1, 3, 3)).square().sum().backward()
    for name, parameter in flat.model.named_parameters():
        assert parameter.grad.any()
        assert parameter.grad.untyped_storage().data_ptr() == flat.gradients.untyped_storage().data_ptr()
        assert torch.equal(flat.gradient_of(name), parameter.grad)


def test_a_copy_has_the_models_names_and_no_longer_changes() -> None:
    flat = make_flat()
    copy = flat.copy()
    assert list(copy) == list(flat.model.state_dict())
    flat.weights.add_(1.0)
    other = build(NETWORK, image_shape=(1, 3, 3), classes=2)
    assert all(torch.equal(tensor, copy[name]) for name, tensor in other.state_dict().items())
    flat.load(copy)
    assert torch.equal(flat.model.state_dict()["output.bias"], copy["output.bias"])
    assert flat.model.output.bias.untyped_storage().data_ptr() == flat.weights.untyped_storage().data_ptr()


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("name", ["output.weight", "hidden_1.norm.running_var"])
def test_one_bad_number_anywhere_is_seen(name: str, bad: float) -> None:
    flat = make_flat()
    assert flat.finite
    numbers = flat.model.state_dict()[name].view(-1)
    for place, good in enumerate(numbers.tolist()):
        numbers[place] = bad
        assert not flat.finite
        numbers[place] = good
