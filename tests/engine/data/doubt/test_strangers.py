from __future__ import annotations

import numpy as np

from engine.data.doubt.strangers import strangers
from engine.data.generated.images import generate

DIGITS, LABELS = generate(300)


def test_strangers_are_drawings_as_they_come_from_the_pad() -> None:
    found = strangers(DIGITS, LABELS, 800, np.random.default_rng(1))

    assert found.dtype == np.uint8
    assert found.shape[1:] == (28, 28)
    assert 700 < len(found) < 900
    assert found.any(axis=(1, 2)).all(), "none is empty"
    tall, wide = ((found > 40).any(axis=axis).sum(axis=1) for axis in (2, 1))
    assert np.maximum(tall, wide).max() <= 24
    assert np.median(np.maximum(tall, wide)) == 20


def test_they_are_the_same_every_time_and_none_is_an_example() -> None:
    found = strangers(DIGITS, LABELS, 400, np.random.default_rng(2))

    np.testing.assert_array_equal(found, strangers(DIGITS, LABELS, 400, np.random.default_rng(2)))
    examples = {image.tobytes() for image in DIGITS}
    assert not examples & {image.tobytes() for image in found}
