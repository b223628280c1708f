"""Buttons of a page are written as a sentence is: “Start sweep”; menus, dialogs and notices have titles."""

import re
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[3] / "gui"
BUTTON = re.compile(r'QPushButton\([^()]*\),\s*text=lambda: self\.tr\(\s*"([^"]+)"')
NAMES = {"Train", "Runs"}  # of stations


def like_titles(source: str) -> list[str]:
    """Return what buttons say that is written like a title."""
    return [
        words
        for words in BUTTON.findall(source)
        if any(word.istitle() and word not in NAMES for word in words.split()[1:])
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("Start Sweep", ["Start Sweep"]), ("Start sweep", []), ("Go to Train", [])]
)
def test_a_title_is_told_from_a_sentence(words: str, found: list[str]) -> None:
    assert like_titles(f'dressed(\n    QPushButton(self),\n    text=lambda: self.tr("{words}"),') == found


def test_buttons_of_pages_are_written_as_a_sentence_is() -> None:
    pages = [path for path in GUI.rglob("*.py") if "dialog" not in path.name]
    sources = {path: path.read_text("utf-8") for path in pages}
    assert sum(len(BUTTON.findall(source)) for source in sources.values()) > 20
    assert {path.name: wrong for path, source in sources.items() if (wrong := like_titles(source))} == {}


def test_questions_have_titles() -> None:
    asked = re.compile(r'MessageBox\.Icon\.\w+,\s*lambda: (?:self\.|_)tr\("([^"]+)"')
    titles = [words for path in GUI.rglob("*.py") for words in asked.findall(path.read_text("utf-8"))]
    assert len(titles) > 4
    small = {"for", "of", "the"}
    assert [words for words in titles if any(word.islower() for word in set(words.split()) - small)] == []
