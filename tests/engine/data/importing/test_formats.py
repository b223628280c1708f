"""Tables as they circulate: each is read with its true labels and pixels, or refused with the true reason."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.data import datasets
from engine.data.generated import generate
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets
from engine.errors import DataError

COUNT = 40
PIXELS = 784
Pictures = tuple[np.ndarray, np.ndarray]
Writer = Callable[[np.ndarray, np.ndarray], str | bytes]


@pytest.fixture(scope="module")
def digits() -> Pictures:
    """Forty digits ``(40, 28, 28)`` and their labels, no class of which is missing."""
    images, labels = generate(COUNT)
    assert len(np.unique(labels)) == 10
    return images, labels


def rows(
    *columns: np.ndarray | list, sign: str = ",", header: list[str] | None = None, end: str = "\n"
) -> str:
    """Put columns, each alone or many, beside each other as text."""
    wide = [np.atleast_2d(np.asarray(column, dtype=object).T).T for column in columns]
    lines = [sign.join(map(str, row)) for row in np.hstack(wide)]
    return end.join([sign.join(header), *lines] if header else lines)


def flat(images: np.ndarray) -> np.ndarray:
    return images.reshape(len(images), -1)


def saved(table: np.ndarray, **how: object) -> str:
    """What ``np.savetxt`` writes."""
    text = io.StringIO()
    np.savetxt(text, table, **how)
    return text.getvalue()


def numbered(name: str, count: int = PIXELS, start: int = 0) -> list[str]:
    return [f"{name}{place}" for place in range(start, count + start)]


SQUARES = [f"{row}x{column}" for row in range(1, 29) for column in range(1, 29)]
BY_NAME = sorted(range(PIXELS), key=str)  # as whoever sorts the names of the columns has them
ONE_HOT = np.eye(10, dtype=int)
NAMES = np.array(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])

READ: dict[str, Writer] = {
    "Kaggle's": lambda x, y: rows(y, flat(x), header=["label", *numbered("pixel")]),
    "label last, no header": lambda x, y: rows(flat(x), y),
    "label first, no header": lambda x, y: rows(y, flat(x)),
    "sorted by class": lambda x, y: rows(flat(x[np.argsort(y)]), y[np.argsort(y)]),
    "1x1 to 28x28": lambda x, y: rows(y, flat(x), header=["label", *SQUARES]),
    "class in the middle": lambda x, y: rows(
        flat(x)[:, :300], y, flat(x)[:, 300:], header=[*numbered("p", 300), "Class", *numbered("p", 484, 300)]
    ),
    "OpenML's": lambda x, y: rows(flat(x), y, header=[*numbered("pixel", start=1), "class"]),
    "columns sorted by name": lambda x, y: rows(
        y, flat(x)[:, BY_NAME], header=["label", *(f"pixel{place}" for place in BY_NAME)]
    ),
    "R's": lambda x, y: rows(y, flat(x), header=numbered("V", 785, 1)),
    "R's, with row names": lambda x, y: rows(
        [f'"{n}"' for n in range(1, COUNT + 1)],
        y,
        flat(x),
        header=[f'"{name}"' for name in numbered("V", 785, 1)],
    ),
    "pandas, no index": lambda x, y: rows(flat(x), y, header=numbered("", 785)),
    "pandas, with index": lambda x, y: rows(range(COUNT), flat(x), y, header=["", *numbered("", 785)]),
    "pandas, named label": lambda x, y: rows(range(COUNT), flat(x), y, header=["", *numbered(""), "target"]),
    "pandas, index read twice": lambda x, y: rows(
        range(COUNT), range(COUNT), y, flat(x), header=["", "Unnamed: 0", "y", *numbered("x")]
    ),
    "zeros made names by pandas": lambda x, y: rows(y, flat(x), header=["0", *numbered("0.", 784, 1)]),
    "bytes as Python writes them": lambda x, y: rows(flat(x), [f"b'{label}'" for label in y]),
    "index without a name": lambda x, y: rows(range(COUNT), y, flat(x)),
    "shuffled ids": lambda x, y: rows(
        np.random.default_rng(0).permutation(COUNT) * 7, y, flat(x), header=["id", "digit", *numbered("px")]
    ),
    "savetxt": lambda x, y: saved(np.column_stack([y, flat(x)])),
    "savetxt, label last, comma": lambda x, y: saved(np.column_stack([flat(x), y]), delimiter=","),
    "savetxt with a header": lambda x, y: saved(
        np.column_stack([flat(x), y]), delimiter=",", header=",".join([*numbered("p"), "label"]), fmt="%d"
    ),
    "savetxt, fractions": lambda x, y: saved(np.column_stack([y, flat(x) / 255]), fmt="%.6f", delimiter=";"),
    "whole floats": lambda x, y: rows(y.astype(float), flat(x).astype(float)),
    "spaces around": lambda x, y: rows(y, flat(x), sign=" , "),
    "aligned": lambda x, y: saved(np.column_stack([y, flat(x)]), fmt="%6d"),
    "tabs": lambda x, y: rows(y, flat(x), sign="\t"),
    "semicolons": lambda x, y: rows(y, flat(x), sign=";", header=["label", *numbered("pixel")]),
    "bars": lambda x, y: rows(y, flat(x), sign="|"),
    "thousands": lambda x, y: rows(y, np.vectorize(lambda value: f'"{int(value) * 257:,}"')(flat(x))),
    "percent": lambda x, y: rows(y, np.vectorize(lambda value: f"{value / 2.55:.2f} %")(flat(x))),
    "sep= in quotes": lambda x, y: '"sep=;"\n' + rows(y, flat(x), sign=";"),
    "Excel's sep=": lambda x, y: "sep=;\r\n" + rows(y, flat(x), sign=";", end="\r\n"),
    "decimal commas": lambda x, y: rows(
        y, np.vectorize(lambda value: f"{value / 255:.5f}".replace(".", ","))(flat(x)), sign=";"
    ),
    "decimal commas in quotes": lambda x, y: rows(
        y, np.vectorize(lambda value: f'"{value / 255:.5f}"'.replace(".", ","))(flat(x))
    ),
    "quoted numbers": lambda x, y: rows(
        np.vectorize(lambda value: f'" {value}"')(y), np.vectorize(lambda value: f'"{value}"')(flat(x))
    ),
    "CRLF and a mark": lambda x, y: (
        "\ufeff" + rows(y, flat(x), header=["label", *numbered("pixel")], end="\r\n")
    ),
    "old Mac's lines": lambda x, y: rows(y, flat(x), end="\r"),
    "UTF-16": lambda x, y: rows(y, flat(x), header=["label", *numbered("pixel")], sign="\t").encode("utf-16"),
    "UTF-16, no mark": lambda x, y: rows(y, flat(x)).encode("utf-16-le"),
    "packed": lambda x, y: gzip.compress(rows(y, flat(x)).encode()),
    "separators behind": lambda x, y: rows(y, flat(x), [""] * COUNT),
    "separators behind, and a header": lambda x, y: rows(
        y, flat(x), [""] * COUNT, header=["label", *numbered("pixel"), ""]
    ),
    "blank lines at the end": lambda x, y: rows(y, flat(x)) + "\n\n  \n" + "," * 784 + "\n",
    "comments": lambda x, y: "# by hand\n# twice\n" + rows(y, flat(x)).replace("\n", "\n# more\n", 2),
    "one-hot behind": lambda x, y: rows(flat(x), ONE_HOT[y]),
    "one-hot before": lambda x, y: rows(ONE_HOT[y], flat(x)),
    "one-hot, floats": lambda x, y: saved(np.column_stack([(flat(x) > 99) * 1.0, ONE_HOT[y]]), fmt="%.4f "),
    "one-hot, named": lambda x, y: rows(
        flat(x), ONE_HOT[y], header=[*numbered("pixel"), *numbered("digit_", 10)]
    ),
    "file names beside": lambda x, y: rows(
        [f"img{n}.png" for n in range(COUNT)], y, flat(x), header=["file", "label", *numbered("pixel")]
    ),
}


@pytest.mark.parametrize("form", READ)
def test_read(tmp_path: Path, digits: Pictures, form: str) -> None:
    images, labels = digits
    written = READ[form](images, labels)
    path = tmp_path / ("t.csv.gz" if form == "packed" else "t.csv")
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    report = import_set(path)
    assert report.rejected == ()
    assert report.count == COUNT
    assert report.classes == tuple("0123456789")
    if form == "one-hot, floats":
        images = (images > 99) * np.uint8(255)
    assert stored(report.name) == pairs(images, labels)


def stored(name: str) -> list[tuple[int, bytes]]:
    whole = datasets.load(name, part="all")
    return pairs(whole.images, np.array([int(whole.classes[label]) for label in whole.labels]))


def pairs(images: np.ndarray, labels: np.ndarray) -> list[tuple[int, bytes]]:
    return sorted((int(label), image.tobytes()) for image, label in zip(images, labels, strict=True))


LABELS: dict[str, tuple[Callable[[np.ndarray], np.ndarray], tuple[str, ...]]] = {
    "1 to 10": (lambda y: y + 1, tuple(str(n) for n in range(1, 11))),
    "negative": (lambda y: y - 5, tuple(str(n) for n in range(-5, 5))),
    "two": (lambda y: y % 2 * 2 - 1, ("-1", "1")),
    "words": (lambda y: NAMES[y], tuple(sorted(NAMES))),
    "letters and digits": (lambda y: np.array(list("01234567AB"))[y], (*"0123456789", "A", "B")),
    "words with accents": (lambda y: np.where(y < 5, "süß", "groß"), ("groß", "süß")),
    "tens": (lambda y: y * 10, ("0", *(str(10 * n) for n in range(1, 10)))),
}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("kind", LABELS)
def test_labels_of_every_kind(tmp_path: Path, digits: Pictures, kind: str, encoding: str) -> None:
    change, classes = LABELS[kind]
    images, labels = digits
    (tmp_path / "t.csv").write_bytes(rows(flat(images), change(labels)).encode(encoding))
    assert import_set(tmp_path / "t.csv").classes == classes


@pytest.mark.parametrize("sign", ["\t", ";", " ; "])
def test_a_space_within_words_parts_no_columns(tmp_path: Path, digits: Pictures, sign: str) -> None:
    images, labels = digits
    (tmp_path / "t.csv").write_text(rows([f"sign {label}" for label in labels], flat(images), sign=sign))
    assert import_set(tmp_path / "t.csv").classes == tuple(f"sign {number}" for number in range(10))


def noisy(x: np.ndarray) -> np.ndarray:
    """Pictures whose corners are as few-valued as labels."""
    x = x.copy()
    x[:, -1, -1] = np.random.default_rng(1).integers(0, 4, len(x)) * 85
    return x


REFUSED: dict[str, tuple[Writer, str]] = {
    "no labels": (lambda x, y: rows(flat(x)), "none is left for the labels"),
    "no labels, header": (
        lambda x, y: rows(flat(x), header=numbered("pixel")),
        "none is left for the labels",
    ),
    "first or last": (lambda x, y: rows(y, flat(noisy(x))), "in the first column or in the last column"),
    "no label anywhere": (
        lambda x, y: rows(flat(x), np.arange(COUNT) + 0.5),
        "No column before or behind the pixels",
    ),
    "fractions": (
        lambda x, y: rows(y + 0.25, flat(x), header=["label", *numbered("pixel")]),
        "numbers with fractions, such as",
    ),
    "words for pixels": (lambda x, y: "label,pixel0\n1,dark\n2,light\n", "no column is left"),
    "nothing for zeros": (
        lambda x, y: rows(y, np.where(flat(x) > 0, flat(x), ""), header=["label", *numbered("pixel")]),
        "Nothing stands in the column “pixel0”",
    ),
    "pixels in one cell": (
        lambda x, y: rows(y, [" ".join(map(str, image)) for image in flat(x)], header=["emotion", "pixels"]),
        "in one cell, such as “0 0 0",
    ),
    "pixels in a list": (
        lambda x, y: rows(y, [f'"{image.tolist()}"' for image in flat(x)], header=["label", "image"]),
        "in one cell",
    ),
    "Weka's": (lambda x, y: "@RELATION mnist\n@DATA\n" + rows(flat(x), y), "ARFF"),
    "a spreadsheet": (lambda x, y: b"PK\x03\x04" + bytes(99), "spreadsheet"),
    "no text": (lambda x, y: bytes(range(256)) * 9, "no table of text"),
    "a page": (lambda x, y: "<html><body>404</body></html>", "one column"),
    "another language": (lambda x, y: '{"a": [1, 2, 3]}', "Where the labels are in"),
    "empty": (lambda x, y: b"", "nothing in it"),
    "torn": (lambda x, y: gzip.compress(rows(y, flat(x)).encode())[:-900], "breaks off"),
}


@pytest.mark.parametrize("form", REFUSED)
def test_refused(tmp_path: Path, digits: Pictures, form: str) -> None:
    write, reason = REFUSED[form]
    written = write(*digits)
    (tmp_path / "t.csv").write_bytes(written if isinstance(written, bytes) else written.encode())
    with pytest.raises(DataError, match=reason):
        import_set(tmp_path / "t.csv")
    assert imported_sets() == ()


@pytest.mark.parametrize("column", ["first", "1"])
def test_the_column_of_the_labels_can_be_named(tmp_path: Path, digits: Pictures, column: str) -> None:
    images, labels = noisy(digits[0]), digits[1]
    (tmp_path / "t.csv").write_text(rows(labels, flat(images)))
    report = import_set(tmp_path / "t.csv", label_column=column)
    assert "The labels are in the first column." in report.notes
    assert stored(report.name) == pairs(images, labels)


def test_another_column_than_the_one_found(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    header = ["label", *numbered("pixel"), "Parity"]
    (tmp_path / "t.csv").write_text(rows(labels, flat(images), labels % 2, header=header))
    report = import_set(tmp_path / "t.csv")
    assert report.classes == tuple("0123456789")
    assert any("Parity" in note for note in report.notes)
    assert import_set(tmp_path / "t.csv", label_column="parity").classes == tuple("0123456789")
    assert {label for label, _ in stored("t-2")} == {0, 1}
    with pytest.raises(DataError, match="no column “colour” among its 786"):
        import_set(tmp_path / "t.csv", label_column="colour")


def test_each_row_says_what_is_wrong_with_it(tmp_path: Path, digits: Pictures) -> None:
    lines = rows(digits[1], flat(digits[0]), header=["label", *numbered("pixel")]).split("\n")
    cells = lines[5].split(",")
    lines[5] = ",".join([*cells[:9], "x", *cells[10:]])
    lines[6] = ",".join([*cells[:9], "", *cells[10:]])
    lines[7] = ",".join([*cells[:9], "nan", *cells[10:]])
    lines[8] = ",".join(["", *cells[1:]])
    lines[9] = "7,1"
    (tmp_path / "t.csv").write_text("\n".join(lines))
    report = import_set(tmp_path / "t.csv")
    assert report.count == COUNT - 5
    assert {
        item.name: item.why.removeprefix("It is not a label and numbers. ") for item in report.rejected
    } == {
        "row 6": "“x” stands in the column “pixel8”.",
        "row 7": "Nothing stands in the column “pixel8”.",
        "row 8": "A value that is not finite stands in the column “pixel8”.",
        "row 9": "It has no label.",
        "row 10": "It has 2 cells where others have 785.",
    }


def test_a_column_says_what_is_tested_with(tmp_path: Path, digits: Pictures) -> None:
    images, labels = digits
    parts = np.where(np.arange(COUNT) < 30, "Training", "Test")
    (tmp_path / "t.csv").write_text(
        rows(labels, parts, flat(images), header=["label", "usage", *numbered("p")])
    )
    import_set(tmp_path / "t.csv")
    assert len(datasets.load("t", part="test")) == 10


def test_rows_longer_than_a_cell_may_be(tmp_path: Path, digits: Pictures) -> None:
    large = np.kron(digits[0][:12], np.ones((8, 8), np.uint8))
    (tmp_path / "t.csv").write_text(rows(np.arange(12) % 2, flat(large)))
    assert import_set(tmp_path / "t.csv").count == 12


@pytest.mark.parametrize("order", ["planes", "mixed"])
def test_colours_in_a_row(tmp_path: Path, order: str) -> None:
    grey = np.linspace(40, 220, 16)[:, None] + np.linspace(0, 30, 16)[None]
    images = np.stack([np.stack([grey, grey[::-1], grey.T], 2).astype(np.uint8)] * 12)
    images[::2] = images[::2, ::-1]
    wide = images if order == "mixed" else np.moveaxis(images, 3, 1)
    header = ["label", *numbered("v", 768)]
    (tmp_path / "t.csv").write_text(rows(np.arange(12) % 2, flat(wide), header=header))
    np.savez(tmp_path / "u.npz", images=images, labels=np.arange(12) % 2)
    for name in ("t.csv", "u.npz"):
        import_set(tmp_path / name)
    assert stored("t") == stored("u")
