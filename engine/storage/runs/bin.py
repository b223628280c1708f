"""The bin of the library: what was deleted lies there whole until it is restored or its time is over; without torch."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from contextlib import suppress
from itertools import chain, count
from typing import TYPE_CHECKING

from engine.atomic import TEMPORARY_PREFIX, TEMPORARY_SUFFIX
from engine.errors import RunError
from engine.storage.runs import moving
from engine.storage.runs.file.small_file import refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GOING = "~going-"  # beginning of the name of what is being removed for good
DAY = 86_400.0  # seconds


class RunBin:
    """The folder ``.bin`` in a folder of runs.

    A run lies there under its id, a second one of the same id as ``<id>~2`` and so on. The time of its folder is that
    of its deletion.

    Args:
        runs: The folder of runs.
    """

    def __init__(self, runs: Path) -> None:
        self.runs = runs
        self.folder = runs / moving.BIN

    def folders(self) -> list[Path]:
        """Return the folders of the runs in the bin, the first deleted first."""
        found = []
        with suppress(OSError), os.scandir(self.folder) as entries:  # none, or something else of that name
            for entry in entries:
                with suppress(OSError):  # restored at this moment
                    if entry.is_dir() and not entry.name.startswith((".", GOING)):
                        found.append((entry.stat().st_mtime_ns, entry.name))
        return [self.folder / name for _, name in sorted(found)]

    def put(self, runs: Sequence[Path]) -> None:
        """Move the folders of runs here: all of them, or none.

        Raises:
            RunError: If one cannot be moved.
        """
        moved: list[tuple[Path, Path]] = []  # from, to
        for run in runs:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                os.utime(run)
                names = chain([run.name], (f"{run.name}~{number}" for number in count(2)))
                moved.append((run, self.folder / moving.move(run, self.folder, names)))
            except OSError as error:
                for old, new in moved:
                    with suppress(OSError):
                        new.rename(old)
                raise refused(run, error) from error

    def take(self, run_id: str) -> str:
        """Move the run of that id that was deleted last back to the runs, and return the id it has now.

        The id is a new one where another run has it meanwhile.

        Raises:
            RunError: If there is none, or it cannot be moved.
        """
        found = [folder for folder in self.folders() if folder.name.partition("~")[0] == run_id]
        if not found:
            raise RunError(
                "There is no run “{run}” in the bin.",
                cause="It was never deleted, is back already, or its time there was over.",
                run=run_id,
            )
        try:
            return moving.move_in(found[-1], self.runs, run_id)
        except OSError as error:
            raise refused(found[-1], error) from error

    def expire(self, days: float) -> int:
        """Remove for good what was deleted longer ago, and what was left of imports that were killed.

        Args:
            days: For how many days a run stays here.

        Returns:
            How many runs are gone.
        """
        now = time.time()
        gone = 0
        for folder in self.folders():
            going = folder.with_name(f"{GOING}{secrets.token_hex(8)}")
            with suppress(OSError):
                if now - folder.stat().st_mtime > days * DAY:
                    folder.rename(going)  # from now on nobody can restore a part of it
                    gone += 1
        arriving = (f"{moving.ARRIVING}*", f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}")
        for left in chain(self.folder.glob(f"{GOING}*"), *map(self.runs.glob, arriving)):
            with suppress(OSError):
                if left.name.startswith(GOING) or now - left.stat().st_mtime > DAY:
                    shutil.rmtree(left, ignore_errors=True)
        return gone
