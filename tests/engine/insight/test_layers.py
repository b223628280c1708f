"""What the layers do with an image: activations, sums, connections, weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from engine.config import Experiment
from engine.errors import Cancelled, ModelError
from engine.evaluation.evaluate import model_input
from engine.insight.activations import activations, layer_features, layer_names
from engine.insight.connections import strongest_connections
from engine.insight.histograms import gradient_histograms, weight_histograms
from engine.insight.model import own_model
from engine.insight.neuron import neuron_sum
from engine.insight.weights import first_layer_weights
from engine.models.parts import layers, weights_of
from tests.engine.insight.conftest import CLASSES, NETWORKS, SHAPE, make_model


def summing(part: nn.Module) -> nn.Module:
    """Return what makes the sums of a layer."""
    return next(module for module in part.modules() if isinstance(module, nn.Linear | nn.Conv2d))


def recorded(model: nn.Sequential, image: NDArray[np.uint8]) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Return what hooks see of each layer: its sums and what it gives on."""
    seen: dict[str, list[torch.Tensor]] = {}
    handles = [
        module.register_forward_hook(lambda *given, name=name: seen.setdefault(name, []).append(given[2]))
        for name, part, _ in layers(model)
        for module in (summing(part), part)
    ]
    with torch.inference_mode():
        model(model_input(image[None]))
    for handle in handles:
        handle.remove()
    return {name: (values[0][0], values[-1][0]) for name, values in seen.items()}


def test_activations_are_what_the_modules_give(model: nn.Sequential, image: NDArray[np.uint8]) -> None:
    expected = recorded(model, image)
    found = activations(model, image)

    assert [layer.layer for layer in found] == list(layer_names(model)) == list(expected)
    for layer in found:
        sums, values = expected[layer.layer]
        np.testing.assert_allclose(layer.sums, sums, atol=1e-5)
        wanted = values.softmax(0) if layer.layer == "output" else values
        np.testing.assert_allclose(layer.values, wanted, atol=1e-5)
        assert layer.is_image == (values.ndim == 3)
    assert found[-1].values.sum() == pytest.approx(1)


def test_a_sum_adds_up_in_every_layer(model: nn.Sequential, image: NDArray[np.uint8]) -> None:
    for name, (sums, values) in recorded(model, image).items():
        for unit in range(len(sums)):
            found = neuron_sum(model, image, name, unit)
            if sums.ndim == 1:
                assert found.position is None
                assert found.total == pytest.approx(sums[unit].item(), abs=1e-4)
                assert found.value == pytest.approx(values[unit].item(), abs=1e-4)
            else:
                assert found.total == pytest.approx(sums[unit].max().item(), abs=1e-4)
            assert found.products.sum() + found.bias == pytest.approx(found.total, abs=1e-4)
            assert (np.diff(np.abs(found.products[found.order])) <= 0).all()
            for term in found.largest(3):
                assert term.weight * term.value == pytest.approx(term.product, abs=1e-6)
            if found.picture is not None:
                assert found.picture.sum() <= np.abs(found.products).sum() + 1e-3


@pytest.mark.parametrize("name", ["convolutional", "valid"])
def test_a_filter_can_be_looked_at_in_any_place(name: str, image: NDArray[np.uint8]) -> None:
    model = make_model(name)
    for layer, (sums, _) in recorded(model, image).items():
        if sums.ndim == 3:
            for place in ((0, 0), (1, 2), (sums.shape[1] - 1, sums.shape[2] - 1)):
                found = neuron_sum(model, image, layer, 1, place)
                assert found.total == pytest.approx(sums[(1, *place)].item(), abs=1e-4)


def test_the_picture_shows_the_products_where_they_lie(image: NDArray[np.uint8]) -> None:
    dense = neuron_sum(make_model("dense"), image, "hidden_1", 3)
    assert dense.picture is not None
    np.testing.assert_array_equal(dense.picture, dense.products.reshape(SHAPE))

    inner = neuron_sum(make_model("convolutional"), image, "hidden_1", 0, (5, 5))
    assert inner.picture is not None
    assert inner.picture.shape == SHAPE
    np.testing.assert_allclose(inner.picture[0, 4:7, 4:7].ravel(), inner.products, atol=1e-6)
    assert np.count_nonzero(inner.picture) <= 9

    behind = neuron_sum(make_model("convolutional"), image, "hidden_3", 0)
    assert behind.picture is not None
    assert behind.picture.shape[0] == 5
    assert neuron_sum(make_model("dense"), image, "hidden_2", 0).picture is None


@pytest.mark.parametrize(("layer", "unit"), [("hidden_9", 0), ("hidden_1", 9), ("hidden_1", -1)])
def test_what_is_not_there_is_said(layer: str, unit: int, image: NDArray[np.uint8]) -> None:
    with pytest.raises(ModelError, match="has no unit"):
        neuron_sum(make_model("dense"), image, layer, unit)


