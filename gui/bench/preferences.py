"""What a person prefers, in a readable file that several windows share; what cannot be used of it is set aside.

What is chosen in the dialog is listed in ``gui/bench/preference_list.py``; beside it the file holds what the program
notes for itself, such as the files used lately.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import SIGNAL, QObject, Signal

from engine.atomic import write_error
from engine.errors import NetSketchError
from engine.folders import home_folder
from engine.one_at_a_time import one_at_a_time
from engine.regular_file import set_aside
from gui.bench import preferences_file as file
from gui.bench.preference_list import PREFERENCES

if TYPE_CHECKING:
    from collections.abc import Callable

    Theme = Literal["system", "light", "dark"]
    Change = Callable[[dict[str, Any]], object]

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
MAX_RECENT = 8
MOST_LESSONS = 1000  # whose progress is noted


def _files(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return [file.text(item) for item in value if item != ""]


def _places(value: Any) -> dict[str, int]:
    if not isinstance(value, dict) or len(value) > MOST_LESSONS:
        raise ValueError("no table")
    check = file.whole_number(0, 1000)
    return {file.text(key): check(place) for key, place in value.items()}


CHECKS: dict[str, Callable[[Any], Any]] = {
    "schema_version": file.whole_number(1, 10**6),
    "recent_files": _files,
    "passed_over_run": file.text,
    "lessons_at": _places,
    "lessons_done": _files,
    "lessons_offered": file.whole_number(0, 1),
    "lessons_opened": _files,
    **{entry.key: entry.checked for entry in PREFERENCES},
}
DEFAULTS: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "recent_files": [],
    "passed_over_run": "",
    "lessons_at": {},
    "lessons_done": [],
    "lessons_offered": 0,
    "lessons_opened": [],
    **{entry.key: entry.default for entry in PREFERENCES},
}


def glance() -> dict[str, Any]:
    """Return what is preferred, and leave everything as it is: also a file that cannot be used."""
    try:
        entries, _is_whole = file.read(home_folder() / "preferences.json", CHECKS)
    except (OSError, file.UnusableError):
        entries = {}
    return DEFAULTS | entries


class _Told(QObject):
    """Tells those who follow one preference; as a signal, so that who is gone is told nothing."""

    changed = Signal(object)


class Preferences(QObject):
    """The preferences of this person.

    Every change is written at once, into what the file says at that moment: what another window changed stays, and so
    does what a newer program keeps there. A change that cannot be written waits for the next that can.

    Args:
        path: The file; by default ``preferences.json`` in the program's own folder.
        parent: Whom they belong to.

    Attributes:
        set_aside: Where the file is now that could not be read, or not all of it; None where nothing was wrong.
        refused: Told why they cannot be written: once, until writing works again.

    Signals:
        changed: Some of them are others, whoever changed them.
        kept: What was wished is not done; all is as it was.
        file_set_aside: The file could not be used, or not all of it, and is elsewhere now (Path).
    """

    changed = Signal()
    kept = Signal()
    file_set_aside = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or home_folder() / "preferences.json"
        self.set_aside: Path | None = None
        self.refused: Callable[[NetSketchError], object] | None = None
        self._is_refused = False
        self._waiting: list[Change] = []  # changes that are not in the file yet
        self._entries = dict(DEFAULTS)
        self._told = {key: _Told(self) for key in DEFAULTS}
        self._guards: dict[str, Callable[[Any, Callable[[], None], Callable[[], None]], object]] = {}
        self._stamp: tuple[int, ...] = ()
        self.refresh()

    # What is chosen

    def value(self, key: str) -> Any:
        """Return what is preferred of one of ``PREFERENCES``."""
        return self._entries[key]

    def set_value(self, key: str, value: Any) -> None:
        """Prefer something else from now on; a number out of bounds becomes the nearest within."""
        entry = next(entry for entry in PREFERENCES if entry.key == key)
        self._set(key, entry.checked(entry.bounded(value)))

    def follow(self, key: str, apply: Callable[[Any], object]) -> None:
        """Let a preference have its effect: now, and whenever it changes, here or in another window.

        Args:
            key: Of one of ``PREFERENCES``, or of what the program notes.
            apply: Given the value; a method of a QObject is called no more once that is gone.
        """
        self._told[key].changed.connect(apply)
        apply(self.value(key))

    def has_followers(self, key: str) -> bool:
        """Whether a preference has any effect."""
        return self._told[key].receivers(SIGNAL("changed(PyObject)")) > 0

    def guard(self, key: str, ask: Callable[[Any, Callable[[], None], Callable[[], None]], object]) -> None:
        """Let something be asked before a preference changes by hand.

        Args:
            key: Of one of ``PREFERENCES``.
            ask: Given the value, and what to call then: the first to change it, the second to leave it.
        """
        self._guards[key] = ask

    def wish(self, key: str, value: Any) -> None:
        """Prefer something else, once what guards the preference agrees; ``kept`` where it does not."""
        guard = self._guards.get(key)
        if guard is None or value == self.value(key):
            self.set_value(key, value)
        else:
            guard(value, partial(self.set_value, key, value), self.kept.emit)

    @property
    def theme(self) -> Theme:
        """How the window looks."""
        return cast("Theme", self._entries["theme"])

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self.set_value("theme", theme)

    @property
    def language(self) -> str:
        """Code of the language that is spoken, or an empty string for the system's."""
        return str(self._entries["language"])

    @language.setter
    def language(self, code: str) -> None:
        self.set_value("language", code)

    @property
    def runs_limit_mb(self) -> int:
        """How much room all runs may take on the disk, in megabytes of 1024² bytes."""
        return int(self._entries["runs_limit_mb"])

    @runs_limit_mb.setter
    def runs_limit_mb(self, megabytes: int) -> None:
        self.set_value("runs_limit_mb", megabytes)

    @property
    def checkpoint_seconds(self) -> int:
        """How many seconds of training may be lost if the program is killed."""
        return int(self._entries["checkpoint_seconds"])

    @checkpoint_seconds.setter
    def checkpoint_seconds(self, seconds: int) -> None:
        self.set_value("checkpoint_seconds", seconds)

    # What the program notes

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Model files used lately, the newest first."""
        return tuple(Path(name) for name in self._entries["recent_files"][:MAX_RECENT])

    def add_recent(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        name = str(path.absolute())

        def change(entries: dict[str, Any]) -> None:
            others = [item for item in entries["recent_files"] if item != name]
            entries["recent_files"] = [name, *others][:MAX_RECENT]

        self._change(change)

    def remove_recent(self, path: Path) -> None:
        """Forget a file that is gone."""
        name = str(path.absolute())

        def change(entries: dict[str, Any]) -> None:
            entries["recent_files"] = [item for item in entries["recent_files"] if item != name]

        self._change(change)

    def clear_recent(self) -> None:
        """Forget all recent files."""
        self._set("recent_files", [])

    @property
    def passed_over_run(self) -> str:
        """Id of the run that the person did not want to be offered at the start, or an empty string."""
        return str(self._entries["passed_over_run"])

    @passed_over_run.setter
    def passed_over_run(self, run_id: str) -> None:
        self._set("passed_over_run", run_id)

    def note(self, key: str, value: object) -> None:
        """Keep something that the program notes for itself, such as how far one is in each lesson.

        Raises:
            ValueError: If it is none such.
        """
        self._set(key, CHECKS[key](value))

    # The file

    def reset(self) -> None:
        """Forget everything: what was chosen, and what was noted."""

        def change(entries: dict[str, Any]) -> None:
            entries.clear()
            entries |= DEFAULTS

        self._change(change)

    def refresh(self) -> None:
        """Take over what another window has changed meanwhile, and write what could not be written before."""
        before = dict(self._entries)
        self._read()
        self._tell(before)

    def _read(self) -> None:
        stamp = file.stamp_of(self.path)
        if self._waiting:
            self._write()
            return
        if stamp == self._stamp:
            return
        try:
            entries, is_whole = file.read(self.path, CHECKS)
        except FileNotFoundError:
            return  # deleted by hand, or a link to nothing: the next change writes all of it again
        except (OSError, file.UnusableError):
            entries, is_whole = {}, False
        if is_whole:
            self._stamp = stamp
            self._entries = {**DEFAULTS, **entries}
        else:
            self._entries = {**self._entries, **entries}
            self._write()

    def _set(self, name: str, value: object) -> None:
        def change(entries: dict[str, Any]) -> None:
            entries[name] = value

        self._change(change)

    def _change(self, change: Change) -> None:
        before = dict(self._entries)
        change(self._entries)
        self._waiting.append(change)
        self._write()
        self._tell(before)

    def _write(self) -> None:
        """Put the changes that wait into what the file says now."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with one_at_a_time(self.path, self.path.with_name("preferences.lock")):
                entries = self._on_disk()
                for change in self._waiting:
                    change(entries)
                file.write(self.path, entries)
                self._stamp = file.stamp_of(self.path)
        except (OSError, NetSketchError) as error:
            log.warning("The preferences could not be written: %s", error)
            told = error if isinstance(error, NetSketchError) else write_error(self.path, error)
            if self.refused is not None and not self._is_refused:
                self._is_refused = True
                self.refused(told)
        else:
            self._is_refused = False
            self._waiting.clear()
            self._entries = entries

    def _on_disk(self) -> dict[str, Any]:
        """Return what the file says; where not all of it can be used, it is set aside, and what was known counts.

        Raises:
            OSError: If it should be set aside and cannot be.
        """
        try:
            entries, is_whole = file.read(self.path, CHECKS)
        except FileNotFoundError:
            return dict(self._entries)
        except (OSError, file.UnusableError) as error:
            log.warning("The preferences in %s are not readable: %s", self.path, error)
            entries, is_whole = {}, False
        if is_whole:
            return {**DEFAULTS, **entries}
        self.set_aside = set_aside(self.path)
        self.file_set_aside.emit(self.set_aside)
        return {**self._entries, **entries}

    def _tell(self, before: dict[str, Any]) -> None:
        """Tell what is another than before, once all of it is."""
        if self._entries == before:
            return
        for key, told in self._told.items():
            if self._entries[key] != before[key]:
                told.changed.emit(self.value(key))
        self.changed.emit()
