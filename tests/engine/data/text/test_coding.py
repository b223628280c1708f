"""Characters become places in an alphabet, and what comes next at each place; the question is not asked."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.coding import NOT_ASKED, coded_questions, coded_windows, places_in
from engine.data.text.task import END

ALPHABET = (END, *"0123456789+=")


def test_the_answer_alone_is_asked_up_to_its_end() -> None:
    inputs, labels = coded_questions([("1+2=", "3"), ("12+34=", "46")], ALPHABET, width=9)
    assert inputs.dtype == np.uint16
    assert labels.dtype == np.int64
    assert inputs.shape == labels.shape == (2, 9)
    assert "".join(ALPHABET[place] for place in inputs[0]) == f"1+2=3{END * 4}"
    asked = labels[0] != NOT_ASKED
    assert "".join(ALPHABET[place] for place in labels[0][asked]) == f"3{END}"
    assert np.flatnonzero(asked).tolist() == [3, 4]  # said at the sign before it
    assert "".join(ALPHABET[place] for place in labels[1][labels[1] >= 0]) == f"46{END}"


def test_what_fills_the_width_has_its_end_asked_too() -> None:
    inputs, labels = coded_questions([("99+99=", "198")], ALPHABET, width=9)
    assert "".join(ALPHABET[place] for place in inputs[0]) == "99+99=198"
    assert labels[0, -1] == 0


def test_what_is_wider_is_a_fault_and_not_cut() -> None:
    with pytest.raises(ValueError, match="could not broadcast"):
        coded_questions([("99+99=", "198")], ALPHABET, width=6)


def test_every_character_of_a_text_but_the_first_is_asked_once() -> None:
    inputs, labels = coded_windows(np.arange(21, dtype=np.uint16), 4)
    assert inputs.shape == labels.shape == (5, 4)
    assert labels.reshape(-1).tolist() == list(range(1, 21))
    assert np.array_equal(inputs + 1, labels)


@pytest.mark.parametrize("length", [0, 1, 4])
def test_of_a_text_shorter_than_a_piece_there_is_none(length: int) -> None:
    inputs, labels = coded_windows(np.zeros(length, np.uint16), 4)
    assert inputs.shape == labels.shape == (0, 4)


def test_a_text_is_told_in_places_of_its_alphabet() -> None:
    assert places_in("你好，你", ("你", "，", "好")).tolist() == [0, 2, 1, 0]
    assert places_in("", ("a",)).shape == (0,)
