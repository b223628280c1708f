"""Numbers as they are shown in fields, and the steps that suit them. No Qt in here."""

from __future__ import annotations

import math

LARGE_STEPS = 10  # Page Up and Page Down ask for ten steps at once


def nice_step(value: float, steps: int, *, floor: float = 1e-6) -> float:
    """Return ``value`` moved along 1, 2, 5, 10, 20, 50 …; ten steps at once are one power of ten.

    Args:
        value: Where it stands; 0 lies below ``floor``.
        steps: How many steps up, or down if negative.
        floor: Below this comes 0.
    """
    if abs(steps) >= LARGE_STEPS:
        steps = int(math.copysign(3, steps))
    for _ in range(abs(steps)):
        value = _nice_neighbour(value, up=steps > 0, floor=floor)
    return value


def _nice_neighbour(value: float, *, up: bool, floor: float) -> float:
    if value <= 0 or (not up and value <= floor):
        return floor if up else 0.0
    exponent = math.floor(math.log10(value))
    ladder = [float(f"{digit}e{power}") for power in range(exponent - 1, exponent + 2) for digit in (1, 2, 5)]
    tolerance = value * 1e-9
    if up:
        return next(rung for rung in ladder if rung > value + tolerance)
    return next(rung for rung in reversed(ladder) if rung < value - tolerance)


def doubling_step(value: int, steps: int) -> int:
    """Return ``value`` moved along the powers of two: 32, 64, 128 and so on."""
    for _ in range(abs(steps)):
        if steps > 0:
            value = 1 << max(0, value).bit_length()
        else:
            value = 0 if value <= 1 else 1 << ((value - 1).bit_length() - 1)
    return value


def number_text(value: float) -> str:
    """Return a number as briefly as it can be read back: ``0.001``, ``1e-5``, ``128``."""
    if not math.isfinite(value):
        return str(value)
    text = repr(float(value))
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.removesuffix(".0")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa
