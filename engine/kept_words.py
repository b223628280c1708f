"""Sentences that a file kept in English, won back as the phrases they were, so that another language can say them.

A run or a model keeps what was said at its end as plain English, values filled in: any program can read that. Here the
template that a sentence was made from is found among those there are, which also serves the files of earlier programs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from engine.words import IN_PERCENT, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 2000  # characters; what is longer is none of our sentences
MOST_PIECES = 24  # sentences in a row
DEPTH = 3  # phrases within phrases
MOST_TRIES = 100_000  # of forms in all for one text, a twentieth of a second: nested pieces would take hours
LEAST_LETTERS = 4  # of a template without its places: a mere “{a} ({b})” would fit anything

_BETWEEN = re.compile(r"(?:(?<=[.!?])|(?<=[.!?]”)) (?=\S)")
_IMAGES = re.compile(r"\b(?P<first>[iI])mage(?P<many>s?)\b")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)\u00a0%", re.ASCII)


class _Written(str):
    """A value as it stands in the text: formatted already."""

    __slots__ = ()

    def __format__(self, _spec: str) -> str:
        return str(self)


@dataclass(frozen=True, slots=True)
class _Form:
    """A template, taken apart at its places.

    Attributes:
        template: The whole.
        literals: What stands before, between and behind its places.
        names: Of its places.
        specs: How their values are written, such as ``.1%``.
        letters: How many characters the literals have.
    """

    template: str
    literals: tuple[str, ...]
    names: tuple[str, ...]
    specs: tuple[str, ...]
    letters: int

    def values(self, text: str) -> Iterator[tuple[str, str, str]] | None:
        """Return name, format and text of each value, or None where the text is not of this form."""
        first, *between, last = self.literals
        if not (text.startswith(first) and text.endswith(last)):
            return None
        end = len(text) - len(last)
        edges, place = [len(first)], len(first)
        for literal in between:
            place = text.find(literal, place + 1, end)
            if place < 0:
                return None
            edges += [place, place + len(literal)]
            place += len(literal)
        edges.append(end)
        found = [text[start:stop] for start, stop in zip(edges[::2], edges[1::2], strict=True)]
        if not all(found) or any(map(_is_of_several, found, self.literals)):
            return None
        return zip(self.names, self.specs, found, strict=True)


@dataclass(slots=True)
class _Tries:
    """How many forms one text was held against."""

    done: int = 0


class KeptWords:
    """Wins phrases back.

    Args:
        templates: All that a sentence may have been made from.
    """

    def __init__(self, templates: Iterable[str]) -> None:
        self._plain: set[str] = set()
        self._forms: list[_Form] = []
        for template in templates:
            form = _form_of(template)
            if form is None:
                self._plain.add(template)
            elif form.letters >= LEAST_LETTERS or template == IN_PERCENT:
                self._forms.append(form)
        self._forms.sort(key=lambda form: -form.letters)

    def phrase(self, text: str) -> Phrase:
        """Return a text as the phrases that it was made of; what is none of ours stands in it as it is."""
        if isinstance(text, Phrase) or len(text) > LONGEST:
            return Phrase(text)
        return self._in_a_row(text, DEPTH, _Tries())[0]

    def _in_a_row(self, text: str, depth: int, tries: _Tries) -> tuple[Phrase, int]:
        """Return the sentences of a text, and how many letters of it are known."""
        starts = [0, *(match.end() for match in _BETWEEN.finditer(text))][:MOST_PIECES]
        ends = [start - 1 for start in starts[1:]] + [len(text)]
        best: list[tuple[int, tuple[Phrase, ...]]] = [
            (0, ())
        ]  # from a sentence on to the end, the last first
        for first in reversed(range(len(starts))):
            ways = []
            for last in range(first, len(starts)):
                known, after = best[-1 - (last - first)]
                piece = text[starts[first] : ends[last]]
                phrase, letters = self._one(piece, depth, tries)
                ways.append((letters + known, (phrase, *after)))
            # Of what is known equally well the fewest: what is unknown stays together as it is.
            best.append(max(ways, key=lambda way: (way[0], -len(way[1]))))
        letters, phrases = best[-1]
        return phrases[0] if len(phrases) == 1 else Phrase.joined(phrases), letters

    def _one(self, text: str, depth: int, tries: _Tries) -> tuple[Phrase, int]:
        """Return a sentence as a phrase, and how many letters of it its template has; none where it is unknown."""
        phrase, letters = self._as_it_is(text, depth, tries)
        of_today = _IMAGES.sub(_of_today, text)
        return (phrase, letters) if letters or of_today == text else self._as_it_is(of_today, depth, tries)

    def _as_it_is(self, text: str, depth: int, tries: _Tries) -> tuple[Phrase, int]:
        """Return the same of a sentence word for word."""
        if text in self._plain:
            return Phrase(text), len(text)
        tries.done += len(self._forms)
        for form in self._forms if tries.done < MOST_TRIES else ():
            values = form.values(text)
            if values is not None:
                quoted = {
                    name
                    for name, before in zip(form.names, form.literals, strict=False)
                    if before.endswith("“")
                }
                filled = {
                    name: _Written(value) if name in quoted else self._value(value, spec, depth, tries)
                    for name, spec, value in values
                }
                phrase = None if None in filled.values() else Phrase(form.template, **filled)
                if phrase == text:
                    return phrase, form.letters
        return Phrase("{text}", text=text), 0

    def _value(self, text: str, spec: str, depth: int, tries: _Tries) -> object:
        """Return a value, None where it is no share but should be one.

        What is a phrase itself, such as “the output layer”, is won back, too.
        """
        if spec.endswith("%"):
            share = _SHARE.fullmatch(text)
            return float(share[1]) / 100 if share else None
        phrase, letters = self._in_a_row(text, depth - 1, tries) if depth and not spec else (Phrase(text), 0)
        return phrase if letters else _Written(text)


def _of_today(match: re.Match[str]) -> str:
    """Return the word that is said today for what earlier programs called images, when they knew nothing else."""
    return ("e" if match["first"] == "i" else "E") + "xample" + match["many"]


def _form_of(template: str) -> _Form | None:
    """Return a template taken apart; None where it has no places, or is not to be taken apart."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return None
    literals, names, specs = [""], [], []
    for literal, name, spec, _ in parts:
        literals[-1] += literal
        if name is not None:
            if not name.isidentifier():
                return None
            literals.append("")
            names.append(name)
            specs.append(spec or "")
    if not names or any(not literal for literal in literals[1:-1]):
        return None
    return _Form(template, tuple(literals), tuple(names), tuple(specs), sum(map(len, literals)))


def _is_of_several(value: str, before: str) -> bool:
    """Tell whether a value cannot be one, as what was taken for it reaches over quotation marks."""
    if before.endswith("“"):
        return "”" in value or "“" in value
    return value.count("“") != value.count("”")
