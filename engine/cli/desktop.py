"""What the commands ``desktop`` do: NetSketch in the menu of a Linux desktop, and its models as a kind of file.

One way for all: pip puts what belongs there where a desktop looks only without a virtual environment, pipx and the
stand-alone program not at all. So the program writes it by itself, with the place where it lies.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import write_bytes, write_error
from engine.errors import NetSketchError
from engine.this_program import window_command
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.cli.output import Output

ENTRY = "applications/netsketch.desktop"
# Where each file of resources/desktop goes, from the folder in which a desktop looks.
PLACES = {
    "netsketch.desktop": ENTRY,
    "netsketch.svg": "icons/hicolor/scalable/apps/netsketch.svg",
    "netsketch-model.svg": "icons/hicolor/scalable/mimetypes/application-x-netsketch-model.svg",
    "netsketch.xml": "mime/packages/netsketch.xml",
}
# What makes desktops look: each is there where it is needed, and none is missed where it is not.
TOLD = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "--ignore-theme-index", "--quiet", "icons/hicolor"),
)
PATIENCE = 60.0  # seconds


class DesktopError(NetSketchError):
    """The program cannot be put into a menu here."""


def install(output: Output) -> None:
    """Write what a desktop wants to know of this program.

    Raises:
        DesktopError: If this is no Linux.
        FileWriteError: If it cannot be written.
    """
    folder = data_home()
    source = resources.files("resources") / "desktop"
    for name, place in PLACES.items():
        content = (source / name).read_bytes()
        if place == ENTRY:
            content = entry_of(content.decode(), window_command()).encode()
        target = folder / place
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(target, error) from error
        write_bytes(target, content)
        output.record(path=str(target))
    _tell_the_desktop(folder)
    output.line(
        Phrase(
            "NetSketch is in the menu of programs, and opens its models; the files are in {path}.",
            path=str(folder),
        )
    )


def remove(output: Output) -> None:
    """Take away what ``install`` wrote.

    Raises:
        DesktopError: If this is no Linux.
        FileWriteError: If a file cannot be removed.
    """
    folder = data_home()
    for place in PLACES.values():
        target = folder / place
        try:
            target.unlink(missing_ok=True)
        except OSError as error:
            raise write_error(target, error) from error
        output.record(path=str(target), removed=True)
    _tell_the_desktop(folder)
    output.line(Phrase("NetSketch is no longer in the menu of programs."))


def data_home() -> Path:
    """Return the folder in which a desktop looks for what is this person's own.

    Raises:
        DesktopError: If this is no Linux.
    """
    if not sys.platform.startswith("linux"):
        raise DesktopError(
            "This is for the desktops of Linux.",
            remedy="On Windows and macOS, docs/packaging.md says how a model is opened by a double click.",
        )
    named = os.environ.get("XDG_DATA_HOME", "")  # one that is not absolute is to be ignored
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def entry_of(text: str, command: list[str]) -> str:
    """Return a desktop entry that starts a command.

    Args:
        text: The entry as it lies in the resources.
        command: The program, with its whole path, and its arguments.
    """
    line = _escaped(" ".join(map(_quoted, command)))
    program = _escaped(command[0])
    return re.sub(r"^Exec=\S+", lambda _found: f"TryExec={program}\nExec={line}", text, flags=re.MULTILINE)


def _quoted(argument: str) -> str:
    r"""Return an argument as the line ``Exec`` has it: in quotation marks, \ before what acts, % for itself."""
    return '"{}"'.format(re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%"))


def _escaped(text: str) -> str:
    r"""Return a text as values of a desktop entry have it: \ is written twice, and a line end as a letter."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def _tell_the_desktop(folder: Path) -> None:
    for program, *arguments, place in TOLD:
        _run(program, [*arguments, str(folder / place)])


def _run(program: str, arguments: Iterable[str]) -> None:
    found = shutil.which(program)
    if found is None:
        return
    with suppress(OSError, subprocess.SubprocessError):  # desktops look by themselves sooner or later
        subprocess.run([found, *arguments], capture_output=True, timeout=PATIENCE, check=False)
