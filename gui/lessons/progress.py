"""How far a person is in each lesson, and which of their own they opened, kept among the preferences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.bench.preferences import Preferences

AT, DONE, OFFERED, OPENED = "lessons_at", "lessons_done", "lessons_offered", "lessons_opened"
MOST_OPENED = 16  # files and folders of lessons of one's own


class Progress:
    """Steps that were reached, and lessons that were gone through.

    Args:
        preferences: Where it is kept.
    """

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def place(self, key: str) -> int:
        """Return the step that was in sight last, counted from 0."""
        return int(self._preferences.value(AT).get(key, 0))

    def set_place(self, key: str, place: int) -> None:
        """Note the step that is in sight."""
        places = {name: at for name, at in self._preferences.value(AT).items() if name != key}
        if place:
            places[key] = place
        if places != self._preferences.value(AT):
            self._preferences.note(AT, places)

    def is_done(self, key: str) -> bool:
        """Whether a lesson was gone through."""
        return key in self._preferences.value(DONE)

    def finish(self, key: str) -> None:
        """Note that a lesson was gone through; it begins anew then."""
        self.set_place(key, 0)
        if not self.is_done(key):
            self._preferences.note(DONE, [*self._preferences.value(DONE), key])

    def forget(self) -> None:
        """Let everything be as at the first start; lessons that came with the program are not offered anew."""
        self._preferences.note(AT, {})
        self._preferences.note(DONE, [])
        self._preferences.note(OPENED, [])

    @property
    def opened(self) -> tuple[Path, ...]:
        """The files and folders of lessons of one's own that were opened, the newest last."""
        return tuple(Path(name) for name in self._preferences.value(OPENED)[-MOST_OPENED:])

    def note_opened(self, path: Path) -> None:
        """Let the lessons of a file or folder stand in the list from now on."""
        name = str(path.absolute())
        others = [item for item in self._preferences.value(OPENED) if item != name]
        self._preferences.note(OPENED, [*others, name][-MOST_OPENED:])

    def take_offer(self) -> bool:
        """Return whether lessons are to be offered, which is so but once."""
        is_due = not self._preferences.value(OFFERED)
        if is_due:
            self._preferences.note(OFFERED, 1)
        return is_due
