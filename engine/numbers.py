"""Numbers as people write them, read in one place for fields, flags, lists and files alike."""

from __future__ import annotations

import math
import re
import unicodedata

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


def parse_number(text: str) -> float | None:
    """Return the number that ``text`` says, or None.

    A comma is as good as a point, ``1.2 × 10⁻⁵`` as good as ``1.2e-5``, and digits may be those of any script.
    """
    text = plain_number(text)
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    return number if math.isfinite(number) else None


def parse_whole(text: str) -> int | None:
    """Return the whole number that ``text`` says, of any size, or None.

    Thousands may be set off as people do: ``60 000``, ``60,000``; and ``6e4`` is one, too.
    """
    text = plain_number(text)
    if len(text) > MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[^\d+-]", "", text)
    match = _WHOLE.fullmatch(text)
    if match is None or int(match[2] or 0) > MOST_DIGITS:
        return None
    return int(match[1]) * int(10 ** int(match[2] or 0))


def plain_number(text: str) -> str:
    """Return a number as a computer writes it: digits of any script as 0 to 9, signs and separators likewise."""
    text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.strip())
    text = _INVISIBLE.sub("", text).translate(_SIGNS)
    power = _POWER.fullmatch(text)
    if power is not None:
        exponent = (power[3] or "") + unicodedata.normalize("NFKC", power[2] or "")
        text = f"{power[1] or '1'}e{exponent.translate(_SIGNS)}"
    return text
