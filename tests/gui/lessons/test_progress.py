"""How far one is in each lesson, kept among the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.bench.preferences import Preferences
from gui.lessons.progress import MOST_OPENED, Progress

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


def test_places_and_what_is_done_survive(path: Path) -> None:
    progress = Progress(Preferences(path))
    assert (progress.place("a"), progress.is_done("a")) == (0, False)
    progress.set_place("a", 3)
    progress.set_place("b", 1)
    progress.finish("b")
    again = Progress(Preferences(path))
    assert (again.place("a"), again.place("b")) == (3, 0)
    assert (again.is_done("a"), again.is_done("b")) == (False, True)


def test_it_can_be_forgotten_but_lessons_are_offered_once(path: Path) -> None:
    progress = Progress(Preferences(path))
    assert progress.take_offer()
    progress.set_place("a", 3)
    progress.finish("b")
    progress.forget()
    again = Progress(Preferences(path))
    assert (again.place("a"), again.is_done("b"), again.take_offer()) == (0, False, False)


def test_files_of_ones_own_are_known_again_the_newest_last(path: Path, tmp_path: Path) -> None:
    progress = Progress(Preferences(path))
    for number in (*range(MOST_OPENED + 1), 3):
        progress.note_opened(tmp_path / f"{number}.toml")
    names = [found.name for found in Progress(Preferences(path)).opened]
    assert names == [f"{number}.toml" for number in (1, 2, *range(4, MOST_OPENED + 1), 3)]
    progress.forget()
    assert Progress(Preferences(path)).opened == ()


def test_a_spoilt_file_is_set_aside_and_the_rest_counts(path: Path) -> None:
    path.write_text('{"lessons_at": {"a": "x"}, "lessons_done": ["b"], "theme": "dark"}', encoding="utf-8")
    preferences = Preferences(path)
    assert preferences.set_aside is not None
    assert preferences.theme == "dark"
    assert Progress(preferences).place("a") == 0
    assert Progress(preferences).is_done("b")
