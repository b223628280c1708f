"""Two data sets as one: both are learnt from, the first one tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.datasets import is_available, load
from engine.data.sources import registry
from engine.data.sources.both import MixedSource
from engine.data.sources.source import DatasetInfo

SMALL = DataConfig(generated_count=300)


def test_a_mixture_learns_from_both_and_is_tested_with_the_first(
    tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tiny.data_set()
    mixed = MixedSource(DatasetInfo("mixed", "Mixed", "Noise."), first, first)
    monkeypatch.setattr(registry, "SOURCES", [first, mixed])
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    assert not is_available("mixed")
    tiny.write(tmp_path / "tiny")
    assert is_available("mixed")
    once, twice = load("tiny"), load("mixed")
    assert twice.name == "mixed"
    assert twice.labels.tolist() == [*once.labels, *once.labels]
    assert np.array_equal(twice.images[6:], once.images)
    assert twice.added is not None
    assert twice.added.tolist() == [False] * 6 + [True] * 6
    some = twice.subset(np.array([5, 7]))
    assert some.added is not None
    assert some.added.tolist() == [False, True]
    assert once.added is None
    assert load("mixed", part="all").added is None
    assert np.array_equal(load("mixed", part="test").images, load("tiny", part="test").images)


@pytest.mark.slow
@pytest.mark.mnist
def test_both_holds_mnist_and_generated_digits() -> None:
    both = load("both", config=SMALL)
    assert len(both) == 60_300
    assert np.array_equal(both.images[:60_000], load("mnist").images)
    assert np.array_equal(both.images[60_000:], load("generated", config=SMALL).images)
    assert len(load("both", part="test", config=SMALL)) == 10_000
