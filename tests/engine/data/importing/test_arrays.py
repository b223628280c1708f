"""Arrays as they circulate, in NPZ and IDX: each is read as what it is, or refused with the true reason."""

from __future__ import annotations

import gzip
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.data import datasets
from engine.data.generated import generate
from engine.data.idx import write_idx
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.errors import DataError

COUNT = 40
DIGITS = tuple("0123456789")
Pictures = tuple[np.ndarray, np.ndarray]
Arrays = Callable[[np.ndarray, np.ndarray], dict[str, np.ndarray]]


@pytest.fixture(scope="module")
def digits() -> Pictures:
    """Forty digits ``(40, 28, 28)`` and their labels, no class of which is missing."""
    images, labels = generate(COUNT)
    assert len(np.unique(labels)) == 10
    return images, labels


def pairs(images: np.ndarray, labels: np.ndarray) -> list[tuple[int, bytes]]:
    return sorted((int(label), image.tobytes()) for image, label in zip(images, labels, strict=True))


def stored(part: str = "all") -> list[tuple[int, bytes]]:
    whole = datasets.load("t", part=part)
    return pairs(whole.images, np.array([int(whole.classes[label]) for label in whole.labels]))


def flat(x: np.ndarray) -> np.ndarray:
    return x.reshape(len(x), -1)


ONE_HOT = np.eye(10)

READ: dict[str, Arrays] = {
    "a channel behind": lambda x, y: {"images": x[..., None], "labels": y},
    "a channel before": lambda x, y: {"images": x[:, None], "labels": y},
    "flat": lambda x, y: {"X": flat(x), "y": y},
    "flat, with an axis too many": lambda x, y: {"X": flat(x)[:, None], "y": y},
    "images last": lambda x, y: {"X": np.moveaxis(x, 0, -1), "y": y},
    "flat, images last": lambda x, y: {"X": flat(x).T, "y": y},
    "colour": lambda x, y: {"X": np.repeat(x[..., None], 3, 3), "y": y},
    "colour first": lambda x, y: {"X": np.repeat(x[:, None], 3, 1), "y": y},
    "colour, images last": lambda x, y: {"X": np.moveaxis(np.repeat(x[..., None], 3, 3), 0, -1), "y": y},
    "labels in a column": lambda x, y: {"images": x, "labels": y[:, None]},
    "labels in a row": lambda x, y: {"images": x, "labels": y[None]},
    "one-hot": lambda x, y: {"images": x, "labels": ONE_HOT[y]},
    "one-hot, of bits": lambda x, y: {"images": x, "labels": ONE_HOT[y].astype(bool)},
    "one-hot, images last": lambda x, y: {"images": np.moveaxis(x, 0, -1), "labels": ONE_HOT[y].T},
    "labels as floats": lambda x, y: {"images": x, "labels": y.astype(np.float32)},
    "labels as text": lambda x, y: {"images": x, "labels": y.astype(str)},
    "labels as text of floats": lambda x, y: {"images": x, "labels": y.astype(float).astype(str)},
    "labels as bytes": lambda x, y: {"images": x, "labels": y.astype("S3")},
    "labels of one byte": lambda x, y: {"images": x, "labels": y.astype(np.uint8)},
    "scikit-learn's": lambda x, y: {"data": flat(x), "images": x, "target": y, "target_names": np.arange(10)},
    "names by place": lambda x, y: {"arr_0": x, "arr_1": y},
    "names that say nothing": lambda x, y: {"pics": x, "who": y},
    "objects beside": lambda x, y: {"x": x, "y": y, "meta": np.array([{"a": 1}], dtype=object)},
    "high byte first": lambda x, y: {"x": x.astype(">u2"), "y": y.astype(">i4")},
}


@pytest.mark.parametrize("form", READ)
def test_read(tmp_path: Path, digits: Pictures, form: str) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", **READ[form](images, labels))
    report = import_set(tmp_path / "t.npz")
    assert (report.count, report.classes, report.rejected) == (COUNT, DIGITS, ())
    if "colour" in form:
        assert [label for label, _ in stored()] == sorted(labels.tolist())
    else:
        assert stored() == pairs(images, labels)


