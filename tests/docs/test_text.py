"""The tables of docs/text.md are those of docs/text.json, and what page and presets say of them holds."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from text import kept, table

from engine.config import preset

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "text.md").read_text(encoding="utf-8")


def test_the_tables_are_what_was_measured() -> None:
    assert table(kept()) in TEXT


def test_attention_finds_what_must_be_looked_up_sooner_and_memory_goes_on_with_prose() -> None:
    middle = {name: statistics.median(row) for name, row in kept().items()}
    said = " ".join(TEXT.split())
    assert "needs about four times as long" in said
    assert 3 < middle["lstm-reverses"] / middle["little-gpt-reverses"] < 5
    assert "takes longer" in preset("little-gpt-reverses").explanation
    assert middle["little-lstm-writes"] < middle["gpt-writes"] - 0.1
    assert "sooner than a Transformer of its size" in preset("little-lstm-writes").explanation
    assert "within seconds" in preset("little-gpt-adds").explanation
    assert max(kept()["little-gpt-adds"]) < 10
    assert "both learn to add about equally soon" in said
    assert 0.6 < middle["lstm-adds"] / middle["little-gpt-adds"] < 1.5
