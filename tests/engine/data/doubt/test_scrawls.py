from __future__ import annotations

import numpy as np

from engine.data.doubt.scrawls import scrawls


def test_scrawls_are_drawings_from_a_dab_to_a_patch() -> None:
    found = scrawls(240, np.random.default_rng(1))

    assert found.dtype == np.uint8
    assert found.shape == (240, 28, 28)
    assert found.any(axis=(1, 2)).all()
    ink = (found > 40).mean(axis=(1, 2))
    assert ink.min() < 0.05
    assert ink.max() > 0.3


def test_they_are_the_same_every_time() -> None:
    first, second = (scrawls(60, np.random.default_rng(2)) for _ in range(2))

    np.testing.assert_array_equal(first, second)