NAMES_OF_PARTS = [
    ("x_train", "y_train", "x_val", "y_val", "x_test", "y_test"),
    ("train_images", "train_labels", "val_images", "val_labels", "test_images", "test_labels"),
    ("X_train", "Y_train", "X_valid", "Y_valid", "X_test", "Y_test"),
    ("trainX", "trainY", "validationX", "validationY", "testX", "testY"),
    ("x_train", "y_train", "x_dev", "y_dev", "x_eval", "y_eval"),
    ("xtrain", "ytrain", "xval", "yval", "xtest", "ytest"),
    (
        "training-data",
        "training-targets",
        "validation-data",
        "validation-targets",
        "testing-data",
        "testing-targets",
    ),
]


@pytest.mark.parametrize("names", NAMES_OF_PARTS, ids=lambda names: names[0])
def test_parts(tmp_path: Path, digits: Pictures, names: tuple[str, ...]) -> None:
    images, labels = digits
    cuts = (slice(0, 20), slice(20, 28), slice(28, COUNT))
    arrays = {
        name: array[cut]
        for cut, pair in zip(cuts, (names[:2], names[2:4], names[4:]), strict=True)
        for name, array in zip(pair, (images, labels[:, None]), strict=True)
    }
    np.savez(tmp_path / "t.npz", **arrays)
    report = import_set(tmp_path / "t.npz")
    assert stored("test") == pairs(images[28:], labels[28:])
    assert stored("train") == pairs(images[:28], labels[:28])
    assert any(f"“{names[2]}” are learnt from, too" in note for note in report.notes)


def test_images_without_labels_are_told(tmp_path: Path, digits: Pictures) -> None:
    np.savez(tmp_path / "t.npz", x_train=digits[0], y_train=digits[1], x_test=digits[0])
    report = import_set(tmp_path / "t.npz")
    assert report.count == COUNT
    assert report.notes == ("No labels are known for “x_test”: it is left out.",)