def test_a_place_beyond_the_sums_is_said(image: NDArray[np.uint8]) -> None:
    with pytest.raises(ModelError, match="has no place"):
        neuron_sum(make_model("valid"), image, "hidden_1", 0, (10, 0))


def test_connections_into_a_unit_add_up_to_its_sum(model: nn.Sequential, image: NDArray[np.uint8]) -> None:
    names = layer_names(model)
    found = strongest_connections(model, image, per_layer=10**6)

    assert [(part.source_layer, part.layer) for part in found] == list(
        zip(("input", *names[:-1]), names, strict=True)
    )
    for part, (sums, _) in zip(found, recorded(model, image).values(), strict=True):
        bias = model.state_dict()[
            next(k for k in model.state_dict() if k.startswith(part.layer) and "bias" in k)
        ]
        for unit in range(len(sums)):
            total = part.contributions[part.targets == unit].sum() + bias[unit].item()
            assert total == pytest.approx(sums[unit].mean().item(), abs=1e-4)
        assert (np.diff(np.abs(part.contributions)) <= 1e-6).all()


def test_only_the_strongest_are_told(model: nn.Sequential, image: NDArray[np.uint8]) -> None:
    everything = strongest_connections(model, image, per_layer=10**6)

    for some, every in zip(strongest_connections(model, image, per_layer=3), everything, strict=True):
        assert len(some.targets) == 3 or len(some.targets) == len(every.targets)
        np.testing.assert_allclose(
            np.abs(some.contributions), np.abs(every.contributions[: len(some.targets)])
        )


def test_features_are_what_a_layer_gives_on(model: nn.Sequential, image: NDArray[np.uint8]) -> None:
    images = np.stack([image, image[::-1], image.T] * 100)
    for layer in activations(model, image)[:-1]:
        features = layer_features(model, images, layer.layer)
        assert features.shape == (300, layer.values.size)
        np.testing.assert_allclose(features[0], layer.values.ravel(), atol=1e-5)


def test_features_tell_how_far_they_are_and_can_be_cancelled(image: NDArray[np.uint8]) -> None:
    images = np.stack([image] * 600)
    told: list[float] = []

    layer_features(make_model("dense"), images, "hidden_1", progress=lambda _, share: told.append(share))
    assert told[-1] == 1
    assert len(told) == 3
    with pytest.raises(Cancelled):
        layer_features(make_model("dense"), images, "hidden_1", cancelled=lambda: len(told) > 0)
    with pytest.raises(ModelError, match="hidden_1, hidden_2, output"):
        layer_features(make_model("dense"), images, "hidden_3")


def test_the_first_layer_as_pictures() -> None:
    dense = first_layer_weights(make_model("dense"), SHAPE)
    assert dense.layer == "hidden_1"
    assert dense.tiles.shape == (9, 12, 12)
    assert dense.scale == pytest.approx(np.abs(dense.tiles).max())
    assert first_layer_weights(make_model("convolutional"), SHAPE).tiles.shape == (4, 3, 3)
    assert first_layer_weights(make_model("linear"), SHAPE).layer == "output"
    coloured = make_model("dense", (3, 12, 12))
    found = first_layer_weights(coloured, (3, 12, 12))
    assert found.tiles.shape == (9, 12, 12, 3)
    weight = coloured.get_submodule("hidden_1")[0].weight.detach()  # type: ignore[index]
    assert found.tiles[4, 5, 6, 2] == weight[4].view(3, 12, 12)[2, 5, 6]
    two = (2, 12, 12)
    assert first_layer_weights(make_model("dense", two), two).tiles.shape == (9, 12, 12)


def test_histograms_hold_every_weight(model: nn.Sequential) -> None:
    found = weight_histograms(model.state_dict())

    assert tuple(part.layer for part in found) == layer_names(model)
    for part, (_, module, _) in zip(found, layers(model), strict=True):
        (weight,) = weights_of(module)
        assert part.counts.sum() == weight.numel()
        assert part.norm == pytest.approx(weight.norm().item(), rel=1e-5)
        assert part.edges[0] == -part.edges[-1]


def test_gradient_histograms_are_of_autograds_gradients(
    model: nn.Sequential, image: NDArray[np.uint8]
) -> None:
    images, labels = np.stack([image, image.T, image[::-1]]), np.array([0, 1, CLASSES - 1])
    found = gradient_histograms(model, images, labels)

    model.requires_grad_(True)
    functional.cross_entropy(model(model_input(images)), torch.from_numpy(labels)).backward()
    for part, (name, module, _) in zip(found, layers(model), strict=True):
        (weight,) = weights_of(module)
        assert part.layer == name
        assert weight.grad is not None
        assert part.norm == pytest.approx(weight.grad.norm().item(), rel=1e-4)


def test_weights_of_another_network_are_refused() -> None:
    experiment = Experiment().with_(**NETWORKS["dense"])
    with pytest.raises(ModelError, match="do not belong"):
        own_model(experiment, make_model("linear").state_dict(), classes=CLASSES, image_shape=SHAPE)
