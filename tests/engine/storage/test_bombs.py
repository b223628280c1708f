"""What is small on the disk and unpacks to far more is refused, in every form that is opened; each limit counts."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from engine.config import Experiment
from engine.data.idx import unpack, write_idx
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.errors import DataError, ModelFileError
from engine.storage import model_file, model_header
from tests.engine.data.own_images import sample

LARGE = 8 << 20  # bytes


def test_an_npz_that_does_not_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    np.savez_compressed(
        tmp_path / "a.npz", images=np.zeros((LARGE // 784, 28, 28), np.uint8), labels=np.zeros(9)
    )
    assert (tmp_path / "a.npz").stat().st_size < 1 << 20
    monkeypatch.setattr("engine.data.importing.npz.available_memory", lambda: 1 << 20)
    with pytest.raises(DataError, match="does not fit into memory"):
        import_set(tmp_path / "a.npz")


def test_a_packed_idx_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.zeros((LARGE // 784, 28, 28), np.uint8)
    (tmp_path / "a-images-idx3-ubyte.gz").write_bytes(write_idx(images, packed=True))
    (tmp_path / "a-labels-idx1-ubyte").write_bytes(write_idx(np.zeros(len(images), np.uint8)))
    monkeypatch.setattr("engine.data.importing.idx_pair.MAX_FILE", 1 << 20)
    with pytest.raises(DataError, match="larger than the 1,048,576 bytes"):
        import_set(tmp_path)
    assert imported_sets() == ()


def test_a_plain_idx_file_is_too_large_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = np.zeros((LARGE // 784, 28, 28), np.uint8)
    (tmp_path / "a-images-idx3-ubyte").write_bytes(write_idx(images))
    (tmp_path / "a-labels-idx1-ubyte").write_bytes(write_idx(np.zeros(len(images), np.uint8)))
    monkeypatch.setattr("engine.data.importing.idx_pair.MAX_FILE", 1 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="It is too large"):
            import_set(tmp_path)
        assert tracemalloc.get_traced_memory()[1] < LARGE
    finally:
        tracemalloc.stop()


def test_gzip_in_many_pieces() -> None:
    piece = gzip.compress(bytes(1 << 16), mtime=0)
    assert len(unpack(piece * 4, limit=1 << 18)) == 1 << 18
    with pytest.raises(DataError, match="larger than"):
        unpack(piece * 5, limit=1 << 18)


def test_a_header_of_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.models.build import build

    experiment = Experiment().with_(**{"network.hidden": "4"})
    model = build(experiment.network, image_shape=(1, 28, 28), classes=2)
    path = tmp_path / "a.safetensors"
    model_file.save(
        path,
        experiment=experiment,
        classes=sample().classes,
        state=model.state_dict(),
        image_shape=(1, 28, 28),
    )
    model_file.load(path)
    length = int.from_bytes(path.read_bytes()[:8], "little")
    monkeypatch.setattr(model_header, "HEADER_LIMIT", length - 1)
    with pytest.raises(ModelFileError, match="not a model"):
        model_file.load(path)
