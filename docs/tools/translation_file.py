"""One language's file of translation sources, as Qt Linguist opens it: read, brought up to date, looked through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from docs.tools.words_in_code import Word

UNFINISHED = '<translation type="unfinished"></translation>'


class Translation(NamedTuple):
    """What one text is in another language: the words, and whether a translator stands by them."""

    text: str
    finished: bool


def to_ts(words: Iterable[Word], language: str, known: dict[Word, str] | None = None) -> str:
    """Return the text of a file.

    Args:
        words: What is to be translated, sorted.
        language: Code of the language, such as ``zh_Hans``.
        known: The elements ``<translation>`` there are, as text.
    """
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    context = None
    for word in words:
        if word.context != context:
            lines += ["</context>"] if context is not None else []
            context = word.context
            lines += ["<context>", f"    <name>{context}</name>"]
        lines += ["    <message>", f"        <source>{_escaped(word.source)}</source>"]
        lines += [f"        <comment>{_escaped(word.comment)}</comment>"] if word.comment else []
        lines += [f"        {(known or {}).get(word, UNFINISHED)}", "    </message>"]
    return "\n".join([*lines, *(["</context>"] if context is not None else []), "</TS>", ""])


def elements_in(text: str) -> dict[Word, str]:
    """Return the elements ``<translation>`` of a file, as text; a finished one where two sides of a conflict differ."""
    known: dict[Word, str] = {}
    for side in _sides(text):
        for word, translation in _messages(side):
            if not (word in known and 'type="unfinished"' in ET.tostring(translation, "unicode")):
                known[word] = ET.tostring(translation, "unicode", short_empty_elements=False).strip()
    return known


def translations_in(text: str) -> dict[Word, Translation]:
    """Return what a file says of each of its texts."""
    return {
        word: Translation(element.text or "", element.get("type") != "unfinished")
        for word, element in _messages(text)
    }


def brought_up_to_date(text: str, words: list[Word], language: str) -> str:
    """Return a file as it should be for these words.

    A text whose context is gone takes its translation along to the new one. What is new is proposed, unfinished, the
    translation that the same English has elsewhere, if that is one.

    Args:
        text: The file as it is.
        words: What there is to translate, sorted.
        language: Code of the language.
    """
    known = elements_in(text)
    lost, elsewhere = defaultdict(set), defaultdict(set)
    for word in set(known) - set(words):
        lost[word.source, word.comment].add(known[word])
    for word, element in known.items():
        elsewhere[word.source, word.comment].add(ET.fromstring(element).text or "")
    for word in set(words) - set(known):
        moved = lost[word.source, word.comment] - {UNFINISHED}
        alike = elsewhere[word.source, word.comment] - {""}
        if len(moved) == 1:
            known[word] = next(iter(moved))
        elif len(alike) == 1:
            known[word] = UNFINISHED.replace("><", f">{escape(next(iter(alike)))}<")
    return to_ts(words, language, known)


def missing_in(text: str) -> list[Word]:
    """Return the texts that are not translated, or not finished, in the order of the file."""
    return [word for word, said in translations_in(text).items() if not (said.finished and said.text)]


def _messages(text: str) -> Iterator[tuple[Word, ET.Element]]:
    for context in ET.fromstring(text).iter("context"):
        for message in context.iter("message"):
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            translation = message.find("translation")
            if translation is not None:
                yield Word(context.findtext("name", ""), source, comment), translation


def _sides(text: str) -> tuple[str, ...]:
    """Return the text, or both sides of it where git left a conflict."""
    ours: list[str] = []
    theirs: list[str] = []
    filled: tuple[list[str], ...] = (ours, theirs)
    for line in text.splitlines(keepends=True):
        match line[:7]:
            case "<<<<<<<":
                filled = (ours,)
            case "|||||||":
                filled = ()
            case "=======":
                filled = (theirs,)
            case ">>>>>>>":
                filled = (ours, theirs)
            case _:
                for side in filled:
                    side.append(line)
    return tuple(dict.fromkeys(("".join(ours), "".join(theirs))))


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})
