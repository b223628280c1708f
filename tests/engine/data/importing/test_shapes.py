"""Folders and zips as they circulate: what lies about in them, and what becomes of it."""

from __future__ import annotations

import gzip
import os
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.data import datasets
from engine.data.idx import write_idx
from engine.data.import_set import ImportReport, import_set
from engine.data.importing.layout import parts_of
from engine.errors import DataError
from tests.engine.data.own_images import sample


def picture(path: Path, hand: int) -> Path:
    """A small white-on-black picture, another one for each hand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = np.zeros((28, 28), np.uint8)
    image[6:22, 6:22] = np.random.default_rng(hand).integers(0, 256, (16, 16))
    Image.fromarray(image).save(path)
    return path


def pictures(root: Path, *classes: str, count: int = 3, start: int = 0) -> Path:
    for place, label in enumerate(classes):
        for number in range(count):
            picture(root / label / f"{number}.png", start + 1000 * place + number)
    return root


def divided(root: Path, train: str = "train", test: str = "test") -> Path:
    pictures(root / train, "0", "1", count=4)
    pictures(root / test, "0", "1", count=2, start=500)
    return root


def idx(folder: Path, start: str, data: Any, *, join: str = "-", packed: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    end = ".gz" if packed else ""
    labels = data.labels.astype(np.uint8)
    (folder / f"{start}-images{join}idx3-ubyte{end}").write_bytes(write_idx(data.images, packed=packed))
    (folder / f"{start}-labels{join}idx1-ubyte{end}").write_bytes(write_idx(labels, packed=packed))


def touch(path: Path, content: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def mac(root: Path) -> Path:
    divided(root)
    for each in [*root.rglob("*.png")]:
        fork = root / "__MACOSX" / each.relative_to(root)
        touch(fork.with_name("._" + each.name), b"\0\5\x16\7")
        touch(each.with_name("._" + each.name), b"\0\5\x16\7")
    touch(root / "train" / ".DS_Store")
    return root


def windows(root: Path) -> Path:
    for name in ("Thumbs.db", "train/0/Thumbs.db", "train/0/desktop.ini", "test/1/desktop.ini"):
        touch(divided(root) / name)
    return root


def with_docs(root: Path) -> Path:
    picture(divided(root) / "docs" / "figures" / "curve.png", 7)
    touch(root / "README.md")
    touch(root / "LICENSE")
    touch(root / ".git" / "config")
    return root


def wrapped(root: Path) -> Path:
    divided(root / "archive" / "dataset-master")
    touch(root / "README.md")
    return root


def wrapped_beside_docs(root: Path) -> Path:
    divided(root / "dataset-master" / "data")
    picture(root / "dataset-master" / "paper" / "figure.png", 6)
    picture(root / "dataset-master" / "docs" / "figure.png", 7)
    return root


def classes_beside_docs(root: Path) -> Path:
    pictures(root / "dataset", "0", "1")
    picture(root / "docs" / "figure.png", 7)
    return root


def deeper_parts(root: Path) -> Path:
    pictures(root / "train" / "images", "0", "1", count=4)
    pictures(root / "test" / "images", "0", "1", count=2, start=500)
    touch(root / "train" / "labels.txt")
    return root


def with_empty_class(root: Path) -> Path:
    (divided(root) / "train" / "2").mkdir()
    return root


def without_test_of_one(root: Path) -> Path:
    pictures(divided(root) / "train", "2", start=900)
    return root


def with_flat_test(root: Path) -> Path:
    pictures(root / "train", "cat", "dog", count=6)
    for number in range(4):
        picture(root / "test" / f"{number}.png", 800 + number)
    return root


def vehicles(root: Path) -> Path:
    return pictures(root, "car", "test", "train")


def classes_divided(root: Path) -> Path:
    for place, label in enumerate("01"):
        pictures(root / label, "train", count=4, start=100 * place)
        pictures(root / label, "Test", count=2, start=100 * place + 50)
    return root


def idx_in_folders_named_like_them(root: Path) -> Path:
    for start, data in (("train", sample(20)), ("t10k", sample(4, seed="other"))):
        idx(root, start, data, join=".")
        for kind, number in (("images", "3"), ("labels", "1")):
            name = f"{start}-{kind}-idx{number}-ubyte"
            touch(root / name / name, (root / f"{start}-{kind}.idx{number}-ubyte").read_bytes())
    return root


def idx_only_in_such_folders(root: Path) -> Path:
    for file in list(idx_in_folders_named_like_them(root).iterdir()):
        if file.is_file():
            file.unlink()
    return root


def idx_beside_their_gz(root: Path) -> Path:
    for start, data in (("train", sample(20)), ("t10k", sample(4, seed="other"))):
        idx(root / "MNIST" / "raw", start, data)
        idx(root / "MNIST" / "raw", start, data, packed=True)
    touch(root / "MNIST" / "notes.txt")
    return root


def idx_apart(root: Path) -> Path:
    for start, data in (("train", sample(20)), ("t10k", sample(4, seed="other"))):
        idx(root, start, data, join=".", packed=True)
        for kind, word in (("images", "3"), ("labels", "1")):
            file = root / f"{start}-{kind}.idx{word}-ubyte.gz"
            (root / kind).mkdir(exist_ok=True)
            file.rename(root / kind / file.name)
    return root


def tables(root: Path) -> Path:
    root.mkdir(parents=True)
    for start, data in (("mnist_train", sample(20)), ("mnist_test", sample(4, seed="other"))):
        rows = np.column_stack([data.labels, data.images.reshape(len(data.labels), -1)])
        header = ",".join(["label", *(f"pixel{n}" for n in range(784))])
        np.savetxt(root / f"{start}.csv", rows, fmt="%d", delimiter=",", header=header, comments="")
    touch(root / "__MACOSX" / "._mnist_train.csv")
    return root


def uci(root: Path) -> Path:
    for start, end in (("mnist_train", "tra"), ("mnist_test", "tes")):
        (root if root.exists() else tables(root)).joinpath(f"{start}.csv").rename(root / f"optdigits.{end}")
    return root


def packed_beside(root: Path) -> Path:
    for name in ("mnist_train.csv", "mnist_test.csv"):
        content = (root if root.exists() else tables(root)).joinpath(name).read_bytes()
        touch(root / f"{name}.gz", gzip.compress(content))
    touch(root / "mnist_train copy.csv", (root / "mnist_train.csv").read_bytes())
    return root


def with_flat_parts(root: Path) -> Path:
    """As pictures of scenes circulate: parts in folders of their own name, and pictures without classes beside."""
    divided(root, "seg_train/seg_train", "seg_test/seg_test")
    for number in range(3):
        picture(root / "seg_pred" / "seg_pred" / f"{number}.png", 900 + number)
    return root


def in_two_spellings(root: Path) -> Path:
    pictures(root / "train", "Cat", "Dog", count=4)
    pictures(root / "test", "cat", "dog", count=2, start=500)
    return root


def with_flat_test_in_capitals(root: Path) -> Path:
    """As digits circulate: the test without classes, and a part of the training examples again."""
    pictures(root / "trainingSet" / "trainingSet", "cat", "dog", count=6)
    pictures(root / "trainingSample" / "trainingSample", "cat", "dog", count=2)
    for number in range(4):
        picture(root / "testSet" / "testSet" / f"{number}.png", 800 + number)
    return root


def accents(root: Path) -> Path:
    pictures(root, "a")
    picture(root / unicodedata.normalize("NFC", "é") / "0.png", 70)
    picture(root / unicodedata.normalize("NFD", "é") / "1.png", 71)
    picture(root / unicodedata.normalize("NFD", "é") / "2.png", 72)
    return root


def looping(root: Path) -> Path:
    pictures(root, "0", "1")
    (root / "again").symlink_to(root)
    (root / "0" / "up").symlink_to("..")
    (root / "one").symlink_to(root / "1")
    outside = pictures(root.parent / "outside", "x") / "x"
    (root / "out").symlink_to(outside)
    (root / "1" / "far.png").symlink_to(outside / "0.png")
    return root


@dataclass(frozen=True)
class Row:
    """What is brought in, what must come of it, and what must be told.

    Attributes:
        make: Makes the folder.
        train: How many examples of each class are learnt from; where those to test with are drawn, all of them.
        test: How many of each are tested with; None where they are drawn.
        told: What the notes say, in their order; each is looked for in the whole.
        rejected: The names of what could not be used.
    """

    make: Callable[[Path], Path]
    train: dict[str, int]
    test: dict[str, int] | None
    told: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


EVEN, SOME = {"0": 4, "1": 4}, {"0": 2, "1": 2}
IDX_TRAIN, IDX_TEST = {"0": 10, "1": 10}, {"0": 2, "1": 2}
ROWS = {
    "plain": Row(divided, EVEN, SOME),
    "mac": Row(mac, EVEN, SOME, ("14 files or folders", "__MACOSX")),
    "windows": Row(windows, EVEN, SOME, ("4 files or folders", "Thumbs.db")),
    "docs": Row(with_docs, EVEN, SOME, ("beside test, train: docs (pictures: 1)", ".git"), ("LICENSE", "README.md")),
    "wrapped twice": Row(wrapped, EVEN, SOME, (), ("README.md",)),
    "wrapped beside docs": Row(
        wrapped_beside_docs, EVEN, SOME, ("beside data: docs, paper (pictures: 2)",)
    ),
    "classes beside docs": Row(classes_beside_docs, {"0": 3, "1": 3}, None, ("docs (pictures: 1)",)),
    "deeper parts": Row(deeper_parts, EVEN, SOME, (), ("train/labels.txt",)),
    "empty class": Row(with_empty_class, EVEN, SOME, (), ("train/2",)),
    "a class without a test": Row(
        without_test_of_one, EVEN | {"2": 3}, SOME, ("images of “2” to learn from, and none to test with",)
    ),
    "a test without classes": Row(
        with_flat_test, {"cat": 6, "dog": 6}, None, ("beside train: test (pictures: 4)",)
    ),
    "classes called so": Row(vehicles, {"car": 3, "test": 3, "train": 3}, None),
    "classes divided": Row(classes_divided, EVEN, SOME),
    "folders named like files": Row(
        idx_in_folders_named_like_them, IDX_TRAIN, IDX_TEST, ("are read once: not", "t10k-images-idx3-ubyte")
    ),
    "only in such folders": Row(idx_only_in_such_folders, IDX_TRAIN, IDX_TEST),
    "beside its own gz": Row(idx_beside_their_gz, IDX_TRAIN, IDX_TEST, ("are read once", ".gz")),
    "labels in another folder": Row(idx_apart, IDX_TRAIN, IDX_TEST),
    "tables": Row(tables, IDX_TRAIN, IDX_TEST, ("The labels are in the column “label”.",)),
    "tables that end in their part": Row(uci, IDX_TRAIN, IDX_TEST, ("The labels are in",)),
    "tables beside their gz": Row(
        packed_beside, IDX_TRAIN, IDX_TEST, ("are read once: not mnist_test.csv.gz", "The labels are in")
    ),
    "another spelling in the test": Row(in_two_spellings, {"Cat": 4, "Dog": 4}, {"Cat": 2, "Dog": 2}),
    "parts in folders of their name": Row(with_flat_parts, EVEN, SOME, ("seg_pred (pictures: 3)",)),
    "a test without classes in one of its name": Row(
        with_flat_test_in_capitals, {"cat": 6, "dog": 6}, None, ("testSet, trainingSample (pictures: 8)",)
    ),
    "two forms of one letter": Row(accents, {"a": 3, "é": 3}, None),
    "links": Row(looping, {"0": 3, "1": 3}, None, ("not followed: 0/up, 1/far.png, again …",)),
    **{
        f"{train} and {test}": Row(lambda root, names=(train, test): divided(root, *names), EVEN, SOME)
        for train, test in (
            ("Train", "Test"), ("TRAIN", "TEST"), ("training", "testing"), ("train_images", "test_images"),
            ("mnist-train", "mnist-test"), ("01_train", "02_test"), ("training_set", "test_set"),
            ("TrainingSet", "TestSet"), ("entrainement", "test"), ("train", "holdout"),
        )
    },
}  # fmt: skip


def parts(report: ImportReport) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many images of each class are learnt from and tested with."""
    sides = [datasets.load(report.name, part=part) for part in ("train", "test")]
    train, test = (
        {label: int(count) for label, count in zip(data.classes, data.class_counts(), strict=True) if count}
        for data in sides
    )
    return train, test


