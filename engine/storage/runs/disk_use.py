"""How many bytes runs take, and making them smaller: old snapshots go first; without torch."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.errors import RunError
from engine.records import dataclass
from engine.storage.runs.file.header import read_header
from engine.storage.runs.file.lock import kept_still
from engine.storage.runs.file.snapshots import snapshots_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def folder_size(folder: str | os.PathLike[str]) -> int:
    """Return the bytes of all files in a folder and the folders in it; what vanishes meanwhile does not count."""
    total = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    total += folder_size(entry.path)
                else:
                    total += entry.stat(follow_symlinks=False).st_size
    return total


@dataclass(frozen=True, slots=True)
class Going:
    """Snapshots of a run that give way to newer runs.

    Attributes:
        run: Its folder.
        snapshots: Their files.
        bytes: What they take, together.
    """

    run: Path
    snapshots: tuple[Path, ...]
    bytes: int


def would_go(runs: Sequence[Path], excess: int) -> tuple[Going, ...]:
    """Return the snapshots that make room for that many bytes, or as many as may go; nothing is touched.

    In one round after the other every run loses every other snapshot, so that all keep a little of their past as long
    as possible. The first, the last and that of the best epoch stay, and all of a run that is being trained.

    Args:
        runs: The folders of runs, in the order in which they lose something.
        excess: Bytes to free.

    Returns:
        What goes of each run that loses something, in this order.
    """
    left: dict[Path, dict[Path, int]] = {}
    going: dict[Path, dict[Path, int]] = {}
    freed, before = 0, -1
    while freed < excess and freed > before:
        before = freed
        for run in runs:
            if freed >= excess:
                break
            there = left[run] if run in left else left.setdefault(run, _droppable(run))
            chosen = list(there)[1::2] or list(there)
            freed += sum(there[path] for path in chosen)
            going.setdefault(run, {}).update((path, there.pop(path)) for path in chosen)
    return tuple(Going(run, tuple(files), sum(files.values())) for run, files in going.items() if files)


def thin_out(runs: Sequence[Path], excess: int) -> int:
    """Drop what ``would_go``, and return the bytes freed."""
    return sum(map(_drop, would_go(runs, excess)))


def _drop(going: Going) -> int:
    try:
        with kept_still(going.run):
            return sum(map(_dropped, going.snapshots))
    except (RunError, OSError):  # it is being trained by now, or is gone
        return 0


def _droppable(run: Path) -> dict[Path, int]:
    """Return the snapshots of a run that may go, the earliest first, and the bytes of each."""
    try:
        found = snapshots_in(run)[1:-1]  # the first and the last stay
        if not found:
            return {}
        with kept_still(run):
            best = read_header(run).progress.best_step
        return {item.path: item.path.stat().st_size for item in found if item.step != best}
    except (RunError, OSError):  # held, damaged, or gone: nothing of it is touched
        return {}


def _dropped(snapshot: Path) -> int:
    try:
        size = snapshot.stat().st_size
        snapshot.unlink()
    except OSError:  # gone already, or open on Windows
        return 0
    return size
