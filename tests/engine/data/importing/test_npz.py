"""NPZ files: arrays of any usual shape and type, in parts, and nothing that runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import datasets
from engine.data.exporting.registry import format_named
from engine.data.import_set import import_set
from engine.errors import DataError
from tests.engine.data.npz_bytes import DAMAGED, npz
from tests.engine.data.own_images import sample


@pytest.mark.parametrize("form", ["bytes", "floats", "flat", "channel first", "colour", "words"])
def test_npz(tmp_path: Path, form: str) -> None:
    data = sample()
    images, labels = data.images, data.labels
    arrays = {
        "bytes": {"images": images, "labels": labels, "classes": np.array(["1", "7"])},
        "floats": {"x": images / 255, "y": labels.astype(float)},
        "flat": {"data": images.reshape(12, -1), "target": labels},
        "channel first": {"images": images[:, None], "labels": labels},
        "colour": {"images": np.repeat(images[..., None], 3, 3), "labels": labels},
        "words": {"images": images, "labels": np.array(["1", "7"])[labels]},
    }[form]
    np.savez(tmp_path / "a.npz", **arrays)
    import_set(tmp_path / "a.npz")
    whole = datasets.load("a", part="all")
    assert len(whole) == 12
    if form != "colour":
        assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in images}
    if form in ("bytes", "words"):
        assert [whole.classes[label] for label in np.unique(whole.labels)] == ["1", "7"]


def test_npz_in_parts(tmp_path: Path) -> None:
    data = sample()
    np.savez(
        tmp_path / "k.npz",
        x_train=data.images[:8],
        y_train=data.labels[:8],
        x_test=data.images[8:],
        y_test=data.labels[8:],
    )
    import_set(tmp_path / "k.npz")
    assert len(datasets.load("k")) == 8
    assert len(datasets.load("k", part="test")) == 4


@pytest.mark.parametrize("kind", [bool, np.uint8, float])
def test_images_to_test_by_are_those_that_the_file_says(tmp_path: Path, kind: type) -> None:
    data, tests = sample(), np.arange(12) % 3 == 0
    np.savez(tmp_path / "k.npz", images=data.images, labels=data.labels, is_test=tests.astype(kind))
    import_set(tmp_path / "k.npz")
    found = {image.tobytes() for image in datasets.load("k", part="test").images}
    assert found == {image.tobytes() for image in data.images[tests]}


def test_our_own_file_comes_back_as_it_was(tmp_path: Path) -> None:
    data = sample()
    np.savez(
        tmp_path / "k.npz",
        x=data.images[:9],
        y=data.labels[:9],
        x_test=data.images[9:],
        y_test=data.labels[9:],
    )
    import_set(tmp_path / "k.npz")
    whole = datasets.load("k", part="all")
    format_named("npz").write(whole, tmp_path / "again.npz", None, None)
    import_set(tmp_path / "again.npz")
    again = datasets.load("again", part="all")
    assert again.test_count == whole.test_count == 3
    np.testing.assert_array_equal(again.images, whole.images)
    np.testing.assert_array_equal(again.labels, whole.labels)


@pytest.mark.parametrize(
    "told",
    [
        np.zeros(11),
        np.full(12, 2),
        np.full(12, np.nan),
        np.zeros((12, 2)),
        np.array(["no"] * 12),
        np.array(1),
    ],
    ids=["too few", "two", "no number", "two each", "words", "one for all"],
)
def test_what_does_not_say_which_are_to_test_by_is_refused(tmp_path: Path, told: np.ndarray) -> None:
    np.savez(tmp_path / "k.npz", images=sample().images, labels=sample().labels, is_test=told)
    with pytest.raises(DataError, match="“is_test” in it does not say"):
        import_set(tmp_path / "k.npz")


def test_objects_in_npz_are_never_unpickled(tmp_path: Path) -> None:
    bad = np.array([{"a": 1}, None], dtype=object)
    np.savez(tmp_path / "evil.npz", images=bad, labels=bad)
    with pytest.raises(DataError, match="Python objects"):
        import_set(tmp_path / "evil.npz")


@pytest.mark.parametrize("damage", DAMAGED)
def test_an_array_nobody_needs_may_be_damaged(tmp_path: Path, damage: str) -> None:
    arrays = {"images": sample().images, "labels": sample().labels}
    (tmp_path / "a.npz").write_bytes(npz({**arrays, "beside": DAMAGED[damage]}))
    report = import_set(tmp_path / "a.npz")
    assert report.count == 12
    assert [each.name for each in report.rejected] in (["beside"], [])  # no plain values are nobody's fault
    for part in arrays:
        (tmp_path / "b.npz").write_bytes(npz({**arrays, part: DAMAGED[damage]}))
        with pytest.raises(DataError, match=r"is damaged|instead of a plain array"):
            import_set(tmp_path / "b.npz")


def test_more_images_than_its_size_makes_believable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.packed.LEAST_IMAGES", 500)
    images, labels = np.zeros((600, 8, 8), np.uint8), np.arange(600) % 2
    np.savez_compressed(tmp_path / "a.npz", images=images, labels=labels)
    with pytest.raises(DataError, match="600 images, which is far too many"):
        import_set(tmp_path / "a.npz")


@pytest.mark.parametrize("shape", [(2, 20, 30), (2, 625), (20, 30, 2), (2, 1, 20, 30), (2, 3, 20, 30)])
def test_images_far_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: tuple[int, ...]
) -> None:
    monkeypatch.setattr("engine.data.importing.arrays.MAX_PIXELS", 599)
    np.savez(tmp_path / "a.npz", images=np.zeros(shape), labels=np.arange(2))
    with pytest.raises(DataError, match="Each of its images has more than"):
        import_set(tmp_path / "a.npz")


@pytest.mark.parametrize("label", ["9" * 5000, "\u0668"])
def test_numbers_of_classes_that_are_none(tmp_path: Path, label: str) -> None:
    arrays = {"images": sample().images, "labels": np.array(["0"] * 11 + [label]), "classes": np.array("ab")}
    (tmp_path / "a.npz").write_bytes(npz(arrays))
    with pytest.raises(DataError, match=r"A label in it names no class"):
        import_set(tmp_path / "a.npz")


def test_far_too_many_classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.labels.MOST_CLASSES", 11)
    arrays = {"images": sample().images, "labels": np.arange(12)}
    (tmp_path / "a.npz").write_bytes(npz(arrays))
    with pytest.raises(DataError, match="12 classes, and a data set has 11 at most"):
        import_set(tmp_path / "a.npz")
    (tmp_path / "b.npz").write_bytes(npz({**arrays, "classes": np.array(list("abcdefghijkl"))}))
    with pytest.raises(DataError, match="12 classes, and a data set has 11 at most"):
        import_set(tmp_path / "b.npz")