FORMS = ("folder", "zip", "wrapped zip")


@pytest.mark.parametrize(
    ("name", "form"),
    [(name, form) for name in ROWS for form in FORMS if name != "links" or form == "folder"],
)  # the zips made here have no links
def test_what_circulates(tmp_path: Path, name: str, form: str) -> None:
    row = ROWS[name]
    place = row.make(tmp_path / "set")
    if form != "folder":
        place = zipped(place, tmp_path / "set.zip", top="my set/" if form == "wrapped zip" else "")
    report = import_set(place)
    train, test = parts(report)
    if row.test is None:
        assert test
        train = {label: count + test.get(label, 0) for label, count in train.items()}
    else:
        assert test == row.test
    assert train == row.train
    if form == "folder":
        notes = " ".join(report.notes)
        for words in row.told:
            assert words in notes
        assert bool(notes) == bool(row.told)
        assert sorted(item.name for item in report.rejected) == sorted(row.rejected)


def zipped(folder: Path, path: Path, top: str = "", join: str = "/") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            name = top + file.relative_to(folder).as_posix() + ("/" if file.is_dir() else "")
            archive.writestr(name.replace("/", join), b"" if file.is_dir() else file.read_bytes())
    return path


def test_a_zip_of_windows_with_its_own_sign_between_folders(tmp_path: Path) -> None:
    report = import_set(zipped(divided(tmp_path / "set"), tmp_path / "set.zip", join="\\"))
    assert parts(report) == (EVEN, SOME)


