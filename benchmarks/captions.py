"""What captions reach: pictures found for a sentence, MNIST read by “a seven”, and combinations that were never seen.

For each seed a caption model is trained on generated digits alone, on one thread, once on all and once without every
seventh combination of digit, thickness and slant. Found: of 10,000 unseen generated digits, the likeliest and the ten
likeliest for each of the 60 fullest sentences. Read: by which of ten sentences, “a zero” to “a nine”, and by the
fullest sentence that is probable enough (engine/captions/finding.py).

Run: python benchmarks/captions.py [--seeds 0,1,2] [--results FILE] [--table]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from _measure import command_line

from engine.captions.finding import Finder
from engine.captions.pictures import UNSEEN_START, DescribedPictures, described
from engine.captions.plan import Plan
from engine.captions.training import Trained, train
from engine.captions.words import every_caption, is_true
from engine.data import datasets
from engine.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "captions.json"
SEARCHED = 10_000
FULL = every_caption()[(every_caption() > 0).all(axis=1)]  # (60, 3)
UNSEEN = FULL[::7]
DIGITS = np.array([[0, 0, digit] for digit in range(1, 11)])
ROWS = {
    "seconds": "seconds of CPU, one thread",
    "mnist": "MNIST's test digits read by “a seven” and its like",
    "generated": "generated digits read likewise",
    "first_digit": "the likeliest picture: the digit is right",
    "first_all": "the likeliest picture: digit, thickness and slant are right",
    "ten_digit": "the ten likeliest: the digit is right",
    "ten_all": "the ten likeliest: digit, thickness and slant are right",
    "unseen_digit": "combinations never seen, the ten likeliest: the digit is right",
    "unseen_all": "combinations never seen, the ten likeliest: all is right",
    "read_true": "the sentence that a picture is read by is true",
    "by_chance": "all is right by chance",
}


def found(
    finder: Finder, captions: NDArray[np.int64], unseen: DescribedPictures, count: int
) -> tuple[float, float]:
    """Return how often the digit is right, and how often everything, of the likeliest pictures for each caption."""
    places = finder.places_of_pictures(unseen.images)
    likeness = finder.places_of_sentences(captions) @ places.T  # (M, N)
    best = np.argsort(-likeness, axis=1)[:, :count]
    right = unseen.facts[best] == captions[:, None]  # (M, count, 3)
    return float(right[..., 2].mean()), float(right.all(axis=2).mean())


def read_as_digits(finder: Finder, images: NDArray[np.uint8], labels: NDArray[np.int64]) -> float:
    """Return which share of digits gets the right one of ten sentences."""
    likeness = finder.places_of_pictures(images) @ finder.places_of_sentences(DIGITS).T
    return float((likeness.argmax(axis=1) == labels).mean())


def measure(seed: int) -> dict[str, float]:
    """Train with a seed, once on all and once without some combinations, and measure."""
    began = time.process_time()
    finder = _trained(Plan(seed=seed))
    figures = {"seconds": time.process_time() - began}
    unseen = described(SEARCHED, seed, start=UNSEEN_START)
    try:
        mnist = datasets.load("mnist", part="test")
        figures["mnist"] = read_as_digits(finder, mnist.images, mnist.labels)
    except DataError:
        print("MNIST is not on this computer", file=sys.stderr)
    figures["generated"] = read_as_digits(finder, unseen.images, unseen.facts[:, 2] - 1)
    figures["first_digit"], figures["first_all"] = found(finder, FULL, unseen, 1)
    figures["ten_digit"], figures["ten_all"] = found(finder, FULL, unseen, 10)
    told = np.stack([finder.read(place, 1)[0].caption for place in finder.places_of_pictures(unseen.images)])
    figures["read_true"] = float(
        np.mean([is_true(a[None], b[None])[0, 0] for a, b in zip(told, unseen.facts, strict=True)])
    )
    without = _trained(Plan(seed=seed), UNSEEN)
    figures["unseen_digit"], figures["unseen_all"] = found(without, UNSEEN, unseen, 10)
    figures["by_chance"] = float(is_true(FULL, unseen.facts).mean())
    return figures


def _trained(plan: Plan, held_out: NDArray[np.int64] | None = None) -> Finder:
    *_, last = train(plan, held_out=held_out)
    assert isinstance(last, Trained)
    return Finder(last.model)


def table(rows: list[dict[str, float]]) -> str:
    """Return the figures as a table: the median of the seeds, the least and the most."""
    lines = ["| of pictures that nothing was learnt from | median | from | to |", "| --- | --: | --: | --: |"]
    for key, words in ROWS.items():
        values = [row[key] for row in rows if key in row]
        if values:
            told = [_told(key, each) for each in (statistics.median(values), min(values), max(values))]
            lines.append(f"| {words} | {' | '.join(told)} |")
    return "\n".join(lines)


def _told(key: str, value: float) -> str:
    return f"{value:.1f} s" if key == "seconds" else f"{100 * value:.1f} %"


def kept(results: Path) -> list[dict[str, float]]:
    """Return what was measured so far, a row a seed."""
    rows: list[dict[str, float]] = json.loads(results.read_text("utf-8")) if results.exists() else []
    return rows


def main() -> None:
    """Measure what is asked for, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--seeds", default="0,1,2", help="seeds, set off by commas")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where the figures are kept")
    parser.add_argument(
        "--table", action="store_true", help="print the table of what is kept, measuring nothing"
    )
    told = parser.parse_args()
    if not told.table:
        torch.set_num_threads(1)
        for seed in map(int, told.seeds.split(",")):  # each is kept as soon as it is there
            rows = [row for row in kept(told.results) if row["seed"] != seed]
            rows.append({"seed": seed, **measure(seed)})
            rows.sort(key=lambda row: row["seed"])
            told.results.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    print(table(kept(told.results)))


if __name__ == "__main__":
    main()
