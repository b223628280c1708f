"""How near generated digits come to those of people: slant, width, ink, pen, place and rings of both, side by side.

Measured of MNIST's training images and of as many generated digits, per digit and altogether: the mean, and how far
single ones stray from it. With `--probe` the preset `article` is trained twice: on generated digits, to see which share
of MNIST's training images it reads, and on MNIST, to see which generated digits it does not read. Whoever changes the
generator judges by these; MNIST's test images are for docs/recognition.md alone.

Run: python benchmarks/hands.py [--images 10000] [--probe] [--seeds 0,1,2]
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from _measure import command_line, mnist_is_here
from numpy.typing import NDArray
from recognition import experiment, share, trained, words

from engine.data import datasets
from engine.data.generated import generate
from engine.data.ink import SIZE, centre_of_mass

INKED = 128  # from this lightness on a pixel is ink
SEED = 5  # of the generated digits that are measured
LARGEST = np.iinfo(np.int16).max


@dataclass(frozen=True)
class Measure:
    """What is measured of each picture.

    Attributes:
        name: Key of ``measures``.
        label: What the table calls it.
        decimals: Of the table.
    """

    name: str
    label: str
    decimals: int


MEASURES = (
    Measure("slant", "slant, degrees to the right", 1),
    Measure("aspect", "width by height", 2),
    Measure("ink", "ink, % of the picture", 1),
    Measure("pen", "pen, pixels", 2),
    Measure("across", "box right of the middle, pixels", 2),
    Measure("down", "box below the middle, pixels", 2),
    Measure("rings", "closed rings", 2),
    Measure("ragged", "raggedness of edges", 2),
)


def measures(images: NDArray[np.uint8]) -> dict[str, NDArray[np.float64]]:
    """Measure pictures ``(N, 28, 28)`` uint8; each measure is ``(N,)``.

    The slant is that of the moments; the pen is twice the ink by the length of its edge, and its edge is the sum of
    all steps of lightness; width and height are of what is inked at least by half.
    """
    ink = images / 255.0
    total = ink.sum(axis=(1, 2))
    y, x = np.mgrid[:SIZE, :SIZE].astype(np.float64)
    middle = centre_of_mass(images)  # (N, 2)
    x, y = x - middle[:, 0, None, None], y - middle[:, 1, None, None]
    upright = (ink * y * y).sum(axis=(1, 2))
    inked = images >= INKED
    low, high = zip(*(_extent(np.asarray(inked.any(axis=axis))) for axis in (1, 2)), strict=True)
    (left, top), (right, bottom) = low, high
    padded = np.pad(ink, ((0, 0), (1, 1), (1, 1)))
    steps = [
        (padded[:, 1:, 1:] - padded[:, :-1, :-1] + sign * (padded[:, 1:, :-1] - padded[:, :-1, 1:])) / 2
        for sign in (1, -1)
    ]
    bends = np.abs(2 * ink[:, 1:-1] - ink[:, 2:] - ink[:, :-2]).sum(axis=(1, 2))
    return {
        "slant": np.degrees(np.arctan2(-(ink * x * y).sum(axis=(1, 2)), upright)),
        "aspect": (right - left) / (bottom - top),
        "ink": 100 * total / SIZE**2,
        "pen": 2 * total / np.hypot(*steps).sum(axis=(1, 2)),
        "across": (left + right - SIZE) / 2,
        "down": (top + bottom - SIZE) / 2,
        "rings": rings(inked).astype(np.float64),
        "ragged": bends / np.abs(np.diff(ink, axis=1)).sum(axis=(1, 2)),
    }


def _extent(lines: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where the first of the inked lines ``(N, 28)`` begins and the last one ends: ``(N,)`` each."""
    first, last = lines.argmax(axis=1), SIZE - lines[:, ::-1].argmax(axis=1)
    return first.astype(np.float64), last.astype(np.float64)


