"""The built-in digits: as many as are asked for, by seed and variation, no test image among the training examples."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import DataConfig, VariationConfig
from engine.data import datasets
from engine.data.datasets import load, load_split
from engine.errors import Cancelled, DataError

SMALL = DataConfig(generated_count=300)


def varied(**variation: float) -> DataConfig:
    return SMALL.model_copy(update={"variation": VariationConfig(**variation)})


def test_generated_digits() -> None:
    train, test = (load("generated", part=part, config=SMALL) for part in ("train", "test"))
    assert train.images.shape == (300, 28, 28)
    assert test.images.shape == (50, 28, 28)
    assert train.images.dtype == np.uint8
    assert train.classes == tuple("0123456789")
    seen = {image.tobytes() for image in train.images}
    assert not any(image.tobytes() in seen for image in test.images)


def test_generated_test_images_stay_when_the_number_changes() -> None:
    more = DataConfig(generated_count=600)
    few, many = (load("generated", part="test", config=config).images for config in (SMALL, more))
    assert np.array_equal(many[: len(few)], few)


def test_variations_make_other_digits_of_the_same_labels() -> None:
    usual, wild = load("generated", config=SMALL), load("generated", config=varied(slant=3))
    assert (usual.labels == wild.labels).all()
    assert (usual.images != wild.images).any(axis=(1, 2)).mean() > 0.9
    assert (load("generated", config=SMALL).images == usual.images).all()
    straight = varied(**dict.fromkeys(VariationConfig.model_fields, 0.0))
    test = load("generated", part="test", config=straight)
    assert len(np.unique(test.images, axis=0)) <= 10


def test_split_of_generated_digits() -> None:
    parts = load_split(DataConfig(generated_count=300, validation_share=0.2))
    assert (len(parts.train), len(parts.validation), len(parts.test)) == (240, 60, 50)
    again = load_split(DataConfig(generated_count=300, validation_share=0.2))
    assert np.array_equal(parts.train.images, again.train.images)
    other = load_split(DataConfig(generated_count=300, validation_share=0.2, seed=1))
    assert not np.array_equal(parts.train.images, other.train.images)


@pytest.mark.slow
def test_drawing_tells_how_far_it_is_and_can_be_cancelled() -> None:
    told: list[tuple[str, float]] = []
    load_split(DataConfig(generated_count=5000), progress=lambda *args: told.append(args))
    shares = [share for _, share in told]
    assert {words for words, _ in told} == {"Drawing digits"}
    assert shares == sorted(shares)
    assert shares[-1] == 1
    with pytest.raises(Cancelled):
        load_split(DataConfig(generated_count=6000), cancelled=lambda: True)
    assert len(datasets._memory) == 1


def test_more_digits_than_fit_are_refused_at_once() -> None:
    with pytest.raises(DataError, match="do not fit into memory") as caught:
        load_split(DataConfig(generated_count=2**31 - 1))
    assert "GB" in caught.value.cause