def test_images_of_a_part_that_is_not_known_are_told(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", x_train=images, y_train=labels, x_blind=images[:9], y_blind=labels[:9])
    report = import_set(tmp_path / "t.npz")
    assert report.count == COUNT
    assert any("“x_blind”" in note for note in report.notes)


def test_images_and_labels_in_files_of_their_own(tmp_path: Path, digits: Pictures) -> None:
    for part, cut in (("train", slice(0, 30)), ("test", slice(30, COUNT))):
        for kind, array in zip(("imgs", "labels"), digits, strict=True):
            np.savez(tmp_path / f"kmnist-{part}-{kind}.npz", array[cut])
    import_set(tmp_path, name="t")
    assert stored("test") == pairs(digits[0][30:], digits[1][30:])
    assert stored() == pairs(*digits)
    with pytest.raises(DataError, match="It holds the labels of “kmnist-test-imgs"):
        import_set(tmp_path / "kmnist-test-labels.npz")


def test_an_empty_part(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    np.savez(tmp_path / "t.npz", x_train=images, y_train=labels, x_test=images[:0], y_test=labels[:0])
    assert import_set(tmp_path / "t.npz").count == COUNT


def test_a_range_is_of_all_parts(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    pale = (images // 3 * 3 / 255).astype(np.float32)
    pale[:30] *= 0.6
    np.savez(tmp_path / "t.npz", x_train=pale[:30], y_train=labels[:30], x_test=pale[30:], y_test=labels[30:])
    import_set(tmp_path / "t.npz")
    assert datasets.load("t", part="train").images.max() == round(255 * 0.6)
    assert datasets.load("t", part="test").images.max() == 255


LABELS: dict[str, tuple[Callable[[np.ndarray], np.ndarray], tuple[str, ...]]] = {
    "1 to 10": (lambda y: y + 1, tuple(str(n) for n in range(1, 11))),
    "negative": (lambda y: y - 2.0, tuple(str(n) for n in range(-2, 8))),
    "bits": (lambda y: y > 4, DIGITS),
    "bytes of words": (lambda y: np.where(y > 4, "high", "low").astype("S"), ("high", "low")),
    "after 9 comes 10": (lambda y: y + 4, tuple(str(n) for n in range(4, 14))),
}


@pytest.mark.parametrize("kind", LABELS)
def test_labels(tmp_path: Path, digits: Pictures, kind: str) -> None:
    change, classes = LABELS[kind]
    np.savez(tmp_path / "t.npz", images=digits[0], labels=change(digits[1]))
    assert import_set(tmp_path / "t.npz").classes == classes


def test_names_of_classes(tmp_path: Path, digits: Pictures) -> None:
    names = np.array([f"digit {n}" for n in range(10)])
    np.savez(tmp_path / "t.npz", images=digits[0], labels=ONE_HOT[digits[1]], class_names=names)
    assert import_set(tmp_path / "t.npz").classes == tuple(names)


OBJECTS = np.array([None, {}], dtype=object)

REFUSED: dict[str, tuple[Arrays, str]] = {
    "objects for labels": (
        lambda x, y: {"images": x, "labels": OBJECTS},
        "“labels” in it holds Python objects",
    ),
    "images alone": (lambda x, y: {"images": x}, r"images and no labels: images \(40, 28, 28\)"),
    "labels alone": (lambda x, y: {"y_train": y}, "labels and no images"),
    "other names": (lambda x, y: {"a": x, "b": x, "c": y}, "no arrays “images” and “labels” but: a"),
    "fewer labels": (lambda x, y: {"images": x, "labels": y[:9]}, "40 examples and 9 labels"),
    "shares": (lambda x, y: {"images": x, "labels": ONE_HOT[y] * 0.9 + 0.01}, "shares of classes"),
    "several labels": (
        lambda x, y: {"images": x, "labels": ONE_HOT[y] + ONE_HOT[0]},
        "labels have the shape",
    ),
    "labels of two kinds": (
        lambda x, y: {"images": x, "fine_labels": y, "coarse_labels": y // 5},
        "in “fine_labels” or in “coarse_labels”",
    ),
    "two of them": (
        lambda x, y: {"images": x, "labels": np.maximum(ONE_HOT[y], ONE_HOT[1])},
        "several labels, or none",
    ),
    "fractions": (lambda x, y: {"images": x, "labels": y / 2}, "numbers with fractions, such as"),
    "no numbers": (lambda x, y: {"images": x, "labels": np.where(y > 3, np.nan, y)}, "no numbers"),
    "no square": (lambda x, y: {"images": flat(x)[:, :700], "labels": y}, "700 pixels, which fill no square"),
    "two channels": (lambda x, y: {"images": np.stack([x, x], 3), "labels": y}, r"shape \(40, 28, 28, 2\)"),
    "video": (
        lambda x, y: {"images": np.stack([x] * 5, 1)[..., None, None] * np.ones(2), "labels": y},
        "shape",
    ),
    "words": (lambda x, y: {"images": x.astype(str), "labels": y}, "of the type"),
    "complex numbers": (lambda x, y: {"images": x * 1j, "labels": y}, "of the type complex"),
    "one value": (lambda x, y: {"images": x, "labels": np.array(3)}, "a single value"),
    "colours in no order": (
        lambda x, y: {"images": np.random.default_rng(0).integers(0, 256, (COUNT, 3072)), "labels": y},
        "an order that is not to be seen",
    ),
}


@pytest.mark.parametrize("form", REFUSED)
def test_refused(tmp_path: Path, digits: Pictures, form: str) -> None:
    make, reason = REFUSED[form]
    np.savez(tmp_path / "t.npz", **make(*digits))
    with pytest.raises(DataError, match=reason):
        import_set(tmp_path / "t.npz")
    assert imported_sets() == ()


def idx(array: np.ndarray) -> bytes:
    """An array in IDX format, of any type that it knows."""
    code = {"u1": 0x08, "i1": 0x09, "i2": 0x0B, "i4": 0x0C, "f4": 0x0D, "f8": 0x0E}[array.dtype.str[1:]]
    header = bytes((0, 0, code, array.ndim)) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.astype(array.dtype.newbyteorder(">")).tobytes()


IMAGES, LABELS_FILE = "d-images-idx3-ubyte", "d-labels-idx1-ubyte"

IDX_READ: dict[str, Callable[[np.ndarray, np.ndarray], tuple[bytes, bytes]]] = {
    "bytes": lambda x, y: (write_idx(x), write_idx(y.astype(np.uint8))),
    "wide labels": lambda x, y: (idx(x), idx(y.astype(np.int32))),
    "sixteen bits": lambda x, y: (idx(x.astype(np.int16) * 128), idx(y.astype(np.uint8))),
    "fractions": lambda x, y: (idx((x / 255).astype(np.float32)), idx(y.astype(np.uint8))),
    "wide fractions": lambda x, y: (idx(x / 127.5 - 1), idx(y.astype(float))),
    "flat": lambda x, y: (idx(flat(x)), idx(y.astype(np.uint8))),
    "with a channel": lambda x, y: (idx(x[..., None]), idx(y.astype(np.uint8)[:, None])),
    "packed without saying so": lambda x, y: (gzip.compress(idx(x)), idx(y.astype(np.uint8))),
}


@pytest.mark.parametrize("form", IDX_READ)
def test_idx_read(tmp_path: Path, digits: Pictures, form: str) -> None:
    images, labels = IDX_READ[form](*digits)
    (tmp_path / IMAGES).write_bytes(images)
    (tmp_path / LABELS_FILE).write_bytes(labels)
    import_set(tmp_path / IMAGES, name="t")
    assert stored() == pairs(*digits)


def test_names_in_capital_letters(tmp_path: Path, digits: Pictures) -> None:
    (tmp_path / "T-IMAGES-IDX3-UBYTE").write_bytes(idx(digits[0]))
    (tmp_path / "T-LABELS-IDX1-UBYTE").write_bytes(idx(digits[1].astype(np.uint8)))
    import_set(tmp_path, name="t")
    assert stored() == pairs(*digits)


def test_a_packed_name_without_packing(tmp_path: Path, digits: Pictures) -> None:
    (tmp_path / f"{IMAGES}.gz").write_bytes(idx(digits[0]))
    (tmp_path / f"{LABELS_FILE}.gz").write_bytes(gzip.compress(idx(digits[1].astype(np.uint8))))
    import_set(tmp_path / f"{IMAGES}.gz", name="t")
    assert stored() == pairs(*digits)


IDX_REFUSED: dict[str, tuple[Callable[[np.ndarray, np.ndarray], tuple[bytes, bytes]], str]] = {
    "exchanged": (lambda x, y: (idx(y.astype(np.uint8)), idx(x)), "their names are exchanged"),
    "labels twice": (lambda x, y: (idx(y.astype(np.uint8)),) * 2, "holds no images but labels"),
    "fewer labels": (lambda x, y: (idx(x), idx(y[:30].astype(np.uint8))), "40 examples and 30 labels"),
    "QMNIST's labels": (
        lambda x, y: (idx(x), idx(np.stack([y] * 8, 1).astype(np.int32))),
        r"shape \(40, 8\)",
    ),
    "a zip": (lambda x, y: (b"PK\x03\x04" + bytes(99), idx(y.astype(np.uint8))), "not begin as an IDX file"),
    "cut short": (lambda x, y: (idx(x)[:-5], idx(y.astype(np.uint8))), "promises"),
}


@pytest.mark.parametrize("form", IDX_REFUSED)
def test_idx_refused(tmp_path: Path, digits: Pictures, form: str) -> None:
    make, reason = IDX_REFUSED[form]
    images, labels = make(*digits)
    (tmp_path / IMAGES).write_bytes(images)
    (tmp_path / LABELS_FILE).write_bytes(labels)
    with pytest.raises(DataError, match=reason):
        import_set(tmp_path / IMAGES)
    assert imported_sets() == ()


def test_pictures_on_their_side_are_told_and_can_be_turned(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    start = tmp_path / "emnist-digits-train"
    Path(f"{start}-images-idx3-ubyte").write_bytes(idx(np.ascontiguousarray(images.swapaxes(1, 2))))
    Path(f"{start}-labels-idx1-ubyte").write_bytes(idx(labels.astype(np.uint8)))
    report = import_set(Path(f"{start}-images-idx3-ubyte"), name="t", transposed=True)
    assert any("rows and columns exchanged" in note for note in report.notes)
    assert stored() == pairs(images, labels)