def rings(inked: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count how many pieces of paper are shut in by ink, ``(N, 28, 28)`` to ``(N,)``."""
    paper = np.pad(~inked, ((0, 0), (1, 1), (1, 1)), constant_values=True)
    own = np.where(paper, np.arange(1, paper[0].size + 1, dtype=np.int16).reshape(paper[0].shape), 0)
    names = own.astype(np.int16)
    names[:, 0, 0] = LARGEST  # what is joined with the margin is no ring
    while True:  # each pixel takes the largest name of its neighbours, until nothing changes
        new = names.copy()
        np.maximum(new[:, 1:], names[:, :-1], out=new[:, 1:])
        np.maximum(new[:, :-1], names[:, 1:], out=new[:, :-1])
        np.maximum(new[:, :, 1:], names[:, :, :-1], out=new[:, :, 1:])
        np.maximum(new[:, :, :-1], names[:, :, 1:], out=new[:, :, :-1])
        new[~paper] = 0
        if np.array_equal(new, names):
            return np.asarray(((names == own) & paper).sum(axis=(1, 2)), dtype=np.int64)
        names = new


def by_digit(values: NDArray[np.float64], labels: NDArray[np.int64]) -> list[NDArray[np.float64]]:
    """Part values by digit; all of them come last."""
    return [values[labels == digit] for digit in range(10)] + [values]


def table(
    people: tuple[NDArray[np.uint8], NDArray[np.int64]], ours: tuple[NDArray[np.uint8], NDArray[np.int64]]
) -> Iterator[str]:
    """Return the table: two lines for the mean of each measure, MNIST's and ours, and two for what strays."""
    yield "| measure | of | " + " | ".join(str(digit) for digit in range(10)) + " | all | strays |"
    yield "| --- | --- |" + " ---: |" * 12
    found = [
        (name, measures(images), labels) for name, (images, labels) in (("MNIST", people), ("ours", ours))
    ]
    for measure in MEASURES:
        for name, values, labels in found:
            parts = by_digit(values[measure.name], labels)
            means = " | ".join(f"{part.mean():.{measure.decimals}f}" for part in parts)
            strays = np.sqrt(np.mean([part.var() for part in parts[:-1]]))
            yield f"| {measure.label} | {name} | {means} | {strays:.{measure.decimals}f} |"


def probe(seeds: list[int], people: tuple[NDArray[np.uint8], NDArray[np.int64]]) -> Iterator[str]:
    """Train `article` on generated digits and on MNIST, and let each read what the other learnt from."""
    drawn = generate(len(people[1]), SEED)
    for learnt, of, (images, labels) in (
        ("generated", "MNIST's training images", people),
        ("mnist", "generated digits", drawn),
    ):
        models = [trained(experiment("article", learnt, seed, None))[0] for seed in seeds]
        read = [share(model, images, labels) for model in models]
        digits = [
            statistics.mean(
                share(model, images[labels == digit], labels[labels == digit]) for model in models
            )
            for digit in range(10)
        ]
        each = ", ".join(f"{one:.2%}" for one in read)
        yield (
            f"`article` that learnt {learnt} reads {statistics.mean(read):.2%} of {of} ({each}); by digit: "
            + (", ".join(f"{digit} {one:.1%}" for digit, one in enumerate(digits)))
        )


def main() -> int:
    """Print the table and, if asked, what the probes read."""
    parser = command_line(__doc__)
    parser.add_argument("--images", type=int, default=10_000, help="of each kind")
    parser.add_argument("--probe", action="store_true", help="train `article` on each kind as well")
    parser.add_argument("--seeds", default="0,1,2", help="of the probes, by commas")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    mnist = datasets.load("mnist")
    people = mnist.images[: options.images], mnist.labels[: options.images]
    for line in table(people, generate(options.images, SEED)):
        print(line)
    if options.probe:
        torch.set_num_threads(1)
        for line in probe([int(seed) for seed in words(options.seeds)], people):
            print(f"\n{line}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
