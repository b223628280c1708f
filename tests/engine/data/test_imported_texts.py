"""Texts that people bring in: kept by their characters, listed, and explained when damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.import_set import import_set
from engine.data.imported_sets import FILE_NAME, FOLDER, imported_sets, load_text
from engine.errors import DataError
from engine.folders import home_folder

STORY = "Anna looks for her hat.\n小猫在睡觉。\n" * 20


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "A story.TXT"
    path.write_bytes(STORY.replace("\n", "\r\n").encode())
    return path


def test_a_text_is_kept_with_all_its_characters(story: Path) -> None:
    report = import_set(story)
    assert (report.name, report.title, report.count) == ("a-story", "A story", len(STORY))
    assert report.is_text
    assert report.classes == tuple(sorted(set(STORY)))
    (listed,) = imported_sets()
    assert (listed.name, listed.count, listed.is_text, listed.classes) == ("a-story", len(STORY), True, 0)
    story.unlink()
    assert load_text("a-story") == STORY


def test_what_cannot_be_learnt_from_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("too short", encoding="utf-8")
    with pytest.raises(DataError, match="too short to learn from"):
        import_set(path)
    assert imported_sets() == ()


@pytest.mark.parametrize(
    "text",
    [
        np.zeros(0, np.uint32),
        np.zeros((4, 4), np.uint32),
        np.zeros(40, np.int64),
        np.full(40, 0xD800, np.uint32),
        np.full(40, 0x110000, np.uint32),
    ],
    ids=["empty", "square", "type", "half", "beyond"],
)
def test_a_damaged_text_says_so(story: Path, text: np.ndarray) -> None:
    import_set(story)
    np.savez(home_folder() / FOLDER / "a-story" / FILE_NAME, text=text, title=np.array("A story"))
    with pytest.raises(DataError, match="cannot be read"):
        load_text("a-story")
