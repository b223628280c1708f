"""How large a text of one's own may be, and of how many different characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".txt"
MOST_CHARACTERS = 5_000_000  # “War and Peace” has three millions
LEAST_SIGNS = 2
LEAST_CONTEXT = 8  # characters of a piece: the settings allow no fewer


def is_text(path: Path) -> bool:
    """Say whether a file is called as texts are."""
    return path.name.casefold().endswith(ENDING) and not path.is_dir()
