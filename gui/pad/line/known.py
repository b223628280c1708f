"""What the data at hand tell of a model that writes: whether it answers, what to ask it, and what is right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.text.asked import asked_of, beginning_of, is_prose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.dataset import Dataset, Split

MOST_KNOWN = 1000  # questions whose right answer is kept


@dataclass(frozen=True, slots=True)
class KnownLines:
    """Questions to ask, or beginnings of such texts.

    Attributes:
        is_prose: Whether there are no questions, but texts to go on with.
        questions: What can be asked, in the order of the data.
        answers: The right answer to each question; of prose none.
        unseen: Those of the questions that the model did not learn from.
    """

    is_prose: bool = True
    questions: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()


def known_lines(split: Split | None, *, is_learnt_from: bool = True) -> KnownLines:
    """Return what is known of the examples kept out of training; of data that are no text nothing.

    Args:
        split: The data at hand.
        is_learnt_from: Whether they are divided as when the model learnt; else nobody knows what it has seen of them.
    """
    if split is None or split.train.labels.ndim != 2:
        return KnownLines()
    held = next((part for part in (split.validation, split.test, split.train) if len(part)), split.train)
    prose = is_prose(split.train.labels)
    found = [
        asked_of(ids, labels, held.classes)
        for ids, labels in zip(held.images[:MOST_KNOWN], held.labels[:MOST_KNOWN], strict=True)
    ]
    if prose:
        return KnownLines(
            True, tuple(dict.fromkeys(filter(None, (beginning_of(one.answer) for one in found))))
        )
    answers = {one.question: one.answer for one in found}
    unseen: frozenset[str] = frozenset()
    if is_learnt_from and held is not split.train:
        learnt = {row.tobytes() for row in split.train.images}
        unseen = frozenset(
            one.question
            for one, ids in zip(found, held.images[:MOST_KNOWN], strict=True)
            if ids.tobytes() not in learnt
        )
    return KnownLines(False, tuple(answers), answers, unseen)


def question_of(example: NDArray[Any], split: Split | None, classes: tuple[str, ...]) -> str:
    """Return what is asked in an example ``(T,)``: its question, or all of its text where nothing tells which it is."""
    for part in () if split is None else (split.validation, split.test, split.train):
        place = _place_in(part, example)
        if place is not None:
            asked = asked_of(part.images[place], part.labels[place], part.classes)
            return asked.question or asked.answer
    return "".join(classes[int(place)] for place in example if place < len(classes))


def _place_in(part: Dataset, example: NDArray[Any]) -> int | None:
    if part.images.ndim != 2 or part.images.shape[1:] != example.shape or not len(part):
        return None
    places = np.flatnonzero((part.images == example).all(axis=1))
    return int(places[0]) if len(places) else None
