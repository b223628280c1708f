"""Claim: the last third of a million epochs costs the window no more than the first, and nothing is slow after them.

The real window trains a network on 60 images, one step an epoch, and validates after each, as fast as it does; Train
is in front, and the run is kept on the disk. By ninths of the run: what the window's thread and the whole process take
for an epoch, how late a timer of 5 ms comes, how long the window's thread is at work between two turns of it, what is
resident in memory and what lies on the disk. Then come the stations, the card under the mouse, the table for
spreadsheets and the run opened again.

Run: python benchmarks/long_run_trained.py [--epochs 1000000] [--preset no-hidden-layer] [--minutes 60]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from _claims import Claim, arguments, conclude
from _measure import child, machine, own_home, percentile, use_display

GROWTH, DELAY = 1.25, 16.0  # times; milliseconds, by the clock and at work
HELD_UP = 250.0  # milliseconds of work at a time, while something is done with the run after it
OPENING = 60.0  # seconds of the processor
TIMER_MS = 5
IMAGES = 60
PARTS = 9
OPENED = "the run opened again"


class Parts:
    """What each ninth of a run costs, by the epochs told to the window.

    Args:
        window: The open window.
        epochs: How many there will be.
        minutes: After how many the run is stopped.
    """

    def __init__(self, window: Any, epochs: int, minutes: float) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._bench = window.workbench
        self._marks = [epochs * number // PARTS for number in range(PARTS + 1)]
        self._deadline = time.monotonic() + 60 * minutes
        self.rows: list[dict[str, float]] = []
        self._delays: list[float] = []
        self._works: list[float] = []
        self._worked = 0.0
        self._begun: tuple[float, float, int] | None = None
        self._expected = 0.0
        self._timer = QTimer(window, timerType=Qt.TimerType.PreciseTimer, interval=TIMER_MS)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()

    def _on_timer(self) -> None:
        now, told = time.perf_counter(), self.told
        if self._begun is not None:
            self._delays.append(1000 * max(0.0, now - self._expected))
            self._works.append(1000 * (time.thread_time() - self._worked))
            if len(self.rows) < PARTS and told >= self._marks[len(self.rows) + 1]:
                self._take()
        elif told:
            self._begin()
        if time.monotonic() > self._deadline:
            self._bench.stop()
        self._expected, self._worked = time.perf_counter() + TIMER_MS / 1000, time.thread_time()

    @property
    def told(self) -> int:
        """How many epochs the window has heard of."""
        return len(self._bench.history.epochs)

    def end(self) -> None:
        """Note the part that was under way where the run was stopped."""
        if len(self.rows) < PARTS:
            self._take()
        self._timer.stop()

    def _begin(self) -> None:
        self._begun = time.thread_time(), time.process_time(), self.told
        self._delays, self._works = [], []

    def _take(self) -> None:
        """Note a part that is over."""
        assert self._begun is not None, "it is over"
        window, process, first = self._begun
        count = max(1, self.told - first)
        self.rows.append(
            {
                "epochs": self.told,
                "window": 1e6 * (time.thread_time() - window) / count,
                "process": 1e6 * (time.process_time() - process) / count,
                "late": percentile(self._delays, 0.99),
                "work": percentile(self._works, 0.99),
                "most": max(self._works),
                "memory": resident_megabytes(),
                "files": megabytes_under(self._bench.current_run.run.path),
            }
        )
        self._begin()


class Afterwards:
    """What is done with the run after it: the processor's time, and how long the window is at work for it at a time."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.rows: list[dict[str, Any]] = []
        self._worst = self._worked = 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TIMER_MS)
        self._timer.timeout.connect(self._on_timer)

    @contextmanager
    def measured(self, what: str) -> Iterator[None]:
        """Measure what is done meanwhile, until the window is at rest again."""
        self._worst, self._worked = 0.0, time.thread_time()
        self._timer.start()
        process, thread = time.process_time(), time.thread_time()
        yield
        self._on_timer()  # what has held it up to the last
        self._timer.stop()
        spent, held = time.process_time() - process, time.thread_time() - thread
        self.rows.append({"what": what, "process": spent, "window": held, "worst": self._worst})

    def _on_timer(self) -> None:
        now = time.thread_time()
        self._worst, self._worked = max(self._worst, 1000 * (now - self._worked)), now


def resident_megabytes() -> float:
    """Return what this process has resident now; where that cannot be asked, the most that it has had."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        from long_run_memory import peak_megabytes

        return peak_megabytes()
    import resource

    return pages * resource.getpagesize() / 1e6


def megabytes_under(folder: Path) -> float:
    """Return how much the files in a folder hold."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def live(preset: str, epochs: int, minutes: float) -> dict[str, Any]:
    """Train so many epochs in the window, and look at the run afterwards."""
    import _window
    from _window import open_window, train

    from engine.config import load_preset

    changes = {"data.dataset": "generated", "data.generated_count": 100, "data.train_count": IMAGES}
    changes |= {"training.epochs": epochs}
    _window.TIMEOUT = 60 * minutes + 300
    with open_window(load_preset(preset).with_(**changes)) as window:
        bench = window.workbench
        window.show_station("train")
        parts = Parts(window, epochs, minutes)
        before, spent = resident_megabytes(), time.process_time()
        began = time.perf_counter()
        train(window)
        seconds, spent = time.perf_counter() - began, time.process_time() - spent
        parts.end()
        if bench.model is not None:
            bench.model.saved = True
        found = {"parts": parts.rows, "before": before, "seconds": seconds, "processor": spent}
        found |= {"told": len(bench.history.epochs), "after": look_back(window)}
        return found


