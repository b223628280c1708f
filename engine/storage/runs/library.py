"""The library of runs: they are named, noted, deleted, restored and made smaller. Without torch."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from engine.errors import RunError
from engine.one_at_a_time import one_at_a_time
from engine.storage.runs import moving
from engine.storage.runs.bin import RunBin
from engine.storage.runs.disk_use import Going, folder_size, thin_out, would_go
from engine.storage.runs.file.label import (
    LABEL_NAME,
    NAME_LIMIT,
    Label,
    checked_name,
    label_or_none,
    read_label,
    write_label,
)
from engine.storage.runs.file.lock import kept_still
from engine.storage.runs.file.notes import as_kept, read_notes, write_notes
from engine.storage.runs.listing import RunListing

if TYPE_CHECKING:
    from collections.abc import Collection
    from contextlib import AbstractContextManager
    from pathlib import Path

LOCK_NAME = ".lock"
BIN_DAYS = 30.0  # how long what was deleted can be restored


class RunLibrary(RunListing):
    """The runs in a folder, and what a person does with them.

    Any number of libraries, in several processes, may stand on the same folder.

    Args:
        folder: The folder of runs, by default that of this program; it need not exist yet.
    """

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self._bin = RunBin(self.folder)

    # What the person says of a run

    def rename(self, run_id: str, name: str) -> None:
        """Give a run another name.

        Raises:
            RunError: If the name is empty, too long, not printable, or that of another run.
            FileWriteError: If it cannot be written.
        """
        name = checked_name(name)
        with self._changing():
            if name in self._names_but(run_id):
                raise RunError(
                    "There is a run called “{name}” already.", remedy="Choose another name.", name=name
                )
            self._relabel(run_id, name=name)

    def set_colour(self, run_id: str, colour: int | None) -> None:
        """Choose the colour of a run's curves by its number, or None for the next free one.

        Raises:
            RunError: If there is no such run.
            FileWriteError: If it cannot be written.
        """
        with self._changing():
            self._relabel(run_id, colour=colour)

    def set_baseline(self, run_id: str | None) -> None:
        """Let the others be compared with one run, or with none.

        Raises:
            RunError: If there is no such run.
            FileWriteError: If it cannot be written.
        """
        if run_id is not None:
            self._folder_of(run_id)
        with self._changing():
            for run in self.summaries():
                if run.baseline and run.id != run_id:
                    self._relabel(run.id, baseline=False)
            if run_id is not None:
                self._relabel(run_id, baseline=True)

    def notes(self, run_id: str) -> str:
        """Return the notes on a run; an empty text where there are none.

        Raises:
            RunError: If they cannot be read, or are no text.
        """
        return read_notes(self._folder_of(run_id))

    def set_notes(self, run_id: str, text: str, *, before: str | None = None) -> str:
        """Keep notes on a run, and return them as they are kept; an empty text leaves no file behind.

        Args:
            run_id: The run.
            text: The notes.
            before: What they were when the person began to write. Where another window has added lines since, those
                are kept below. Without it they are replaced.

        Raises:
            RunError: If there is no such run, the text is too long, or what is there cannot be read.
            FileWriteError: If they cannot be written.
        """
        folder = self._folder_of(run_id)
        with self._changing():
            if before is not None:
                known = {*as_kept(before).splitlines(), *as_kept(text).splitlines()}
                added = [line for line in read_notes(folder).splitlines() if line not in known]
                if added:
                    text = "\n".join([*text.splitlines(), *added])
            write_notes(folder, text)
        return text

    # Deleting

    def delete(self, *run_ids: str) -> None:
        """Move runs into the bin, from where ``restore`` brings them back: all of them, or none.

        Raises:
            RunError: If there is no such run, or one of them is being trained or cannot be moved.
        """
        folders = [self._folder_of(run_id) for run_id in dict.fromkeys(run_ids)]
        with ExitStack() as stack:
            for folder in folders:
                stack.enter_context(kept_still(folder))
            self._bin.put(folders)

    def restore(self, *run_ids: str) -> tuple[str, ...]:
        """Bring deleted runs back, and return the ids they have now.

        Where another run has the id or the name meanwhile, they get one of their own; a baseline gives way to the one
        that is there.

        Raises:
            RunError: If one is not in the bin, or cannot be moved.
        """
        with self._changing():
            return tuple(self._settled(self._bin.take(run_id)) for run_id in dict.fromkeys(run_ids))

    def deleted(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of the runs in the bin, the last deleted first."""
        found = [
            (folder.name.partition("~")[0], label_or_none(folder).name) for folder in self._bin.folders()
        ]
        return tuple((run_id, name or run_id) for run_id, name in reversed(found))

    def add(self, folder: Path, wanted: str) -> str:
        """Take in a whole run from a folder on the same disk, and return the id it has now.

        Args:
            folder: The folder of the run; it is moved.
            wanted: The id it should have; it gets a new one where that is taken.

        Raises:
            OSError: If it cannot be moved.
            FileWriteError: If its label cannot be written.
        """
        with self._changing():
            return self._settled(moving.move_in(folder, self.folder, wanted))

    def expire(self, days: float = BIN_DAYS) -> int:
        """Remove from the bin what was deleted longer ago, and return how many runs that were."""
        return self._bin.expire(days)

    # The disk

    def disk_use(self) -> int:
        """Return the bytes of all runs and of the bin."""
        runs = self.summaries()
        read = {run.id for run in runs}
        with suppress(OSError), os.scandir(self.folder) as entries:
            others = sum(
                folder_size(item.path) for item in entries if item.name not in read and item.is_dir()
            )
            return others + sum(run.size for run in runs)
        return 0

    def thin(self, limit: int) -> int:
        """Drop snapshots of the oldest runs, every other one first, and return the bytes freed.

        What lies in the bin goes first. The last snapshot stays, that of the best epoch, and all of a run that is being
        trained.

        Args:
            limit: Bytes that all runs may take.
        """
        return thin_out(self._giving_way(), self.disk_use() - limit)

    def would_thin(self, limit: int) -> tuple[Going, ...]:
        """Return which snapshots ``thin`` would drop at this moment."""
        return would_go(self._giving_way(), self.disk_use() - limit)

    def _giving_way(self) -> list[Path]:
        """Return the folders of runs in the order in which they give up snapshots."""
        return [*self._bin.folders(), *(self.folder / run.id for run in reversed(self.summaries()))]

    # Underneath

    def _changing(self) -> AbstractContextManager[None]:
        """Keep other windows from changing labels meanwhile: none takes back what another says."""
        return one_at_a_time(self.folder, self.folder / LOCK_NAME)

    def _names_but(self, run_id: str) -> set[str]:
        """Return what no other run may be called: the names and ids of all but one."""
        self._folder_of(run_id)
        runs = [run for run in self.summaries() if run.id != run_id]
        ids = [name for name in self._names() if name != run_id]
        return {*ids, *(run.name for run in runs)}

    def _relabel(self, run_id: str, **changes: object) -> None:
        folder = self._folder_of(run_id)
        try:
            label = read_label(folder)
        except RunError:  # damaged: set aside, as it may hold what somebody wants
            label = Label()
            with suppress(OSError):
                (folder / LABEL_NAME).replace(folder / f"{LABEL_NAME}.bak")
        write_label(folder, label.model_copy(update=changes))

    def _settled(self, run_id: str) -> str:
        """Give a run that has just come a name of its own, and let the baseline be the one that is there."""
        label = label_or_none(self.folder / run_id)
        name = free_name(label.name or run_id, self._names_but(run_id))
        if name != (label.name or run_id):
            self._relabel(run_id, name=name)
        if label.baseline and any(run.baseline for run in self.summaries() if run.id != run_id):
            self._relabel(run_id, baseline=False)
        return run_id


def free_name(name: str, taken: Collection[str]) -> str:
    """Return the name, or the first of “name (2)”, “name (3)” … that is not taken."""
    number = 1
    wanted = name
    while wanted in taken:
        number += 1
        ending = f" ({number})"
        wanted = name[: NAME_LIMIT - len(ending)] + ending
    return wanted
