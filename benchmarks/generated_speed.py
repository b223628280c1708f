"""Claim: 60,000 built-in digits take less than 10 seconds of one core, and less where there are more cores.

Image i of a seed is the same wherever it is drawn, so that the work can be shared out: to one process and to as many as
there are cores, in turns. Besides, what ink costs in other ways is timed beside the plain way in the same run.

Run: python benchmarks/generated_speed.py [--rounds 5] [--images 60000] [--drawings 10000]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.pool import Pool

import numpy as np
from _claims import Claim, arguments, conclude, median, ratio
from _measure import in_turns, machine, spread
from numpy.typing import NDArray

from engine.data.generated import generate
from engine.data.ink import normalize_image, render_many, render_strokes
from engine.runtime import usable_cores

CLAIM = 10.0  # seconds
SCALING = 0.65  # of the cores
PART = 2000  # images


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


def warm_up() -> None:
    """Read the skeletons, once in each process."""
    generate(100)


def part(start: int, count: int) -> float:
    """Draw a part of the images and return the processor time it took."""
    return processor_seconds(lambda: generate(count, start=start))


def shared(pool: Pool, images: int) -> tuple[float, float]:
    """Share the drawing out to the processes of a pool; seconds by the clock, and of all processors together."""
    parts = [(start, min(PART, images - start)) for start in range(0, images, PART)]
    began = time.perf_counter()
    processor = sum(pool.starmap(part, parts, chunksize=1))
    return time.perf_counter() - began, processor


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
    options = arguments(__doc__, rounds=5, images=60_000, drawings=10_000).parse_args()
    cores = usable_cores()
    processor: dict[int, list[float]] = {1: [], cores: []}
    with ExitStack() as stack:
        start = get_context("spawn").Pool
        pools = {count: stack.enter_context(start(count, warm_up)) for count in processor}

        def draw(count: int) -> float:
            seconds, added_up = shared(pools[count], options.images)
            processor[count].append(added_up)
            return seconds

        found = in_turns({str(count): lambda count=count: draw(count) for count in pools}, options.rounds)
    print(f"{options.images:,} digits, {options.rounds} rounds; {machine()}")
    for count, seconds in zip(processor, found.values(), strict=True):
        on_processors = spread(processor[count][-options.rounds :], 2)
        print(f"processes: {count}; by the clock {spread(seconds, 2)} s, of processors {on_processors} s")
    other_ways(options.drawings)
    words = f"{options.images:,} generated digits"
    claims = [median(f"{words}, seconds of one core", "", processor[1][-options.rounds :], CLAIM, "s")]
    name, limit = f"{words} shared out to {cores} processes, times as fast", SCALING * cores
    if cores > 1:
        claims.append(ratio(name, "one process", found["1"], found[str(cores)], limit, at_least=True))
    else:
        claims.append(Claim(name, "one process", limit, "×", at_least=True, reason="There is only one core."))
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
