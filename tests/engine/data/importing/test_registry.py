"""Who reads what, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.data.importing.registry import find_images, is_image_source
from engine.errors import DataError


@pytest.mark.parametrize(
    "name", ["missing.npz", "text.doc", "empty", "torn.npz", "short-images-idx3-ubyte", "b.csv"]
)
def test_what_is_no_images(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.doc").write_text("text")
    (tmp_path / "torn.npz").write_bytes(b"PK\x03\x04 torn")
    (tmp_path / "short-images-idx3-ubyte").write_bytes(b"\0\0\x08")
    (tmp_path / "short-labels-idx1-ubyte").write_bytes(b"\0\0\x08")
    (tmp_path / "b.csv").write_bytes(b"\0\xff,\n\n")
    with pytest.raises(DataError):
        import_set(tmp_path / name)
    assert imported_sets() == ()


def test_what_may_be_dropped(tmp_path: Path) -> None:
    assert is_image_source(tmp_path)
    for name in ("a.csv", "a.NPZ", "train-images-idx3-ubyte", "train-images.idx3-ubyte.gz"):
        assert is_image_source(Path(name))
    for name in ("a.png", "model.safetensors", "x.json", "idx.txt"):
        assert not is_image_source(Path(name))
    with pytest.raises(DataError, match="no such file"):
        find_images(tmp_path / "nothing")