def test_nothing_of_a_zip_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    import_set(zipped(divided(tmp_path / "set"), tmp_path / "set.zip"))
    with pytest.raises(DataError):
        import_set(zipped(tmp_path / "temporary", tmp_path / "empty.zip"))
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("name", ["../evil.png", "/tmp/evil.png", "a/../../evil.png", "a//b.png"])
def test_a_zip_that_leads_astray(tmp_path: Path, name: str) -> None:
    path = zipped(divided(tmp_path / "set"), tmp_path / "set.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(DataError, match="no name for a file"):
        import_set(path)


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(divided(tmp_path / "set"), tmp_path / "set.zip")
    monkeypatch.setattr("engine.packed.LEAST_BYTES", 1 << 20)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("train/0/large.bmp", bytes(8 << 20))
    with pytest.raises(DataError, match="far too large for it"):
        import_set(path)


def test_a_damaged_file_in_a_zip_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = zipped(divided(tmp_path / "set"), tmp_path / "set.zip")
    whole = import_set(path)
    with zipfile.ZipFile(path) as archive:
        first, second = [info for info in archive.infolist() if info.filename.endswith(".png")][:2]
    content = bytearray(path.read_bytes())
    for info in (first, second):
        content[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 255
    path.write_bytes(content)
    report = import_set(path)
    assert report.count == whole.count - 2
    assert [item.name for item in report.rejected[:2]] == [first.filename, second.filename]
    assert all("cannot be read" in item.why for item in report.rejected[:2])


def test_files_in_a_zip_that_are_made_of_the_same_bytes(tmp_path: Path) -> None:
    path = zipped(divided(tmp_path / "set"), tmp_path / "set.zip")
    whole = import_set(path)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        first, second = [info for info in archive.infolist() if info.filename.endswith(".png")][:2]
        place = content.index(b"PK\x01\x02", archive.start_dir)
    while content[place + 42 : place + 46] != second.header_offset.to_bytes(4, "little"):
        place = content.index(b"PK\x01\x02", place + 4)
    content[place + 42 : place + 46] = first.header_offset.to_bytes(4, "little")
    path.write_bytes(content)
    report = import_set(path)
    assert report.count < whole.count
    assert report.rejected


def test_archives_within_and_locked_ones_say_so(tmp_path: Path) -> None:
    inner = zipped(divided(tmp_path / "set"), tmp_path / "inner.zip")
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("README", "read me")
        archive.write(inner, "inner.zip")
    with pytest.raises(DataError, match="archive within: unpack it"):
        import_set(outer)
    locked = bytearray(inner.read_bytes())
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := locked.find(start, place + 1)) >= 0:
            locked[place + flags] |= 1
    inner.write_bytes(locked)
    with pytest.raises(DataError, match="locked with a password"):
        import_set(inner)


def test_parts_that_tell_no_classes(tmp_path: Path) -> None:
    for number, part in enumerate(("train", "test")):
        pictures(tmp_path / "set", part, start=100 * number)
    with pytest.raises(DataError, match="In test, train no folders tell which class"):
        import_set(tmp_path / "set")


def test_names_of_parts() -> None:
    assert parts_of(["train", "Test ", "VAL2017", "validation-images"]) == [
        "train", "test", "validation", "validation",
    ]  # fmt: skip
    assert parts_of(["mnist_train", "mnist_test", "docs"]) == ["train", "test", None]
    assert parts_of(["test tube", "train", "protest", "train test"]) == [None, "train", None, None]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_text(tmp_path: Path) -> None:
    root = pictures(tmp_path / "set", "0", "1")
    odd = os.fsencode(root) + b"/caf\xe9"
    os.mkdir(odd)  # noqa: PTH102 - a name of bytes
    Path(os.fsdecode(odd), os.fsdecode(b"\xff.png")).write_bytes((root / "0" / "0.png").read_bytes())
    Path(root, "0", os.fsdecode(b"\xfe.png")).write_bytes(picture(tmp_path / "x.png", 99).read_bytes())
    report = import_set(root)
    assert report.count == 7
    assert [item.name for item in report.rejected] == ["caf\N{REPLACEMENT CHARACTER}".replace("\ufffd", "?")]
    "".join(item.name + item.why for item in report.rejected).encode()


def test_a_run_is_no_set(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    for name in ("experiment.json", "run.json"):
        (tmp_path / "run" / name).write_text("{}")
    with pytest.raises(DataError, match="It holds a run"):
        import_set(zipped(tmp_path, tmp_path / "run.zip"))
