"""What may stand in an argument: each kind is checked here, once, before anything is begun; and how one is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from engine.atomic import CAUSES
from engine.words import Phrase

LONGEST = 20_000  # letters; a thousand layers are told in fewer
MOST_PORT = 65_535
STANDARD_OUTPUT = "-"  # as many programs take it
NOT_THERE = (errno.ENOENT, errno.ENOTDIR)  # told by whoever reads it, in words for what it wants


def words(text: str) -> str:
    """Return a name, a number or a list as it was given.

    Raises:
        BadParameter: If it is endless or holds what no text holds.
    """
    if len(text) > LONGEST:
        raise typer.BadParameter(
            Phrase("It has {letters:,} letters, and {most:,} are the most.", letters=len(text), most=LONGEST)
        )
    if "\0" in text:
        raise typer.BadParameter(Phrase("It holds a zero byte, which no name or number has."))
    return text


def value(text: str) -> str:
    """Return the value of a setting as it was given; what it means is read with all others.

    Raises:
        BadParameter: If there is none, as where a variable of the shell was not set.
    """
    if not words(text).strip():
        raise typer.BadParameter(Phrase("It is empty, where a value is to be given."))
    return text


def port(text: str | int) -> int:
    """Return the number of a port; that of a default comes as a number.

    Raises:
        BadParameter: If it is none.
    """
    text = str(text)
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= MOST_PORT):
        raise typer.BadParameter(Phrase("Ports are whole numbers from 0 to {most:,}.", most=MOST_PORT))
    return int(text)


def path_to_read(text: str) -> Path:
    """Return the path of something that is read.

    Raises:
        BadParameter: If it is empty, or the system cannot look there.
    """
    if not words(text).strip():
        raise typer.BadParameter(Phrase("It is empty, where a file is to be named."))
    try:
        os.stat(text)  # noqa: PTH116 - a Path would let some refusals pass
    except OSError as error:
        if error.errno not in NOT_THERE:
            raise _refused(error) from error
    return Path(text)


def path_to_write(text: str) -> Path:
    """Return the path of something that is written; whether that is possible is seen when it is known what.

    Raises:
        BadParameter: If it names nothing that could be made.
    """
    if not words(text).strip():
        raise typer.BadParameter(Phrase("It is empty, where a file is to be named."))
    if not Path(text).name or Path(text).name == "..":
        raise typer.BadParameter(Phrase("It is a folder, where a file is to be named."))
    return place_to_write(text)


def place_to_write(text: str) -> Path:
    """Return the path of a file or a folder that is written to.

    Raises:
        BadParameter: If it names nothing that could be made.
    """
    if not words(text).strip():
        raise typer.BadParameter(Phrase("It is empty, where a file is to be named."))
    if text == STANDARD_OUTPUT:
        raise typer.BadParameter(
            Phrase(
                "It stands for standard output, which no file goes to: name a file; {own} is one of that name.",
                own=f"./{text}",
            )
        )
    try:
        os.lstat(text)
    except OSError as error:
        if error.errno not in NOT_THERE:
            raise _refused(error) from error
    return Path(text)


def _refused(error: OSError) -> typer.BadParameter:
    unknown = Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
    known = error.errno in (errno.ENAMETOOLONG, errno.EIO)
    return typer.BadParameter(Phrase(CAUSES[error.errno][0]) if known and error.errno else unknown)


def option(
    metavar: str, about: str, *names: str, parser: Callable[[str], object] = words, **more: Any
) -> Any:
    """Return what Typer is told of a flag.

    Args:
        metavar: What stands behind it in the help, such as ``INTEGER``.
        about: What the help says of it.
        names: How it is written, where its parameter does not say so.
        parser: One of the kinds here.
        more: As ``typer.Option`` takes it.
    """
    return typer.Option(*names, parser=parser, metavar=metavar, help=about, **more)


def argument(metavar: str, about: str, *, parser: Callable[[str], object] = words) -> Any:
    """Return what Typer is told of an argument, likewise."""
    return typer.Argument(parser=parser, metavar=metavar, help=about, show_default=False)
