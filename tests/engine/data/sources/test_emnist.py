"""EMNIST: its images stand upright, its labels begin at 0, and two data sets share one archive."""

from __future__ import annotations

import gzip

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.ink.picture import normalize_image
from engine.data.ink.steps import InkSteps
from engine.data.sources import emnist
from engine.errors import DataError
from tests.engine.data.sources.archives import idx_files, letter_source, letters, zipped


@pytest.fixture(autouse=True)
def no_folder_of_data_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NETSKETCH_DATA", raising=False)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The given folder of EMNIST."""
    monkeypatch.setenv("NETSKETCH_DATA", str(tmp_path))
    place = tmp_path / "emnist"
    place.mkdir()
    return place


def test_both_are_read_from_one_archive(folder) -> None:
    archive = zipped(idx_files() | idx_files(emnist.BALANCED))
    (folder / "gzip.zip").write_bytes(archive)
    train, test = letter_source(archive).parts(DataConfig())
    images, _ = letters()
    assert np.array_equal(train.images, images)  # upright again
    assert train.labels.tolist() == list(range(26))
    assert train.classes[0] == "A"
    assert len(test) == 26
    balanced, _ = letter_source(archive, like=emnist.BALANCED).parts(DataConfig())
    assert len(balanced.classes) == len(set(balanced.classes)) == 47
    assert [balanced.classes[index] for index in (0, 10, 35, 36, 46)] == ["0", "A", "Z", "a", "t"]
    assert [path.name for path in folder.iterdir()] == ["gzip.zip"]


@pytest.mark.parametrize("inner", ["", "gzip"])
@pytest.mark.parametrize("packed", [True, False])
def test_files_that_were_unpacked_by_hand_are_read(folder, inner: str, packed: bool) -> None:
    (folder / inner).mkdir(exist_ok=True)
    for name, content in idx_files().items():
        path = folder / inner / (name if packed else name.removesuffix(".gz"))
        path.write_bytes(content if packed else gzip.decompress(content))
    train, _ = letter_source(b"none").parts(DataConfig())
    assert np.array_equal(train.images, letters()[0])


@pytest.mark.parametrize("damage", ["repacked", "longer", "cut"])
def test_damaged_file_is_not_believed(folder, damage: str) -> None:
    files = idx_files()
    name = "emnist-letters-train-images-idx3-ubyte.gz"
    plain = gzip.decompress(files[name])
    contents = {
        "repacked": (name, gzip.compress(plain[:-1] + b"x", mtime=0)),
        "longer": (name.removesuffix(".gz"), plain + b"x"),
        "cut": (name, files[name][:-1]),
    }
    del files[name]
    for other, content in (*files.items(), contents[damage]):
        (folder / other).write_bytes(content)
    with pytest.raises(DataError, match="EMNIST letters"):
        letter_source(b"none").parts(DataConfig())


def test_labels_beyond_the_classes_are_refused(folder) -> None:
    files = idx_files()
    for name, content in files.items():
        plain = gzip.decompress(content)
        if "train-labels" in name:
            plain = plain[:-1] + bytes([27])
        (folder / name.removesuffix(".gz")).write_bytes(plain)
    with pytest.raises(DataError, match="names no class"):
        letter_source(b"none").parts(DataConfig())


def test_file_that_is_not_in_the_archive_is_told(servers, isolated_home) -> None:
    files = idx_files()
    del files["emnist-letters-test-labels-idx1-ubyte.gz"]
    archive = servers.archives["gzip.zip"] = zipped(files)
    with pytest.raises(DataError, match=r"gzip\.zip") as caught:
        letter_source(archive, servers.mirror("good")).parts(DataConfig())
    assert "emnist-letters-test-labels-idx1-ubyte" in caught.value.cause


def test_archive_is_fetched_for_both(servers, isolated_home) -> None:
    archive = servers.archives["gzip.zip"] = zipped(idx_files() | idx_files(emnist.BALANCED))
    mirror = servers.mirror("good")
    assert len(letter_source(archive, mirror).parts(DataConfig())[0]) == 26
    assert len(letter_source(archive, mirror, like=emnist.BALANCED).parts(DataConfig())[0]) == 47
    assert len(servers.requests) == 1
    assert [path.name for path in (isolated_home / "datasets" / "emnist").iterdir()] == ["gzip.zip"]


def test_the_real_ones_are_complete() -> None:
    sources = (emnist.LETTERS, emnist.BALANCED)
    assert [file.size for file in emnist.LETTERS.files.files] == [
        16 + 784 * 124_800, 8 + 124_800, 16 + 784 * 20_800, 8 + 20_800,
    ]  # fmt: skip
    sums = [file.packed_sha256 for source in sources for file in source.files.files]
    assert len(set(sums)) == 8
    assert all(len(bytes.fromhex(each)) == 32 for each in sums)
    assert all(source.files.folder == "emnist" for source in sources)
    assert [len(source.classes) for source in sources] == [26, 47]


def test_what_the_pad_does_otherwise_is_said_and_its_switch_comes_nearer() -> None:
    """An L has its mass beside the middle of its box: with the switch off the box is in the middle."""
    letter = np.zeros((60, 60), np.uint8)
    letter[10:50, 15:19] = letter[46:50, 15:40] = 255
    found = normalize_image(255 - letter, steps=InkSteps(mass_centre=False))
    rows, columns = (np.flatnonzero(found.any(axis=axis)) for axis in (1, 0))
    assert abs(rows[0] + rows[-1] - 27) <= 1
    assert abs(columns[0] + columns[-1] - 27) <= 1
    for source in (emnist.LETTERS, emnist.BALANCED):
        assert "its switch Centre off" in source.info.description
