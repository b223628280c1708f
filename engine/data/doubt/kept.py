"""Doubts kept from one run to the next, in a later start too: learning one takes seconds, finding it no moment.

A doubt is found by all that it follows from, whatever the data set is called: the drawings, what they are, and the
program that learnt it. So no older one is ever taken for one of now. A file that is missing, damaged or of other
classes is no news: the doubt is learnt.
"""

from __future__ import annotations

import hashlib
import threading
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic import write_bytes
from engine.data.doubt.doubt import MOST_TEXT, Doubt
from engine.errors import NetSketchError
from engine.folders import home_folder
from engine.regular_file import read_regular
from engine.version import program_version

if TYPE_CHECKING:
    from numpy.typing import NDArray

RECIPE = 2
"""Counted up where another doubt is learnt from the same drawings: of a packed program no sources are read."""
FOLDER = "doubts"
MOST_FILES = 8  # of some 36 kB each
MOST_AT_HAND = 4
SUM_BYTES = 16

_at_hand: dict[str, Doubt] = {}  # the newest last
_turn = threading.Lock()  # a run that ends and a window that looks may learn at once


def key_of(*drawings: NDArray[np.generic], settings: tuple[float, ...]) -> str:
    """Return under which name a doubt is kept.

    Args:
        drawings: Every array that it is learnt from.
        settings: Every number that it is learnt by.
    """
    # SHA-256, which processors do by themselves: of 20,000 drawings in a hundredth of a second.
    digest = hashlib.sha256(f"{RECIPE} {program_version()} {np.__version__} {_sources()} {settings}".encode())
    for array in drawings:
        digest.update(f"{array.dtype.str} {array.shape}".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()[:32]


def load(key: str, classes: int) -> Doubt | None:
    """Return the doubt that was kept of the very same, or None.

    Args:
        key: Of ``key_of``.
        classes: How many it knows.
    """
    with _turn:
        found = _at_hand.get(key)
    if found is None:
        with suppress(OSError, ValueError):
            total, text = read_regular(_path(key), MOST_TEXT).decode("ascii").split("\n", 1)
            found = Doubt.of_text(text, classes) if total == _sum(text) else None
    if found is not None:
        _hold(key, found)
    return found


def keep(key: str, doubt: Doubt) -> None:
    """Keep a doubt for the next run, and beside the newest others for the next start, where that can be.

    Args:
        key: Of ``key_of``.
        doubt: What was learnt.
    """
    _hold(key, doubt)
    path, text = _path(key), doubt.to_text()
    with suppress(OSError, NetSketchError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, f"{_sum(text)}\n{text}".encode("ascii"))
        others = sorted(path.parent.glob("*.doubt"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in [each for each in others if each != path][MOST_FILES - 1 :]:
            old.unlink()


def forget() -> None:
    """Have none at hand any more, as at a start; what is on the disk stays."""
    with _turn:
        _at_hand.clear()


def _hold(key: str, doubt: Doubt) -> None:
    with _turn:
        _at_hand.pop(key, None)
        _at_hand[key] = doubt
        while len(_at_hand) > MOST_AT_HAND:
            del _at_hand[next(iter(_at_hand))]


def _sum(text: str) -> str:
    return hashlib.blake2b(text.encode("ascii"), digest_size=SUM_BYTES).hexdigest()


def _path(key: str) -> Path:
    return home_folder() / FOLDER / f"{key}.doubt"


@cache
def _sources() -> str:
    """Return a sum over the sources of what learns; those of a packed program are known by recipe and version."""
    digest = hashlib.blake2b(digest_size=SUM_BYTES)
    here = Path(__file__).parent
    with suppress(OSError):
        for path in sorted([*here.glob("*.py"), *(here.parent / "ink").glob("*.py")]):
            digest.update(read_regular(path))
    return digest.hexdigest()
