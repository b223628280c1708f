"""Products by oneDNN: where they are faster, and with the numbers that PyTorch's own give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.training.fast import dense_step, product
from engine.training.fast.dense_step import DenseStep
from engine.training.learner import Learner
from engine.training.private.private_pass import first_of
from engine.training.private.private_step import PrivateStep
from tests.engine.training.fast.forms import FORMS

CPU = torch.device("cpu")
ZEN_5 = {"cpu_name": "AMD EPYC 9755 128-Core Processor", "avx512_f": True, "avx512_vp2intersect": True}
needs_onednn = pytest.mark.skipif(not product.HAS_ONEDNN, reason="this PyTorch was built without oneDNN")


def gradients_of(experiment: Experiment, split: Split) -> tuple[set[bool], dict[str, torch.Tensor]]:
    """Return whether products go through oneDNN, and the gradients of a step."""
    learner = Learner(experiment, split, CPU)
    step = learner._step
    assert isinstance(step, DenseStep)
    learner.begin_epoch()
    with torch.no_grad():
        learner.flat.weights.normal_(0, 0.3, generator=torch.Generator().manual_seed(0))  # and so biases
        learner.steps(0, [0.0], [0.1] * bool(learner._opponent))
    asked = {place.by_onednn for places in step._places.values() for place in places}
    return asked, dict(learner.flat.parts_of(learner.flat.gradients.clone()))


@needs_onednn
@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_a_step_comes_to_the_same_by_either_library(
    experiment: Experiment,
    split: Split,
    monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any],
    compiled: bool,
) -> None:
    if not compiled:
        monkeypatch.setattr(dense_step, "scripted", lambda function: function)
    experiment, found = experiment.with_(**changes), []
    for by_onednn in (False, True):
        monkeypatch.setattr(dense_step, "by_onednn", lambda *_sides, answer=by_onednn: answer)
        asked, gradients = gradients_of(experiment, split)
        assert asked == {by_onednn}
        found.append(gradients)
    for name, gradient in found[0].items():
        torch.testing.assert_close(found[1][name], gradient, rtol=1e-4, atol=1e-6)
        assert gradient.any()


@needs_onednn
@pytest.mark.parametrize("turned", [False, True])
def test_a_product_takes_matrices_however_they_lie(turned: bool) -> None:
    left, right = torch.rand(6, 5), torch.rand(5, 4)
    if turned:
        left, right = left.t().contiguous().t(), right.t().contiguous().t()
    out = torch.zeros(4, 6).t()
    product.multiply(left, right, True, out)
    torch.testing.assert_close(out, left.double().mm(right.double()).float())


@pytest.mark.parametrize(
    ("able", "faster"),
    [
        (ZEN_5, True),
        (ZEN_5 | {"cpu_name": "AMD Ryzen 9 9950X 16-Core Processor"}, True),
        (ZEN_5 | {"cpu_name": "11th Gen Intel(R) Core(TM) i7-1165G7"}, False),
        (ZEN_5 | {"avx512_vp2intersect": False}, False),
        ({}, False),  # a processor of another kind tells nothing of this
    ],
    ids=["server", "desktop", "another maker", "halves", "unknown"],
)
@needs_onednn
def test_the_processor_and_the_size_decide_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, able: dict[str, object], faster: bool
) -> None:
    product._is_faster.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(torch.cpu, "get_capabilities", lambda: able)
        assert product.by_onednn(128, 784, 64) is faster
        assert product.by_onednn(2, 1500, 1500) is faster
        assert not product.by_onednn(128, 64, 64)
        for vector in ((1, 1500, 1500), (4000, 1, 800), (512, 4000, 1)):
            assert not product.by_onednn(*vector)
    product._is_faster.cache_clear()


@pytest.mark.parametrize(
    "other",
    [lambda *_: None, lambda left, _right: left, lambda left, *_: left],
    ids=["nothing", "fewer", "another"],
)
def test_a_version_that_is_asked_otherwise_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, other: Callable[..., Any]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(torch.ops.mkldnn, "_linear_pointwise", other, raising=False)
        assert not product._takes_plain_matrices()


def test_batches_of_any_size_stay_with_pytorchs_own(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense_step, "by_onednn", lambda *_sides: True)
    changes = {"training.privacy_noise": 1.0, "data.validation_share": 0.0}
    step = Learner(experiment.with_(**changes), split, CPU)._step
    assert isinstance(step, PrivateStep)
    for layer, place in zip(step._layers, step._of_layers, strict=True):
        assert place.by_onednn
        assert not first_of(layer, place, 3).by_onednn
