"""What the fuzzer may be told: read with the standard library alone, so that dev.py can ask before it sets up."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docs.tools.amounts import amount, file_to_write, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

INPUTS = 2000  # where neither a number nor a time is given
FOLDER = Path(__file__).parent / "kinds"
NAME = re.compile(r'^    name = "(.+)"$', re.MULTILINE)


def names() -> list[str]:
    """Return the names of the kinds, as their classes have them."""
    return [name for path in sorted(FOLDER.glob("*.py")) for name in NAME.findall(path.read_text("utf-8"))]


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(
        prog="dev.py fuzz",
        description="Damaged and hostile files of each kind that the program opens, read as the program reads them.",
        epilog="kinds: " + ", ".join(names()),
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="all of them without one")
    parser.add_argument(
        "--inputs", type=whole, help=f"how many are tried in all; {INPUTS:,} where no time is given"
    )
    parser.add_argument("--minutes", type=amount, help="how long")
    parser.add_argument("--seed", type=whole, default=0, help="decides about the inputs")
    parser.add_argument("--first", type=whole, default=0, help="number of the first input of each kind")
    parser.add_argument("--jobs", type=whole, default=2, help="how many processes try them")
    parser.add_argument("--out", type=Path, help="the folder for inputs that find a fault")
    parser.add_argument(
        "--page", type=file_to_write, help="put the table into this page, such as docs/reliability.md"
    )
    found = parser.parse_args(arguments)
    unknown = [name for name in found.kinds if name not in names()]
    if unknown:
        parser.error(f"there is no kind {unknown[0]!r}; kinds are: {', '.join(names())}")
    return found
