"""The data sets that people brought in: listed, removed, and explained when damaged."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data import datasets
from engine.data import imported_sets as own_sets
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets, remove_set
from engine.errors import DataError
from engine.folders import home_folder
from tests.engine.data.npz_bytes import DAMAGED, npz
from tests.engine.data.own_images import sample


def test_what_a_killed_program_left_half_brought_in_is_no_set(tmp_path: Path) -> None:
    np.savez(tmp_path / "same.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "same.npz")
    folder = home_folder() / own_sets.FOLDER
    shutil.copytree(folder / "same", folder / ".netsketch-0123.tmp")
    assert [own.name for own in imported_sets()] == ["same"]
    remove_set("same")
    assert [path.name for path in folder.iterdir() if "0123" not in path.name] == [".lock"]


def test_a_damaged_set_is_listed_and_explained(tmp_path: Path, isolated_home: Path) -> None:
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    path = next(isolated_home.rglob("images.npz"))
    path.write_bytes(path.read_bytes()[:200])
    assert [own.name for own in imported_sets()] == ["d"]
    with pytest.raises(DataError, match="missing or damaged"):
        datasets.load("d")


@pytest.mark.parametrize("damage", [*DAMAGED, "no zip", "nothing"])
@pytest.mark.parametrize("part", ["images", "classes", "title"])
def test_no_damage_of_one_set_hides_the_others(
    tmp_path: Path, isolated_home: Path, damage: str, part: str
) -> None:
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    whole = next(isolated_home.rglob("images.npz"))
    broken = whole.parents[1] / "broken" / whole.name
    broken.parent.mkdir()
    with np.load(whole) as arrays:
        broken.write_bytes(npz({**arrays, part: DAMAGED.get(damage, b"")}))
    if damage not in DAMAGED:
        broken.write_bytes(b"" if damage == "nothing" else b"PK\x03\x04 and no more")
    assert [(own.name, own.is_damaged) for own in imported_sets()] == [("broken", True), ("d", False)]
    info = datasets.info_of("broken")
    assert info is not None
    assert "damaged" in info.description
    with pytest.raises(DataError, match="missing or damaged"):
        datasets.load("broken")
    assert len(datasets.load("d", part="all")) == 12
    remove_set("broken")
    assert [own.name for own in imported_sets()] == ["d"]


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("labels", np.full(12, 99)),
        ("labels", np.full(11, 0)),
        ("test", np.zeros(12)),
        ("test", np.zeros((12, 1), bool)),
        ("same", np.full(12, 12)),
        ("same", np.full(12, -1)),
        ("images", np.zeros((12, 30, 28), np.uint8)),
        ("images", np.zeros((12, 28, 28))),
        ("classes", np.array(["a", "a"])),
        ("classes", np.array(["a"])),
        ("classes", np.array([1, 2])),
        ("classes", np.array([f"{number}" for number in range(10_001)])),
    ],
)
def test_arrays_that_contradict_each_other(
    tmp_path: Path, isolated_home: Path, part: str, wrong: NDArray[Any]
) -> None:
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    path = next(isolated_home.rglob("images.npz"))
    with np.load(path) as arrays:
        changed = {**arrays, part: wrong}
    path.write_bytes(npz(changed))
    with pytest.raises(DataError, match="missing or damaged"):
        datasets.load("d")


def test_a_fault_of_our_own_shows(
    tmp_path: Path, isolated_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    monkeypatch.delattr("engine.data.imported_sets.SIZE")
    with pytest.raises(NameError):
        datasets.load("d")