def look_back(window: Any) -> list[dict[str, Any]]:
    """Do with the run what a person does, and measure it."""
    from _window import wait_for
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    from gui.bench.run_files import RunFiles

    bench, found = window.workbench, Afterwards()
    run = bench.current_run.run
    curves = window.station("train").page.curves

    def at_rest() -> bool:
        return not bench.catalogue.busy and not bench.loader.busy

    def settle(until: Callable[[], bool] = at_rest, seconds: float = 1.0) -> None:
        rest = time.monotonic() + seconds
        wait_for(lambda: time.monotonic() > rest and until())

    settle()
    with found.measured("the mouse over the curves, 200 places"):
        plot = curves.loss
        for number in range(200):
            QTest.mouseMove(plot, QPoint(plot.width() * number // 200, plot.height() // 2))
            wait_for(lambda: True)
    for name in ("evaluate", "runs"):
        with found.measured(f"{name} shown"):
            window.show_station(name)
            settle()
    with found.measured("the run chosen among the runs, its curves drawn"):
        page = window.station("runs").page
        page.choose(run.id)
        settle(lambda: at_rest() and run.id in page.curves._histories)
    files = RunFiles(bench.catalogue.folder, window)
    target = run.path.parent.parent / "curves.csv"
    with found.measured("its table for spreadsheets written"):
        files.export((run.id,), target, window, "csv")
        settle(lambda: not files.busy and target.exists())
    files.shutdown()
    station, before = window.station("runs"), bench.history
    with found.measured(OPENED):
        station.open(run.id)
        settle(lambda: bench.history is not before)
    with found.measured("the whole of its curves as a table, the first 1,000 rows"):
        _header, rows = curves._table()
        for _number, _row in zip(range(1000), rows, strict=False):
            pass
    return found.rows


def claims_of(found: dict[str, Any]) -> list[Claim]:
    """Hold the last third against the first, and all against bounds of their own."""
    rows, told = found["parts"], found["told"]
    count = max(1, len(rows) // 3)
    first, last = rows[:count], rows[-count:]
    opened = next(row for row in found["after"] if row["what"] == OPENED)
    held = max(row["worst"] for row in found["after"])
    timer = f"delay of a {TIMER_MS} ms timer in the last third"

    def growth(name: str) -> float:
        return float(sum(row[name] for row in last) / sum(row[name] for row in first))

    thread = f"an epoch of the last third of {told:,}, the window's thread, times as long"
    return [
        Claim(thread, "of the first third", GROWTH, "×", growth("window")),
        Claim("the same, the whole process", "of the first third", GROWTH, "×", growth("process")),
        Claim(f"{timer}, 99 %", "", DELAY, "ms", max(row["late"] for row in last)),
        Claim("work between two turns of it, 99 %", "", DELAY, "ms", max(row["work"] for row in last)),
        Claim("the run opened again, seconds of the processor", "", OPENING, "s", opened["process"]),
        Claim("work of the window at a time for what is done with the run after it", "", HELD_UP, "ms", held),
    ]


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=1, epochs=1_000_000, minutes=60)
    parser.add_argument("--preset", default="no-hidden-layer")
    parser.add_argument("--live", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    use_display()
    if options.live:
        print(json.dumps(live(options.preset, options.epochs, options.minutes)))
        return 0
    given = ("--live", "--preset", options.preset, "--epochs", options.epochs, "--minutes", options.minutes)
    with own_home():
        found = child(__file__, *given, timeout=60 * options.minutes + 600)
    print(
        f"{machine(windows=True)}; {found['told']:,} epochs in {found['seconds']:.0f} s, "
        f"{found['processor']:.0f} s of the processor; {found['before']:.0f} MB in memory before\n"
    )
    head = ("epochs", "window, µs an epoch", "process, µs", "timer 99 %, ms", "work 99 %, ms", "most, ms")
    print(f"| {' | '.join(head)} | memory, MB | files, MB |")
    print(f"|{' ---: |' * 8}")
    for row in found["parts"]:
        figures = f"{row['window']:.0f} | {row['process']:.0f} | {row['late']:.1f}"
        figures += f" | {row['work']:.1f} | {row['most']:.1f}"
        print(f"| {row['epochs']:,} | {figures} | {row['memory']:.0f} | {row['files']:.0f} |")
    print("\n| after it | processor, s | of it the window's thread, s | work at a time, ms |")
    print("| --- | ---: | ---: | ---: |")
    for row in found["after"]:
        print(f"| {row['what']} | {row['process']:.2f} | {row['window']:.2f} | {row['worst']:.0f} |")
    return conclude(claims_of(found), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
