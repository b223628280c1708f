"""The real window for benchmarks: opened, waited for, drawn on."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from _measure import percentile
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from gui.app import create_app
from gui.main_window import MainWindow
from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from engine.config import Experiment

TIMEOUT = 300.0  # seconds
TIMER_MS = 5
POLL_MS = 20
SETTLE = 1.5  # seconds after the start in which the window loads what draws curves
PIXELS_A_MOVE = 7.0  # how far the mouse goes between two events
SEVEN = [(0.28, 0.24), (0.72, 0.22), (0.60, 0.42), (0.50, 0.62)]  # a stroke as ``draw`` takes it


class Lateness:
    """How late a timer of 5 ms comes while one way after another is measured, in milliseconds.

    Args:
        ways: Their names.
    """

    def __init__(self, ways: Sequence[str]) -> None:
        self.delays: dict[str, list[float]] = {way: [] for way in ways}
        self._way = ""
        self._last = 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TIMER_MS)
        self._timer.timeout.connect(self._on_timer)

    @contextmanager
    def watched(self, way: str) -> Iterator[None]:
        """Count while something is done."""
        self._way, self._last = way, 0.0
        self._timer.start()
        yield
        self._timer.stop()

    def words(self, way: str) -> str:
        """Say how late it came."""
        delays = self.delays[way]
        return f"delay 99 % {percentile(delays, 0.99):.0f} ms, worst {max(delays):.0f} ms"

    def _on_timer(self) -> None:
        now = time.perf_counter()
        if self._last:
            self.delays[self._way].append(1000 * (now - self._last) - TIMER_MS)
        self._last = now


def train_from_first_epoch(window: MainWindow, late: Lateness, way: str) -> None:
    """Train to the end, and watch the event loop once the first epoch is done."""
    bench = window.workbench
    before = bench.history  # there until the run has really begun
    bench.start()
    wait_for(lambda: (bench.history is not before and len(bench.history.epochs) > 0) or not bench.running)
    with late.watched(way):
        wait_for(lambda: not bench.running)


@contextmanager
def open_window(experiment: Experiment, size: tuple[int, int] = (1366, 768)) -> Iterator[MainWindow]:
    """Show the window with these settings, all it needs loaded, and close it at the end."""
    app = create_app(["benchmark"])
    bench = Workbench(experiment)
    window = MainWindow(bench)
    window.resize(*size)
    window.show()
    gc.freeze()  # as the program does
    try:
        bench.loader.warm_up()
        wait_for(lambda: bench.data is not None and not bench.loader.warming and not bench.loader.busy)
        settled = time.monotonic() + SETTLE
        wait_for(lambda: time.monotonic() > settled)
        yield window
    finally:
        if bench.model is not None:
            bench.model.saved = True  # nobody is there to answer the question
        window.close()
        app.processEvents()


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window live until ``condition`` holds.

    Raises:
        TimeoutError: If it takes too long.
    """
    deadline = time.monotonic() + TIMEOUT
    # Not QTest.qWait, which keeps Python's lock as it sleeps: training took ten times as long.
    loop, poll = QEventLoop(), QTimer(interval=POLL_MS)
    poll.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > deadline else None)
    poll.start()
    loop.exec()
    poll.stop()
    if not condition():
        raise TimeoutError("The window did not get there in time.")


def train(window: MainWindow) -> None:
    """Press Train and wait for the end of the run.

    Raises:
        RuntimeError: If it fails.
    """
    bench = window.workbench
    bench.start()
    wait_for(lambda: not bench.running)
    if bench.state is not RunState.IDLE:
        raise RuntimeError(f"The run ended as {bench.state}.")


def draw(window: MainWindow, strokes: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Draw strokes with the mouse, point by point; 0 to 1 is the canvas from left to right and top to bottom."""
    canvas = window.panel.canvas
    for stroke in strokes:
        where = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in stroke]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=where[0])
        for start, end in pairwise(where):
            way = end - start
            parts = max(1, round((way.x() ** 2 + way.y() ** 2) ** 0.5 / PIXELS_A_MOVE))
            for part in range(1, parts + 1):
                QTest.mouseMove(canvas, start + way * part / parts)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=where[-1])
