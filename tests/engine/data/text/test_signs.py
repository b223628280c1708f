"""Characters that leave no mark have a sign, the same wherever one is shown."""

from __future__ import annotations

import pytest
import torch

from engine.data.text.signs import sign_of, signs_of
from engine.data.text.task import END
from engine.errors import DataError
from engine.inference.writer import Writer


def test_each_has_a_sign_of_one_letter() -> None:
    assert [sign_of(one) for one in ("a", " ", "\n", "\t", "\x07", "猫")] == ["a", "␣", "↵", "⇥", "□", "猫"]
    assert sign_of(END) == END
    assert signs_of("a b\nc") == "a b↵c"


def test_a_sentence_shows_characters_by_the_same_signs() -> None:
    with pytest.raises(DataError, match="a, ␣, ↵"):
        Writer(torch.nn.Identity(), ("a", " ", "\n"), 4).places_of("b")


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\ud800"])
def test_a_sentence_can_be_printed_whatever_was_typed(sign: str) -> None:
    with pytest.raises(DataError) as caught:
        Writer(torch.nn.Identity(), ("a",), 4).places_of(sign)
    assert str(caught.value).isprintable()
