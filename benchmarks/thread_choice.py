"""Claim: *automatic* takes a number of threads within 10 % of the best, and never takes twice as long as one thread.

The article's network, 784-512-256-10 and the preset `cnn` are trained with one thread, two, four … and all, and with
the number that the program measures, on a quiet machine, beside one process that keeps a core busy, and beside one for
each core; in turns (A B C A B C …), each number of threads in processes of its own, as PyTorch's threads stay once they
are there. Which number was measured is held against the others by their own times, round by round; where it was the
best each time, against the best of the others, as against itself it would tell nothing. How long the steps of
*automatic* took, and what measuring cost, is told beside. “Quiet” is as quiet as the machine is.

Run: python benchmarks/thread_choice.py [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from _claims import Claim, arguments, conclude, median, ratio
from _measure import child, in_turns, machine

from engine.config import Experiment, load_preset
from engine.data.dataset import Dataset, Split
from engine.runtime import usable_cores

WITHIN, OF_ONE, BEGINNING = 1.10, 2.0, 300.0
AUTOMATIC = 0
NETWORKS = {"784-64-64-10": "article", "784-512-256-10": "wide", "a small CNN": "cnn"}
SECONDS = 1.0  # of steps that count, by network
IMAGES = 12_800
LONGEST = 600  # seconds after which a busy process ends by itself
BUSY = f"import time\nend = time.monotonic() + {LONGEST}\nwhile time.monotonic() < end: pass"


def experiment_of(preset: str, threads: int = 0) -> Experiment:
    """Return the settings of a preset, to be trained until it is enough."""
    return load_preset(preset).with_(**{"training.epochs": 1000, "training.threads": threads})


class Found(NamedTuple):
    """What a training told.

    Attributes:
        step: Milliseconds of a step.
        threads: With how many threads it began.
        beginning: Milliseconds until it began.
    """

    step: float
    threads: int
    beginning: float


def found_of(experiment: Experiment, data: Split) -> Found:
    """Train for a second, and time the steps, the first ones left out."""
    from engine.training import StepsDone, TrainingStarted, train

    asked = time.perf_counter()
    began, skipped, threads, beginning = 0.0, 0, 0, 0.0
    for event in train(experiment, data, measures=True):
        now = time.perf_counter()
        if isinstance(event, TrainingStarted):
            threads, beginning = event.threads, now - asked
        elif isinstance(event, StepsDone):
            if not skipped:
                began, skipped = now, event.last_step
            elif now - began > SECONDS:
                break
    return Found(1000 * (now - began) / (event.last_step - skipped), threads, 1000 * beginning)


def all_networks(threads: int) -> dict[str, Found]:
    """Train each network."""
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (IMAGES, 28, 28)).astype(np.uint8)
    images = Dataset("noise", pixels, random.integers(0, 10, IMAGES).astype(np.int64), tuple("0123456789"))
    none = images.subset(slice(0, 0))
    return {
        name: found_of(experiment_of(preset, threads), Split(images, none, none))
        for name, preset in NETWORKS.items()
    }


@contextmanager
def busy(processes: int) -> Iterator[None]:
    """Keep that many cores busy."""
    running = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
            process.wait()


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=3)
    parser.add_argument("--threads", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.threads is not None:
        print(json.dumps(all_networks(options.threads)))
        return 0
    cores = usable_cores()
    counts = sorted({cores, *(2**power for power in range(cores.bit_length()))})
    counts = [count for count in counts if count <= cores]
    cases = {"quiet": 0, "one core busy": 1, "all cores busy": cores}
    found: dict[tuple[str, str, int], list[Found]] = {}

    def measure(case: str, threads: int) -> float:
        with busy(cases[case]):
            told = child(__file__, "--threads", threads)
        for name, row in told.items():
            found.setdefault((name, case, threads), []).append(Found(*row))
        return 0.0

    ways = {
        f"{case}, {threads}": lambda case=case, threads=threads: measure(case, threads)
        for case in cases
        for threads in (*counts, AUTOMATIC)
    }
    in_turns(ways, options.rounds, warm_up=0)
    print(f"{machine()}, {cores} usable; {options.rounds} rounds; milliseconds a step\n")
    titles = [*(f"threads: {count}" for count in counts), "automatic", "chosen", "beginning"]
    print(f"| network | beside | {' | '.join(titles)} |")
    print(f"| --- | --- |{' ---: |' * len(titles)}")
    claims: list[Claim] = []
    of_one: list[float] = []
    for name in NETWORKS:
        for case in cases:
            rows = {count: [row.step for row in found[name, case, count]] for count in counts}
            ours = found[name, case, AUTOMATIC]
            middles = {count: statistics.median(steps) for count, steps in rows.items()}
            chosen = [row.threads for row in ours]
            middle = statistics.median(row.step for row in ours)
            beginning = statistics.median(row.beginning for row in ours)
            numbers = " ".join(map(str, sorted(chosen)))
            cells = [
                *(f"{middles[count]:.2f}" for count in counts),
                f"{middle:.2f}",
                numbers,
                f"{beginning:.0f}",
            ]
            print(f"| {name} | {case} | {' | '.join(cells)} |")
            claims.append(_choice(name, case, rows, chosen))
            of_one.append(statistics.median(a.step / b for a, b in zip(ours, rows[1], strict=True)))
            if case == "quiet":
                alone = [row.beginning for row in found[name, case, 1]]
                more = [row.beginning - one for row, one in zip(ours, alone, strict=True)]
                words = f"{name}: measuring the threads, before the first step"
                claims.append(median(words, "", more, BEGINNING, "ms"))
    words = "automatic threads, times as long a step at worst"
    claims.append(median(words, "one thread, in the same turn", [max(of_one)], OF_ONE, "×"))
    return conclude(claims, as_json=options.json)


def _choice(name: str, case: str, rows: dict[int, list[float]], chosen: list[int]) -> Claim:
    """Claim something of the numbers that were chosen, a round each, by the times of the others."""
    best = min(rows, key=lambda count: statistics.median(rows[count]))
    numbers = ", ".join(map(str, sorted(set(chosen))))
    words = f"{name}, {case}: the chosen number of threads ({numbers}), times as long"
    if len(rows) == 1:
        reason = "This machine has one core: there is no other number of threads."
        return Claim(words, "the best other number", WITHIN, "×", reason=reason)
    others = [count for count in rows if count != best]
    yardstick = f"the best number ({best})"
    if set(chosen) == {best}:
        best = min(others, key=lambda count: statistics.median(rows[count]))
        yardstick = f"the best other number ({best})"
    ours = [rows[threads][turn] for turn, threads in enumerate(chosen)]
    return ratio(words, yardstick, ours, rows[best], WITHIN)


if __name__ == "__main__":
    sys.exit(main())
