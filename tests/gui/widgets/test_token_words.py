"""Where a token lies, in words."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import Experiment
from engine.insight.attention import attention
from engine.models.build import build
from gui.widgets.token_words import token_words


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ("patches7x8,attention2,pool", "row 2, column 2"),
        ("lstm8,attention1,pool", "row 6"),
        (({"kind": "gru", "units": 8, "reading": "columns"}, {"kind": "attention", "heads": 1}), "column 6"),
        ("patches7x8,gru8,attention2,pool", "step 6"),
    ],
)
def test_a_token_is_told_by_what_is_known_of_its_place(hidden: object, words: str) -> None:
    network = Experiment().with_(**{"network.hidden": hidden}).network
    model = build(network, image_shape=(1, 28, 28), classes=10, seed=1).eval()
    (seen,) = attention(model, np.zeros((28, 28), np.uint8))
    assert token_words(seen, 5) == words
