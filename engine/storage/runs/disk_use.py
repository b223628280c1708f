"""How many bytes runs take, and making them smaller: old snapshots go first; without torch."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.errors import RunError
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


def thin_out(runs: Sequence[Path], excess: int) -> int:
    """Drop snapshots until that many bytes are free, or nothing is left that may go.

    In one round after the other every run loses every other snapshot, so that all keep a little of their past as long
    as possible. The first, the last and that of the best epoch stay, and all of a run that is being trained.

    Args:
        runs: The folders of runs, in the order in which they lose something.
        excess: Bytes to free.

    Returns:
        The bytes freed.
    """
    freed, before = 0, -1
    while freed < excess and freed > before:
        before = freed
        for run in runs:
            if freed < excess:
                freed += _drop_every_other(run)
    return freed


def _drop_every_other(run: Path) -> int:
    try:
        droppable = _droppable(run)
        if not droppable:
            return 0
        with kept_still(run):
            return sum(map(_dropped, droppable[1::2] or droppable))
    except (RunError, OSError):  # held, damaged, or gone: nothing of it is touched
        return 0


def _droppable(run: Path) -> list[Path]:
    found = snapshots_in(run)[1:-1]  # the first and the last stay
    if not found:
        return []
    best = read_header(run).progress.best_step
    return [item.path for item in found if item.step != best]


def _dropped(snapshot: Path) -> int:
    try:
        size = snapshot.stat().st_size
        snapshot.unlink()
    except OSError:  # gone already, or open on Windows
        return 0
    return size
