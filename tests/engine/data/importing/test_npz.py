"""NPZ files: arrays of any usual shape and type, in parts, and nothing that runs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import datasets
from engine.data.imported_sets import import_set
from engine.errors import DataError
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


def test_objects_in_npz_are_never_unpickled(tmp_path: Path) -> None:
    bad = np.array([{"a": 1}, None], dtype=object)
    np.savez(tmp_path / "evil.npz", images=bad, labels=bad)
    with pytest.raises(DataError, match="Python objects"):
        import_set(tmp_path / "evil.npz")
