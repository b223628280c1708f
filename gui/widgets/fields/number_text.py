"""Numbers as people write them, and the steps that suit them. No Qt in here."""

from __future__ import annotations

import math
import re
import unicodedata

LARGE_STEPS = 10  # Page Up and Page Down ask for ten steps at once

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
_WHOLE = re.compile(r"([+-]?\d+)(?:e\+?(\d+))?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ ,'’\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*")
_POWER = re.compile(
    r"(?:([+-]?\d+(?:[.,]\d*)?)\s*[×x*·]\s*)?10(?:([⁺⁻]?[⁰¹²³⁴-⁹]+)|\^([+-]?\d+))", re.IGNORECASE
)
_INVISIBLE = re.compile(
    "[\u200e\u200f\u061c]"
)  # marks of direction, which some languages write before a sign
_SIGNS = str.maketrans({"−": "-", "﹣": "-", "－": "-", "＋": "+", "٫": ".", "．": ".", "٬": ",", "，": ","})
MOST_DIGITS = 60  # of a whole number; no setting is larger, and larger ones take long to make


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


def parse_number(text: str) -> float | None:
    """Return the number that ``text`` says, or None.

    A comma is as good as a point, ``1.2 × 10⁻⁵`` as good as ``1.2e-5``, and digits may be those of any script.
    """
    text = _plain(text)
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    return number if math.isfinite(number) else None


def parse_whole(text: str) -> int | None:
    """Return the whole number that ``text`` says, of any size, or None.

    Thousands may be set off as people do: ``60 000``, ``60,000``; and ``6e4`` is one, too.
    """
    text = _plain(text)
    if len(text) > MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^\d+-]", "", text)
    match = _WHOLE.fullmatch(text)
    if match is None or int(match[2] or 0) > MOST_DIGITS:
        return None
    return int(match[1]) * int(10 ** int(match[2] or 0))


def _plain(text: str) -> str:
    """Return a number as a computer writes it: digits of any script as 0 to 9, signs and separators likewise."""
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.strip())
    text = _INVISIBLE.sub("", text).translate(_SIGNS)
    power = _POWER.fullmatch(text)
    if power is not None:
        exponent = (power[3] or "") + unicodedata.normalize("NFKC", power[2] or "")
        text = f"{power[1] or '1'}e{exponent.translate(_SIGNS)}"
    return text
