"""What docs/compression.md says of teachers is what docs/distillation.json holds."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import distillation
from _kept import rows_in
from distillation import NONE, SAME, WHOLE

from engine.cli.flags import FLAGS
from engine.config import TrainingConfig

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "compression.md").read_text(encoding="utf-8")
SECTION = TEXT.partition("## Distillation")[2]
ROWS = rows_in(ROOT / "docs" / "distillation.json", distillation.Row)
BEGIN, END = "<!-- distilled: begin -->\n", "<!-- distilled: end -->"


def read_by(images: int, teacher: str) -> float:
    found = [row.accuracy for row in ROWS if (row.images, row.teacher) == (images, teacher)]
    assert len(found) == 3
    return statistics.mean(found)


def test_the_table_is_that_of_the_results() -> None:
    assert SECTION.partition(BEGIN)[2].partition(END)[0].strip() == distillation.table(ROWS)


def test_a_teacher_helps_at_every_size_and_most_with_few_images() -> None:
    gains = [read_by(images, WHOLE) - read_by(images, NONE) for images in (1000, 5000, 60000)]
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] > 0


def test_most_of_it_needs_no_further_images() -> None:
    for images in (1000, 5000):
        plain = read_by(images, NONE)
        assert read_by(images, SAME) - plain > 0.75 * (read_by(images, WHOLE) - plain)


def test_no_pupil_comes_near_its_teacher() -> None:
    for row in ROWS:
        assert row.teacher_accuracy is None or row.teacher_accuracy > row.accuracy + 0.01


def test_defaults_and_flags_are_those_of_the_program() -> None:
    config = TrainingConfig()
    assert f"share of {config.teacher_share:g}\n(`--teacher-share`)" in SECTION
    assert f"temperature T of {config.teacher_temperature:g} (`--teacher-temperature`)" in SECTION
    assert {"teacher", "teacher-share", "teacher-temperature"} <= {flag.name for flag in FLAGS}
