"""Claim: after a million epochs the window takes no longer to be told of the next one than after a thousand.

The real window, its Train page in front, hears a run of 60 images, one step an epoch, with a validation and new weights
after each. The epochs are told and not computed, and the run is kept on the disk like any other. When 1,000, 10,000,
100,000 and 1,000,000 epochs are told, the next ones come as fast as a training makes them; from their 4 seconds are
the processor's time that the window's thread takes for an epoch, and the delay of a timer of 5 ms. In between they
come as fast as the window takes them. At last the kept run is opened again from the disk.

Run: python benchmarks/long_run_window.py [--epochs 1000000] [--profile 1]
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
from _claims import Claim, arguments, conclude
from _measure import child, machine, own_home, percentile, use_display
from long_run_memory import peak_megabytes

GROWTH, DELAY, WORST = 1.5, 16.0, 50.0  # times; milliseconds
MEMORY, OPENING = 384.0, 30.0  # MB more than after the first thousand epochs; seconds
FIRST = 1000
EPOCHS_A_SECOND = 1000  # of a real training of 60 images
AT_ONCE = 33  # epochs, as 30 times a second is told what was done
SECONDS = 4.0
WAITING = 300  # messages in the mailbox at most, while they come as fast as they can
TIMER_MS = 5
LONGEST = 1700.0  # seconds


def told_epochs(epochs: int, state: dict[str, Any]) -> Iterator[list[object]]:
    """Tell of a run whose validation loss falls, and then rises: as a training does, some epochs after their steps.

    Yields:
        What is told of some epochs; the first time what is told before.
    """
    from engine.training.events import EpochDone, ModelSnapshot, StepsDone, TrainingStarted

    def copy() -> dict[str, Any]:
        return {name: tensor.clone() for name, tensor in state.items()}

    random = np.random.default_rng(0)
    yield [
        TrainingStarted(epochs, 1, 54, 6, 101_770, "cpu", 1, learning_rate=0.001),
        ModelSnapshot(0, 0, copy()),
    ]
    rates = np.full(AT_ONCE, 0.001, np.float32)
    for first in range(1, epochs + 1, AT_ONCE):
        told = np.arange(first, first + AT_ONCE)
        losses = told**-0.3 * random.lognormal(0, 0.05, AT_ONCE)
        yield [
            StepsDone(first, losses.astype(np.float32), 1 - rates, rates, first + AT_ONCE - 1, 0.001 * first)
        ]
        for epoch, loss in zip(told.tolist(), losses.tolist(), strict=True):
            unseen = 2 * epoch**-0.2 + 1e-6 * epoch
            is_best = epoch < 2000 and epoch % 3 == 0
            done = EpochDone(epoch, epoch, loss, 0.9, unseen, 0.8, 0.001, 0.001 * epoch, best=is_best)
            yield [done, ModelSnapshot(epoch, epoch, copy())]


class Stretches:
    """What the window's thread takes and how late a timer comes, while the epochs after a mark are told.

    Args:
        window: The open window.
        marks: After how many epochs a stretch begins.
    """

    def __init__(self, window: Any, marks: list[int]) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._history = lambda: window.workbench.history
        self.waiting = list(marks)
        self.begun: tuple[float, float, int] | None = None
        self.found: dict[int, dict[str, float]] = {}
        self._delays: list[float] = []
        self._expected = 0.0
        self._timer = QTimer(window, timerType=Qt.TimerType.PreciseTimer, interval=TIMER_MS)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()

    def _on_timer(self) -> None:
        now, told = time.perf_counter(), len(self._history().epochs)
        if self.begun is not None:
            self._delays.append(1000 * max(0.0, now - self._expected))
            began, processor, first = self.begun
            if now - began > SECONDS:
                mark = self.waiting.pop(0)
                self.found[mark] = {
                    "told": 1e6 * (time.thread_time() - processor) / max(1, told - first),
                    "epochs": told - first,
                    "late": percentile(self._delays, 0.99),
                    "worst": max(self._delays),
                    "memory": peak_megabytes(),
                }
                self.begun = None
        elif self.waiting and told >= self.waiting[0]:
            self.begun, self._delays = (now, time.thread_time(), told), []
        self._expected = time.perf_counter() + TIMER_MS / 1000


def tell(epochs: int, *, profile: bool) -> dict[str, Any]:
    """Let the window live through a run of that many epochs, and open it again."""
    import _window
    from _window import open_window, train

    import engine.training
    from engine.config import load_preset
    from engine.models.build import build
    from engine.storage.runs.folder import RunFolder
    from engine.training.events import EpochDone, FinishReason, TrainingFinished

    marks = [mark for mark in (1000, 10_000, 100_000, 1_000_000) if mark <= epochs]
    most = epochs + round(EPOCHS_A_SECOND * SECONDS * 2)
    changes = {"data.dataset": "generated", "data.generated_count": 2000, "training.epochs": most}
    experiment = load_preset("first-try").with_(**changes)
    state = build(experiment.network).state_dict()
    profiler = cProfile.Profile()
    _window.TIMEOUT = LONGEST
    with open_window(experiment) as window:
        bench = window.workbench
        mailbox = bench.trainer._thread._worker.mailbox
        window.show_station("train")
        stretches = Stretches(window, marks)

        def told(*_arguments: Any, **_options: Any) -> Iterator[object]:
            done = 0
            for events in told_epochs(most, state):
                yield from events
                if not isinstance(events[0], EpochDone):
                    continue
                done = events[0].epoch
                if not stretches.waiting:
                    break
                if done >= stretches.waiting[0]:
                    time.sleep(1 / EPOCHS_A_SECOND)
                while mailbox.qsize() > WAITING:
                    time.sleep(0.001)
            yield TrainingFinished(FinishReason.STOPPED, done, done, 0.001 * done, dict(state))

        engine.training.train = told
        if profile:
            profiler.enable()
        began = time.perf_counter()
        train(window)
        profiler.disable()
        told_in = time.perf_counter() - began
        run = bench.current_run.run
        bench.model.saved = True
        began, processor = time.perf_counter(), time.process_time()
        RunFolder(run.path).history()
        read = time.process_time() - processor
        size = sum(path.stat().st_size for path in run.path.rglob("*") if path.is_file()) / 1e6
    if profile:
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(45)
    return {"stretches": stretches.found, "seconds": told_in, "read": read, "files": size}


def claims_of(found: dict[str, Any]) -> list[Claim]:
    """Hold the last stretch against the first, and against bounds of its own."""
    marks = sorted(map(int, found["stretches"]))
    first, last = (found["stretches"][str(mark)] for mark in (marks[0], marks[-1]))
    after = f"after {marks[-1]:,} epochs"
    more = last["memory"] - first["memory"]
    growth = last["told"] / first["told"]
    timer = f"delay of a {TIMER_MS} ms timer {after}"
    return [
        Claim(f"an epoch told to the window {after}, times as long", f"after {FIRST:,}", GROWTH, "×", growth),
        Claim(f"{timer}, 99 %", "", DELAY, "ms", last["late"]),
        Claim(f"{timer}, the worst", "", WORST, "ms", last["worst"]),
        Claim(f"memory {after}, more", f"than after {FIRST:,}", MEMORY, "MB", more),
        Claim(
            f"its history read from the disk {after}, seconds of the processor",
            "",
            OPENING,
            "s",
            found["read"],
        ),
    ]


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    parser = arguments(__doc__, epochs=1_000_000, rounds=1, profile=0)
    parser.add_argument("--tell", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    use_display()
    if options.tell:
        print(json.dumps(tell(options.tell, profile=bool(options.profile))))
        return 0
    with own_home():
        found = child(__file__, "--tell", options.epochs, "--profile", options.profile, timeout=1800)
    print(f"{machine(windows=True)}; told in {found['seconds']:.0f} s, {found['files']:.0f} MB in files\n")
    print("| epochs told | µs an epoch | timer 99 %, ms | worst, ms | memory, MB |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for mark, row in found["stretches"].items():
        figures = f"{row['told']:.0f} | {row['late']:.1f} | {row['worst']:.1f} | {row['memory']:.0f}"
        print(f"| {int(mark):,} | {figures} |")
    return conclude(claims_of(found), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
