"""Claim: a visible window costs training at most 5 %, and training never makes the window wait.

Four kinds of process in turns (A B C D A B C D …), all training the `article` preset on the same images, one thread:

- alone: `train()` and nothing else, the yardstick;
- window: the real window, both plots live, a digit on the pad predicted anew with each copy of the weights;
- timer: the same window with a timer of 5 ms, whose delay shows how long the event loop was held up;
- hand: the same with the timer and a pen that moves all the time, which is more than training; from each movement of
  the pen to the new bars on the screen is the latency of the pad.

Beside the claims stands what turns of the event loop take of the window's own processor time: of all this the least
touched by whatever else the machine does.

Run: python benchmarks/window_cost.py [--rounds 5] [--epochs 30]
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from _claims import arguments, conclude, median, ratio
from _measure import (
    ROOT,
    compiling_environment,
    images_at_hand,
    machine,
    own_home,
    percentile,
    spread,
    use_display,
)

from engine.config import Experiment, load_preset
from engine.data import datasets

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

COST, DELAY, WORST, LATENCY = 1.05, 8.0, 33.0, 30.0  # times; milliseconds
KINDS = ("alone", "window", "timer", "hand")
TIMER_MS = 5
HAND_MS = 40  # between two movements of the pen
SETTLED = 1.0  # seconds of training after which delays count


def experiment(epochs: int) -> Experiment:
    """Return what is trained: on MNIST, or on generated digits where MNIST is not at hand."""
    name = images_at_hand()
    changes = {"data.dataset": name, "data.generated_count": 60_000}
    return load_preset("article").with_(**changes, **{"training.epochs": epochs, "training.threads": 1})


class Clock:
    """Stands in for ``train`` and notes when the first step may begin and when the last event is told."""

    def __init__(self) -> None:
        from engine.training import train

        self._train = train
        self.begun = self.ended = 0.0

    def __call__(self, *arguments: Any, **options: Any) -> Iterator[object]:
        """Train, with wall-clock time taken in the thread that trains."""
        from engine.training import ModelSnapshot

        for event in self._train(*arguments, **options):
            if isinstance(event, ModelSnapshot) and event.step == 0:
                self.begun = time.perf_counter()
            self.ended = time.perf_counter()
            yield event

    @property
    def seconds(self) -> float:
        """From the untrained model to the last event."""
        return self.ended - self.begun


def alone(chosen: Experiment) -> dict[str, Any]:
    """Train without a window."""
    split = datasets.load_split(chosen.data)
    clock = Clock()
    for _ in clock(chosen, split):
        pass
    return {"seconds": clock.seconds}


def in_window(chosen: Experiment, *, timer: bool, hand: bool) -> dict[str, Any]:
    """Train in the window, with or without a timer and a moving hand."""
    from _window import SEVEN, draw, open_window, train

    import engine.training

    clock = Clock()
    engine.training.train = clock
    with open_window(chosen) as window:
        window.show_station("train")
        draw(window, [SEVEN])
        probes = Probes(window, clock, hand=hand) if timer or hand else None
        train(window)
        found: dict[str, Any] = {"seconds": clock.seconds}
        if probes is not None:
            found |= probes.stop()
    return found


class Probes:
    """A timer that notes its delays, and a pen whose every movement is followed to the screen."""

    def __init__(self, window: Any, clock: Clock, *, hand: bool) -> None:
        from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QPoint, Qt, QTimer
        from PySide6.QtTest import QTest

        probes = self
        self._clock = clock
        self._canvas, self._bars = window.panel.canvas, window.panel.bars
        self.delays: list[float] = []
        self.latencies: list[float] = []
        self.turns: list[float] = []
        self._turn_began = time.thread_time()
        self._moved_at: float | None = None
        self._answered = False
        self._expected = 0.0
        self._moves = 0
        self._mouse, self._button, self._point = QTest, Qt.MouseButton.LeftButton, QPoint

        class Painted(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
                if event.type() == QEvent.Type.Paint and probes._answered:
                    watched.event(event)
                    probes._on_painted()
                    return True
                return False

        self._filter = Painted()
        self._bars.installEventFilter(self._filter)
        shown = self._bars.set_probabilities

        def show(probabilities: object) -> None:
            shown(probabilities)
            self._answered = self._moved_at is not None and probabilities is not None

        self._bars.set_probabilities = show
        self._timer = QTimer(window, timerType=Qt.TimerType.PreciseTimer, interval=TIMER_MS)
        self._timer.timeout.connect(self._on_timer)
        self._hand = QTimer(window, timerType=Qt.TimerType.PreciseTimer, interval=HAND_MS)
        self._hand.timeout.connect(self._on_hand)
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._on_turn_began)
        dispatcher.awake.connect(self._on_turn_ended)
        self._timer.start()
        if hand:
            self._hand.start()

    @property
    def _counts(self) -> bool:
        clock = self._clock
        return bool(clock.begun) and time.perf_counter() > clock.begun + SETTLED

    def _on_turn_began(self) -> None:
        self._turn_began = time.thread_time()

    def _on_turn_ended(self) -> None:
        if self._counts:
            self.turns.append(1000 * (time.thread_time() - self._turn_began))

    def _on_timer(self) -> None:
        now = time.perf_counter()
        if self._counts:
            self.delays.append(1000 * max(0.0, now - self._expected))
        self._expected = now + TIMER_MS / 1000

    def _on_hand(self) -> None:
        """Draw strokes of twenty movements, up and down the middle of the pad; then wipe it."""
        if self._moved_at is not None and time.perf_counter() - self._moved_at < 1:
            return  # the last movement is not on the screen yet
        number = self._moves % 20
        self._moves += 1
        if number == 0:
            self._canvas.clear()
        spot = self._point(
            round(self._canvas.width() * 0.5), round(self._canvas.height() * (0.15 + 0.035 * number))
        )
        if number == 0:
            self._mouse.mousePress(self._canvas, self._button, pos=spot)
        self._moved_at, self._answered = time.perf_counter(), False
        self._mouse.mouseMove(self._canvas, spot)
        if number == 19:
            self._mouse.mouseRelease(self._canvas, self._button, pos=spot)

    def _on_painted(self) -> None:
        if self._moved_at is not None and self._counts:
            self.latencies.append(1000 * (time.perf_counter() - self._moved_at))
        self._moved_at, self._answered = None, False

    def stop(self) -> dict[str, Any]:
        """End both and return what they found, in milliseconds."""
        from PySide6.QtCore import QAbstractEventDispatcher

        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.disconnect(self._on_turn_began)
        dispatcher.awake.disconnect(self._on_turn_ended)
        self._timer.stop()
        self._hand.stop()
        self._bars.removeEventFilter(self._filter)
        return {"delays": self.delays, "latencies": self.latencies, "turns": self.turns}


def child(kind: str, epochs: int) -> dict[str, Any]:
    """Measure one kind in a process of its own."""
    run = subprocess.run(
        [sys.executable, __file__, "--kind", kind, "--epochs", str(epochs)],
        cwd=ROOT,
        env=compiling_environment(),
        stdout=subprocess.PIPE,
        text=True,
        timeout=600,
        check=True,
    )
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Measure and print the table; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5, epochs=30)
    parser.add_argument("--kind", choices=KINDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    use_display()
    if options.kind:
        chosen = experiment(options.epochs)
        timer, hand = options.kind == "timer", options.kind == "hand"
        found = alone(chosen) if options.kind == "alone" else in_window(chosen, timer=timer, hand=hand)
        print(json.dumps(found))
        return 0
    seconds: dict[str, list[float]] = {kind: [] for kind in KINDS}
    delays: dict[str, list[list[float]]] = {"timer": [], "hand": []}
    turns: dict[str, list[list[float]]] = {"timer": [], "hand": []}
    latencies: list[list[float]] = []
    with own_home():
        for _ in range(options.rounds):
            for kind, row in seconds.items():
                found = child(kind, options.epochs)
                row.append(found["seconds"])
                if kind in delays:
                    delays[kind].append(found["delays"])
                    turns[kind].append(found["turns"])
                if kind == "hand":
                    latencies.append(found["latencies"])
    return report(seconds, delays, turns, latencies, as_json=options.json)


def report(
    seconds: dict[str, list[float]],
    delays: dict[str, list[list[float]]],
    turns: dict[str, list[list[float]]],
    latencies: list[list[float]],
    *,
    as_json: bool,
) -> int:
    """Print what was found; of delays and latencies the median of the runs' own percentiles."""
    print(f"{machine(windows=True)}; {len(latencies)} rounds\n")
    for kind, row in seconds.items():
        print(f"{kind:8} {spread(row, 2)} s")
    with_hand = statistics.median(seconds["hand"]) / statistics.median(seconds["alone"])
    halves = [statistics.median(row) for row in latencies]
    print(
        f"\nwith a moving hand {with_hand:.2f} times as long; half the latencies below {spread(halves, 1)} ms"
    )
    ticks = sum(len(row) for rows in delays.values() for row in rows)
    print(f"({ticks:,} ticks, {sum(map(len, latencies)):,} movements)")
    for kind, rows in turns.items():
        usual, longest = (
            spread([percentile(row, 0.99) for row in rows], 1),
            spread([max(row) for row in rows], 1),
        )
        print(
            f"a turn of the event loop ({kind}): {usual} ms of the processor at 99 %, {longest} ms at worst"
        )
    pad = [percentile(row, 0.99) for row in latencies]
    same = "the same train() without a window"
    claims = [
        ratio("training in the window, both plots live, the pad predicting", same, seconds["window"],
              seconds["alone"], COST),
    ]  # fmt: skip
    for kind, words in (("timer", "while training"), ("hand", "while training and drawing all the time")):
        late = [percentile(row, 0.99) for row in delays[kind]]
        worst = [max(row) for row in delays[kind]]
        timer = f"delay of a {TIMER_MS} ms timer {words}"
        claims += [
            median(f"{timer}, 99 %", "", late, DELAY, "ms"),
            median(f"{timer}, the worst after the first second", "", worst, WORST, "ms"),
        ]
    claims.append(median("pen to new bars on the screen while training, 99 %", "", pad, LATENCY, "ms"))
    return conclude(claims, as_json=as_json)


if __name__ == "__main__":
    sys.exit(main())
