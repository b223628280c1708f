"""Why this answer: our own maps are those of captum."""

from __future__ import annotations

import importlib
import warnings
from types import ModuleType

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.evaluation.evaluate import model_input
from engine.insight.contrast import pixel_changes
from engine.insight.gradient_input import gradient_times_input
from engine.insight.integrated_gradients import integrated_gradients
from engine.insight.occlusion import occlusion
from tests.engine.insight.conftest import CLASSES, make_model

pytestmark = pytest.mark.slow  # loads captum


@pytest.fixture(scope="module")
def captum() -> ModuleType:
    """Captum's ways to attribute, loaded here alone: it takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("captum.attr")


def pixels(image: NDArray[np.uint8]) -> torch.Tensor:
    return model_input(image[None])


@pytest.mark.parametrize("target", [0, 3])
def test_gradient_times_input_is_that_of_captum(
    captum: ModuleType, model: nn.Sequential, image: NDArray[np.uint8], target: int
) -> None:
    expected = captum.InputXGradient(model).attribute(pixels(image).requires_grad_(), target=target)

    found = gradient_times_input(model, image, target)

    np.testing.assert_allclose(found, expected[0, 0].detach(), atol=1e-5)
    assert np.abs(found).max() > 0


def test_integrated_gradients_are_those_of_captum(
    captum: ModuleType, model: nn.Sequential, image: NDArray[np.uint8]
) -> None:
    expected = captum.IntegratedGradients(model).attribute(
        pixels(image), target=2, n_steps=24, method="gausslegendre"
    )

    found = integrated_gradients(model, image, 2, steps=24)

    np.testing.assert_allclose(found, expected[0, 0], atol=1e-5)


def test_integrated_gradients_add_up_to_what_the_image_makes_of_a_blank_one(
    model: nn.Sequential, image: NDArray[np.uint8]
) -> None:
    found = integrated_gradients(model, image, 1, against=0, steps=200)

    with torch.inference_mode():
        logits = model(torch.cat([pixels(image), torch.zeros_like(pixels(image))]))
    lead = logits[:, 1] - logits[:, 0]
    assert found.sum() == pytest.approx((lead[0] - lead[1]).item(), abs=0.02)


@pytest.mark.parametrize(("patch", "stride"), [(4, 2), (3, 3), (5, 2), (1, 1)])
def test_occlusion_is_that_of_captum(
    captum: ModuleType, model: nn.Sequential, image: NDArray[np.uint8], patch: int, stride: int
) -> None:
    with torch.inference_mode():
        expected = captum.Occlusion(model).attribute(
            pixels(image), (1, patch, patch), (1, stride, stride), baselines=0, target=3
        )

    found = occlusion(model, image, 3, patch=patch, stride=stride)

    np.testing.assert_allclose(found, expected[0, 0], atol=1e-5)


def test_colours_of_a_pixel_are_added_up(captum: ModuleType) -> None:
    model = make_model("convolutional", (3, 12, 12))
    image = np.random.default_rng(0).integers(0, 256, (12, 12, 3)).astype(np.uint8)
    inputs = pixels(image)

    expected = captum.InputXGradient(model).attribute(inputs.clone().requires_grad_(), target=1)
    wiped = captum.Occlusion(model).attribute(inputs, (3, 4, 4), (3, 2, 2), baselines=0, target=1)

    np.testing.assert_allclose(gradient_times_input(model, image, 1), expected[0].detach().sum(0), atol=1e-4)
    np.testing.assert_allclose(occlusion(model, image, 1), wiped[0].sum(0) / 3, atol=1e-4)


@pytest.mark.parametrize("method", [gradient_times_input, integrated_gradients, occlusion])
def test_against_another_class_the_map_is_the_difference(
    model: nn.Sequential, image: NDArray[np.uint8], method
) -> None:
    expected = method(model, image, 1) - method(model, image, 2)

    np.testing.assert_allclose(method(model, image, 1, against=2), expected, atol=1e-5)


def test_a_linear_network_changes_by_just_what_the_map_says(image: NDArray[np.uint8]) -> None:
    model = make_model("linear")
    found = pixel_changes(model, image, 2)
    row, column = np.unravel_index(found.add.argmax(), found.add.shape)
    drawn = image.copy()
    drawn[row, column] = 255

    after = pixel_changes(model, drawn, 2, against=found.against)

    assert after.lead - found.lead == pytest.approx(found.add[row, column], abs=1e-5)
    row, column = np.unravel_index(found.remove.argmax(), found.remove.shape)
    rubbed = image.copy()
    rubbed[row, column] = 0
    after = pixel_changes(model, rubbed, 2, against=found.against)
    assert after.lead - found.lead == pytest.approx(found.remove[row, column], abs=1e-5)


def test_by_default_the_wanted_class_is_held_against_the_strongest_other(
    model: nn.Sequential, image: NDArray[np.uint8]
) -> None:
    with torch.inference_mode():
        logits = model(pixels(image))[0].numpy()
    present, second = np.argsort(-logits)[:2].tolist()

    assert pixel_changes(model, image, present).against == second
    assert pixel_changes(model, image, present).lead >= 0
    for target in set(range(CLASSES)) - {present}:
        found = pixel_changes(model, image, target)
        assert found.against == present
        assert found.lead == pytest.approx(logits[target] - logits[present], abs=1e-5)
        assert (found.add >= 0).all()
        assert not found.remove[image == 0].any()
        assert not found.add[image == 255].any()


def test_neither_the_model_nor_the_global_generator_is_touched(
    model: nn.Sequential, image: NDArray[np.uint8]
) -> None:
    before = torch.get_rng_state()
    state = {name: tensor.clone() for name, tensor in model.state_dict().items()}

    for method in (gradient_times_input, integrated_gradients, occlusion, pixel_changes):
        method(model, image, 0)

    assert torch.equal(torch.get_rng_state(), before)
    assert all(torch.equal(tensor, state[name]) for name, tensor in model.state_dict().items())
    assert all(parameter.grad is None for parameter in model.parameters())
