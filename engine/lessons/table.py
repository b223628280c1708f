"""A table of a lesson's file, of which every value is asked for by name; what nobody asked for is a mistake."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from engine.language import languages, meant_by
from engine.lessons.lesson import NO_TEXT, LessonText
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from engine.lessons.lines import Path
    from engine.lessons.problems import Problems

    NoName = Callable[[str], Phrase]

MOST_LETTERS = 3000  # of one text
MOST_ENTRIES = 60  # of one list
SHOWN = 60  # letters of a name in a sentence
KNOWN_SHOWN = 30  # names of those that there are


class Table:
    """Values by name, with the place where they stand.

    Args:
        values: As TOML gives them.
        path: Where it stands in the file.
        problems: Where what is wrong goes.
    """

    def __init__(self, values: dict[str, Any], path: Path, problems: Problems) -> None:
        self._values = values
        self._path = path
        self._problems = problems
        self._asked: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Whether there is a value of this name."""
        return key in self._values

    def note(self, key: str, sentence: Phrase) -> None:
        """Note what is wrong with a value, or with the table where ``key`` is empty."""
        self._problems.note((*self._path, key) if key else self._path, sentence)

    @property
    def depth(self) -> int:
        """How many names and numbers lead to it."""
        return len(self._path)

    def has(self, key: str) -> bool:
        """Ask for a value, and say whether it is there."""
        self._asked.append(key)
        return key in self._values

    def raw(self, key: str) -> Any:
        """Return a value as it stands, or None."""
        self._asked.append(key)
        return self._values.get(key)

    def needed(self, key: str) -> bool:
        """Say whether a value is there that must be; note it where it is not."""
        if self.has(key):
            return True
        self.note("", Phrase("“{key}” is missing.", key=key))
        return False

    def words(self, key: str) -> LessonText:
        """Return words, or empty ones: a text, or a table of languages."""
        return self._words(key, self.raw(key)) if self.has(key) else NO_TEXT

    def _words(self, key: str, value: Any) -> LessonText:
        if isinstance(value, str):
            value = {"": value}
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            self.note(key, Phrase("“{key}” must be a text, or texts by language.", key=key))
            return NO_TEXT
        known: dict[str, str] = {}
        for code, text in value.items():
            if code and meant_by(code) != code:
                names = Phrase.listed(languages())
                sentence = Phrase(
                    "There is no language “{name}” here. Languages are: {known}. A text without one is shown in each.",
                    name=_short(code), known=names,
                )  # fmt: skip
                self._problems.note((*self._path, key, code), sentence)
            elif not text.strip():
                self.note(key, Phrase("“{key}” must not be empty.", key=key))
            elif len(text) > MOST_LETTERS:
                self.note(key, Phrase("“{key}” has more than {most:,} letters.", key=key, most=MOST_LETTERS))
            else:
                known[code] = text.strip()
        return LessonText(known)

    def list_of_words(self, key: str, least: int, most: int) -> tuple[LessonText, ...]:
        """Return several words."""
        found = self.raw(key)
        if not isinstance(found, list) or not least <= len(found) <= most:
            self.note(
                key, Phrase("“{key}” must be a list of {least} to {most}.", key=key, least=least, most=most)
            )
            return ()
        return tuple(self._words(key, item) for item in found)

    def name(self, key: str, known: Collection[str], what: NoName | None = None) -> str:
        """Return one of the names there are, or an empty string.

        Args:
            key: Of the value.
            known: The names.
            what: Says that there is none of a name.
        """
        found = self.names(key, known, what, several=False)
        return found[0] if found else ""

    def names(
        self, key: str, known: Collection[str], what: NoName | None = None, *, several: bool = True
    ) -> tuple[str, ...]:
        """Return some of the names there are: one, or a list of them."""
        value = self.raw(key)
        if value is None:
            return ()
        found = value if several and isinstance(value, list) else [value]
        if not found or not all(isinstance(name, str) for name in found):
            self.note(key, Phrase("“{key}” must be a name.", key=key))
            return ()
        for name in found:
            if name not in known:
                short = _short(name)
                sentence = what(short) if what else Phrase("“{key}” cannot be “{name}”.", key=key, name=short)
                self.note(key, Phrase.joined((sentence, meant(name, known))))
        return tuple(found)

    def number(
        self, key: str, least: float | None = None, most: float | None = None, *, whole: bool = False
    ) -> float | None:
        """Return a number, or None."""
        if not self.has(key):
            return None
        value = self._values[key]
        is_number = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        if not is_number or not abs(value) <= sys.float_info.max:
            kind = Phrase("a whole number") if whole else Phrase("a number")
            self.note(key, Phrase("“{key}” must be {kind}.", key=key, kind=kind))
            return None
        if (least is not None and value < least) or (most is not None and value > most):
            self.note(key, Phrase("“{key}” must be {least} to {most}.", key=key, least=least, most=most))
            return None
        return float(value)

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self.note(key, Phrase("“{key}” must be true or false.", key=key))
        return value is True

    def yes(self, key: str) -> None:
        """See that a value is true, which is all that it can be."""
        if self.raw(key) is not True:
            self.note(key, Phrase("“{key}” must be true; for its contrary there is “not”.", key=key))

    def tables(self, key: str, *, single: bool = True) -> Iterator[Table]:
        """Return the tables of a list, or the one that stands there alone where ``single``."""
        value = self.raw(key)
        if single and isinstance(value, dict):
            yield Table(value, (*self._path, key), self._problems)
            return
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            self.note(
                key, Phrase("“{key}” must be a table, or a list of them, with something in it.", key=key)
            )
            return
        if len(value) > MOST_ENTRIES:
            self.note(key, Phrase("“{key}” has more than {most} entries.", key=key, most=MOST_ENTRIES))
        for place, item in enumerate(value[:MOST_ENTRIES]):
            yield Table(item, (*self._path, key, place), self._problems)

    def __iter__(self) -> Iterator[str]:
        """Go through the names of its values."""
        return iter(self._values)

    def finish(self) -> None:
        """Note every value that nobody has asked for."""
        for key in self._values:
            if key not in self._asked:
                known = dict.fromkeys(self._asked)
                sentence = Phrase("There is nothing called “{name}” here.", name=_short(key))
                self.note(key, Phrase.joined((sentence, meant(key, known))))


def meant(name: str, known: Collection[str]) -> Phrase:
    """Say what may have been meant."""
    near = get_close_matches(name[:SHOWN], known, n=3)
    if not known:
        return Phrase("")
    if near:
        return Phrase("What is meant may be {known}.", known=Phrase.listed(f"“{item}”" for item in near))
    return Phrase("There are: {known}.", known=Phrase.listed(known, KNOWN_SHOWN))


def _short(name: str) -> str:
    return visible(name[:SHOWN])
