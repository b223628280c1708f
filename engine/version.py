"""The version of the program, as pyproject.toml has it."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from engine.foreign_bytes import reading

NAME = "netsketch"


@cache
def program_version() -> str:
    """Return the version of this program, such as ``0.1.0``.

    A source tree speaks for itself; an installed package by its metadata, which may be of another copy elsewhere.
    """
    import tomllib  # both where they are needed: together they take longer than many a widget of the window
    from importlib import metadata

    with suppress(OSError, ValueError), reading(lambda error: ValueError(str(error))):
        text = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text)["project"]
        if project["name"] == NAME:
            return str(project["version"])
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return "unknown"
