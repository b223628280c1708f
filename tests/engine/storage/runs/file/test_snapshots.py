"""Which snapshots go when room is scarce."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from engine.storage.runs.file.snapshots import Snapshot, superfluous


@given(
    steps=st.sets(st.integers(0, 10_000), min_size=1, max_size=80),
    excess=st.integers(-5, 900),
    keep=st.sets(st.integers(0, 10_000), max_size=5),
)
def test_the_ends_and_what_must_stay_are_never_given_up(steps: set[int], excess: int, keep: set[int]) -> None:
    keep |= set(list(steps)[:1])
    found = [Snapshot(step, Path(str(step)), 10) for step in sorted(steps)]
    gone = superfluous(found, excess, keep)
    left = [item for item in found if item not in gone]
    assert len(set(gone)) == len(gone)
    assert {found[0].step, found[-1].step} | (keep & steps) <= {item.step for item in left}
    saved = 10 * len(gone)
    assert saved - 10 < max(excess, 0)  # no more than needed
    if saved < excess:
        assert {item.step for item in left} == {found[0].step, found[-1].step} | (keep & steps)


def test_those_left_lie_evenly() -> None:
    found = [Snapshot(step, Path(str(step)), 1) for step in range(17)]
    left = set(range(17)) - {item.step for item in superfluous(found, 12)}
    assert left == {0, 4, 8, 12, 16}
