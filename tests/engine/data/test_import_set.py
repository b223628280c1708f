"""Images that people bring in become a data set: divided, named, kept whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data import datasets, ink
from engine.data import import_set as module
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets, remove_set
from engine.data.importing.preparation import Preparation
from engine.errors import Cancelled, DataError
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
    pack = module._content

    def pack_while_another_is_faster(gathered: Any, title: str) -> bytes:
        monkeypatch.setattr(module, "_content", pack)
        assert import_set(tmp_path / "same.npz").name == "same"
        return pack(gathered, title)

    monkeypatch.setattr(module, "_content", pack_while_another_is_faster)
    if name:
        with pytest.raises(DataError, match="a data set “same” already"):
            import_set(tmp_path / "same.npz", name=name)
    else:
        assert import_set(tmp_path / "same.npz").title == "same 2"
    assert [own.title for own in imported_sets()] == ["same", "same 2"][: 1 if name else 2]


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


def test_plain_pictures_are_kept_so_that_they_are_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.packed.LEAST_BYTES", 0)
    monkeypatch.setattr("engine.packed.MOST_TIMES", 2)
    np.savez(tmp_path / "d.npz", images=sample().images, labels=sample().labels)
    import_set(tmp_path / "d.npz")
    assert len(datasets.load("d", part="all")) == 12
