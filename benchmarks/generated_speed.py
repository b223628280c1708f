"""How long the built-in digits and ink take, beside the plain way in the same run.

Run: python -m benchmarks.generated_speed [--images 60000] [--drawings 10000]
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.data.generated import generate
from engine.data.ink import normalize_image, render_many, render_strokes

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


def seconds(work: Callable[[], object]) -> float:
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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=60_000)
    parser.add_argument("--drawings", type=int, default=10_000)
    arguments = parser.parse_args()
    some = drawings(arguments.drawings)
    few = some[: max(1, len(some) // 50)]
    generate(100)  # the skeletons are read once
    photograph = np.kron(255 - render_strokes(some[0]), np.ones((20, 20), np.uint8))
    rows = [
        ("generated digits", arguments.images, seconds(lambda: generate(arguments.images))),
        ("drawings, all at once", len(some), seconds(lambda: render_many(some))),
        ("drawings, one by one", len(few), seconds(lambda: [render_strokes(strokes) for strokes in few])),
        ("drawings, segment by segment", len(few), seconds(lambda: [plain(strokes) for strokes in few])),
        ("photographs of 560×560", 10, seconds(lambda: [normalize_image(photograph) for _ in range(10)])),
    ]
    print(f"{'':30} {'count':>7} {'seconds':>8} {'ms each':>8}")
    for name, count, taken in rows:
        print(f"{name:30} {count:7} {taken:8.2f} {1000 * taken / count:8.3f}")


if __name__ == "__main__":
    main()
