"""What hands do: what measures them, and generated digits near the figures that docs/recognition.md publishes."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.generated import generate
from engine.data.ink import render_polylines

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from hands import MEASURES, SEED, by_digit, measures  # noqa: E402 - a benchmark is no package

MEANS = {
    "slant": 5.5, "aspect": 0.12, "ink": 2.2, "pen": 0.25, "across": 0.8, "down": 0.8, "rings": 0.45, "ragged": 0.08,
}  # fmt: skip
"""How far the mean of any digit may lie from MNIST's; ones with flag and foot stand straighter than bare ones."""
STRAYS = {
    "slant": 3.5, "aspect": 0.08, "ink": 0.6, "pen": 0.12, "across": 0.2, "down": 0.35, "rings": 0.4, "ragged": 0.08,
}  # fmt: skip
"""How much more or less single ones may stray from the mean of their digit."""


@cache
def published(of: str) -> dict[str, list[float]]:
    """Return the rows of the table by measure: ten digits, all of them, and what strays."""
    text = (ROOT / "docs" / "recognition.md").read_text(encoding="utf-8").split("## What hands do")[1]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if "|" in line]
    names = {measure.label: measure.name for measure in MEASURES}
    return {names[row[0]]: [float(cell) for cell in row[2:]] for row in cells if row[1] == of}


@cache
def ours() -> dict[str, list[NDArray[np.float64]]]:
    images, labels = generate(4000, SEED)
    return {name: by_digit(values, labels) for name, values in measures(images).items()}


def drawn(*strokes: list[tuple[float, float]], pen: float = 2.5) -> dict[str, float]:
    """Measure a drawing of straight ways, each of 60 points."""
    parts = []
    for way in strokes:
        at = np.linspace(0, len(way) - 1, 60)
        parts.append(np.stack([np.interp(at, range(len(way)), axis) for axis in np.transpose(way)], axis=1))
    points = np.concatenate(parts)
    down = np.ones(len(points), bool)
    down[60::60] = False
    found = measures(render_polylines(points[None], down[None], pen_width=pen))
    return {name: float(values[0]) for name, values in found.items()}


class TestMeasures:
    def test_a_leaning_bar(self) -> None:
        found = drawn([(np.tan(np.radians(20)), 0), (0, 1)])
        assert found["slant"] == pytest.approx(20, abs=1.5)
        assert found["rings"] == 0
        assert drawn([(0, 0), (0, 1)])["slant"] == pytest.approx(0, abs=0.1)

    @pytest.mark.parametrize("pen", [1.8, 2.5, 4.0])
    def test_a_pen(self, pen: float) -> None:
        assert drawn([(0, 0), (0, 1)], pen=pen)["pen"] == pytest.approx(pen, rel=0.2)

    def test_rings_are_shut_in(self) -> None:
        square: list[tuple[float, float]] = [(0, 0), (1, 0), (1, 1), (0, 1)]
        assert drawn([*square, (0, 0)])["rings"] == 1
        assert drawn(square)["rings"] == 0, "open on one side"
        assert drawn([*square, (0, 0)], [(0, 0.5), (1, 0.5)])["rings"] == 2

    def test_a_box(self) -> None:
        assert drawn([(0, 0), (0.5, 0), (0.5, 1)])["aspect"] == pytest.approx(0.56, abs=0.06)
        found = drawn([(0, 0), (1, 0)], [(0, 0), (0, 1)])
        assert found["across"] > 1, "the ink weighs to the left, so that the box lies to the right"
        assert found["down"] > 1


@pytest.mark.parametrize("name", [measure.name for measure in MEASURES])
def test_generated_digits_are_near_those_of_people(name: str) -> None:
    *means, strays = published("MNIST")[name]
    parts = ours()[name]
    np.testing.assert_allclose([part.mean() for part in parts], means, atol=MEANS[name])
    found = np.sqrt(np.mean([part.var() for part in parts[:-1]]))
    assert found == pytest.approx(strays, abs=STRAYS[name])


@pytest.mark.parametrize("name", [measure.name for measure in MEASURES])
def test_the_page_says_what_is_drawn_today(name: str) -> None:
    *means, strays = published("ours")[name]
    parts = ours()[name]
    for part, mean in zip(parts, means, strict=True):
        assert part.mean() == pytest.approx(mean, abs=5 * part.std() / np.sqrt(len(part)) + 0.06), name
    assert np.sqrt(np.mean([part.var() for part in parts[:-1]])) == pytest.approx(strays, rel=0.1)
