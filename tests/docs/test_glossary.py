"""The glossary names only what is in the code, and explains each word once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and "`" in line
]


def is_there(name: str) -> bool:
    """Tell whether a name is that of a package, of a module, or of what a module holds or a package offers."""
    path = ROOT.joinpath(*name.split("."))
    if path.with_suffix(".py").exists() or (path / "__init__.py").exists():
        return True
    module, member = path.parent, path.name
    file = module.with_suffix(".py") if module.with_suffix(".py").exists() else module / "__init__.py"
    return (
        re.search(rf'^(class|def) {member}\b|^    "{member}",$', file.read_text("utf-8"), re.MULTILINE)
        is not None
    )


def test_each_word_is_explained_once() -> None:
    words = [word for row in ROWS for word in row[0].split(", ")]
    assert len(words) > 50
    assert len(words) == len(set(words))


@pytest.mark.parametrize("name", sorted({name for row in ROWS for name in re.findall(r"`(\S+)`", row[2])}))
def test_what_it_names_is_there(name: str) -> None:
    assert is_there(name)
