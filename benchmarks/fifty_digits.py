"""Claim: after two epochs of the article's network on MNIST the window reads nearly all digits a person draws.

Fifty digits, five ways of each, are drawn by mouse events in the real window: strokes noted by hand (not those the
generated digits are made of), each way with a size, place, slant and unsteadiness of its own. What was misread is
named; ``--out`` keeps a sheet of what the network saw, to judge by eye whether a person would have read it.

Run: python benchmarks/fifty_digits.py [--preset article] [--epochs 2] [--out sheet.png]
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import numpy as np
from _measure import ROOT, machine, own_home, use_display

from engine.config import load_preset

Points = list[tuple[float, float]]

# Each way of a digit is a list of strokes; a stroke goes smoothly through its points, in a square from 0 to 1.
WAYS: dict[int, list[list[Points]]] = {
    0: [
        [[(0.5, 0.0), (0.15, 0.25), (0.12, 0.7), (0.48, 1.0), (0.85, 0.72), (0.84, 0.25), (0.52, 0.0)]],
        [[(0.6, 0.02), (0.28, 0.1), (0.12, 0.5), (0.3, 0.95), (0.65, 0.95), (0.86, 0.5), (0.7, 0.08), (0.5, 0.03)]],
        [[(0.45, 0.0), (0.8, 0.15), (0.88, 0.55), (0.6, 0.98), (0.2, 0.85), (0.12, 0.4), (0.42, 0.02), (0.5, 0.02)]],
    ],
    1: [
        [[(0.5, 0.0), (0.5, 0.33), (0.5, 0.66), (0.5, 1.0)]],
        [[(0.35, 0.2), (0.45, 0.1), (0.55, 0.0)], [(0.55, 0.0), (0.54, 0.5), (0.53, 1.0)]],
        [[(0.6, 0.0), (0.52, 0.4), (0.46, 0.7), (0.4, 1.0)]],
    ],
    2: [
        [[(0.15, 0.25), (0.3, 0.03), (0.65, 0.0), (0.82, 0.25), (0.6, 0.55), (0.15, 0.98)],
         [(0.15, 0.98), (0.5, 0.97), (0.88, 0.98)]],
        [[(0.18, 0.2), (0.45, 0.0), (0.78, 0.18), (0.7, 0.5), (0.35, 0.85), (0.2, 0.97), (0.24, 0.84), (0.45, 0.9),
          (0.85, 0.96)]],
        [[(0.2, 0.12), (0.55, 0.0), (0.8, 0.2), (0.62, 0.55), (0.2, 0.95)], [(0.2, 0.95), (0.5, 0.93), (0.8, 0.95)]],
    ],
    3: [
        [[(0.2, 0.1), (0.55, 0.0), (0.78, 0.2), (0.65, 0.42), (0.42, 0.48), (0.72, 0.55), (0.82, 0.78), (0.55, 1.0),
          (0.18, 0.9)]],
        [[(0.22, 0.15), (0.5, 0.0), (0.74, 0.15), (0.68, 0.38), (0.45, 0.46)],
         [(0.45, 0.46), (0.78, 0.58), (0.74, 0.88), (0.45, 1.0), (0.18, 0.86)]],
        [[(0.15, 0.05), (0.5, 0.02), (0.76, 0.16), (0.5, 0.45), (0.8, 0.62), (0.7, 0.93), (0.4, 1.0), (0.15, 0.95)]],
    ],
    4: [
        [[(0.25, 0.0), (0.2, 0.3), (0.18, 0.55)], [(0.18, 0.55), (0.5, 0.56), (0.85, 0.54)],
         [(0.7, 0.05), (0.68, 0.5), (0.66, 1.0)]],
        [[(0.6, 0.0), (0.35, 0.35), (0.12, 0.65)], [(0.12, 0.65), (0.5, 0.66), (0.9, 0.64)],
         [(0.62, 0.35), (0.62, 0.7), (0.62, 1.0)]],
        [[(0.22, 0.05), (0.18, 0.32), (0.24, 0.52), (0.5, 0.54), (0.75, 0.48)],
         [(0.78, 0.0), (0.74, 0.5), (0.7, 1.0)]],
    ],
    5: [
        [[(0.3, 0.03), (0.27, 0.25), (0.25, 0.45)], [(0.25, 0.45), (0.55, 0.38), (0.8, 0.6), (0.7, 0.9), (0.4, 1.0),
          (0.15, 0.9)], [(0.3, 0.03), (0.55, 0.02), (0.82, 0.02)]],
        [[(0.8, 0.0), (0.55, 0.01), (0.3, 0.03)], [(0.3, 0.03), (0.26, 0.24), (0.24, 0.42)],
         [(0.24, 0.42), (0.5, 0.36), (0.78, 0.52), (0.78, 0.82), (0.5, 1.0), (0.18, 0.93)]],
        [[(0.35, 0.0), (0.3, 0.2), (0.28, 0.4)], [(0.28, 0.4), (0.62, 0.38), (0.78, 0.62), (0.66, 0.9), (0.2, 0.98)],
         [(0.35, 0.0), (0.6, 0.01), (0.78, 0.0)]],
    ],
    6: [
        [[(0.68, 0.0), (0.36, 0.25), (0.18, 0.6), (0.26, 0.92), (0.55, 1.0), (0.78, 0.8), (0.66, 0.55), (0.38, 0.55),
          (0.22, 0.75)]],
        [[(0.55, 0.0), (0.28, 0.35), (0.2, 0.72), (0.42, 1.0), (0.72, 0.9), (0.74, 0.64), (0.5, 0.54), (0.24, 0.7)]],
        [[(0.75, 0.05), (0.45, 0.15), (0.22, 0.5), (0.22, 0.85), (0.5, 1.0), (0.76, 0.84), (0.68, 0.6), (0.42, 0.58),
          (0.24, 0.78)]],
    ],
    7: [
        [[(0.12, 0.03), (0.5, 0.02), (0.85, 0.03)], [(0.85, 0.03), (0.62, 0.45), (0.42, 1.0)]],
        [[(0.15, 0.08), (0.5, 0.04), (0.82, 0.02), (0.68, 0.35), (0.5, 0.7), (0.42, 1.0)]],
        [[(0.18, 0.0), (0.52, 0.03), (0.84, 0.0)], [(0.84, 0.0), (0.66, 0.5), (0.56, 1.0)]],
    ],
    8: [
        [[(0.7, 0.15), (0.45, 0.0), (0.24, 0.18), (0.4, 0.42), (0.68, 0.58), (0.76, 0.84), (0.5, 1.0), (0.22, 0.84),
          (0.34, 0.58), (0.62, 0.4), (0.72, 0.18)]],
        [[(0.5, 0.46), (0.26, 0.3), (0.34, 0.04), (0.66, 0.03), (0.74, 0.3), (0.5, 0.46)],
         [(0.5, 0.46), (0.2, 0.65), (0.26, 0.95), (0.7, 0.97), (0.8, 0.68), (0.5, 0.46)]],
        [[(0.74, 0.1), (0.42, 0.02), (0.26, 0.22), (0.5, 0.46), (0.76, 0.7), (0.6, 0.98), (0.28, 0.92), (0.3, 0.68),
          (0.56, 0.44), (0.74, 0.24), (0.74, 0.1)]],
    ],
    9: [
        [[(0.74, 0.2), (0.5, 0.02), (0.24, 0.16), (0.26, 0.42), (0.52, 0.5), (0.74, 0.3)],
         [(0.74, 0.2), (0.73, 0.6), (0.68, 1.0)]],
        [[(0.76, 0.12), (0.46, 0.0), (0.22, 0.24), (0.4, 0.5), (0.7, 0.36), (0.78, 0.12), (0.74, 0.55), (0.6, 1.0)]],
        [[(0.72, 0.16), (0.44, 0.03), (0.24, 0.25), (0.36, 0.48), (0.66, 0.42), (0.74, 0.14)],
         [(0.74, 0.14), (0.76, 0.5), (0.72, 1.0)]],
    ],
}  # fmt: skip
SIZES = ((0.62, 0.42), (0.5, 0.38), (0.72, 0.5), (0.4, 0.3), (0.58, 0.46))  # height and width, of the pad
PLACES = ((0.2, 0.3), (0.36, 0.12), (0.14, 0.28), (0.45, 0.5), (0.25, 0.2))  # upper left corner
SLANTS = (0.0, 0.12, -0.08, 0.2, 0.05)
TREMOR = 0.006


def drawn(strokes: list[Points], number: int, random: np.random.Generator) -> list[Points]:
    """Return strokes on the pad as a hand would leave them: smooth, of some size, place and slant, not quite steady.

    Args:
        strokes: The points each stroke goes through.
        number: Which size, place and slant.
        random: Where the unsteadiness comes from.
    """
    (height, width), (top, left), slant = SIZES[number], PLACES[number], SLANTS[number]
    result = []
    for stroke in strokes:
        x, y = smooth(np.array(stroke)).T
        x = left + width * (x - slant * (y - 0.5)) + random.normal(0, TREMOR, len(x))
        y = top + height * y + random.normal(0, TREMOR, len(y))
        result.append(list(zip(x.tolist(), y.tolist(), strict=True)))
    return result


def smooth(points: np.ndarray, parts: int = 6) -> np.ndarray:
    """Return a curve through ``points`` (N, 2), with ``parts`` pieces between two of them.

    Source: E. Catmull and R. Rom, A class of local interpolating splines, 1974.
    """
    ends = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.linspace(0, 1, parts, endpoint=False)[:, None]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
    ]
    return np.concatenate([*pieces, points[-1:]])


def save_sheet(images: list[np.ndarray], path: Path) -> None:
    """Write what the network saw as one picture, a row a digit."""
    from PIL import Image

    rows = [np.concatenate(images[start : start + 5], axis=1) for start in range(0, len(images), 5)]
    sheet = Image.fromarray(np.concatenate(rows))
    sheet.resize((sheet.width * 3, sheet.height * 3), Image.Resampling.NEAREST).save(path)


def main() -> None:
    """Train, draw the fifty digits, and say how many were read."""
    parser = argparse.ArgumentParser(description="Draw fifty digits in the window.")
    parser.add_argument("--preset", default="article")
    parser.add_argument("--data", default="mnist")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    beside = ROOT.parent / "shared" / "datasets"
    if "NETSKETCH_DATA" not in os.environ and beside.is_dir():
        os.environ["NETSKETCH_DATA"] = str(beside)
    use_display()
    from _window import draw, open_window, train, wait_for

    print(machine())
    experiment = load_preset(options.preset).with_(
        **{"training.epochs": options.epochs, "data.dataset": options.data}
    )
    random = np.random.default_rng(0)
    seen, missed = [], []
    with own_home(), open_window(experiment) as window:
        train(window)
        panel = window.panel
        for digit, ways in WAYS.items():
            for number in range(5):
                panel.canvas.clear()
                draw(window, drawn(ways[number % len(ways)], number, random))
                wait_for(lambda: panel.probabilities() is not None)
                probabilities, image = panel.probabilities(), panel.drawing()
                assert probabilities is not None
                assert image is not None
                seen.append(image)
                read = int(probabilities.argmax())
                if read != digit:
                    missed.append(f"a {digit} (way {number}) as {read}, sure to {probabilities[read]:.0%}")
    if options.out:
        save_sheet(seen, options.out)
    print(
        f"{len(seen) - len(missed)} of {len(seen)} digits read after {options.epochs} epochs of “{options.preset}”"
    )
    print(*missed, sep="\n", end="\n" if missed else "")


if __name__ == "__main__":
    main()
