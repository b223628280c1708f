"""What of a sequence is the question and what the answer, told by where a next character is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.text.task import END
from engine.goals.characters import GOAL, NOT_ASKED
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BEGINNING = 14  # characters of a text to go on with
FILLED = (" ", "\n")
"""What a text that has no end is filled up with, where its alphabet has one of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An example in words.

    Attributes:
        question: What the network is given; of prose nothing.
        answer: What it is to write behind that, without the sign that ends it; of prose all of the text.
    """

    question: str
    answer: str


def text_of(ids: NDArray[Any], classes: Sequence[str]) -> str:
    """Return places in an alphabet as a text."""
    return "".join(classes[int(place)] if 0 <= place < len(classes) else "?" for place in ids)


def is_prose(labels: NDArray[np.int64]) -> bool:
    """Whether examples ``(N, T)`` hold no questions, as their goal tells it; so it is where there are none."""
    return labels.ndim != 2 or not len(labels) or GOAL.fitted(labels).is_prose


def asked_of(ids: NDArray[Any], labels: NDArray[np.int64], classes: Sequence[str]) -> Asked:
    """Return the words of an example.

    Args:
        ids: ``(T,)``, places in the alphabet.
        labels: ``(T,)``, at each place the next character, or -1 where none is asked.
        classes: The alphabet.
    """
    asked = np.flatnonzero(labels != NOT_ASKED)
    if not len(asked):
        return Asked(text_of(ids, classes), "")
    if is_prose(labels[None]):
        return Asked("", text_of(np.append(ids, labels[-1]), classes))
    first = int(asked[0])
    answer = text_of(labels[asked], classes)
    return Asked(text_of(ids[: first + 1], classes), answer.removesuffix(END))


def beginning_of(text: str, length: int = BEGINNING) -> str:
    """Return a few whole words of a text, from where a sentence or a line begins, else from its first whole word."""
    found = re.search(r"[.!?。！？\n]\s*(?=\S)", text[: max(0, len(text) - length)])
    start = text[found.end() :] if found is not None else text.partition(" ")[2] or text
    cut = start[:length].partition("\n")[0]
    whole = cut.rpartition(" ")[0] if len(start) > length and cut == start[:length] else cut
    return (whole or cut).strip() or text[:length]


def ids_of(text: str, classes: Sequence[str], steps: int) -> NDArray[np.uint16] | None:
    """Return the last characters of a text as a network takes them, ``(T,)`` uint16, filled up behind.

    Args:
        text: What stands there.
        classes: The alphabet.
        steps: T, how many characters it takes.

    Returns:
        None where the text is empty or has a character that the alphabet has not.
    """
    places = {character: place for place, character in enumerate(classes)}
    shown = text[-steps:]
    if not shown or any(character not in places for character in shown):
        return None
    filled = next((sign for sign in (END, *FILLED) if sign in places), classes[0])
    found = np.full(steps, places[filled], np.uint16)
    found[: len(shown)] = [places[character] for character in shown]
    return found


def unknown_in(text: str, classes: Sequence[str]) -> tuple[str, ...]:
    """Return the characters of a text that an alphabet has not, each once."""
    known = set(classes)
    return tuple(dict.fromkeys(character for character in text if character not in known))


def shown_text(ids: NDArray[Any], classes: Sequence[str]) -> str:
    """Return the text of a sequence ``(T,)`` without what it is filled up with behind."""
    return (
        text_of(ids, classes).rstrip(END) if END in classes else text_of(ids, classes).rstrip("".join(FILLED))
    )
