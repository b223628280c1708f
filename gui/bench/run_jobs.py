"""What runs in the background for the library of runs: reading it and changing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.tasks.worker import Job, Post

if TYPE_CHECKING:
    from engine.errors import RunError
    from engine.storage.runs.library import RunLibrary
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History

Change = Callable[["RunLibrary"], object]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The runs there are.

    Attributes:
        summaries: Each in a line, the newest first.
        unreadable: Folders that could not be read, and why.
        deleted: Id and name of each run in the bin, the last deleted first.
    """

    summaries: tuple[RunSummary, ...]
    unreadable: tuple[tuple[str, RunError], ...]
    deleted: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs take so many bytes."""

    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Changed:
    """A change is on the disk.

    Attributes:
        then: What the window does now.
    """

    then: Callable[[], None]


@dataclass(frozen=True, slots=True, eq=False)
class HistoryRead:
    """The history of a run, as it was when ``summary`` was read."""

    summary: RunSummary
    history: History


@dataclass(frozen=True, slots=True)
class NotesRead:
    """What the person has noted on a run."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Thinned:
    """So many bytes of old snapshots are gone."""

    freed: int


def listing_job(library: RunLibrary) -> Job:
    """Read the runs there are; those that have not changed cost next to nothing."""

    def job(post: Post) -> None:
        summaries = library.summaries()
        post(Listed(summaries, library.unreadable, library.deleted()))

    return job


def expiring_job(library: RunLibrary) -> Job:
    """Remove what was deleted long ago."""

    def job(_post: Post) -> None:
        library.expire()

    return job


def measuring_job(library: RunLibrary) -> Job:
    """Add up what all runs take on the disk."""

    def job(post: Post) -> None:
        post(Measured(library.disk_use()))

    return job


def change_job(library: RunLibrary, change: Change, then: Callable[[], None]) -> Job:
    """Make a change, then read the runs anew."""

    def job(post: Post) -> None:
        change(library)
        post(Changed(then))
        listing_job(library)(post)

    return job


def history_job(library: RunLibrary, summary: RunSummary) -> Job:
    """Read the history of a run."""

    def job(post: Post) -> None:
        post(HistoryRead(summary, library.open(summary.id).history()))

    return job


def notes_job(library: RunLibrary, name: str) -> Job:
    """Read the notes on a run."""

    def job(post: Post) -> None:
        post(NotesRead(name, library.notes(name)))

    return job


def thin_job(library: RunLibrary, limit: int) -> Job:
    """Drop old snapshots until all runs take no more than ``limit`` bytes, or nothing can be spared."""

    def job(post: Post) -> None:
        freed = library.thin(limit)
        post(Thinned(freed))
        post(Measured(library.disk_use()))

    return job
