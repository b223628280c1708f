"""What starts this very copy of the program once more: as a command, or as its window."""

from __future__ import annotations

import sys
from pathlib import Path

MAIN = Path(__file__).parents[1] / "main.py"


def command() -> list[str]:
    """Return what runs its commands: the file, and what stands before their arguments."""
    python = Path(sys.executable)
    if getattr(sys, "frozen", False):
        beside = python.with_name("netsketch" + python.suffix)
        return [str(beside if beside.is_file() else python)]
    return [str(python), str(MAIN)]


def window_command() -> list[str]:
    """Return what opens its window: program and arguments."""
    python = Path(sys.executable)
    beside = python.with_name("netsketch-gui")  # that of a stand-alone program, or of an environment's Python
    started = Path(sys.argv[0]).absolute().with_name("netsketch-gui")
    found = next((path for path in (beside, started) if path.is_file()), None)
    return [str(python), str(MAIN)] if found is None else [str(found)]
