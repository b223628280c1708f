"""What docs/export.md says in its tables is what the registry, the networks and the table itself say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.config import load_preset
from engine.deploy.c.format import C
from engine.deploy.operations import plain_network
from engine.deploy.registry import FORMATS, format_named
from engine.deploy.weights import Weights
from engine.models.build import build

FOLDER = Path(__file__).resolve().parents[2] / "docs"
TEXT = (FOLDER / "export.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose head begins so, below the line of dashes."""
    table = TEXT.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]]


MEASURED = {(preset, form, weights): cells for preset, form, weights, *cells in rows("preset | format")}
WITH_ALL = ("article", "wide", "cnn")  # the others were measured before there was int4
PRESETS = ("article", "wide", "cnn", "pen", "lstm", "transformer", "hybrid")
BEFORE = {"web": ("float32", "float16", "int8"), "c": ("float32", "int8")}


def number(cell: str) -> float:
    return float(cell.replace(",", "").rstrip("% ms"))


def test_every_format_is_told() -> None:
    assert {form for form, *_ in rows("format | the file")} == {f"`{form.name}`" for form in FORMATS}


@pytest.mark.parametrize("row", rows("preset | flash, float32"), ids=lambda row: row[0])
def test_flash_and_memory(row: list[str]) -> None:
    preset, *told = row
    shape = (1, 28, 28)
    network = plain_network(build(load_preset(preset).network, image_shape=shape, classes=10).eval(), shape)
    full, small, least = (C.footprint(network, weights) for weights in C.weights)
    assert told == [f"{size / 1000:.0f} kB" for size in (full.flash, small.flash, least.flash, full.ram)]


def test_each_preset_was_measured_with_all_weights() -> None:
    formats = {form for _, form, _ in MEASURED}
    assert {"script", "onnx", "c"} <= formats
    wanted = {
        (preset, form, weights)
        for preset in PRESETS
        for form in formats
        for weights in (
            [each.value for each in format_named(form).weights]
            if preset in WITH_ALL
            else BEFORE.get(form, ("float32",))
        )
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
            few = weights == "int4"
            assert (9_800 if few else 9_950) < number(same) <= 10_000
            assert abs(number(inside) - number(outside)) <= (0.5 if few else 0.1)


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
    usual = {key: cells for key, cells in MEASURED.items() if key[2] != "int4"}
    assert min(number(cells[2]) for cells in usual.values()) == number(same)
    [int8, int4] = re.findall(r"int8 changed at most (\d+) of 10,000 answers, int4 up to (\d+)", TEXT)[0]
    for kind, most in (("int8", int8), ("int4", int4)):
        assert max(10_000 - number(cells[2]) for key, cells in MEASURED.items() if key[2] == kind) == int(
            most
        )


# Tables that benchmarks keep as JSON


def kept(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["rows"]
    return found


def test_times_are_those_that_are_kept() -> None:
    found = {(row["network"], row["kind"]): row for row in kept("integer_time")}
    assert [tuple(cells[:2]) for cells in rows("network | kind")] == list(found)
    for cells in rows("network | kind"):
        row = found[cells[0], cells[1]]
        assert cells[2:] == [
            f"{row['size']:,}", f"{row['one']:.3f} ms", f"{row['many']:.4f} ms", f"{row['read']:.2%}",
            str(row["changed"]), f"{row['difference']:.1e}",
        ]  # fmt: skip


def test_whole_numbers_pay_where_layers_are_large() -> None:
    found = {(row["network"], row["kind"]): row for row in kept("integer_time")}

    def gain(network: str, which: str) -> float:
        return float(found[network, "float32"][which] / found[network, "int8 and activations"][which])

    assert gain("large", "one") > 2
    assert gain("large", "many") > 2
    assert gain("article", "one") < 1.1
    assert gain("article", "many") > 1.2
    assert all(
        0.7 < row["one"] / found[network, "float32"]["one"]
        for (network, _), row in found.items()
        if row["kind"] == "int8"
    )
    assert gain("cnn", "one") < 1.1
    assert gain("cnn", "many") < 1.1
    assert all(row["changed"] < 50 for row in found.values())


def test_what_was_made_smaller_leaves_as_it_is() -> None:
    found = kept("compressed_exports")
    assert [cells[:2] for cells in rows("preset | made smaller")] == [
        [row["preset"], row["way"]] for row in found
    ]
    for row, cells in zip(found, rows("preset | made smaller"), strict=True):
        changed = row["changed"]
        assert cells[2:] == [
            str(row["exports"]), f"{row['difference']:.1e}", *(str(changed[weights]) for weights in Weights),
            *(f"{row[size]:,}" for size in ("page", "gzipped", "page_int4", "gzipped_int4")),
        ]  # fmt: skip
        assert row["exports"] == sum(len(form.weights) for form in FORMATS)
        assert row["difference"] < 1e-5
        assert changed["float32"] == 0
        assert changed["int8"] == 0 or row["way"] != "8 bits, channel"
        assert changed["int4"] == 0 or row["way"] != "4 bits, group"
    zeros, whole = ({row["way"]: row for row in found}[way] for way in ("80 % zeros", "as trained"))
    assert f"{whole['gzipped']:,} become {zeros['gzipped']:,} bytes" in TEXT
    assert abs(zeros["page"] - whole["page"]) < 100
