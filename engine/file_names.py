"""Names of files: made of what people call things, and asked for whatever they are."""

from __future__ import annotations

import os
import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OF_A_RUN = ("model.safetensors", "best.safetensors")  # each run has its newest and its best weights so
MOST_BYTES = 180  # of UTF-8; systems take 255, and an ending and a number come behind
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_name(title: str, otherwise: str = "run") -> str:
    """Return a name for a file that every system takes, without an ending.

    Args:
        title: What it is to be called, such as the name of a run.
        otherwise: What it is called where nothing of the title can stay.
    """
    name = unicodedata.normalize("NFC", _UNFIT.sub("-", title))
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .-") or otherwise
    return f"{name}-" if _DEVICES.fullmatch(name) else name


def model_name(path: Path) -> str:
    """Return what the file of a model is called; with its folder, where any run may have one of that name."""
    return f"{path.parent.name}/{path.name}" if path.name in OF_A_RUN else path.name


def is_there(path: Path) -> bool:
    """Tell whether a path leads anywhere; of one that no system takes, as it is too long, nothing is there."""
    return os.path.exists(path)  # noqa: PTH110 - pathlib raises where a name is too long


def free_path(path: Path) -> Path:
    """Return ``path``, or the first of ``path-2``, ``path-3`` … that does not exist yet."""
    if not path.exists():
        return path
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
