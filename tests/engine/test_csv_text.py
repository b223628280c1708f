from __future__ import annotations

import ast
import csv
from pathlib import Path

import numpy as np
import pytest

from engine.csv_text import csv_text
from engine.data.dataset import Dataset
from engine.data.exporting.registry import export
from engine.data.importing.choices import Choices
from engine.data.importing.gathering import gather

ROOT = Path(__file__).resolve().parents[2]
WRITERS = ("csv.writer", "csv.DictWriter", "numpy.savetxt", "np.savetxt")


def cell(value: object) -> str:
    return next(csv.reader(csv_text([], [[value]]).splitlines(keepends=True)[1:]))[0]


@pytest.mark.parametrize(
    "name",
    ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+cmd", "-1+cmd", "--1", "\t=1", "\r=1", "\n=1", "＝1", "-inf", "="],
)
def test_no_cell_begins_like_a_formula(name: str) -> None:
    assert cell(name).startswith("'")


@pytest.mark.parametrize("number", ["-5", "+5", "-0.25", "-.5e-3", -5, -0.25, np.float32(-2), 7, "1e5", "–"])
def test_numbers_stay_numbers(number: object) -> None:
    assert cell(number) == str(number)


@pytest.mark.parametrize("name", ['say "7"', "a,b", "a;=b", "a\tb", "two\nlines", " 7 ", "plain", "数字"])
def test_words_come_back(name: str) -> None:
    assert cell(name) == name


def test_signs_that_other_countries_part_cells_with_stand_in_quotes() -> None:
    assert csv_text(["a;=1"], []) == '"a;=1"\n'


def test_what_steers_a_terminal_or_cannot_be_written_is_written_out() -> None:
    assert csv_text(["a\x1b[2J\udcff"], [[None, 1.5]]) == "a\\x1b[2J\\xff\n,1.5\n"


def test_our_own_tables_of_images_come_back(tmp_path: Path) -> None:
    classes = ("=1+1", "@home", "-x", "plain", "a;b")
    images = np.random.default_rng(0).integers(0, 256, (10, 28, 28), dtype=np.uint8)
    data = Dataset("own", images, np.arange(10) % 5, classes)

    export(data, tmp_path / "own.csv", "csv")

    assert set(gather(tmp_path / "own.csv", Choices()).classes) == set(classes)


def test_no_other_place_writes_tables() -> None:
    for path in (*ROOT.glob("engine/**/*.py"), *ROOT.glob("gui/**/*.py")):
        source = path.read_text(encoding="utf-8")
        if not any(name in source for name in WRITERS):
            continue  # reading the whole program as a tree takes two seconds
        written = [
            node
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Attribute) and ast.unparse(node) in WRITERS
        ]
        assert not written, f"{path}: engine/csv_text.py guards cells that look like formulas"
