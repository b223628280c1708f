"""What docs/federated.md says is what was measured, and its table is that of docs/federated.json."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import federated
from _kept import rows_in

from engine.challenge.schools import LEAST_SCHOOLS, MOST_SCHOOLS

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "federated.md").read_text(encoding="utf-8")
ROWS = rows_in(federated.RESULTS, federated.Row)
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->"


def middle(shares: str, number: int, name: str = "average") -> float:
    return median(getattr(row, name) for row in ROWS if (row.shares, row.round) == (shares, number))


def test_the_table_is_that_of_the_results() -> None:
    told = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert told.strip() == federated.tables(ROWS)
    assert {row.seed for row in ROWS} == {0, 1, 2}
    assert len(ROWS) == 3 * sum(federated.ROUNDS.values())


def test_the_average_reaches_what_was_known_beforehand() -> None:
    """Mixed from 86 to 95 % in ten rounds, two digits each to 84 % in fifteen, a school alone 20 %."""
    assert 0.84 < middle("equal", 1) < 0.88
    assert middle("equal", 10) >= 0.95
    assert middle("two-classes", 15) >= 0.84
    assert middle("two-classes", 15, "alone") < 0.21


def test_no_school_alone_comes_near_and_all_together_are_better() -> None:
    for shares, number in (("equal", 10), ("two-classes", 15)):
        assert middle(shares, number, "best") < middle(shares, number) < middle(shares, number, "together")


def test_what_is_said_of_time_and_schools() -> None:
    assert round(median(row.seconds for row in ROWS), 1) == 0.5
    assert "takes 0.5 s" in TEXT
    assert (LEAST_SCHOOLS, MOST_SCHOOLS) == (2, 100)
    assert "Two schools to a hundred" in TEXT
