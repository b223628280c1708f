"""What docs/membership.md says is what was measured, and its table is that of docs/membership.json."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import membership
from _kept import rows_in

from engine.challenge.membership import STEPS, USUAL_COUNT

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "membership.md").read_text(encoding="utf-8")
ROWS = rows_in(membership.RESULTS, membership.Row)
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->"


def rows(case: str) -> list[membership.Row]:
    return [row for row in ROWS if row.case == case]


def test_the_table_is_that_of_the_results() -> None:
    told = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert told.strip() == membership.tables(ROWS)
    assert {row.seed for row in ROWS} == {0, 1, 2}
    assert len({(row.case, row.seed) for row in ROWS}) == len(ROWS)


def test_few_images_learnt_by_heart_are_betrayed_and_many_hardly() -> None:
    """As was known beforehand: 0.66 of 400 images, 0.49 to 0.54 of 5,000 and more."""
    assert all(row.low > 0.5 and abs(row.auc - 0.66) < 0.04 for row in rows("400"))
    for case in ("5,000", "all"):
        assert all(0.49 <= row.auc <= 0.54 for row in rows(case))
    assert median(row.auc for row in rows("all")) < 0.51


def test_moved_copies_betray_more_than_the_loss_in_every_row() -> None:
    for case in {row.case for row in ROWS}:
        assert median(row.moved_auc for row in rows(case)) > median(row.auc for row in rows(case)), case
    assert all(row.moved_auc > row.auc for row in ROWS if row.case in membership.CASES)


def test_of_what_was_trained_with_a_budget_the_loss_tells_nothing_and_copies_next_to_nothing() -> None:
    private = [row for row in ROWS if row.case in membership.PRIVATE]
    assert len(private) == 3 * len(membership.PRIVATE)
    assert all(row.low <= 0.5 <= row.high for row in private)
    assert max(row.moved_auc for row in private) < 0.52
    assert sum(row.moved_low > 0.5 for row in private) == 2


def test_what_is_said_of_the_attack() -> None:
    assert f"{USUAL_COUNT:,} of each" in TEXT
    assert len(STEPS) == 4
    assert "four copies" in TEXT
