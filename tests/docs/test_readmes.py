"""README.md and README.zh.md stay together: the same headings, commands, pictures and links, each in its language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HAN = re.compile(r"[\u4e00-\u9fff]")


def headings(text: str) -> list[int]:
    """Return the depth of each heading."""
    return [len(marks) for marks in re.findall(r"^(#+) ", BLOCK.sub("", text), re.MULTILINE)]


def commands(text: str) -> list[list[str]]:
    """Return the lines of each block of code, without their comments."""
    return [[re.sub(r"\s+#.*", "", line) for line in block.splitlines()] for block in BLOCK.findall(text)]


def in_prose(text: str) -> list[str]:
    """Return what stands in backticks outside the blocks; a sentence in another language puts it elsewhere."""
    return sorted(re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)))


def pictures(text: str) -> list[str]:
    return [path.replace("/zh_CN/", "/") for path in re.findall(r"docs/pictures/[\w/.-]+", text)]


def links(text: str) -> list[str]:
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    return sorted(link for link in found if not link.startswith("README"))


def table_rows(text: str) -> list[int]:
    return [line.count(" | ") for line in text.splitlines() if line.startswith("| ")]


def steps(text: str) -> list[str]:
    return re.findall(r"^(\d+)\. ", text, re.MULTILINE)


def keys(text: str) -> list[str]:
    """Return the keys to press, and the menus' ways, as a number: their words are each language's own."""
    return [*re.findall(r"Ctrl[+-](?:[A-Z]|,)", text), str(text.count(" ▸ "))]


@pytest.mark.parametrize("part", [headings, keys, commands, in_prose, pictures, links, table_rows, steps])
def test_both_have_the_same(part) -> None:
    found = part(ENGLISH)
    assert found
    assert part(CHINESE) == found


def test_each_leads_to_the_other() -> None:
    assert "[简体中文](README.zh.md)" in ENGLISH[:200]
    assert "[English](README.md)" in CHINESE[:200]


def test_every_picture_is_there() -> None:
    named = re.findall(r"docs/pictures/[\w/.-]+", ENGLISH + CHINESE)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_chinese_speaks_chinese() -> None:
    """Every paragraph, heading, row and comment of it: an English one was forgotten, or is new in the table."""
    text = BLOCK.sub("", CHINESE)
    left = [
        line
        for line in text.splitlines()
        if re.search(r"[A-Za-z]{3}", re.sub(r"`[^`]*`|<[^>]*>|\[MIT\]\S*|# NetSketch", "", line))
        and not HAN.search(line)
    ]
    assert left == []
    comments = re.findall(r"#\s(.*)", "\n".join(BLOCK.findall(CHINESE)))
    assert comments
    assert [comment for comment in comments if not HAN.search(comment)] == []
