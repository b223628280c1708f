"""Characters as the numbers that a network takes: places in an alphabet, and at each place what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.data.text.task import END
from engine.goals.characters import NOT_ASKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Coded = tuple["NDArray[np.uint16]", "NDArray[np.int64]"]


def coded_questions(examples: Sequence[tuple[str, str]], classes: Sequence[str], width: int) -> Coded:
    """Return questions with their answers: read from the left, the answer alone asked, filled up behind with ends.

    Args:
        examples: Questions and answers.
        classes: The alphabet, one character each, the end sign among them.
        width: ``T``, one less than the longest question, its answer and the end sign have together, at least.

    Returns:
        ``(N, T)`` uint16 places in the alphabet, and ``(N, T)`` int64 the place of the character that comes next; −1
        where it is part of the question, or behind the end sign.
    """
    place = {sign: number for number, sign in enumerate(classes)}
    whole = np.full((len(examples), width + 1), place[END], np.int64)
    labels = np.full((len(examples), width), NOT_ASKED, np.int64)
    for row, (question, answer) in enumerate(examples):
        numbers = [place[sign] for sign in (*question, *answer, END)]
        whole[row, : len(numbers)] = numbers
        labels[row, len(question) - 1 : len(numbers) - 1] = numbers[len(question) :]
    return whole[:, :-1].astype(np.uint16), labels


def coded_windows(numbers: NDArray[np.uint16], context: int) -> Coded:
    """Return a text cut into pieces, each of its characters but the first asked once.

    Args:
        numbers: ``(M,)`` places in the alphabet.
        context: ``T``, how many characters a piece has; the rest of a text that makes no whole piece is left out.

    Returns:
        ``(N, T)`` uint16 and ``(N, T)`` int64, the place of the character that comes next.
    """
    count = max(0, (len(numbers) - 1) // context)
    used = numbers[: count * context + 1]
    inputs = used[:-1] if count else used[:0]
    asked = used[1:] if count else used[:0]
    return inputs.reshape(count, context).copy(), asked.reshape(count, context).astype(np.int64)


def places_in(text: str, classes: Sequence[str]) -> NDArray[np.uint16]:
    """Return the places ``(M,)`` of a text's characters in an alphabet that holds all of them."""
    signs, inverse = np.unique(codes_of(text), return_inverse=True)
    place = {sign: number for number, sign in enumerate(classes)}
    table = np.array([place[chr(code)] for code in signs.tolist()], np.uint16)
    return table[inverse] if len(text) else np.zeros(0, np.uint16)


def codes_of(text: str) -> NDArray[np.uint32]:
    """Return the code points ``(M,)`` of a text."""
    return np.frombuffer(text.encode("utf-32-le"), "<u4")
