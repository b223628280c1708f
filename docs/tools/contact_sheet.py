"""Draws the contact sheet of the built-in digits: a row for each digit, a column for each hand.

python docs/tools/contact_sheet.py [--out FILE] [--columns 26] [--seed 0]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

PICTURE = Path(__file__).resolve().parents[1] / "pictures" / "generated-digits.png"
GAP = 2
PAPER = 48  # lightness between the digits

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sheet(columns: int, seed: int = 0) -> NDArray[np.uint8]:
    """Return the sheet as one picture, ``(H, W)`` uint8.

    Args:
        columns: Digits in a row.
        seed: Which digits.
    """
    from engine.data.generated import generate

    images, labels = generate(10 * columns, seed)  # each ten hold each digit once
    tiles = images[np.argsort(labels, kind="stable")].reshape(10, columns, 28, 28)
    framed = np.pad(tiles, ((0, 0), (0, 0), (GAP, 0), (GAP, 0)), constant_values=PAPER)
    rows = framed.transpose(0, 2, 1, 3).reshape(10 * (28 + GAP), columns * (28 + GAP))
    return np.pad(rows, ((0, GAP), (0, GAP)), constant_values=PAPER)


def write(path: Path = PICTURE, columns: int = 26, seed: int = 0) -> None:
    """Write the sheet as a PNG file, without a date or anything else that would change."""
    from PIL import Image

    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(sheet(columns, seed)).save(path, optimize=True)


def main() -> int:
    """Write the sheet and return the exit code."""
    parser = argparse.ArgumentParser(description="Draw the contact sheet of the built-in digits.")
    parser.add_argument("--out", type=Path, default=PICTURE)
    parser.add_argument("--columns", type=int, default=26)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    write(options.out, options.columns, options.seed)
    print(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
