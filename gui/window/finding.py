"""Finding a thing by some of its words: what fits, and what fits best. Pure Python, for any number of things."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_LETTERS = 200  # of a name or a query that are looked at
KNOWN = 8192  # names whose words are remembered from one key to the next
WORD = re.compile(r"\w+")
BEGINNING = (
    r"[\u3400-\u9fff]|(?<![^\W\u3400-\u9fff])[^\W\u3400-\u9fff]"  # made ready when it is asked for first
)


@dataclass(frozen=True)
class Findable:
    """Something that can be found, and gone to.

    Attributes:
        key: By which it is remembered.
        names: What it is called, in the language of the window first.
        places: Where it is, in the same languages.
        go: Does it, or leads there.
        keys: Those of the keyboard that do the same.
        refusal: Returns why one cannot go there now, or an empty string.
    """

    key: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    go: Callable[[], object]
    keys: str = ""
    refusal: Callable[[], str] = str

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its names as they are compared."""
        return tuple(map(fold, self.names))

    @cached_property
    def all_words(self) -> str:
        """All that is said of it, as it is compared."""
        return " ".join((*self.folded, *map(fold, self.places), fold(self.keys)))


def fold(text: str) -> str:
    """Return a text as it is compared: of one case and one width, without what is only typed beside letters."""
    return (
        unicodedata.normalize("NFKC", text[:MOST_LETTERS]).casefold()[:MOST_LETTERS].strip()
    )  # one may become 18


def found(query: str, things: Iterable[Findable], recent: Sequence[str] = ()) -> list[Findable]:
    """Return what fits, the best first.

    Better than all else is a name that is or begins with the query; then names with words that begin with those of
    the query, in any order; names that hold them anywhere; things that hold them in the name or the place; last, names
    whose words begin with the letters one after the other, such as "lr" or "lera" for "learning rate". Of equal ones
    those used last come first, then those that one can go to, those with the shortest names, and the order of
    ``things``.

    Args:
        query: What was typed; everything fits an empty one.
        things: What there is.
        recent: Keys of what was used, the last first.
    """
    query = fold(query)
    used = {key: place for place, key in enumerate(recent)}
    ranked = [
        (
            rank,
            used.get(thing.key, len(used)),
            bool(query and thing.refusal()),
            len(thing.folded[0]) if query else 0,
            place,
            thing,
        )
        for place, thing in enumerate(things)
        if (rank := _rank(query, thing)) is not None
    ]
    ranked.sort(key=lambda entry: entry[:-1])
    return [entry[-1] for entry in ranked]


def _rank(query: str, thing: Findable) -> int | None:
    if not query:
        return 0
    parts, names = query.split(), thing.folded
    if all(part in thing.all_words for part in parts):
        if query in names:
            return 1
        if any(name.startswith(query) for name in names):
            return 2
        for name in names:
            if all(any(word.startswith(part) for word in _words(name)) for part in parts):
                return 3
        return 4 if any(all(part in name for part in parts) for name in names) else 5
    letters = "".join(parts)
    return 6 if len(letters) > 1 and any(_begin_words(letters, name) for name in names) else None


def other_name(query: str, thing: Findable) -> str:
    """Return the name in another language that a query fits, where it fits none in that of the window; else nothing."""
    parts = fold(query).split()
    own = " ".join((thing.folded[0], fold(thing.places[0]), fold(thing.keys)))
    if not parts or all(part in own for part in parts) or _begin_words("".join(parts), thing.folded[0]):
        return ""
    others = zip(thing.names[1:], thing.folded[1:], thing.places[1:], strict=False)
    fitting = (
        name
        for name, folded, place in others
        if any(part in f"{folded} {fold(place)}" for part in parts) or _begin_words("".join(parts), folded)
    )
    return next((name for name in fitting if name != thing.names[0]), "")


def _begin_words(letters: str, name: str) -> bool:
    """Tell whether letters are, one after the other, the beginnings of words of a name; a Chinese sign is a word."""
    starts = _starts(name)
    places = {place for place in starts if name[place] == letters[0]}
    for letter in letters[1:]:
        if not places:  # most names end here
            return False
        first = min(places)
        after = {place + 1 for place in places} | {place for place in starts if place > first}
        places = {place for place in after if place < len(name) and name[place] == letter}
    return bool(places)


@lru_cache(maxsize=KNOWN)
def _starts(name: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer(BEGINNING, name))


@lru_cache(maxsize=KNOWN)
def _words(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(name))
