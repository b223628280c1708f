"""What docs/export.md says in its tables is what the registry, the networks and the table itself say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.config import load_preset
from engine.deploy.c.format import C
from engine.deploy.operations import plain_network
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.weights import Weights
from engine.models.build import build

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "export.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose head begins so, below the line of dashes."""
    table = TEXT.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]]


MEASURED = {(preset, form, weights): cells for preset, form, weights, *cells in rows("preset | format")}
PRESETS = ("article", "wide", "cnn", "pen", "lstm", "transformer", "hybrid")


def number(cell: str) -> float:
    return float(cell.replace(",", "").rstrip("% ms"))


def test_every_format_is_told() -> None:
    assert {form for form, *_ in rows("format | the file")} == {f"`{form.name}`" for form in FORMATS}


@pytest.mark.parametrize("row", rows("preset | flash, float32"), ids=lambda row: row[0])
def test_flash_and_memory(row: list[str]) -> None:
    preset, *told = row
    shape = (1, 28, 28)
    network = plain_network(build(load_preset(preset).network, image_shape=shape, classes=10).eval(), shape)
    full, small = (C.footprint(network, weights) for weights in (Weights.FLOAT32, Weights.INT8))
    assert told == [f"{size / 1000:.0f} kB" for size in (full.flash, small.flash, full.ram)]


def test_each_preset_was_measured_with_all_weights() -> None:
    formats = {form for _, form, _ in MEASURED}
    assert {"script", "onnx", "c"} <= formats
    wanted = {
        (preset, form, weights.value)
        for preset in PRESETS
        for form in formats
        for weights in format_named(form).weights
    }
    assert set(MEASURED) == wanted


def test_nothing_answers_otherwise_outside() -> None:
    """With weights as they are, every answer is the model's; with rounded ones, of most images still."""
    for (_, form, weights), (size, difference, same, inside, outside, *_) in MEASURED.items():
        assert number(difference) < format_named(form).limit / 10
        assert number(size) > 0
        if weights == "float32":
            assert (same, inside) == ("10,000", outside)
        else:
            assert 9_950 < number(same) <= 10_000
            assert abs(number(inside) - number(outside)) <= 0.1


def test_rounded_weights_are_smaller() -> None:
    for (preset, form, weights), (size, *_) in MEASURED.items():
        if weights != "float32":
            assert number(size) < 0.75 * number(MEASURED[preset, form, "float32"][0])


def test_no_figure_of_a_difference_stands_in_the_sentences_alone() -> None:
    sentences = TEXT.partition("\n## Measured")[2].partition("| preset | format |")[0]
    differences = [number(cells[1]) for cells in MEASURED.values()]
    [told] = re.findall(r"by (\d\.\d)·10⁻⁶ at most", sentences)
    assert max(differences) == pytest.approx(float(told) * 1e-6)
    [same] = re.findall(r"at least ([\d,]+) of\s+10,000", sentences)
    assert min(number(cells[2]) for cells in MEASURED.values()) == number(same)
