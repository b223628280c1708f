from __future__ import annotations

import pytest

from engine.visible import visible


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J\x7f", r"\x9b2J\x7f"),  # C1 has an ESC [ of its own
        ("two\nlines\r\tand", r"two\nlines\r\tand"),
        ("gpj\u202eexe.\u2066", r"gpj\u202eexe.\u2066"),  # written from the right
        ("a\u2028b\0", r"a\u2028b\x00"),
        ("caf\udce9", r"caf\xe9"),  # a file's name in Latin-1
        ("\ud83d", r"\ud83d"),  # half a character, as JSON may have it
    ],
)
def test_what_acts_is_written_out(name: str, shown: str) -> None:
    assert visible(name) == shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "name", ["Zürich", "e\u0301", "数字 7", "שלום", "👩‍🔬", "a\u200fb", "<b>&amp;", "100\u00a0%", r"C:\new"]
)
def test_letters_stay(name: str) -> None:
    assert visible(name) == name


def test_a_text_keeps_its_lines() -> None:
    assert visible("a\n\tb\r\x1b[m", lines=True) == "a\n\tb\\r\\x1b[m"
