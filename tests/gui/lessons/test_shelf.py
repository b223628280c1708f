"""The lessons there are: those of the program, and one's own, which come again in a later window."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lessons.shipped import lessons
from gui.bench.preferences import Preferences
from gui.lessons.progress import OPENED, Progress
from gui.lessons.shelf import Shelf, holds_lessons


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "preferences.json")


def written(path: Path, title: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'title = "{title}"\nsummary = "S"\nminutes = 1\n[[step]]\ntext = "x"\n', encoding="utf-8"
    )
    return path


def test_what_was_opened_is_there_in_a_later_window_but_what_is_gone_or_spoilt(
    tmp_path: Path, preferences: Preferences
) -> None:
    shelf = Shelf(Progress(preferences))
    class_, alone, gone, spoilt = (
        written(tmp_path / name / "01.toml", name) for name in ("class", "alone", "gone", "spoilt")
    )
    for path in (class_.parent, alone, gone, spoilt):
        added, errors = shelf.add(path)
        assert (len(added), errors) == (1, [])
    gone.unlink()
    spoilt.write_text("title = 3", encoding="utf-8")
    preferences.note(OPENED, ["x" * 4096, *preferences.value(OPENED)])
    later = Shelf(Progress(preferences))
    assert list(later.own()) == ["own/class/01", "own/alone/01"]
    assert list(later.all()) == [*(lesson.key for lesson in lessons()), *later.own()]
    again = Shelf(Progress(preferences))
    written(class_, "new")
    again.add(class_.parent)  # what it says now, whenever the others are read
    told = {key: lesson.title.said("en") for key, lesson in again.own().items()}
    assert told == {"own/class/01": "new", "own/alone/01": "alone"}


def test_mistakes_are_told_and_nothing_of_them_is_kept(tmp_path: Path, preferences: Preferences) -> None:
    shelf = Shelf(Progress(preferences))
    written(tmp_path / "class" / "01.toml", "good")
    (tmp_path / "class" / "02.toml").write_text("title = 3", encoding="utf-8")
    added, errors = shelf.add(tmp_path / "class")
    assert (list(added), len(errors)) == (["own/class/01"], 1)
    (tmp_path / "empty").mkdir()
    added, errors = shelf.add(tmp_path / "empty")
    assert (added, len(errors)) == ({}, 1)
    assert Progress(preferences).opened == (tmp_path / "class",)


def test_a_forgotten_shelf_holds_those_of_the_program_alone(tmp_path: Path, preferences: Preferences) -> None:
    progress = Progress(preferences)
    shelf = Shelf(progress)
    shelf.add(written(tmp_path / "class" / "01.toml", "mine"))
    progress.forget()
    shelf.forget()
    assert list(shelf.all()) == [lesson.key for lesson in lessons()]


def test_a_folder_of_pictures_with_settings_beside_them_is_none_of_lessons(tmp_path: Path) -> None:
    (tmp_path / "one.toml").touch()
    (tmp_path / "read me.txt").touch()
    (tmp_path / ".kept").mkdir()
    assert holds_lessons(tmp_path)
    assert holds_lessons(tmp_path / "one.toml")
    assert not holds_lessons(tmp_path / "read me.txt")
    (tmp_path / "7.PNG").touch()
    assert not holds_lessons(tmp_path)
    (tmp_path / "7.PNG").rename(tmp_path / "7.txt")
    (tmp_path / "sevens").mkdir()
    assert not holds_lessons(tmp_path)
    assert not holds_lessons(tmp_path / ("x" * 4096))
