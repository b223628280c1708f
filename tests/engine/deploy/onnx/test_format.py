"""The ONNX file, judged by the libraries of others: onnx checks and infers it, onnxruntime runs it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from numpy.typing import NDArray

from engine.config import NetworkConfig
from engine.deploy.about import About
from engine.deploy.activations import with_levels
from engine.deploy.onnx.format import ONNX
from engine.deploy.operations import plain_network
from engine.deploy.reference import probabilities
from engine.deploy.weights import Weights, rounded
from tests.engine.deploy.networks import HIDDEN, SHAPE, answers_of, plain_named, shaken

ABOUT = About(tuple("0123456789"), SHAPE, "12", 0.98, 0.97)


def session(content: bytes, made: Path | None = None) -> onnxruntime.InferenceSession:
    """Return it, ready to run; what the runtime makes of it is written to ``made``."""
    options = onnxruntime.SessionOptions()
    if made is not None:
        options.optimized_model_filepath = str(made)
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


@pytest.mark.parametrize("name", HIDDEN)
def test_every_kind_in_another_runtime(name: str, digits: NDArray[np.uint8]) -> None:
    model, plain = plain_named(name)
    content = ONNX.written(plain, ABOUT)

    onnx.checker.check_model(onnx.load_from_string(content), full_check=True)
    probabilities, logits = session(content).run(["probabilities", "logits"], {"images": digits})

    wanted = answers_of(model, digits)
    np.testing.assert_allclose(probabilities, wanted, rtol=0, atol=1e-5)
    np.testing.assert_allclose(ONNX.answers(content, digits), probabilities, rtol=0, atol=1e-5)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    np.testing.assert_allclose(shares / shares.sum(axis=1, keepdims=True), probabilities, rtol=0, atol=1e-6)


@pytest.mark.parametrize("weights", list(Weights)[1:])
@pytest.mark.parametrize("name", HIDDEN)
def test_weights_of_fewer_bits_in_another_runtime(
    name: str, weights: Weights, digits: NDArray[np.uint8]
) -> None:
    _, plain = plain_named(name)
    content = ONNX.written(plain, ABOUT, weights)

    model = onnx.load_from_string(content)
    onnx.checker.check_model(model, full_check=True)
    [found] = session(content).run(["probabilities"], {"images": digits})

    wanted = probabilities(rounded(plain, weights), digits)
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-5)
    np.testing.assert_allclose(ONNX.answers(content, digits), wanted, rtol=0, atol=1e-5)
    version = (10, 21) if weights is Weights.INT4 else (9, 18)  # the oldest that knows such numbers
    assert (model.ir_version, model.opset_import[0].version) == version


@pytest.mark.parametrize("name", HIDDEN)
def test_rounded_activations_in_another_runtime(name: str, digits: NDArray[np.uint8]) -> None:
    """Products are of whole numbers there; here and there a sum comes to the next step, as it is rounded otherwise."""
    network = with_levels(plain_named(name)[1], digits)
    content = ONNX.written(network, ABOUT, Weights.INT8)

    onnx.checker.check_model(onnx.load_from_string(content), full_check=True)
    [found] = session(content).run(["probabilities"], {"images": digits})

    wanted = probabilities(rounded(network, Weights.INT8), digits)
    np.testing.assert_array_equal(ONNX.answers(content, digits), wanted)
    assert np.median(np.abs(found - wanted)) < 1e-5
    np.testing.assert_allclose(found, wanted, rtol=0, atol=0.02)


def test_products_are_of_whole_numbers(digits: NDArray[np.uint8], tmp_path: Path) -> None:
    """The last one included; convolutions stay as they are."""
    for name, products in (("dense leaky", 3), ("conv even", 1), ("attention", 10)):
        content = ONNX.written(with_levels(plain_named(name)[1], digits), ABOUT, Weights.INT8)
        session(content, tmp_path / "made.onnx")
        kinds = [node.op_type for node in onnx.load(tmp_path / "made.onnx").graph.node]
        assert kinds.count("MatMulIntegerToFloat") == products, name
        assert "DequantizeLinear" not in kinds


@pytest.fixture(scope="module")
def content() -> bytes:
    return ONNX.written(plain_named("conv even")[1], ABOUT)


def test_what_goes_in_and_comes_out(content: bytes, digits: NDArray[np.uint8]) -> None:
    running = session(content)
    [given] = running.get_inputs()
    assert (given.name, given.type, given.shape) == ("images", "tensor(uint8)", ["batch", 28, 28])
    made = [(each.name, each.type, each.shape) for each in running.get_outputs()]
    assert made == [(name, "tensor(float)", ["batch", 10]) for name in ("probabilities", "logits")]
    for count in (1, 3):
        [shares] = running.run(["probabilities"], {"images": digits[:count]})
        assert shares.shape == (count, 10)


def test_what_is_said_beside(content: bytes) -> None:
    model = onnx.load_from_string(content)
    assert model.ir_version == 9
    assert [(each.domain, each.version) for each in model.opset_import] == [("", 18)]
    assert model.producer_name == "NetSketch"
    notes = session(content).get_modelmeta().custom_metadata_map
    assert json.loads(notes["classes"]) == list("0123456789")
    assert json.loads(notes["gate"]) == {"pass_mark": 0.97, "verdict": "passed"}
    assert json.loads(notes["test_accuracy"]) == 0.98
    assert notes["layers"] == "12"


def test_our_bytes_are_those_of_the_library(content: bytes) -> None:
    """Every field that we write is one it knows, in its order: written again by it, nothing is lost."""
    model = onnx.load_from_string(content)
    again = onnx.load_from_string(model.SerializeToString())
    assert again == model
    assert len(model.SerializeToString()) == pytest.approx(len(content), abs=200)


def test_colours(digits: NDArray[np.uint8]) -> None:
    shape = (3, 20, 24)
    hidden: list[Any] = [
        {"kind": "conv", "channels": 4},
        {"kind": "patches", "size": 3, "width": 6},
        {"kind": "pool"},
    ]
    model = shaken(NetworkConfig(hidden=hidden), shape=shape, classes=3)
    images = np.random.default_rng(1).integers(0, 256, (5, 20, 24, 3), np.uint8)
    content = ONNX.written(plain_network(model, shape), About(("a", "b", "c"), shape))

    running = session(content)

    assert running.get_inputs()[0].shape == ["batch", 20, 24, 3]
    [shares] = running.run(["probabilities"], {"images": images})
    np.testing.assert_allclose(shares, answers_of(model, images), rtol=0, atol=1e-5)
    np.testing.assert_allclose(ONNX.answers(content, images), shares, rtol=0, atol=1e-5)


@pytest.mark.parametrize("name", ['"', "\x00", "数字", "\udcff", "a" * 500])
def test_names_of_classes(name: str) -> None:
    about = About((name, *"123456789"), SHAPE, name)
    content = ONNX.written(plain_named("dense")[1], about)

    notes = session(content).get_modelmeta().custom_metadata_map

    assert json.loads(notes["classes"]) == list(about.classes)
