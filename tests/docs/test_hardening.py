"""The table of docs/hardening.md is that of docs/hardened.json, and what is said of it holds."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from _kept import rows_in
from hardened import Row, table

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "hardening.md").read_text(encoding="utf-8")
ROWS = rows_in(ROOT / "docs" / "hardened.json", Row)


def test_the_table_is_what_was_measured() -> None:
    assert table(ROWS) in TEXT


def test_what_is_said_of_it_holds() -> None:
    of = {
        network: [row for row in ROWS if row.network == network]
        for network in ("hardened", "article, one step")
    }
    for row in of["hardened"]:
        assert row.clean >= 0.98
        assert row.pgd >= 0.92
        assert row.hard <= row.pgd
    (illusion,) = of["article, one step"]
    assert "it looks as if it withstood most of what one step does, and it\nwithstands nothing" in TEXT
    assert illusion.fgsm > 0.6
    assert illusion.pgd < 0.02
    assert "misses about two test digits in a hundred" in (
        ROOT / "resources/presets/hardened.json"
    ).read_text("utf-8")
    assert all(0.01 < 1 - row.clean < 0.025 for row in of["hardened"])
