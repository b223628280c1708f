"""What docs/captions.md says is what was measured: its table is that of docs/captions.json."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import captions

from engine.captions.model import CaptionModel
from engine.captions.words import DIGIT, SLANT, THICKNESS

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "captions.md").read_text(encoding="utf-8")


def test_the_table_is_what_was_measured() -> None:
    told = TEXT.partition("<!-- measured: begin -->")[2].partition("<!-- measured: end -->")[0]
    rows = captions.kept(captions.RESULTS)
    assert [row["seed"] for row in rows] == [0, 1, 2]
    assert told.strip() == captions.table(rows)


def test_its_size_is_told() -> None:
    assert f"{sum(weights.numel() for weights in CaptionModel().parameters()):,} parameters" in TEXT


@pytest.mark.parametrize("concept", [*THICKNESS, *SLANT])
def test_each_word_has_its_rule(concept: object) -> None:
    assert isinstance(concept, tuple)
    english, chinese = concept
    assert any(line.startswith(f"| {english[0]}, ") and chinese[0] in line for line in TEXT.splitlines())
    assert len(DIGIT) == 10
