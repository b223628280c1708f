"""Texts of one's own: what is read as one, and what is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.text import own_text as module
from engine.data.text.own_text import RARE, own_text, read_text
from engine.data.text.task import END
from engine.errors import DataError

WORDS = "The quick brown fox.\nIt jumps – 你好!\n" * 30


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        b"\xef\xbb\xbf" + WORDS.encode(),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        f"\x0c{WORDS}\x1b\u202e{END}".encode(),
    ],
    ids=["utf-8", "mark", "crlf", "cr", "steering"],
)
def test_a_text_is_the_same_wherever_it_was_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(content)
    assert read_text(path) == WORDS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (WORDS.encode("utf-16"), "UTF-16"),
        ("Grüße, überall".encode("latin-1") * 30, "Byte 3 is none of UTF-8"),
        (WORDS.encode() + b"\0" + WORDS.encode(), "stand in no text"),
        (b"", "Nothing is written"),
        (b" \r\n\t\n", "Nothing is written"),
    ],
    ids=["utf-16", "latin-1", "zero", "empty", "blank"],
)
def test_what_is_no_text_in_utf_8_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(content)
    with pytest.raises(DataError, match=words) as caught:
        read_text(path)
    assert "“words.txt”" in str(caught.value)
    assert "UTF-8" in caught.value.remedy


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.txt"
    with pytest.raises(DataError, match="The system says"):
        read_text(path)
    path.write_text("a b c d e f", encoding="utf-8")
    monkeypatch.setattr(module, "MOST_CHARACTERS", 10)
    with pytest.raises(DataError, match="more than 10 characters"):
        read_text(path)
    monkeypatch.setattr(module, "MOST_BYTES", 10)
    with pytest.raises(DataError, match="larger than 10 bytes"):
        read_text(path)


def test_its_alphabet_is_what_stands_in_it() -> None:
    coded = own_text(WORDS, "words.txt", 16)
    assert coded.classes == tuple(sorted(set(WORDS)))
    assert "".join(coded.classes[place] for place in coded.numbers) == WORDS
    assert coded.numbers.dtype == np.uint16
    assert coded.rare == 0


def test_the_rarest_signs_of_very_many_become_one() -> None:
    rare, usual = [chr(0x4E00 + place) for place in range(5000)], "abc" * 200
    coded = own_text("".join(rare) + usual + rare[4999] + RARE, "signs.txt", 16)
    assert len(coded.classes) == 4000
    assert {"a", "b", "c", rare[4999], RARE} <= set(coded.classes)
    assert coded.rare == 5004 - 4000
    told = "".join(coded.classes[place] for place in coded.numbers)
    assert told.endswith(usual + rare[4999] + RARE)
    assert told[4998] == RARE


def test_a_text_that_is_too_short_is_refused_with_what_is_needed() -> None:
    with pytest.raises(DataError, match="It has 12 characters; with a context of 16 at least 170"):
        own_text("twelve signs", "words.txt", 16)
    assert own_text("ab" * 85, "words.txt", 16).classes == ("a", "b")


def test_one_sign_again_and_again_is_nothing_to_learn() -> None:
    with pytest.raises(DataError, match="nothing to learn"):
        own_text("a" * 1000, "words.txt", 16)
