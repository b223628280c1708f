"""The tables that come with the program: whole, divided by class, and learnt by their presets."""

from __future__ import annotations

import numpy as np
import pytest

from docs.tools import make_tables
from engine.config import DataConfig, load_preset
from engine.data import datasets
from engine.data.split import split
from engine.evaluation import evaluate
from engine.models.build import build_with
from engine.training import train
from engine.training.events import TrainingFinished

FOLDS = 5
SEEDS = 0, 1, 2


@pytest.mark.parametrize(
    ("name", "counts", "features"), [("iris", [50, 50, 50], 4), ("breast-cancer", [357, 212], 30)]
)
def test_they_are_whole_and_say_what_they_are(name: str, counts: list[int], features: int) -> None:
    info = datasets.info_of(name)
    assert info is not None
    assert (info.kind, info.is_built_in) == ("numbers", True)
    whole = datasets.load(name, part="all")
    assert whole.class_counts().tolist() == counts
    assert len(whole.features) == features
    assert not any(each.missing for each in whole.features)


@pytest.mark.parametrize("name", ["iris", "breast-cancer"])
def test_they_are_the_numbers_of_their_makers(name: str) -> None:
    path = make_tables.FOLDER / f"{name}.csv"
    written = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    assert written == make_tables.table(*make_tables.TABLES[name])


def test_the_parts_are_even_by_class_and_follow_from_the_seed() -> None:
    parts = {
        seed: [
            datasets.load("iris", part=part, config=DataConfig(dataset="iris", seed=seed))
            for part in ("train", "test")
        ]
        for seed in (0, 1)
    }
    for learnt, tested in parts.values():
        assert learnt.class_counts().tolist() == [40, 40, 40]
        assert tested.class_counts().tolist() == [10, 10, 10]
        assert learnt.features == tested.features
        assert learnt.features[0].low == float(learnt.images[:, 0].min())
    assert (parts[0][1].images != parts[1][1].images).any()


def cross_checked(name: str, seed: int) -> float:
    """Return the mean accuracy of a preset on each fifth of its data, learnt from the others."""
    preset = load_preset(name).with_(**{"data.seed": seed, "training.seed": seed, "training.threads": 1})
    whole = datasets.load(name, part="all")
    order = np.random.default_rng(seed).permutation(len(whole))
    fold = np.empty(len(whole), np.int64)
    for label in range(len(whole.classes)):
        own = order[whole.labels[order] == label]
        fold[own] = np.arange(len(own)) % FOLDS
    accuracies = []
    for tested in range(FOLDS):
        test = whole.subset(np.flatnonzero(fold == tested))
        parts = split(whole.subset(np.flatnonzero(fold != tested)), test, preset.data)
        (end,) = (event for event in train(preset, parts) if isinstance(event, TrainingFinished))
        model = build_with(preset.network, end.state, image_shape=test.image_shape, classes=len(test.classes))
        accuracies.append(evaluate(model.eval(), test).accuracy)
    return float(np.mean(accuracies))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("name", "least"), [("breast-cancer", 0.96), ("iris", 0.95)])
def test_the_preset_reads_what_it_has_not_learnt(name: str, least: float, seed: int) -> None:
    assert cross_checked(name, seed) >= least
