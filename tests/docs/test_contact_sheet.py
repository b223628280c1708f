"""The contact sheet of the built-in digits in the documentation."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
from PIL import Image

from engine.data.generated import generate

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "tools" / "contact_sheet.py"))


def test_a_row_for_each_digit_a_column_for_each_hand() -> None:
    sheet = SCRIPT["sheet"](4, seed=3)
    assert sheet.shape == (10 * 30 + 2, 4 * 30 + 2)
    images, labels = generate(40, 3)
    for digit in range(10):
        for column, image in enumerate(images[labels == digit]):
            top, left = 30 * digit + 2, 30 * column + 2
            np.testing.assert_array_equal(sheet[top : top + 28, left : left + 28], image)


def test_the_picture_in_docs_is_the_sheet_and_small(tmp_path: Path) -> None:
    SCRIPT["write"](tmp_path / "sheet.png")
    kept = ROOT / "docs" / "pictures" / "generated-digits.png"
    assert kept.stat().st_size < 300_000
    with Image.open(kept) as there, Image.open(tmp_path / "sheet.png") as drawn:
        difference = np.asarray(there, dtype=int) - np.asarray(drawn, dtype=int)
    assert np.abs(difference).mean() < 0.5, "the digits have changed: run docs/tools/contact_sheet.py"
