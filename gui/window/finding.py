"""Finding one thing of many by some of its words, in any language and any order: the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NOT_FOUND = 9  # worse than every way in which something is found
LEAST_SCATTERED = 3  # letters; fewer would be found in nearly everything


@dataclass(frozen=True, slots=True, eq=False)
class Findable:
    """Something that can be found and done.

    Attributes:
        title: What it is called.
        place: Where else it is: the menu, the form, the page.
        go: Does it, or leads there.
        keys: Its keys as the system writes them.
        also: What else it is called, as in other languages.
        enabled: Whether it can be done now.
        reason: Why it cannot, in a sentence.
    """

    title: str
    place: str
    go: Callable[[], object]
    keys: str = ""
    also: tuple[str, ...] = ()
    enabled: bool = True
    reason: str = ""


def found(
    entries: Iterable[Findable], typed: str, recent: Sequence[str] = (), most: int = 60
) -> list[Findable]:
    """Return what is meant by some words, the best first.

    What is called just so comes first, then what begins so, what has words that begin so, what has the words anywhere,
    also in its place, and at last what has all the letters in their order. Of equally good ones the latest used come
    first, then those with the shortest names.

    Args:
        entries: What there is.
        typed: Words, or their beginnings; nothing finds everything.
        recent: Titles of what was used before, the latest first.
        most: How many to return at most.
    """
    words = typed.casefold().split()
    used = {title: number for number, title in enumerate(recent)}
    ranked = []
    for number, entry in enumerate(entries):
        how = min(_how(words, name, entry.place) for name in (entry.title, *entry.also)) if words else 0
        if how < NOT_FOUND:
            length = len(entry.title) if words else 0
            ranked.append((how, not entry.enabled, used.get(entry.title, len(used)), length, number, entry))
    return [entry for *_, entry in sorted(ranked, key=lambda each: each[:5])[:most]]


def _how(words: Sequence[str], name: str, place: str) -> int:
    """Return how well something is found by words, from 0, the best, to ``NOT_FOUND``."""
    name, typed = name.casefold(), " ".join(words)
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    if all(f" {word}" in f" {name}" for word in words):
        return 2
    if all(word in name for word in words):
        return 3
    if all(word in f"{name} {place.casefold()}" for word in words):
        return 4
    letters = "".join(words)
    return 5 if len(letters) >= LEAST_SCATTERED and _scattered(letters, name) else NOT_FOUND


def _scattered(letters: str, name: str) -> bool:
    """Whether a name has the letters in their order, the first one at the begin of a word."""
    at = f" {name}".find(f" {letters[0]}")
    if at < 0:
        return False
    rest = iter(name[at:])
    return all(letter in rest for letter in letters)
