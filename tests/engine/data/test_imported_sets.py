"""The data sets that people bring in: kept, named, listed, divided, removed, and explained when damaged."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.config import DataConfig
from engine.data import datasets, ink
from engine.data import imported_sets as own_sets
from engine.data.imported_sets import import_set, imported_sets, remove_set
from engine.data.importing.preparation import Preparation
from engine.errors import Cancelled, DataError
from engine.folders import home_folder
from tests.engine.data.npz_bytes import DAMAGED, npz
from tests.engine.data.own_images import folder_of, sample


def test_a_folder_with_a_folder_a_class(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "My signs", {"stop": 6, "go & look": 6})
    report = import_set(root)
    assert (report.name, report.title, report.count) == ("my-signs", "My signs", 12)
    assert report.classes == ("go & look", "stop")
    assert report.preparation is Preparation.INK
    assert report.rejected == ()
    assert datasets.is_available("my-signs")
    info = next(info for info in datasets.names() if info.name == "my-signs")
    assert info.title == "My signs"
    parts = datasets.load_split(DataConfig(dataset="my-signs", validation_share=0.2))
    assert [len(part) for part in (parts.train, parts.validation, parts.test)] == [8, 2, 2]
    assert parts.test.class_counts().tolist() == [1, 1]
    whole = datasets.load("my-signs", part="all")
    assert whole.images.shape == (12, 28, 28)
    middle = ink.centre_of_mass(whole.images)
    assert np.abs(middle - 14).max() < 1.5


def test_one_class_is_no_data_set(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="one class only"):
        import_set(folder_of(tmp_path / "one", {"a": 3}))


@pytest.mark.parametrize("name", ["", "same"])
def test_two_of_one_name_at_once_are_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Another window brings one in while this one has looked at its own and packs it."""
    np.savez(tmp_path / "same.npz", images=sample().images, labels=sample().labels)
    pack = own_sets._content

    def pack_while_another_is_faster(gathered: Any, title: str) -> bytes:
        monkeypatch.setattr(own_sets, "_content", pack)
        assert import_set(tmp_path / "same.npz").name == "same"
        return pack(gathered, title)

    monkeypatch.setattr(own_sets, "_content", pack_while_another_is_faster)
    if name:
        with pytest.raises(DataError, match="a data set “same” already"):
            import_set(tmp_path / "same.npz", name=name)
    else:
        assert import_set(tmp_path / "same.npz").title == "same 2"
    assert [own.title for own in imported_sets()] == ["same", "same 2"][: 1 if name else 2]


def test_what_a_killed_program_left_half_brought_in_is_no_set(tmp_path: Path) -> None:
    np.savez(tmp_path / "same.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "same.npz")
    folder = home_folder() / own_sets.FOLDER
    shutil.copytree(folder / "same", folder / ".netsketch-0123.tmp")
    assert [own.name for own in imported_sets()] == ["same"]
    remove_set("same")
    assert [path.name for path in folder.iterdir() if "0123" not in path.name] == [".lock"]


def test_names(tmp_path: Path) -> None:
    np.savez(tmp_path / "mnist.npz", images=sample().images, labels=sample().labels)
    taken = {info.name for info in datasets.names()}
    assert import_set(tmp_path / "mnist.npz", taken=taken).name == "mnist-2"
    assert import_set(tmp_path / "mnist.npz", taken=taken).name == "mnist-3"
    with pytest.raises(DataError, match="a data set “mnist” already"):
        import_set(tmp_path / "mnist.npz", name="MNIST", taken=taken)
    assert import_set(tmp_path / "mnist.npz", name="Ωmega / 1").name == "mega-1"
    assert [own.name for own in imported_sets()] == ["mega-1", "mnist-2", "mnist-3"]
    assert [own.title for own in imported_sets()] == ["Ωmega / 1", "mnist 2", "mnist 3"]
    remove_set("mega-1")
    assert not datasets.is_available("mega-1")
    with pytest.raises(DataError):
        remove_set("../my-digits")


def test_cancelled_imports_leave_nothing(tmp_path: Path) -> None:
    root = folder_of(tmp_path / "c", {"a": 3, "b": 3})
    with pytest.raises(Cancelled):
        import_set(root, cancelled=lambda: True)
    assert imported_sets() == ()


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


def test_plain_pictures_are_kept_so_that_they_are_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.packed.LEAST_BYTES", 0)
    monkeypatch.setattr("engine.packed.MOST_TIMES", 2)
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    assert len(datasets.load("d", part="all")) == 12
