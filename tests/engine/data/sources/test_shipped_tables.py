"""The tables that come with the program: whole, divided by class, and learnt by their presets."""

from __future__ import annotations

import pytest

from docs.tools import make_tables
from docs.tools.cross_check import SEEDS, cross_checked
from engine.config import DataConfig
from engine.data import datasets


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


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("name", "least"), [("breast-cancer", 0.96), ("iris", 0.95)])
def test_the_preset_reads_what_it_has_not_learnt(name: str, least: float, seed: int) -> None:
    assert cross_checked(name, seed) >= least
