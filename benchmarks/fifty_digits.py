"""Claim: after two epochs of `article` on MNIST the pad recognises at least 45 of fifty digits drawn with the mouse.

The digits are drawn by replayed mouse events in the real window (press, moves of a few pixels, release), five ways of
writing each (_hand.py); the answer is read from the pad. The yardstick, in the same run: the same network asked about
the images of MNIST's test set, which differ from drawings on a pad only in who drew them and with what.

Run: python benchmarks/fifty_digits.py [--epochs 2] [--seeds 3] [--out FOLDER]
`--out` saves the fifty as the network saw them, with its answers, to look at.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from _hand import HandDrawn, fifty
from _measure import machine, own_home, use_display
from _window import draw, open_window, train, wait_for
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from engine.config import load_preset
from engine.data import datasets

CLAIM = 45
CELL, TEXT = 132, 22


def main() -> int:
    """Train, draw and count; the exit code says whether the claim is met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if not datasets.is_available("mnist"):
        print("MNIST is not on this computer: download it in the window, or set NETSKETCH_DATA.")
        return 0
    use_display()
    digits = list(fifty())
    counts, shares = [], []
    with own_home():
        for seed in range(options.seeds):
            chosen = load_preset("article").with_(
                **{"data.dataset": "mnist", "training.epochs": options.epochs, "training.seed": seed}
            )
            with open_window(chosen) as window:
                train(window)
                model, data = window.workbench.model, window.workbench.data
                assert model is not None
                assert data is not None
                answers = model.recognizer.probabilities(data.test.images).argmax(axis=1)
                shares.append(float((answers == data.test.labels).mean()))
                seen: list[NDArray[np.uint8]] = []
                found: list[tuple[int, float]] = []
                for one in digits:
                    window.panel.canvas.clear()
                    wait_for(lambda panel=window.panel: panel.probabilities() is None)
                    draw(window, one.strokes)
                    wait_for(lambda panel=window.panel: panel.probabilities() is not None)
                    probabilities, view = window.panel.probabilities(), window.panel.drawing()
                    assert probabilities is not None
                    assert view is not None
                    seen.append(view)
                    found.append((int(probabilities.argmax()), float(probabilities.max())))
            right = sum(one.digit == answer for one, (answer, _) in zip(digits, found, strict=True))
            counts.append(right)
            print(
                f"seed {seed}: {right} of {len(digits)} recognised; of MNIST's test images {shares[-1]:.2%}"
            )
            for one, (answer, share) in zip(digits, found, strict=True):
                if one.digit != answer:
                    print(f"    {one.digit}, way {one.way}: taken for {answer} ({share:.0%})")
            if options.out is not None:
                options.out.mkdir(parents=True, exist_ok=True)
                sheet(digits, seen, found).save(str(options.out / f"fifty-digits-{seed}.png"))
    middle = statistics.median(counts)
    print(f"\n{machine(windows=True)}; {options.epochs} epochs, {options.seeds} seeds")
    print(
        f"recognised: {middle:g} of {len(digits)} (from {min(counts)} to {max(counts)}), to reach {CLAIM}; ",
        end="",
    )
    print(f"of MNIST's test images {statistics.median(shares):.2%}")
    return 0 if middle >= CLAIM else 1


def sheet(
    digits: Sequence[HandDrawn], seen: Sequence[NDArray[np.uint8]], found: Sequence[tuple[int, float]]
) -> QImage:
    """Paint the fifty: each as it was drawn, beside it as the network saw it, and the answer below."""
    columns, rows = 5, len(digits) // 5
    picture = QImage(columns * 2 * CELL, rows * (CELL + TEXT), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, (one, view, (answer, share)) in enumerate(zip(digits, seen, found, strict=True)):
        row, column = divmod(place, columns)
        corner = QPoint(column * 2 * CELL, row * (CELL + TEXT))
        painter.setPen(QColor("#cccccc"))
        painter.drawRect(QRect(corner, corner + QPoint(CELL - 4, CELL - 4)))
        painter.setPen(QColor("#1b2029"))
        for stroke in one.strokes:
            painter.drawPolyline([corner + QPoint(round(x * CELL), round(y * CELL)) for x, y in stroke])
        image = np.ascontiguousarray(255 - view)
        drawing = QImage(image.data, 28, 28, 28, QImage.Format.Format_Grayscale8)
        painter.drawImage(QRect(corner + QPoint(CELL, 0), corner + QPoint(2 * CELL - 5, CELL - 5)), drawing)
        painter.setPen(QColor("#1a7041" if answer == one.digit else "#bb232b"))
        below = QRect(corner + QPoint(0, CELL - 4), corner + QPoint(2 * CELL, CELL + TEXT - 4))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"{one.digit} → {answer} ({share:.0%})")
    painter.end()
    return picture


if __name__ == "__main__":
    sys.exit(main())
