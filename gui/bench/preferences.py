"""What a person prefers, in a readable file; a broken file is set aside and the program starts on defaults."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.atomic import write_error, write_text
from engine.errors import NetSketchError
from engine.folders import home_folder
from engine.foreign_bytes import json_of
from engine.regular_file import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
MAX_RECENT = 8
MAX_BYTES = 2**20
RUNS_LIMIT_MB = (100, 1_000_000)
CHECKPOINT_SECONDS = (1, 3600)


class PreferencesData(BaseModel):
    """The file's content; names of a newer program are kept out, not refused."""

    model_config = ConfigDict(extra="ignore")

    schema_version: int = SCHEMA_VERSION
    theme: Literal["system", "light", "dark"] = "system"
    recent_files: list[str] = Field(default_factory=list)
    runs_limit_mb: int = Field(4096, ge=RUNS_LIMIT_MB[0], le=RUNS_LIMIT_MB[1])
    passed_over_run: str = ""
    checkpoint_seconds: int = Field(10, ge=CHECKPOINT_SECONDS[0], le=CHECKPOINT_SECONDS[1])


class Preferences:
    """The preferences of this person, read once and written at every change."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or home_folder() / "preferences.json"
        self.set_aside: Path | None = None
        self.refused: Callable[[NetSketchError], object] | None = None  # told once, until writing works again
        self._is_refused = False
        self._data = self._read()

    @property
    def theme(self) -> Literal["system", "light", "dark"]:
        """How the window looks."""
        return self._data.theme

    @theme.setter
    def theme(self, theme: Literal["system", "light", "dark"]) -> None:
        self._data.theme = theme
        self._write()

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Model files used lately, the newest first."""
        return tuple(Path(name) for name in self._data.recent_files)

    def add_recent(self, path: Path) -> None:
        """Put a file in front of the recent ones."""
        name = str(path.absolute())
        others = [item for item in self._data.recent_files if item != name]
        self._data.recent_files = [name, *others][:MAX_RECENT]
        self._write()

    def remove_recent(self, path: Path) -> None:
        """Forget a file that is gone."""
        self._data.recent_files = [item for item in self._data.recent_files if item != str(path.absolute())]
        self._write()

    def clear_recent(self) -> None:
        """Forget all recent files."""
        self._data.recent_files = []
        self._write()

    @property
    def runs_limit_mb(self) -> int:
        """How much room all runs may take on the disk, in megabytes of 1024² bytes."""
        return self._data.runs_limit_mb

    @runs_limit_mb.setter
    def runs_limit_mb(self, megabytes: int) -> None:
        self._data.runs_limit_mb = _within(megabytes, RUNS_LIMIT_MB)
        self._write()

    @property
    def runs_limit_bytes(self) -> int:
        """The same in bytes."""
        return self._data.runs_limit_mb * 1024**2

    @property
    def checkpoint_seconds(self) -> int:
        """How many seconds of training may be lost if the program is killed."""
        return self._data.checkpoint_seconds

    @checkpoint_seconds.setter
    def checkpoint_seconds(self, seconds: int) -> None:
        self._data.checkpoint_seconds = _within(seconds, CHECKPOINT_SECONDS)
        self._write()

    @property
    def passed_over_run(self) -> str:
        """Id of the run that the person did not want to be offered at the start, or an empty string."""
        return self._data.passed_over_run

    @passed_over_run.setter
    def passed_over_run(self, run_id: str) -> None:
        self._data.passed_over_run = run_id
        self._write()

    def reset(self) -> None:
        """Return to the defaults."""
        self._data = PreferencesData()
        self._write()

    def _read(self) -> PreferencesData:
        try:
            return PreferencesData.model_validate(json_of(read_regular(self.path, MAX_BYTES)))
        except FileNotFoundError:
            return PreferencesData()
        except (OSError, ValueError, ValidationError) as error:
            log.warning("The preferences in %s are not readable: %s", self.path, error)
            backup = self.path.with_name(self.path.name + ".bak")
            try:
                self.path.replace(backup)
                self.set_aside = backup
            except OSError as obstacle:
                log.warning("They could not be set aside either: %s", obstacle)
            return PreferencesData()

    def _write(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_text(self.path, self._data.model_dump_json(indent=2) + "\n")
        except (OSError, NetSketchError) as error:
            log.warning("The preferences could not be written: %s", error)
            told = error if isinstance(error, NetSketchError) else write_error(self.path, error)
            if self.refused is not None and not self._is_refused:
                self._is_refused = True
                self.refused(told)
        else:
            self._is_refused = False


def _within(value: int, bounds: tuple[int, int]) -> int:
    return min(max(value, bounds[0]), bounds[1])
