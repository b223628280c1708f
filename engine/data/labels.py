"""Names of classes that people give: checked, and in the order in which anyone would look for them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from engine.errors import DataError
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS = tuple("0123456789")
CHARACTERS_OF_TEXT = ("\n", "\t", "\u2028", "\u2029")
MAX_LENGTH = 60  # characters of a name
MOST_CLASSES = 10_000  # of a data set: of characters there are some thousands


def checked_label(label: object) -> str:
    """Return the name of a class without spaces around it, its letters put together as most systems do.

    macOS writes “é” as an e and an accent, others as one letter: it is one name.

    Raises:
        DataError: If it is empty, too long, or holds what cannot be printed.
    """
    name = unicodedata.normalize("NFC", label.strip()) if isinstance(label, str) else ""
    if not name or len(name) > MAX_LENGTH or not name.isprintable():
        raise DataError(
            "“{label}” is no name for a class.",
            cause="A name has 1 to {longest} letters, digits or signs.",
            remedy="Choose another name.",
            label=str(label).encode("utf-8", "replace").decode()[:MAX_LENGTH],
            longest=MAX_LENGTH,
        )
    return name


def foreign_label(label: str) -> str:
    """Return the name of a class as a file has it, so that it can be shown: in one line, and not for ever.

    The end of a line and a tab are characters of an alphabet, and stay what they are.
    """
    if label in CHARACTERS_OF_TEXT:
        return label
    name = visible(label[: MAX_LENGTH + 1])
    return name if len(name) <= MAX_LENGTH else f"{name[: MAX_LENGTH - 1]}…"


def foreign_labels(labels: Iterable[str]) -> dict[str, str]:
    """Return for each label, as a file has it, a name that can be shown; of long ones that begin alike each its own."""
    there = set(labels)
    names = {label: foreign_label(label) for label in sorted(there)}
    counts = Counter(names.values())
    taken, numbers = set(names.values()), Counter[str]()
    for label, name in names.items():
        if counts[name] == 1 or name == label:
            continue
        chosen = name
        while chosen in taken:
            numbers[name] += 1
            sign = f"… ({numbers[name]})"
            chosen = name[: MAX_LENGTH - len(sign)] + sign
        taken.add(chosen)
        names[label] = chosen
    return names


def too_many_classes(count: int) -> Phrase | None:
    """Say so where there are more classes than a data set may have."""
    if count <= MOST_CLASSES:
        return None
    return Phrase(
        "There are {count:,} classes, and a data set has {most:,} at most.", count=count, most=MOST_CLASSES
    )


def class_order(labels: Iterable[str]) -> tuple[str, ...]:
    """Return each name once: all ten digits first where one of them is among the names, then the others.

    Numbers within names count as numbers: “sign 2” stands before “sign 10”.
    """
    names = set(labels)
    others = sorted(names - set(DIGITS), key=_natural)
    return (*(DIGITS if names & set(DIGITS) or not names else ()), *others)


def imported_order(labels: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, as ``class_order``; but whole numbers that go beyond the digits are only counted.

    From 1 to 10, or from -1 to 1, they are no digits, and no class is added to them.
    """
    names = set(labels)
    if names <= set(DIGITS) or not all(re.fullmatch(r"-?[0-9]+", name) for name in names):
        return class_order(names)
    return tuple(sorted(names, key=lambda name: (int(name), name)))


def _natural(name: str) -> tuple[tuple[int, int | str, str], ...]:
    parts = re.split(r"([0-9]+)", name)  # words and numbers by turns
    return tuple(
        (0, int(part), part) if place % 2 else (1, part.casefold(), part) for place, part in enumerate(parts)
    )
