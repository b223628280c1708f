"""Values on the command lines of the tools: one that makes no sense is refused at once, not after hours of work."""

from __future__ import annotations

import argparse
import math
from pathlib import Path


def amount(text: str) -> float:
    """Return a number above 0, such as of minutes.

    Raises:
        ArgumentTypeError: If it is none.
    """
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number above 0")
    return number


def whole(text: str) -> int:
    """Return a whole number from 0 on.

    Raises:
        ArgumentTypeError: If it is none.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no whole number from 0 on")
    return int(text)


def file_to_write(text: str) -> Path:
    """Return the path of a file that could be written.

    Raises:
        ArgumentTypeError: If there is no folder for it, or it is one.
    """
    path = Path(text)
    if not text or path.is_dir() or not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"{text[:200]!r} is no file in a folder that is there")
    return path
