"""The watch that stands while a run is held."""

from __future__ import annotations

from engine.training.stopwatch import Stopwatch


def test_only_what_lies_between_start_and_stop_counts() -> None:
    now = [10.0]
    watch = Stopwatch(lambda: now[0])
    assert watch.elapsed() == 0
    for act, seconds in (
        (watch.start, 2),
        (watch.start, 1),
        (watch.stop, 100),
        (watch.stop, 100),
        (watch.start, 4),
    ):
        act()
        now[0] += seconds
    assert watch.elapsed() == 7
    watch.stop()
    assert watch.seconds == 7
