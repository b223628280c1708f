from __future__ import annotations

import numpy as np

from engine.config import DataConfig
from engine.data.datasets import load
from engine.inference import Recognizer
from engine.models.shipped import shipped_model


def test_it_comes_with_the_program_and_is_small() -> None:
    path = shipped_model()
    assert path.is_file()
    assert path.stat().st_size <= 2_000_000


def test_it_reads_digits_it_has_not_seen() -> None:
    recognizer = Recognizer.load(shipped_model())
    assert recognizer.classes == tuple("0123456789")
    digits = load("generated", part="test", config=DataConfig(generated_count=300))
    read = recognizer.probabilities(digits.images[:400]).argmax(axis=1)
    assert np.mean(read == digits.labels[:400]) > 0.8  # they are wilder than what people draw
