"""The published data sets: their files are named in full, and what is in them belongs together."""

from __future__ import annotations

import pytest

from engine.config import DataConfig
from engine.data.datasets import is_available, load, load_split
from engine.data.sources import fashion_mnist, mnist, registry
from engine.errors import DataError


def test_images_and_labels_that_do_not_belong_together(tiny, monkeypatch, tmp_path) -> None:
    swapped = type(tiny)(dict(zip(tiny.contents, [*tiny.contents.values()][::-1], strict=True)), {})
    monkeypatch.setattr(registry, "SOURCES", [swapped.data_set()])
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    swapped.write(tmp_path / "tiny")
    with pytest.raises(DataError, match="dimensions"):
        load("tiny")


def test_published_sets_are_complete() -> None:
    sources = (mnist.SOURCE, fashion_mnist.SOURCE)
    for images in sources:
        files = images.files
        assert [file.size for file in files.files] == [47_040_016, 60_008, 7_840_016, 10_008]
        assert all(len(bytes.fromhex(file.sha256)) == 32 for file in files.files)
        assert len(files.mirrors) >= 3
        assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in files.mirrors)
        assert len(images.classes) == 10
    assert len({file.sha256 for images in sources for file in images.files.files}) == 8


@pytest.mark.mnist
def test_real_mnist() -> None:
    assert is_available("mnist")
    parts = load_split(DataConfig(dataset="mnist"))
    assert (len(parts.train), len(parts.validation), len(parts.test)) == (54_000, 6_000, 10_000)
    train = load("mnist")
    assert train.images.shape == (60_000, 28, 28)
    assert train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert train.class_counts().sum() == 60_000
    assert train.images.mean() / 255 == pytest.approx(0.1307, abs=1e-4)
    assert load("mnist", part="test").labels[:5].tolist() == [7, 2, 1, 0, 4]
