"""What the pages for newcomers name is there: files, folders, and what they say is in them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("CONTRIBUTING.md", "docs/architecture.md", "README.md")
PLACE = re.compile(
    r"`((?:engine|gui|docs|tests|benchmarks|resources|main|dev)[\w./-]*(?:/|\.(?:py|md|ts|json)))`"
)
LINK = re.compile(r"\]\(([\w./-]+)\)")
CLASS = re.compile(r"^\s*class (\w+)", re.MULTILINE)
NAMED = re.compile(r"`([A-Z]\w+)(?:\.(\w+))?`")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_files_and_folders_are_there(page: str) -> None:
    text = text_of(page)
    places = [ROOT / place for place in PLACE.findall(text)]
    places += [(ROOT / page).parent / link for link in LINK.findall(text)]
    assert places
    assert [str(place) for place in places if not place.exists()] == []


def test_the_walks_name_what_there_is() -> None:
    """Classes and methods of the walks, and functions in brackets, are in the files of their step."""
    missing = []
    named = NAMED.findall(text_of("docs/architecture.md"))
    defined = definitions({name for name, _ in named})
    for name, member in named:
        if name in defined and (not member or member in defined[name]):
            continue
        missing.append(f"{name}.{member}" if member else name)
    assert missing == []


def definitions(names: set[str]) -> dict[str, set[str]]:
    """Return the program's classes of these names and what is defined in each."""
    found: dict[str, set[str]] = {}
    for path in (*ROOT.glob("engine/**/*.py"), *ROOT.glob("gui/**/*.py")):
        source = path.read_text(encoding="utf-8")
        if names.isdisjoint(CLASS.findall(source)):
            continue  # reading the whole program as a tree takes two seconds
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef):
                members = found.setdefault(node.name, set())
                for item in node.body:
                    if isinstance(item, ast.FunctionDef):
                        members.add(item.name)
                    elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                        members.add(item.target.id)
                    elif isinstance(item, ast.Assign):
                        members |= {target.id for target in item.targets if isinstance(target, ast.Name)}
    return found
