"""What docs/recognition.md says of its tables is what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.config import load_preset
from engine.models.size import parameter_count

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "recognition.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose head begins so, below the line of dashes."""
    table = TEXT.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]]


def share(cell: str) -> float:
    return float(cell.rstrip("%"))


PRESETS = {(row[0], row[1]): row for row in rows("preset")}
STEPS = {row[0]: row for row in rows("preparation")}


def test_a_row_is_the_middle_of_its_seeds() -> None:
    assert len(PRESETS) == 22
    for row in (*PRESETS.values(), *(row for row in STEPS.values())):
        seeds, told = (row[3], row[2]) if len(row) > 4 else (row[2], row[1])
        shares = [share(cell) for cell in seeds.split(", ")]
        assert len(shares) == 3
        assert share(told) == pytest.approx(sum(shares) / 3, abs=0.1)


def test_generated_digits_add_what_mnist_lacks() -> None:
    for preset in ("article", "wide", "wide+varied", "cnn", "pen"):
        assert share(PRESETS[preset, "both"][5]) > share(PRESETS[preset, "mnist"][5])


def test_generated_digits_alone_teach_real_handwriting() -> None:
    assert all(share(row[2]) > 90 for (_, data), row in PRESETS.items() if data == "generated")


def test_what_positions_are_worth() -> None:
    missed = [100 - share(PRESETS[preset, "mnist"][2]) for preset in ("no-positions", "no-positions+placed")]
    assert 2.5 < missed[0] / missed[1] < 3


def test_what_networks_that_read_rows_or_patches_reach() -> None:
    found = {
        preset: PRESETS[preset, "mnist"] for preset in ("lstm", "transformer", "hybrid", "hybrid+longer")
    }
    least = {"lstm": 99.1, "transformer": 98.9, "hybrid": 98.9, "hybrid+longer": share(found["hybrid"][2])}
    assert all(share(row[2]) > least[preset] for preset, row in found.items())
    sizes = [parameter_count(load_preset(preset).network, (1, 28, 28), 10) for preset in ("lstm", "cnn")]
    assert 0.2 < sizes[0] / sizes[1] < 0.26
    for preset in ("lstm", "transformer", "hybrid"):
        assert found[preset][6].endswith(f"× {load_preset(preset).training.epochs}")


def test_the_pens_width_makes_no_difference() -> None:
    for column in (1, 3):
        found = [share(STEPS[step][column]) for step in ("all steps", "without “Even pen width”")]
        assert abs(found[0] - found[1]) < 0.5


def test_no_figure_stands_in_the_sentences_alone() -> None:
    tables = "\n".join(line for line in TEXT.splitlines() if line.startswith("|"))
    sentences = TEXT.partition("What can be read from it:")[2]
    for figure in re.findall(r"\d[\d.]* ?%", sentences):
        assert figure.replace(" ", "") in tables.replace(" ", "")


def test_what_is_told_of_no_digits_is_what_the_table_says() -> None:
    (table,) = (part for part in TEXT.split("\n\n") if part.startswith("| | MNIST test | strange pens |"))
    found = {(cells := line.strip("| ").split("|"))[0].strip(): cells for line in table.splitlines()[2:]}
    mean = {name: share(cells[-1].strip()) for name, cells in found.items()}
    refused = {name: share(cells[1].strip()) for name, cells in found.items()}
    shipped = "`pen` as it is shipped, its doubt"
    learnt = {name.split("`")[1]: name for name in found if name.startswith("learnt from")}
    kinds = [share(cell.strip()) for cell in found[shipped][3:-1]]
    assert len(kinds) == 6
    assert min(kinds) >= 80, "of each kind it catches four of five and more"
    assert all(refused[name] <= 2 for name in (shipped, *learnt.values()))
    told = re.search(
        r"tells (\d+) of 100, one that learns from MNIST (\d+), from generated digits (\d+)",
        " ".join(CHANGES.split()),
    )
    assert told is not None
    of = (shipped, learnt["mnist"], learnt["generated"])
    assert [float(figure) for figure in told.groups()] == [mean[name] for name in of]
