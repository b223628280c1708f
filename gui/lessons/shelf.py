"""The lessons there are: those that come with the program, and one's own, of this window and of earlier ones."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from engine.data.importing.tree import PICTURE_ENDINGS
from engine.lessons.problems import LessonError
from engine.lessons.reading import lessons_in
from engine.lessons.shipped import lessons

if TYPE_CHECKING:
    from pathlib import Path

    from engine.lessons.lesson import Lesson
    from gui.lessons.progress import Progress

OWN = "own/"  # before the keys of lessons that did not come with the program
ENDING = ".toml"


class Shelf:
    """Where lessons stand by their keys.

    Args:
        progress: Which of one's own were opened is kept there.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._own: dict[str, Lesson] | None = None  # nothing is read before it is asked for

    def all(self) -> dict[str, Lesson]:
        """Return those that come with the program, then one's own.

        Raises:
            LessonError: If one of the first is damaged.
        """
        return {lesson.key: lesson for lesson in lessons()} | self.own()

    def own(self) -> dict[str, Lesson]:
        """Return one's own; what was opened in an earlier window and is gone or spoilt by now is no matter."""
        if self._own is None:
            self._own = {}
            for path in self._progress.opened:
                with suppress(LessonError, OSError):  # what is too long for a name is among the latter
                    self._own |= _own_lessons(path)[0]
        return self._own

    def add(self, path: Path) -> tuple[dict[str, Lesson], list[LessonError]]:
        """Put the lessons of a file or folder beside the others, now and in later windows.

        Returns:
            Those that can be used, and what is wrong with others.
        """
        own = self.own()  # first, or what they say now would give way to what they said
        try:
            found, errors = _own_lessons(path)
        except LessonError as error:
            return {}, [error]
        own |= found
        if found:
            self._progress.note_opened(path)
        return found, errors

    def forget(self) -> None:
        """Let there be none of one's own; those of earlier windows come again unless progress forgets them, too."""
        self._own = None


def holds_lessons(path: Path) -> bool:
    """Tell whether something is a lesson, or a folder of them, by the names in it.

    A folder that has folders or pictures in it, too, is more likely one of examples, with somebody's settings.
    """
    try:
        if not path.is_dir():
            return path.suffix.lower() == ENDING
        inside = [item for item in path.iterdir() if not item.name.startswith(".")]
        return any(item.name.endswith(ENDING) for item in inside) and not any(
            item.is_dir() or item.suffix.lower() in PICTURE_ENDINGS for item in inside
        )
    except OSError:
        return False


def _own_lessons(path: Path) -> tuple[dict[str, Lesson], list[LessonError]]:
    """Return the lessons of a file or folder by their keys, and what is wrong with others.

    Raises:
        LessonError: If it is a folder without lessons.
    """
    lessons, errors = lessons_in(path)
    folder = path if path.is_dir() else path.parent  # teachers all begin with 01
    return {f"{OWN}{folder.resolve().name}/{lesson.key}": lesson for lesson in lessons}, errors
