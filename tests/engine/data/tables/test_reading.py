"""Tables of features and tables of pixels, in whatever form they are written."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from engine.data.tables.reading import holds_features, is_table, open_table
from engine.errors import DataError
from tests.engine.data.tables.own_tables import two_clouds, written


def test_pixels_are_told_from_features(tmp_path: Path) -> None:
    def table(header: str, width: int) -> Path:
        rows = [",".join(["1", *[str(n * k % 256) for k in range(width)]]) for n in range(12)]
        return written(tmp_path / "t.csv", "\n".join([header, *rows] if header else rows))

    assert not holds_features(table("label," + ",".join(f"pixel{n}" for n in range(784)), 784))
    assert not holds_features(table("", 784))
    assert not holds_features(table("label," + ",".join(f"pixel{n}" for n in range(16)), 16))
    assert holds_features(table("label," + ",".join(f"V{n}" for n in range(16)), 16))
    assert holds_features(table("", 4))
    assert holds_features(two_clouds(tmp_path / "u.csv"))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("header", ["width,height,kind", ""])
def test_any_sign_with_a_header_or_without(tmp_path: Path, sign: str, header: str) -> None:
    made = open_table(two_clouds(tmp_path / "t.csv", header=header, sign=sign)).made()
    assert made.rows.shape == (120, 2)
    assert [each.name for each in made.features] == (["width", "height"] if header else ["x1", "x2"])
    assert made.classes == ("high", "low")


def test_decimal_commas_quotes_and_other_letters(tmp_path: Path) -> None:
    text = 'Länge;Fläche;"Art"\n"1,5";2;Möwe\n2,5;3;Ente\n3,25;5;"Möwe"\n4;4;Ente\n'
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode("cp1252"))
    made = open_table(path).made()
    assert made.classes == ("Ente", "Möwe")
    assert [each.name for each in made.features] == ["Länge", "Fläche"]
    assert made.rows[:, 0].tolist() == [1.5, 2.5, 3.25, 4.0]


def test_the_commas_of_sentences_stay_beside_those_of_numbers(tmp_path: Path) -> None:
    rows = [f"{n},5;{('red, dark', 'green')[n % 2]};{'ab'[n % 2]}" for n in range(20)]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["size;colour;label", *rows]))).made()
    assert [each.name for each in made.features] == ["size", "colour = green", "colour = red, dark"]
    assert made.rows[:3, 0].tolist() == [0.5, 1.5, 2.5]


def test_a_table_of_words_alone_has_its_header_known(tmp_path: Path) -> None:
    rows = [
        f"{('red', 'green')[n % 2]},{('round', 'long', 'flat')[n % 3]},{('yes', 'no')[n % 2]}"
        for n in range(30)
    ]
    made = open_table(written(tmp_path / "t.csv", "\n".join(["colour,shape,edible", *rows]))).made()
    assert [each.name for each in made.features] == [
        "colour = green", "colour = red", "shape = flat", "shape = long", "shape = round",
    ]  # fmt: skip
    assert len(made.rows) == 30
    made = open_table(written(tmp_path / "u.csv", "\n".join(rows))).made()
    assert len(made.rows) == 30


def test_packed_tables_are_read(tmp_path: Path) -> None:
    plain = two_clouds(tmp_path / "t.csv")
    packed = tmp_path / "t.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert is_table(packed)
    assert (open_table(packed).made().rows == open_table(plain).made().rows).all()


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    for name, content, why in (
        ("a.csv", b"PK\x03\x04" + b"x" * 50, "spreadsheet"),
        ("b.csv", b"\0\xff,\n\n", "no table of text"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DataError, match="cannot be read as a table") as caught:
            holds_features(tmp_path / name)
        assert why in str(caught.value)
    with pytest.raises(DataError, match="no such file"):
        open_table(tmp_path / "missing.csv")


@pytest.mark.parametrize("width", [300, 400])  # 10×10 in three colours, and 20×20
def test_many_columns_of_fractions_with_names_are_no_pixels(tmp_path: Path, width: int) -> None:
    def table(name: str, scale: float) -> Path:
        header = ",".join([*(f"{name}{n}" for n in range(width)), "target"])
        rows = [
            ",".join([*(f"{scale * ((n * k % 97) - 48.5):.3f}" for k in range(width)), "ab"[n % 2]])
            for n in range(1, 41)
        ]
        return written(tmp_path / "t.csv", "\n".join([header, *rows]))

    genes = table("gene", 0.1)
    assert holds_features(genes)
    assert open_table(genes).made().rows.shape[1] > 0.9 * width  # a few are the same in every row
    for name, scale in (("pixel", 0.1), ("", 0.1), ("1x", 0.1), ("gene", 0.01)):
        assert not holds_features(table(name, scale))
