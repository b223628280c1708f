"""What a person prefers, in a readable file that several windows share; what cannot be used of it is set aside."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import QObject, Signal

from engine.atomic import write_error
from engine.errors import NetSketchError
from engine.folders import home_folder
from engine.one_at_a_time import one_at_a_time
from engine.regular_file import set_aside
from gui.bench import preferences_file as file

if TYPE_CHECKING:
    from collections.abc import Callable

    Theme = Literal["system", "light", "dark"]
    Change = Callable[[dict[str, Any]], object]

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
MAX_RECENT = 8
RUNS_LIMIT_MB = (100, 1_000_000)
CHECKPOINT_SECONDS = (1, 3600)


def _files(value: Any) -> list[str]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return [file.text(item) for item in value if item != ""]


CHECKS: dict[str, Callable[[Any], Any]] = {
    "schema_version": file.whole_number(1, 10**6),
    "theme": file.one_of("system", "light", "dark"),
    "language": file.text,
    "recent_files": _files,
    "runs_limit_mb": file.whole_number(*RUNS_LIMIT_MB),
    "passed_over_run": file.text,
    "checkpoint_seconds": file.whole_number(*CHECKPOINT_SECONDS),
}
DEFAULTS: dict[str, Any] = {
    "schema_version": SCHEMA_VERSION,
    "theme": "system",
    "language": "",
    "recent_files": [],
    "runs_limit_mb": 4096,
    "passed_over_run": "",
    "checkpoint_seconds": 10,
}


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
        changed: Another window changed some of them.
        file_set_aside: The file could not be used, or not all of it, and is elsewhere now (Path).
    """

    changed = Signal()
    file_set_aside = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or home_folder() / "preferences.json"
        self.set_aside: Path | None = None
        self.refused: Callable[[NetSketchError], object] | None = None
        self._is_refused = False
        self._waiting: list[Change] = []  # changes that are not in the file yet
        self._entries = dict(DEFAULTS)
        self._stamp: tuple[int, ...] = ()
        self.refresh()

    @property
    def theme(self) -> Theme:
        """How the window looks."""
        return cast("Theme", self._entries["theme"])

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._set("theme", theme)

    @property
    def language(self) -> str:
        """Code of the language that is spoken, or an empty string for the system's."""
        return str(self._entries["language"])

    @language.setter
    def language(self, code: str) -> None:
        self._set("language", code)

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
    def runs_limit_mb(self) -> int:
        """How much room all runs may take on the disk, in megabytes of 1024² bytes."""
        return int(self._entries["runs_limit_mb"])

    @runs_limit_mb.setter
    def runs_limit_mb(self, megabytes: int) -> None:
        self._set("runs_limit_mb", _within(megabytes, RUNS_LIMIT_MB))

    @property
    def runs_limit_bytes(self) -> int:
        """The same in bytes."""
        return self.runs_limit_mb * 1024**2

    @property
    def checkpoint_seconds(self) -> int:
        """How many seconds of training may be lost if the program is killed."""
        return int(self._entries["checkpoint_seconds"])

    @checkpoint_seconds.setter
    def checkpoint_seconds(self, seconds: int) -> None:
        self._set("checkpoint_seconds", _within(seconds, CHECKPOINT_SECONDS))

    @property
    def passed_over_run(self) -> str:
        """Id of the run that the person did not want to be offered at the start, or an empty string."""
        return str(self._entries["passed_over_run"])

    @passed_over_run.setter
    def passed_over_run(self, run_id: str) -> None:
        self._set("passed_over_run", run_id)

    def reset(self) -> None:
        """Return to the defaults."""

        def change(entries: dict[str, Any]) -> None:
            entries.clear()
            entries |= DEFAULTS

        self._change(change)

    def refresh(self) -> None:
        """Take over what another window has changed meanwhile, and write what could not be written before."""
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
            self._take({**DEFAULTS, **entries})
        else:
            self._take({**self._entries, **entries})
            self._write()

    def _set(self, name: str, value: object) -> None:
        def change(entries: dict[str, Any]) -> None:
            entries[name] = value

        self._change(change)

    def _change(self, change: Change) -> None:
        change(self._entries)
        self._waiting.append(change)
        self._write()

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
            self._take(entries)

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

    def _take(self, entries: dict[str, Any]) -> None:
        before, self._entries = self._entries, entries
        if entries != before:
            self.changed.emit()


def _within(value: int, bounds: tuple[int, int]) -> int:
    return min(max(value, bounds[0]), bounds[1])
