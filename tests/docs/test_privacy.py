"""What docs/privacy.md says in figures is what docs/private.json holds, what ε means, and what the presets are."""

from __future__ import annotations

import math
import re
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import private
from _kept import rows_in
from private import PRESETS, WITHOUT

from engine.cli.flags import FLAGS
from engine.config import load_preset

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
ROWS = rows_in(ROOT / "docs" / "private.json", private.Row)
BEGIN, END = "<!-- private: begin -->\n", "<!-- private: end -->"


def read_by(preset: str) -> float:
    found = [row.accuracy for row in ROWS if row.preset == preset]
    assert len(found) == 3
    return statistics.mean(found)


def test_the_table_is_that_of_the_results() -> None:
    assert TEXT.partition(BEGIN)[2].partition(END)[0].strip() == private.table(ROWS)


def test_what_an_epsilon_means() -> None:
    rows = re.findall(r"^\| ([\d.]+) \| ([\d.,]+) \| ([\d.]+) % \|$", TEXT, re.MULTILINE)
    assert len(rows) == 4
    for epsilon, factor, sure in rows:
        grown = math.exp(float(epsilon))
        assert (f"{grown:,.1f}" if grown < 10 else f"{grown:,.0f}") == factor
        places = len(sure.partition(".")[2])
        assert f"{100 * grown / (1 + grown):.{places}f}" == sure


def test_presets_read_what_their_words_say_and_spend_no_more_than_their_budget() -> None:
    without = round(100 * read_by(WITHOUT))
    for preset in PRESETS:
        words = (ROOT / "resources" / "presets" / f"{preset}.json").read_text(encoding="utf-8")
        shares = [int(share) for share in re.findall(r"about (\d+) %", words)]
        assert shares == [round(100 * read_by(preset)), without]
        budget = load_preset(preset).training.privacy_epsilon
        assert all(row.epsilon is not None and row.epsilon <= budget for row in ROWS if row.preset == preset)


def test_its_commands_are_there() -> None:
    names = {flag.name for flag in FLAGS}
    assert {"privacy-epsilon", "privacy-noise", "privacy-clip", "privacy-delta"} <= names
    assert set(re.findall(r"--(privacy-\w+)", TEXT)) <= names
