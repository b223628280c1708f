"""Which values of an image are black and white, as a person chooses or types them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

OFFERED = ("0 255", "255 0", "0 1", "1 0", "0 16", "0 100", "0 4095", "0 65535", "-1 1")
NUMBER = re.compile(r"[-+]?(?:\d+(?:[.]\d*)?|[.]\d+)(?:[eE][-+]?\d+)?")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ValueRange", text)


def range_words(ends: str) -> str:
    """Return one of those that are offered, black first, as a person reads it."""
    black, white = ends.replace("-", "\u2212").split()
    if float(ends.split()[0]) > float(ends.split()[1]):
        return _tr("{black} to {white} (dark ink on light paper)").format(black=black, white=white)
    return _tr("{black} to {white}").format(black=black, white=white)


def ends_in(text: str) -> list[float]:
    """Return the numbers in what a person typed: “0 16”, “0–16”, “0 to 4,095”, “−1 1” or “0,5 1”."""
    plain = text.replace("\u2212", "-").replace("..", " ")
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    plain = re.sub(r"(?<=\d)\s*[-–](?=\s*\d)", " ", plain)
    return [float(number) for number in NUMBER.findall(plain)]
