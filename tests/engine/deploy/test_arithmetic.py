"""Functions of the plain operations whose answers are known without a network."""

from __future__ import annotations

import math

import numpy as np

from engine.deploy.arithmetic import erf, sigmoid, softmax


def test_error_function() -> None:
    x = np.linspace(-5, 5, 2001, dtype=np.float32)
    expected = np.array([math.erf(value) for value in x])
    assert np.abs(erf(x) - expected).max() < 5e-7
    assert erf(x).dtype == np.float32


def test_sigmoid_and_softmax_of_large_numbers() -> None:
    x = np.array([[-1e4, 0.0, 1e4]], np.float32)
    np.testing.assert_array_equal(sigmoid(x), [[0, 0.5, 1]])
    np.testing.assert_array_equal(softmax(x), [[0, 0, 1]])
