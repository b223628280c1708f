"""What a picture shows of weights and activations, held against the weights themselves."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.config import ConvLayer, DenseLayer, Experiment, NetworkConfig
from engine.inference import Recognizer
from engine.inference.diagram_values import BANDS, ENDS, PARTS, unit_means, weights_between
from engine.models.build import build

GREY = (1, 28, 28)


def dense(*sizes: int) -> NetworkConfig:
    return NetworkConfig(hidden=tuple(DenseLayer(size=size) for size in sizes))


def test_few_units_keep_their_weights_and_the_image_is_in_bands() -> None:
    network = dense(6, 9)
    state = build(network).state_dict()
    first, second, last = weights_between(network, GREY, state)
    np.testing.assert_array_equal(second, state["hidden_2.linear.weight"])
    np.testing.assert_array_equal(last, state["output.weight"])
    assert first.shape == (6, BANDS)
    rows = state["hidden_1.linear.weight"].reshape(6, 28, 28).numpy()
    np.testing.assert_allclose(first[:, 0], rows[:, :5].mean(axis=(1, 2)), rtol=1e-4, atol=1e-7)
    np.testing.assert_allclose(first[:, -1], rows[:, 22:].mean(axis=(1, 2)), rtol=1e-4, atol=1e-7)


def test_the_middle_of_large_layers_is_left_out() -> None:
    network = dense(64, 100)
    state = build(network).state_dict()
    kept = [*range(ENDS), *range(-ENDS, 0)]
    first, second, last = weights_between(network, GREY, state)
    assert first.shape == (2 * ENDS, BANDS)
    np.testing.assert_array_equal(second, state["hidden_2.linear.weight"].numpy()[np.ix_(kept, kept)])
    np.testing.assert_array_equal(last, state["output.weight"].numpy()[:, kept])


def test_convolutions_are_parts_of_their_channels() -> None:
    hidden = (ConvLayer(channels=6), ConvLayer(channels=2), DenseLayer(size=20))
    network = NetworkConfig(hidden=hidden)
    state = build(network, image_shape=(3, 16, 16)).state_dict()
    first, second, third, last = weights_between(network, (3, 16, 16), state)
    assert [part.shape for part in (first, second, third, last)] == [
        (PARTS, BANDS), (PARTS, PARTS), (2 * ENDS, PARTS), (10, 2 * ENDS),
    ]  # fmt: skip
    kernels = state["hidden_1.convolution.weight"].numpy()
    np.testing.assert_allclose(first[1], kernels[2:4].mean(), rtol=1e-4, atol=1e-7)
    kernels = state["hidden_2.convolution.weight"].numpy()
    np.testing.assert_allclose(second[0, 2], kernels[0, 4:].mean(), rtol=1e-4, atol=1e-7)
    matrix = state["hidden_3.linear.weight"].numpy().reshape(20, 2, -1)
    np.testing.assert_allclose(third[-1, 0], matrix[-1, 0].mean(), rtol=1e-3, atol=1e-7)


@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 4, 9), GREY])
def test_no_hidden_layer_and_images_of_any_size(shape: tuple[int, int, int]) -> None:
    network = NetworkConfig(hidden=())
    (only,) = weights_between(network, shape, build(network, image_shape=shape, classes=3).state_dict())
    assert only.shape == (3, BANDS)
    assert np.isfinite(only).all()


def test_weights_of_another_network_are_refused() -> None:
    with pytest.raises(KeyError):
        weights_between(dense(6, 6), GREY, build(dense(6)).state_dict())


def test_activations_are_those_of_the_layers() -> None:
    hidden = (ConvLayer(channels=4, dropout=0.5), DenseLayer(size=5))
    experiment = Experiment().with_(**{"network.hidden": hidden})
    model = build(experiment.network).eval()
    recognizer = Recognizer(experiment, tuple("0123456789"), model.state_dict())
    image = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)
    maps, units, probabilities = recognizer.activations(image)
    np.testing.assert_array_equal(probabilities, recognizer.probabilities(image)[0])
    with torch.inference_mode():
        pixels = torch.from_numpy(image / np.float32(255))[None, None]
        wanted = model[1](model[0](pixels))
        np.testing.assert_array_equal(maps, wanted[0])
        np.testing.assert_array_equal(units, model[3](model[2](wanted))[0])
    means = unit_means((maps, units, probabilities))
    assert [mean.shape for mean in means] == [(4,), (5,), (10,)]
    np.testing.assert_allclose(means[0][2], maps[2].mean(), rtol=1e-5)
    np.testing.assert_array_equal(means[1], units)
