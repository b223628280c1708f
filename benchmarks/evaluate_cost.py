"""Claim: the Evaluate station, following the validation of a run live, costs training at most 15 %.

In turns the same network is trained in one window, once with the Train station open, and once with the Evaluate
station and its report on the validation examples, which is made anew after an epoch. A third way has the report on the
page but another station in sight. A timer of 5 ms tells how long the event loop was held up. At the end it is asked
what one report costs to measure, to show and to paint.

Run: python benchmarks/evaluate_cost.py [--rounds 5] [--epochs 10] [--preset article]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

from _measure import images_at_hand, in_turns, machine, own_home, spread, turns_asked, use_display

from engine.config import load_preset

if TYPE_CHECKING:
    from gui.main_window import MainWindow

MOST = 1.15  # times the seconds of an epoch beside the Train station
TRAIN, EVALUATE, HIDDEN = "Train station", "Evaluate station", "Evaluate hidden"
TIMES = 20


def main() -> int:
    """Measure, print, and return 1 where the station costs more than it should."""
    options = turns_asked(__doc__)
    use_display()
    with own_home():
        return _measure(options)


def _measure(options: argparse.Namespace) -> int:
    from _window import Lateness, open_window, train_from_first_epoch, wait_for

    from gui.stations.evaluate.measuring_job import Target

    name = images_at_hand()
    changes = {"data.dataset": name, "training.epochs": options.epochs, "training.threads": 1}
    ways = (TRAIN, EVALUATE, HIDDEN)
    with open_window(load_preset(options.preset).with_(**changes)) as window:
        window.show_station("evaluate")  # which makes what measures
        bench, measuring = window.workbench, window.station("evaluate").measuring
        measuring.set_target(Target("validation"))
        late = Lateness(ways)
        reports: dict[str, list[int]] = {way: [] for way in ways}
        seen = 0
        newest = measuring.newest

        def on_changed() -> None:
            nonlocal seen, newest
            seen += measuring.newest is not newest and bench.running
            newest = measuring.newest

        measuring.changed.connect(on_changed)

        def train(way: str) -> float:
            """Return the seconds of an epoch, pauses left out."""
            nonlocal seen
            if way == HIDDEN:
                window.show_station("evaluate")  # it was looked at, and is left
            window.show_station("evaluate" if way == EVALUATE else "train")
            seen = 0
            train_from_first_epoch(window, late, way)
            reports[way].append(seen)
            wait_for(lambda: not measuring.busy)
            return bench.history.seconds / len(bench.history.epochs)

        seconds = in_turns({way: lambda way=way: train(way) for way in ways}, options.rounds)
        print(machine(windows=True))
        print(
            f"{options.preset} on {name}, {options.epochs} epochs, {options.rounds} rounds, seconds of an epoch"
        )
        worst = 0.0
        for way in ways:
            ratio = statistics.median(
                own / beside for own, beside in zip(seconds[way], seconds[TRAIN], strict=True)
            )
            worst = max(worst, ratio)
            count = statistics.median(reports[way])
            print(
                f"{way}: ratio {ratio:.2f}, {spread(seconds[way])} s; {late.words(way)}; {count:g} reports a run"
            )
        window.show_station("evaluate")
        settled = time.monotonic() + 2
        wait_for(lambda: time.monotonic() > settled and not measuring.busy)
        print(_at_rest(window))
    return 0 if worst <= MOST else 1


def _at_rest(window: MainWindow) -> str:
    """Say what one report costs at rest: to measure, in processor time of the window's thread to show, and to paint."""
    from gui.stations.evaluate.page import EvaluatePage

    station, measuring = window.station("evaluate").page, window.station("evaluate").measuring
    assert isinstance(station, EvaluatePage)
    assert measuring.newest is not None
    shown, painted = [], []
    measured = measuring.newest
    for _ in range(TIMES):
        station.report._measured = None  # the same report is shown anew
        started = time.thread_time()
        station.report.set_measured(measured, measuring.kept)
        shown.append(1000 * (time.thread_time() - started))
        started = time.thread_time()
        for part in (station.report.matrix, station.report.summary, station.report.mistakes):
            part.repaint()
        painted.append(1000 * (time.thread_time() - started))
    return (
        f"a report: measuring {1000 * measured.seconds:.0f} ms, showing {statistics.median(shown):.1f} ms, "
        f"painting {statistics.median(painted):.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
