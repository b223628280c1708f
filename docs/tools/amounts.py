"""Amounts on the command lines of the tools: a number that makes no sense is refused at once."""

from __future__ import annotations

import argparse
import math


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
