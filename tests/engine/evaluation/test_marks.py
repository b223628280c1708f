from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import DataError
from engine.evaluation.marks import Marks

IMAGES = np.arange(3 * 4, dtype=np.uint8).reshape(3, 2, 2)


def test_marks_are_found_again_by_another_program_and_in_another_order() -> None:
    Marks().add("small", IMAGES[1], "b", should_be="a")

    again = Marks()
    assert again.is_marked("small", IMAGES[1], "b")
    assert [(mark.label, mark.should_be) for mark in again.entries()] == [("b", "a")]


def test_a_mark_belongs_to_data_set_pixels_and_label() -> None:
    marks = Marks()
    marks.add("small", IMAGES[0], "a")

    assert not marks.is_marked("other", IMAGES[0], "a")
    assert not marks.is_marked("small", IMAGES[0], "b")
    assert not marks.is_marked("small", IMAGES[0].reshape(1, 4), "a")


def test_nothing_is_ever_rewritten() -> None:
    marks = Marks()
    marks.add("small", IMAGES[0], "a")
    before = marks.path.read_bytes()
    marks.remove("small", IMAGES[0], "a")

    assert marks.path.read_bytes().startswith(before)
    assert [json.loads(line)["do"] for line in marks.path.read_text().splitlines()] == ["mark", "unmark"]


def test_what_was_not_marked_needs_no_unmarking() -> None:
    marks = Marks()

    assert marks.remove("small", IMAGES[0], "a") is None
    assert not marks.path.exists()


def test_lines_that_cannot_be_understood_stay_and_do_no_harm() -> None:
    marks = Marks()
    marks.add("small", IMAGES[0], "a")
    with marks.path.open("ab") as stream:
        stream.write(b'\xff\n[]\n{"do": "mark", "dataset": 3, "image": "", "label": ""}\n{"do": "mark"')
    marks.add("small", IMAGES[1], "b")

    assert len(Marks().entries()) == 2


def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        Marks(tmp_path).entries()
