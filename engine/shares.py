"""Shares of images: compared and shown as they were counted, whatever floating point made of them."""

from __future__ import annotations

import math

SLACK = 1e-12
"""Shares of up to a hundred thousand images each lie further apart than this; what rounding does to one is less."""
MOST_PLACES = 6  # behind the point


def reaches(value: float, bound: float) -> bool:
    """Tell whether a value worked out from shares, such as a difference of two, is at least a bound.

    0.9 - 0.8 is less than 0.1 in floating point; here it is not.
    """
    return value >= bound - SLACK


def least_count(share: float, count: int) -> int:
    """Return how many of ``count`` images it takes to make up a share."""
    least = min(max(math.ceil(share * count), 0), count)
    while least > 0 and (least - 1) / count >= share:
        least -= 1
    while least < count and least / count < share:
        least += 1
    return least


def digits_shown(share: float, digits: int) -> int:
    """Return with how many digits a share in percent is shown: 99.9 rather than 99 where it is nearly all of them."""
    return 1 if digits == 0 and share < 1 and round(100 * share) >= 100 else digits


def in_percent(share: float, digits: int) -> float:
    """Return a share in percent as it is to be shown: 100 stands for all of them alone."""
    value = round(100 * share, digits)
    return 100 - float(10**-digits) if share < 1 and value >= 100 else value


def figures_beside(share: float, bound: float) -> tuple[str, str]:
    """Return a share and a bound for it in percent, so that it is seen on which side of the bound the share lies.

    A share of 0.96996 beside a bound of 0.97 is ``96.996`` and not ``97.00``.
    """
    asked = f"{100 * bound:.{MOST_PLACES}g}"
    places = digits_shown(share, 2)
    while True:
        shown = in_percent(share, places)
        if (shown >= float(asked)) == (share >= bound) or places >= MOST_PLACES:
            return f"{shown:.{places}f}", asked
        places += 1
