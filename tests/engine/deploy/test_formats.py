"""Every kind of layer in every format: what was written answers as the model does, or a sentence says why not."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.deploy.about import About
from engine.deploy.export_format import ExportFormat
from engine.deploy.operations import PlainNetwork
from engine.deploy.reference import probabilities
from engine.deploy.registry import FORMATS
from engine.deploy.weights import Weights, rounded
from engine.layers.operations import Affine, Dense, Flatten, Pad, Shrink, Softmax
from tests.engine.deploy.networks import HIDDEN, SHAPE, answers_of, network_named, plain_named, saved_as

ABOUT = About(tuple("0123456789"), SHAPE, "8", 0.98, 0.97)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind(name: str, form: ExportFormat, digits: NDArray[np.uint8]) -> None:
    model, plain = plain_named(name)
    form = form.for_model(saved_as(network_named(name), model))
    obstacle = form.obstacle(plain)
    if obstacle:
        assert obstacle.endswith(".")
        return
    if form.name == "c" and shutil.which("cc") is None:
        pytest.skip("there is no C compiler")

    content = form.written(plain, ABOUT)

    found = form.answers(content, digits)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, answers_of(model, digits), rtol=0, atol=1e-5)
    assert form.written(plain, ABOUT) == content  # the same each time


SMALL = [(form, weights) for form in FORMATS for weights in form.weights[1:]]


@pytest.mark.usefixtures("quick_compiler")
@pytest.mark.parametrize(("form", "weights"), SMALL, ids=lambda each: getattr(each, "name", each))
@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind_with_rounded_weights(
    name: str, form: ExportFormat, weights: Weights, digits: NDArray[np.uint8]
) -> None:
    _, plain = plain_named(name)
    if form.obstacle(plain):
        return
    if form.name == "c" and shutil.which("cc") is None:
        pytest.skip("there is no C compiler")

    content = form.written(plain, ABOUT, weights)

    wanted = probabilities(rounded(plain, weights), digits)
    np.testing.assert_allclose(form.answers(content, digits), wanted, rtol=0, atol=1e-5)
    assert len(content) < len(form.written(plain, ABOUT))


@pytest.mark.parametrize(
    "form", [form for form in FORMATS if form.name != "code"], ids=lambda form: form.name
)
def test_zeros_that_no_convolution_follows(form: ExportFormat, digits: NDArray[np.uint8]) -> None:
    if form.name == "c" and shutil.which("cc") is None:
        pytest.skip("there is no C compiler")
    numbers = np.random.default_rng(4)
    one = np.ones(1, np.float32)
    dense = Dense(numbers.normal(size=(10, 15 * 15)).astype(np.float32), np.zeros(10, np.float32))
    operations = (Affine(one, -one, 2 * one), Pad(1, 2), Shrink(2, largest=True), Flatten(), dense, Softmax())
    plain = PlainNetwork(operations, SHAPE)

    found = form.answers(form.written(plain, ABOUT), digits)

    np.testing.assert_allclose(found, probabilities(plain, digits), rtol=0, atol=1e-5)
