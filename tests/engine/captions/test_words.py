from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.captions.words import CONCEPTS, every_caption, is_true, parsed, sentence
from engine.errors import DataError, NetSketchError

THICK, SLANTED, THREE = 2, 2, 4


@pytest.mark.parametrize(
    "text",
    [
        "a thick slanted three",
        "Slanted, bold 3!",
        "又粗又斜的三",
        "一个粗斜的三",
        "the digit three, thick and slanted",
    ],
)
def test_the_same_is_said_in_any_order_and_language(text: str) -> None:
    assert parsed(text).tolist() == [THICK, SLANTED, THREE]


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("a seven", [0, 0, 8]),
        ("7", [0, 0, 8]),
        ("七", [0, 0, 8]),
        ("一个一", [0, 0, 2]),
        ("a back-slanted one", [0, 3, 2]),
        ("左斜的零", [0, 3, 1]),
        ("something", None),
        ("a thin digit", [1, 0, 0]),
    ],
)
def test_what_is_not_said_stays_open(text: str, caption: list[int] | None) -> None:
    if caption is None:
        with pytest.raises(DataError):
            parsed(text)
    else:
        assert parsed(text).tolist() == caption


@pytest.mark.parametrize("text", ["", "   ", "a digit", "一个数字", "?!"])
def test_a_caption_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="says nothing of a picture"):
        parsed(text)


def test_unknown_words_are_named_each_once() -> None:
    with pytest.raises(DataError, match="not known: purple, huge, 紫"):
        parsed("a purple huge purple 紫 three")


def test_what_excludes_each_other_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="“thin” and “bold” cannot both be true"):
        parsed("a thin bold three")
    with pytest.raises(DataError, match="“7” and “2” cannot both"):
        parsed("72")
    assert parsed("thick thick bold 3").tolist() == [THICK, 0, THREE]


@pytest.mark.parametrize("chinese", [False, True])
def test_every_caption_is_read_back_from_its_sentence(chinese: bool) -> None:
    captions = every_caption()
    assert len(captions) == 3 * 4 * 11 - 1
    for caption in captions:
        assert parsed(sentence(caption, chinese=chinese)).tolist() == caption.tolist()


def test_sentences_are_written_as_people_do() -> None:
    said = [sentence(np.array(each)) for each in ([2, 2, 4], [0, 0, 9], [0, 1, 0], [0, 0, 2])]
    assert said == ["a thick slanted three", "an eight", "an upright digit", "a one"]
    assert sentence(np.array([2, 2, 4]), chinese=True) == "又粗又斜的三"
    assert sentence(np.array([0, 0, 4]), chinese=True) == "三"


def test_a_caption_is_true_where_all_it_says_is_so() -> None:
    facts = np.array([[2, 2, 4], [0, 2, 4], [2, 2, 5]])
    captions = np.array([[2, 2, 4], [0, 0, 4], [2, 0, 0]])
    assert is_true(captions, facts).tolist() == [
        [True, True, True],
        [False, True, False],
        [False, False, True],
    ]
    assert CONCEPTS == 15


@given(st.text(max_size=60))
def test_any_text_is_a_caption_or_one_clear_error(text: str) -> None:
    with suppress(NetSketchError):
        assert parsed(text).any()
