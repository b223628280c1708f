"""Sequences in words again: question, answer, and what a text that is typed looks like to a network."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.asked import (
    asked_of,
    beginning_of,
    ids_of,
    is_prose,
    shown_text,
    text_of,
    unknown_in,
)
from engine.data.text.coding import coded_questions
from engine.data.text.task import END
from engine.goals.characters import GOAL
from tests.engine.training.texts import CLASSES, WIDTH, prose, questions, reversed_words


def test_question_and_answer_are_those_that_were_coded() -> None:
    words = reversed_words(12)
    found = [asked_of(ids, labels, CLASSES) for ids, labels in zip(words.images, words.labels, strict=True)]
    assert [(one.question, one.answer) for one in found] == questions(12)
    assert not is_prose(words.labels)


def test_prose_is_all_answer_with_its_last_character() -> None:
    pieces = prose(3)
    assert is_prose(pieces.labels)
    found = asked_of(pieces.images[0], pieces.labels[0], pieces.classes)
    assert (found.question, found.answer) == ("", "abc abc")
    assert text_of(pieces.images[0], pieces.classes) == "abc ab"


def test_a_question_of_one_character_is_none_of_prose() -> None:
    classes = (END, "a", "b")
    ids, labels = coded_questions([("a", "b"), ("b", "ab")], classes, 4)
    assert not is_prose(labels)
    assert not GOAL.fitted(labels).is_prose
    found = [asked_of(each, asked, classes) for each, asked in zip(ids, labels, strict=True)]
    assert [(one.question, one.answer) for one in found] == [("a", "b"), ("b", "ab")]


def test_where_nothing_is_asked_all_is_the_question() -> None:
    words = reversed_words(1)
    found = asked_of(words.images[0], np.full(WIDTH, -1, np.int64), CLASSES)
    assert found.answer == ""


def test_what_is_typed_is_filled_up_and_shown_without_that() -> None:
    ids = ids_of("ab=", CLASSES, WIDTH)
    assert ids is not None
    assert ids.dtype == np.uint16
    assert ids.tolist() == [2, 3, 1, 0, 0, 0, 0]
    assert shown_text(ids, CLASSES) == "ab="
    of_prose = ids_of("ab", ("a", "b", "c", " "), 4)
    assert of_prose is not None
    assert shown_text(of_prose, ("a", "b", "c", " ")) == "ab"


def test_of_a_long_text_the_last_characters_are_taken() -> None:
    ids = ids_of("abcabcabc", CLASSES, WIDTH)
    assert ids is not None
    assert shown_text(ids, CLASSES) == "cabcabc"


def test_nothing_and_unknown_characters_are_no_sequence() -> None:
    assert ids_of("", CLASSES, WIDTH) is None
    assert ids_of("a?", CLASSES, WIDTH) is None
    assert unknown_in("a?b!?", CLASSES) == ("?", "!")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("sat down. The cat ran over the hill.", "The cat ran"),
        ("of it\nAnd then we went\nhome", "And then we"),
        ("ers follow the ball", "follow the"),
        ("猫看见狗。狗跑了，猫也跑了，大家都跑了。", "狗跑了，猫也跑了，大家都跑了"),
        ("short", "short"),
    ],
)
def test_a_text_begins_where_a_sentence_a_line_or_a_word_does(text: str, begins: str) -> None:
    assert beginning_of(text) == begins
