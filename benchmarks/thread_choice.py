"""Claim: the number of threads that the program chooses is within 10 % of the best other one, and never collapses.

The article's network, 784-512-256-10 and the preset `cnn` are trained with one thread, two, four … and all, on a
quiet machine, beside one process that keeps a core busy, and beside one for each core; in turns (A B C A B C …), each
number of threads in processes of its own, as PyTorch's threads stay once they are there. What the program would
choose is asked of it and held against the best of the others: against itself it would tell nothing. “Quiet” is as quiet
as the machine is.

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

import numpy as np
from _claims import Claim, arguments, conclude, median, ratio
from _measure import child, in_turns, machine

from engine.config import Experiment, load_preset
from engine.data.dataset import Dataset, Split
from engine.models.size import work_per_image
from engine.runtime import choose_threads, usable_cores

WITHIN, COLLAPSE = 1.10, 10.0
NETWORKS = {"784-64-64-10": "article", "784-512-256-10": "wide", "a small CNN": "cnn"}
SECONDS = 1.0  # of steps that count, by network
IMAGES = 12_800
LONGEST = 600  # seconds after which a busy process ends by itself
BUSY = f"import time\nend = time.monotonic() + {LONGEST}\nwhile time.monotonic() < end: pass"


def experiment_of(preset: str, threads: int = 0) -> Experiment:
    """Return the settings of a preset, to be trained until it is enough."""
    return load_preset(preset).with_(**{"training.epochs": 1000, "training.threads": threads})


def default_threads(preset: str) -> int:
    """Return how many threads the program chooses for a preset."""
    experiment = experiment_of(preset)
    return choose_threads(
        experiment.training.batch_size * work_per_image(experiment.network, (1, 28, 28), 10)
    )


def milliseconds_a_step(experiment: Experiment, data: Split) -> float:
    """Train for a second and return the milliseconds of a step, the first ones left out."""
    from engine.training import StepsDone, train

    began, skipped = 0.0, 0
    for event in train(experiment, data):
        if isinstance(event, StepsDone):
            now = time.perf_counter()
            if not skipped:
                began, skipped = now, event.last_step
            elif now - began > SECONDS:
                break
    return 1000 * (now - began) / (event.last_step - skipped)


def all_networks(threads: int) -> dict[str, float]:
    """Return the milliseconds of a step of each network."""
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (IMAGES, 28, 28)).astype(np.uint8)
    images = Dataset("noise", pixels, random.integers(0, 10, IMAGES).astype(np.int64), tuple("0123456789"))
    none = images.subset(slice(0, 0))
    return {
        name: milliseconds_a_step(experiment_of(preset, threads), Split(images, none, none))
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
    if options.threads:
        print(json.dumps(all_networks(options.threads)))
        return 0
    cores = usable_cores()
    chosen = {name: default_threads(preset) for name, preset in NETWORKS.items()}
    counts = sorted({cores, *chosen.values(), *(2**power for power in range(cores.bit_length()))})
    counts = [count for count in counts if count <= cores]
    cases = {"quiet": 0, "one core busy": 1, "all cores busy": cores}
    found: dict[str, dict[tuple[str, int], list[float]]] = {name: {} for name in NETWORKS}

    def measure(case: str, threads: int) -> float:
        with busy(cases[case]):
            told = child(__file__, "--threads", threads)
        for name, milliseconds in told.items():
            found[name].setdefault((case, threads), []).append(milliseconds)
        return 0.0

    ways = {
        f"{case}, {threads}": lambda case=case, threads=threads: measure(case, threads)
        for case in cases
        for threads in counts
    }
    in_turns(ways, options.rounds, warm_up=0)
    print(f"{machine()}, {cores} usable; {options.rounds} rounds; milliseconds a step\n")
    print(f"| network | beside | {' | '.join(f'threads: {count}' for count in counts)} | chosen |")
    print(f"| --- | --- | {'---: | ' * len(counts)}---: |")
    claims: list[Claim] = []
    slower: list[float] = []
    for name, rows in found.items():
        for case in cases:
            middles = {count: statistics.median(rows[case, count]) for count in counts}
            cells = " | ".join(f"{middles[count]:.2f}" for count in counts)
            print(f"| {name} | {case} | {cells} | {chosen[name]} |")
            ours = rows[case, chosen[name]]
            words = f"{name}, {case}: the chosen number of threads ({chosen[name]}), times as long"
            others = [count for count in counts if count != chosen[name]]
            if others:
                best = min(others, key=lambda count: middles[count])
                claims.append(ratio(words, f"the best other number ({best})", ours, rows[case, best], WITHIN))
            else:
                reason = "This machine has one core: there is no other number of threads."
                claims.append(Claim(words, "the best other number", WITHIN, "×", reason=reason))
            slower.append(statistics.median(ours) / statistics.median(rows["quiet", chosen[name]]))
    words = "the chosen number of threads beside busy processes, times as long at worst"
    claims.append(median(words, "the same on a quiet machine", [max(slower)], COLLAPSE, "×"))
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
