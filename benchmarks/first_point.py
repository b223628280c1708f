"""Claim: from pressing Train to the first point on the plot takes less than 300 ms, on MNIST.

The real window, a second and more after its start has settled, and the real button, pressed with the mouse. Each
process is pressed once afresh and then some times more, each run stopped before the next; first presses and later
ones are kept apart. The point counts when the plot has painted it. Where the time goes is told step by step, from the
moments at which the training thread got there.

Run: python benchmarks/first_point.py [--rounds 5] [--presses 4]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from typing import Any

from _claims import arguments, conclude, median
from _measure import child, images_at_hand, machine, own_home, spread, use_display

LIMIT = 300.0  # ms
REST = 1.0  # seconds before each press
WAYS = {
    "asked": "the window begins the run",
    "entered": "the run has its folder, training is called",
    "started": "the model is built",
    "steps": "the first steps are told",
    "drawn": "the plot has new points",
    "painted": "they are on the screen",
}


class Milestones:
    """Notes when a run gets where, once each."""

    def __init__(self) -> None:
        self.began = 0.0
        self.found: dict[str, float] = {}

    def begin(self) -> None:
        """Count from now."""
        self.found = {}
        self.began = time.perf_counter()

    def note(self, name: str) -> None:
        """A milestone is reached; only the first time counts."""
        self.found.setdefault(name, 1000 * (time.perf_counter() - self.began))


def press(presses: int) -> list[dict[str, float]]:
    """Press Train that many times in one window; milliseconds to each milestone."""
    from _window import open_window, wait_for
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPushButton

    import engine.training
    from engine.config import load_preset
    from engine.training import StepsDone, TrainingStarted, train
    from gui.widgets.curves.canvas import CurveCanvas
    from gui.widgets.curves.plot import CurvePlot

    times = Milestones()

    def noted(*arguments: Any, **options: Any) -> Iterator[object]:
        times.note("entered")
        for event in train(*arguments, **options):
            if isinstance(event, TrainingStarted):
                times.note("started")
            elif isinstance(event, StepsDone):
                times.note("steps")
            yield event

    flush, paint = CurvePlot.flush, CurveCanvas.paintEvent

    def flushed(plot: CurvePlot) -> float:
        seconds = flush(plot)
        if any(len(series.x) for series in plot.series()):
            times.note("drawn")
        return seconds

    def painted(canvas: CurveCanvas, event: Any) -> None:
        paint(canvas, event)
        if "drawn" in times.found:
            times.note("painted")

    engine.training.train = noted
    CurvePlot.flush, CurveCanvas.paintEvent = flushed, painted
    changes = {"data.dataset": images_at_hand(), "data.generated_count": 60_000}
    found = []
    with open_window(load_preset("article").with_(**changes)) as window:
        window.show_station("train")
        bench = window.workbench
        bench.run_started.connect(lambda: times.note("asked"))
        button = window.findChild(QPushButton, "trainButton")
        for _ in range(presses):
            rested = time.monotonic() + REST
            wait_for(lambda until=rested: time.monotonic() > until)
            times.begin()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            wait_for(lambda: "painted" in times.found)
            bench.stop()
            wait_for(lambda: not bench.running)
            found.append(times.found)
    return found


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5, presses=4)
    parser.add_argument("--press", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    use_display()
    if options.press:
        print(json.dumps(press(options.press)))
        return 0
    first: list[dict[str, float]] = []
    later: list[dict[str, float]] = []
    for _ in range(options.rounds):
        with own_home():
            once, *again = child(__file__, "--press", options.presses)
        first.append(once)
        later += again
    print(f"{machine(windows=True)}; {options.rounds} processes, {options.presses} presses each")
    for title, rows in (("first press in a process", first), ("later presses", later)):
        print(f"\n{title}, ms after the press:")
        for name, words in WAYS.items():
            print(f"  {words:44} {spread([row[name] for row in rows], 0)}")
    data = "MNIST" if images_at_hand() == "mnist" else "generated digits"
    claims = [
        median(
            f"press Train to the first point, {data}, {title}",
            "",
            [row["painted"] for row in rows],
            LIMIT,
            "ms",
        )
        for title, rows in (("the first time", first), ("later", later))
        if rows
    ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
