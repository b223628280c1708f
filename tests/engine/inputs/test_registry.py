"""Every kind of input answers for itself, and is found by what is kept and by what a network takes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.inputs.kind import InputKind
from engine.inputs.registry import INPUT_KINDS, is_example, kind_holding, kind_of

EXAMPLES = {
    "picture": np.random.default_rng(1).integers(0, 256, (7, 4, 5, 3), np.uint8),
    "numbers": np.random.default_rng(1).normal(3, 2, (7, 5)).astype(np.float32),
    "text": np.random.default_rng(1).integers(0, 9, (7, 5), np.uint16),
}
ALPHABET = 9


@pytest.fixture(params=INPUT_KINDS.values(), ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> InputKind:
    found: InputKind = request.param
    return found


def test_it_is_found_by_its_examples_and_by_their_shape(kind: InputKind) -> None:
    examples = EXAMPLES[kind.name]
    shape = kind.shape_of(examples.shape[1:], ALPHABET)
    assert kind_holding(examples) is kind_of(shape) is kind
    assert kind.form_of(shape) == examples.shape[1:]


def test_what_a_network_is_given_is_the_same_from_arrays_and_from_tensors(kind: InputKind) -> None:
    examples = EXAMPLES[kind.name]
    floats = kind.floats(examples)
    assert floats.dtype == np.float32
    assert floats.shape == (len(examples), *kind.given(kind.shape_of(examples.shape[1:], ALPHABET)))
    rows = torch.from_numpy(np.ascontiguousarray(kind.arranged(examples)).reshape(len(examples), -1))
    out = torch.empty(rows.shape)
    kind.fill(out, rows)
    assert out.numpy().tobytes() == floats.reshape(len(examples), -1).tobytes()


def test_its_statistics_are_those_of_what_a_network_is_given(kind: InputKind) -> None:
    if kind.per_place:
        pytest.skip("characters are no amounts")
    examples = EXAMPLES[kind.name]
    shape = kind.shape_of(examples.shape[1:])
    rows = torch.from_numpy(np.ascontiguousarray(kind.arranged(examples)).reshape(len(examples), -1))
    mean, deviation = kind.statistics(rows, shape)
    of_each = kind.floats(examples).astype(np.float64).swapaxes(0, 1).reshape(shape[0], -1)
    np.testing.assert_allclose(mean, of_each.mean(axis=1), rtol=1e-6)
    np.testing.assert_allclose(deviation, of_each.std(axis=1), rtol=1e-6)


def test_a_constant_has_the_deviation_one() -> None:
    rows = torch.tensor([[0.1, 3.0], [0.1, 4.0], [0.1, 5.0]])
    _, deviation = INPUT_KINDS["numbers"].statistics(rows, (2,))
    assert deviation[0] == 1
    assert deviation[1] == pytest.approx((2 / 3) ** 0.5)


def test_an_example_is_one_of_a_shape(kind: InputKind) -> None:
    example = EXAMPLES[kind.name][0]
    shape = kind.shape_of(example.shape, ALPHABET)
    assert is_example(example, shape)
    assert not is_example(None, shape)
    assert not is_example(example[:-1], shape)
    for other in EXAMPLES:
        assert is_example(EXAMPLES[other][0], shape) is (other == kind.name)


@pytest.mark.parametrize(
    "array", [np.zeros((3, 4), np.float64), np.zeros((3, 4), np.uint8), np.zeros(3, np.float32)]
)
def test_what_is_no_input_is_of_no_kind(array: np.ndarray) -> None:
    assert kind_holding(array) is None
    with pytest.raises(ValueError, match="no kind"):
        kind_of((1, 2, 3, 4))
