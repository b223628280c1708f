"""Moving whole runs in and out of the folder of runs, and the names they can have there; without torch.

Names that begin with a dot are not runs: the bin, and what is being brought in.
"""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from itertools import chain, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BIN = ".bin"
ARRIVING = ".import-"  # beginning of the name of a folder into which older programs imported a run

NUMBERED = re.compile(r"(?P<stem>.+)-(?P<number>\d{1,9})")

# In any script; no path, no hidden name, none that Windows refuses.
_ID = re.compile(r"[^\W_](?:[\w .+-]{0,118}[\w+-])?")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def is_id(name: str) -> bool:
    """Tell whether a folder of this name can be a run, on any system."""
    return _ID.fullmatch(name) is not None and _DEVICES.fullmatch(name) is None


def stem_of(run_id: str) -> str:
    """Return what stands before the number of a run, such as ``article`` of ``article-12``."""
    numbered = NUMBERED.fullmatch(run_id)
    return numbered["stem"] if numbered else run_id


def next_ids(folder: Path, stem: str) -> Iterator[str]:
    """Return the ids to try for a new run, from the number after the highest that was used, the bin's included.

    Args:
        folder: The folder of runs; it need not exist.
        stem: What stands before the number: the name of a preset, or ``run``.
    """
    used = [0]
    for place in (folder, folder / BIN):
        try:
            names = os.listdir(place)  # noqa: PTH208 - names alone, and quickly
        except OSError:
            continue
        found = (NUMBERED.fullmatch(name.partition("~")[0]) for name in names)
        used += [int(match["number"]) for match in found if match and match["stem"] == stem]
    return (f"{stem}-{number}" for number in count(max(used) + 1))


def move_in(source: Path, folder: Path, wanted: str) -> str:
    """Move a whole run into the folder of runs, under a new id where the wanted one is taken, and return its id.

    Args:
        source: The folder of the run, on the same disk.
        folder: The folder of runs.
        wanted: The id it should have.

    Raises:
        OSError: If the system refuses; the run is then where it was.
    """
    return move(source, folder, chain([wanted], next_ids(folder, stem_of(wanted))))


def move(source: Path, folder: Path, names: Iterable[str]) -> str:
    """Move a folder into another one under the first of ``names`` that is free, and return that name.

    Raises:
        OSError: If the system refuses; all is then where it was.
    """
    for name in names:
        if _moved(source, folder / name):
            return name
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def _moved(source: Path, target: Path) -> bool:
    """Move a folder to a place that nothing has; tell whether it was free."""
    try:
        if os.name != "nt":
            # Elsewhere than on Windows a folder takes the place of an empty one, which may be that of a run that is
            # just being begun: the place has to be ours first.
            target.mkdir()
    except FileExistsError:
        return False
    try:
        source.rename(target)
    except FileExistsError:
        return False
    except OSError:
        if os.name != "nt":
            with suppress(OSError):
                target.rmdir()
        raise
    return True
