"""CIFAR-10: records become pictures in colour, wherever its archive or its files lie."""

from __future__ import annotations

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.sources import cifar10
from engine.data.sources.cifar10 import records
from engine.errors import Cancelled, DataError
from tests.engine.data.sources.archives import colour_source, colours, record_files, tarred


@pytest.fixture(autouse=True)
def no_folder_of_data_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETSKETCH_DATA", raising=False)


def expected() -> np.ndarray:
    return np.concatenate([colours(number)[0] for number in range(5)])


def test_records_are_a_label_and_three_planes() -> None:
    record = bytes([3]) + bytes([10] * 1024) + bytes([20] * 1024) + bytes([30] * 1023 + [31])
    images, labels = records(record + record, "x.bin")
    assert images.shape == (2, 32, 32, 3)
    assert images[0, 0, 0].tolist() == [10, 20, 30]
    assert images[1, 31, 31].tolist() == [10, 20, 31]
    assert labels.tolist() == [3, 3]


@pytest.mark.parametrize("content", [b"", bytes(3072), bytes(3074)])
def test_records_that_are_not_whole_are_refused(content: bytes) -> None:
    with pytest.raises(DataError, match="damaged"):
        records(content, "x.bin")


def test_archive_in_the_given_folder_is_read_where_it_lies(tmp_path, monkeypatch, isolated_home) -> None:
    archive = tarred(record_files())
    (tmp_path / "cifar10").mkdir()
    (tmp_path / "cifar10" / cifar10.ARCHIVE.name).write_bytes(archive)
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    source = colour_source(archive)
    assert source.key(DataConfig()) is not None
    train, test = source.parts(DataConfig())
    assert np.array_equal(train.images, expected())
    assert np.array_equal(test.images, colours(5)[0])
    assert train.image_shape == (3, 32, 32)
    assert train.classes[3] == "cat"
    assert [path.name for path in (tmp_path / "cifar10").iterdir()] == [cifar10.ARCHIVE.name]
    assert not (isolated_home / "datasets").exists()


@pytest.mark.parametrize("inner", ["", "cifar-10-batches-bin"])
def test_files_that_were_unpacked_by_hand_are_read(isolated_home, inner: str) -> None:
    folder = isolated_home / "datasets" / "cifar10" / inner
    folder.mkdir(parents=True)
    for name, content in record_files().items():
        (folder / name).write_bytes(content)
    train, _ = colour_source(b"none").parts(DataConfig())
    assert np.array_equal(train.images, expected())


def test_what_is_missing_of_unpacked_files_comes_from_the_archive(isolated_home) -> None:
    archive = tarred(record_files())
    folder = isolated_home / "datasets" / "cifar10"
    folder.mkdir(parents=True)
    (folder / cifar10.ARCHIVE.name).write_bytes(archive)
    (folder / "data_batch_2.bin").write_bytes(record_files()["data_batch_2.bin"][:-1] + b"x")
    source = colour_source(archive)
    assert source.key(DataConfig()) is not None
    train, _ = source.parts(DataConfig())
    assert np.array_equal(train.images, expected())


def test_archive_is_fetched_once_and_kept(servers, isolated_home) -> None:
    archive = tarred(record_files())
    servers.archives[cifar10.ARCHIVE.name] = archive
    source = colour_source(archive, servers.dead_mirror(), *map(servers.mirror, ("truncated", "good")))
    assert source.key(DataConfig()) is None
    train, _ = source.parts(DataConfig())
    assert np.array_equal(train.images, expected())
    assert (isolated_home / "datasets" / "cifar10" / cifar10.ARCHIVE.name).read_bytes() == archive
    servers.requests.clear()
    assert len(source.parts(DataConfig())[1]) == 4
    assert servers.requests == []


def test_damaged_archive_is_fetched_anew(servers, isolated_home) -> None:
    archive = servers.archives[cifar10.ARCHIVE.name] = tarred(record_files())
    folder = isolated_home / "datasets" / "cifar10"
    folder.mkdir(parents=True)
    middle = len(archive) // 2
    (folder / cifar10.ARCHIVE.name).write_bytes(archive[:middle] + bytes(99) + archive[middle + 99 :])
    train, _ = colour_source(archive, servers.mirror("good")).parts(DataConfig())
    assert np.array_equal(train.images, expected())
    assert (folder / cifar10.ARCHIVE.name).read_bytes() == archive


def test_reading_can_be_cancelled_between_files(isolated_home) -> None:
    archive = tarred(record_files())
    folder = isolated_home / "datasets" / "cifar10"
    folder.mkdir(parents=True)
    (folder / cifar10.ARCHIVE.name).write_bytes(archive)
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) == 9  # six times before each file that does not lie there, then in the archive

    with pytest.raises(Cancelled):
        colour_source(archive).parts(DataConfig(), None, cancelled)


def test_no_mirror_has_it(servers, isolated_home) -> None:
    servers.archives[cifar10.ARCHIVE.name] = tarred(record_files())
    source = colour_source(tarred({}), *map(servers.mirror, ("missing", "good", "truncated")))
    with pytest.raises(DataError, match="CIFAR-10 could not be downloaded") as caught:
        source.parts(DataConfig())
    assert cifar10.ARCHIVE.name in caught.value.remedy
    assert list((isolated_home / "datasets" / "cifar10").iterdir()) == []


def test_the_real_one_is_complete() -> None:
    files = cifar10.SOURCE.files
    assert [file.size for file in files.files] == [30_730_000] * 6
    assert all(len(bytes.fromhex(file.sha256)) == 32 for file in files.files)
    assert len({file.sha256 for file in files.files}) == 6
    assert len(bytes.fromhex(cifar10.ARCHIVE.sha256)) == 32
    assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in cifar10.ARCHIVE.mirrors)
    assert len(cifar10.SOURCE.classes) == 10
