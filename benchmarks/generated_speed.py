"""Claim: 60,000 built-in digits take less than 10 seconds of one core, and less where there are more cores.

The digits are drawn in processes of their own, in turns on one core and on as many as drawing may use; besides, what
ink costs in other ways is timed beside the plain way in the same run.

Run: python benchmarks/generated_speed.py [--rounds 5] [--images 60000] [--drawings 10000]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from _claims import Claim, arguments, conclude, median, ratio
from _measure import child, in_turns, machine
from numpy.typing import NDArray

from engine.data.generated import generate
from engine.data.generated.images import MOST_WORKERS
from engine.data.ink import normalize_image, render_many, render_strokes
from engine.runtime import usable_cores

CLAIM = 10.0  # seconds
SCALING = 0.65  # of the cores


def processor_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of ``work`` in seconds, all threads added up."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def drawings(count: int) -> list[list[NDArray[np.float64]]]:
    """Draw curves of one or two strokes and 20 to 60 points each, about as a mouse records a digit."""
    random = np.random.default_rng(0)
    result = []
    for _ in range(count):
        strokes = []
        for _ in range(random.integers(1, 3)):
            way = np.linspace(0, 3, random.integers(20, 60))[:, None]
            waves = random.normal(size=(3, 1, 2)) * 60
            strokes.append(140 + sum(wave * np.cos(number * way) for number, wave in enumerate(waves)))
        result.append(strokes)
    return result


def plain(strokes: list[NDArray[np.float64]]) -> NDArray[np.uint8]:
    """Paint one drawing by the distance of every pixel to every segment: the way a textbook would."""
    points = np.concatenate(strokes)
    low = points.min(axis=0)
    scale = 17.5 / max(np.ptp(points, axis=0).max(), 1e-9)
    middles = np.stack(np.meshgrid(np.arange(28) + 0.5, np.arange(28) + 0.5), axis=-1)
    distance = np.full((28, 28), np.inf)
    for stroke in strokes:
        placed = (stroke - low) * scale + 5.25
        for begin, end in pairwise(placed):
            way = end - begin
            share = np.clip(((middles - begin) @ way) / max(way @ way, 1e-12), 0, 1)
            away = middles - begin - share[..., None] * way
            distance = np.minimum(distance, np.sqrt((away**2).sum(axis=-1)))
    return (np.clip(1.75 - distance, 0, 1) * 255).astype(np.uint8)


def on_cores(cores: int, images: int) -> dict[str, float]:
    """Return the seconds that drawing takes on that many cores of those at hand, by the clock and of the processor."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    generate(100)  # the skeletons are read once
    began, processor = time.perf_counter(), time.process_time()
    generate(images)
    return {"clock": time.perf_counter() - began, "processor": time.process_time() - processor}


def other_ways(count: int) -> None:
    """Print what a drawing costs, in several ways of preparing it."""
    some = drawings(count)
    few = some[: max(1, len(some) // 50)]
    photograph = np.kron(255 - render_strokes(some[0]), np.ones((20, 20), np.uint8))
    rows = [
        ("drawings, all at once", len(some), processor_seconds(lambda: render_many(some))),
        ("drawings, one by one", len(few), processor_seconds(lambda: [render_strokes(one) for one in few])),
        ("drawings, segment by segment", len(few), processor_seconds(lambda: [plain(one) for one in few])),
        (
            "photographs of 560×560",
            10,
            processor_seconds(lambda: [normalize_image(photograph) for _ in range(10)]),
        ),
    ]
    print(f"\n{'':30} {'count':>7} {'seconds':>8} {'ms each':>8}")
    for name, number, taken in rows:
        print(f"{name:30} {number:7} {taken:8.2f} {1000 * taken / number:8.3f}")


def main() -> int:
    """Print the tables; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5, images=60_000, drawings=10_000)
    parser.add_argument("--cores", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.cores:
        print(json.dumps(on_cores(options.cores, options.images)))
        return 0
    most = min(usable_cores(), MOST_WORKERS)
    found: dict[int, dict[str, list[float]]] = {
        cores: {"clock": [], "processor": []} for cores in dict.fromkeys((1, most))
    }

    def draw(cores: int) -> float:
        seconds = child(__file__, "--cores", cores, "--images", options.images)
        for kind, row in found[cores].items():
            row.append(seconds[kind])
        return float(seconds["clock"])

    in_turns({str(cores): lambda cores=cores: draw(cores) for cores in found}, options.rounds, warm_up=0)
    print(f"{options.images:,} digits, {options.rounds} rounds; {machine()}")
    for cores, rows in found.items():
        clock, processor = (float(np.median(row)) for row in rows.values())
        print(
            f"on {cores} core{'s' * (cores > 1)}: {clock:.2f} s by the clock, {processor:.2f} s of processors"
        )
    other_ways(options.drawings)
    words = f"{options.images:,} generated digits"
    claims = [median(f"{words}, seconds of one core", "", found[1]["processor"], CLAIM, "s")]
    scaling = f"{words} on {most} cores, times as fast"
    if most > 1 and hasattr(os, "sched_setaffinity"):
        rows_of_clock = found[1]["clock"], found[most]["clock"]
        claims.append(ratio(scaling, "on one core", *rows_of_clock, SCALING * most, at_least=True))
    else:
        reason = "The system cannot hold a process to one core, or there is only one."
        claims.append(Claim(scaling, "on one core", SCALING * most, "×", at_least=True, reason=reason))
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
