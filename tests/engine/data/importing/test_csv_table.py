"""CSV files: any sign between the columns, the label first or last, bytes or fractions."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from engine.data import datasets
from engine.data.import_set import import_set
from engine.data.importing.preparation import Preparation
from engine.errors import DataError
from tests.engine.data.own_images import sample


@pytest.mark.parametrize("header", ["label", "first", "last", "none"])
@pytest.mark.parametrize("sign", [",", ";"])
def test_csv(tmp_path: Path, header: str, sign: str) -> None:
    data = sample()
    lines = []
    if header != "none":
        names = [f"pixel{n}" for n in range(784)]
        lines.append(sign.join([*names, "class"] if header == "last" else ["label", *names]))
    for image, label in zip(data.images, data.labels, strict=True):
        cells = [str(value) for value in image.ravel()]
        name = data.classes[label]
        lines.append(sign.join([*cells, name] if header == "last" else [name, *cells]))
    lines.insert(3, "7,nonsense")
    lines.insert(5, sign.join(["7", *["1"] * 783]))
    path = tmp_path / "table.csv"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    report = import_set(path)
    assert report.count == 12
    assert len(report.rejected) == 2
    assert report.preparation is Preparation.KEEP
    whole = datasets.load("table", part="all")
    assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in data.images}


def test_csv_of_fractions(tmp_path: Path) -> None:
    data = sample()
    path = tmp_path / "t.csv"
    rows = [f"{label}.0," + ",".join(f"{value / 255:.4f}" for value in image.ravel())
            for image, label in zip(data.images, data.labels, strict=True)]  # fmt: skip
    path.write_text("\n".join(rows))
    import_set(path)
    whole = datasets.load("t", part="all")
    assert whole.classes == tuple("0123456789")
    assert whole.images.max() == 255


ROWS = b"".join(b"%d,%s\n" % (row % 2, b",".join(b"%d" % (row % 17) for _ in range(16))) for row in range(40))


@pytest.mark.parametrize(
    ("limit", "content", "told"),
    [
        ({"table.MAX_LINE": 1000}, ROWS + b"0," * 500 + b"0\n", "A line of it has more than 999 characters"),
        ({"table_form.MAX_LINE": 100}, ROWS + b'"a\n",' * 100, "A quote in it is never closed"),
        ({"table.MOST_COLUMNS": 16}, ROWS, "It has 17 columns"),
        ({"table.MOST_COMMENTS": 5}, b"#\n" * 9 + ROWS, "no table of text"),
        (
            {"table.MOST_WORDS_EACH": 0, "table.MOST_COLUMNS": 20},
            ROWS.replace(b"0,", b"a,"),
            "Words stand in it, such",
        ),
        ({"table.most_images": lambda _: 39}, ROWS, "more than 39 rows"),
        ({"table.most_images": lambda _: 60}, ROWS + b"1,2\n" * 6, "more than 60 rows"),
        ({"table.most_unpacked": lambda _: 1000}, ROWS, r"far too large|does not fit"),
    ],
)
def test_what_a_table_may_describe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: dict[str, object], content: bytes, told: str
) -> None:
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(content))
    for name, value in limit.items():
        monkeypatch.setattr(f"engine.data.importing.{name}", value)
    with pytest.raises(DataError, match=told):
        import_set(tmp_path / "a.csv.gz")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_words_in_the_place_of_pixels_are_told_to_be_some(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "t.csv"
    header = sign.join(["label", *(f"pixel{number}" for number in range(64))])
    path.write_text("\n".join([header, *(sign.join(["7", "red apple", *["3"] * 63]) for _ in range(40))]))
    with pytest.raises(DataError, match="“red apple” stands in the column “pixel0”"):
        import_set(path)
    path.write_text("apple\npear\n")
    with pytest.raises(DataError, match="It has one column, and a table has a label and a feature at least"):
        import_set(path)


def test_a_column_that_is_asked_for_by_no_number(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(ROWS)
    for column in ("\u00b2", "9" * 5000):
        with pytest.raises(DataError, match="There is no column"):
            import_set(tmp_path / "a.csv", label_column=column)
