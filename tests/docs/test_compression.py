"""What docs/compression.md says is what was measured, and its tables are those of docs/compression.json."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import compression
from _kept import rows_in
from compression import Row, grouped, middle

from engine.compress.pruning import Pruning
from engine.compress.registry import METHODS
from engine.compress.trial import RATE

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "compression.md").read_text(encoding="utf-8")
ROWS = rows_in(compression.RESULTS, Row)
PRESETS = [preset for preset in compression.PRESETS if any(row.preset == preset for row in ROWS)]
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->"
# What the page claims of `article`, in per cent of the test examples.
WANTED = {0.8: 97.5, 0.9: 96.8, 0.95: 94.1}


def test_the_tables_are_those_of_the_results() -> None:
    told = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert told.strip() == compression.tables(ROWS)


def test_every_method_and_preset_is_there() -> None:
    assert {row.method for row in ROWS} == {"original", "both", *METHODS}
    assert {"article", "wide", "lstm"} <= set(PRESETS)
    assert len({row.key for row in ROWS}) == len(ROWS)
    for name in METHODS:
        assert f"--method {name}" in TEXT


def read_of(preset: str, method: str, amount: float, epochs: int, per: str = "") -> float:
    rows = [row for row in ROWS if row.key[2:] == (method, per, amount, epochs) and row.preset == preset]
    return 100 * middle(rows, "test")


def test_fine_tuning_mends_what_pruning_broke() -> None:
    for amount, wanted in WANTED.items():
        assert read_of("article", "prune", amount, 2) >= wanted
    for preset in ("article", "wide"):
        assert read_of(preset, "prune", 0.9, 2) > read_of(preset, "prune", 0.9, 0)


def test_a_smaller_network_is_better_fine_tuned_than_from_scratch() -> None:
    for row in ROWS:
        if row.control is not None:
            assert row.validation > row.control, row


def test_four_bits_by_group_cost_little() -> None:
    for preset in PRESETS:
        assert read_of(preset, "original", 0.0, 0) - read_of(preset, "quantise", 4, 0, "group") <= 0.5


def test_no_figure_stands_in_the_sentences_alone() -> None:
    tables = "".join(line.replace(" ", "") for line in TEXT.splitlines() if line.startswith("|"))
    sentences = TEXT.partition("What can be read from them")[2].partition("`python benchmarks")[0]
    found = re.findall(r"\d[\d.]* ?%", sentences)
    assert found
    for figure in found:
        assert figure.replace(" ", "") in tables, figure


def test_what_is_said_of_settings() -> None:
    assert RATE == 3
    assert "three times the learning rate" in TEXT
    assert f"{100 * Pruning.amount.usual:.0f} %" not in TEXT.partition("## Fine-tuning")[0], (
        "no default is told twice"
    )


def test_order_of_the_tables() -> None:
    keys = list(grouped([*ROWS]))
    assert keys[0][0] == "original"
    bits = [
        amount for method, per, amount, epochs in keys if (method, per, epochs) == ("quantise", "group", 0)
    ]
    assert bits == sorted(bits, reverse=True)


def test_nothing_on_the_way_is_beaten_twice() -> None:
    """What is worth having is the best of its bytes: fewer bytes, fewer images read."""
    for preset in PRESETS:
        best = compression.pareto([row for row in ROWS if row.method != "original"], preset)
        sizes = [middle(rows, "size") for rows in best.values()]
        tests = [middle(rows, "test") for rows in best.values()]
        assert sizes == sorted(sizes, reverse=True)
        assert tests == sorted(tests, reverse=True)


def test_a_beaten_model_is_left_out() -> None:
    def row(amount: float, test: float, size: int) -> Row:
        return Row("article", 0, "prune", "", amount, 0, 0.9, test, size, 1.0, 1.0)

    whole = replace(row(0.0, 0.85, 200), method="original")
    rows = [whole, row(0.5, 0.9, 100), row(0.6, 0.8, 120), row(0.7, 0.8, 80), row(0.8, 0.8, 70)]
    assert [key[2] for key in compression.pareto(rows, "article")] == [0.0, 0.5, 0.8]
