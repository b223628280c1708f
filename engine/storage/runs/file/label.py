"""What a person says of a run: its name, colour, and whether the others are compared with it; without torch."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.atomic import write_text
from engine.errors import RunError
from engine.storage.runs.file.small_file import damaged, read_limited
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

LABEL_NAME = "label.json"
NAME_LIMIT = 120  # characters
LABEL_LIMIT = 64 * 2**10  # bytes
COLOURS = 1000
JOINERS = dict.fromkeys(
    map(ord, "\u200c\u200d")
)  # part of words and of emoji, though nothing is printed for them


class Label(BaseModel):
    """What ``label.json`` says.

    Attributes:
        name: What the person calls the run; empty where nothing was said.
        colour: Number of the colour of its curves, or None.
        baseline: Whether the others are compared with it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    name: str = ""
    colour: Annotated[int, Field(ge=0, lt=COLOURS)] | None = None
    baseline: bool = False


def read_label(folder: Path) -> Label:
    """Read the label of the run in ``folder``; one that says nothing where there is none.

    Raises:
        RunError: If it cannot be read or is damaged.
    """
    if not (folder / LABEL_NAME).exists():
        return Label()
    data = read_limited(folder, LABEL_NAME, LABEL_LIMIT)
    try:
        label = Label.model_validate_json(data, strict=True)
        return label.model_copy(update={"name": checked_name(label.name) if label.name else ""})
    except (ValidationError, RunError) as error:
        raise damaged(folder, Phrase("Its file {file} is not usable.", file=LABEL_NAME)) from error


def label_or_none(folder: Path) -> Label:
    """Read the label of a run, as if it had none where it is damaged: that shall not hide the run."""
    try:
        return read_label(folder)
    except RunError:
        return Label()


def write_label(folder: Path, label: Label) -> None:
    """Write the label of the run in ``folder``.

    Raises:
        FileWriteError: If it cannot be written.
    """
    write_text(folder / LABEL_NAME, label.model_dump_json(indent=2) + "\n")


def checked_name(name: str) -> str:
    """Return the name of a run as it is kept: without spaces around it, its letters composed.

    Raises:
        RunError: If it is empty, too long, or holds what cannot be printed.
    """
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise RunError("A run needs a name.", remedy="Say at least one letter.")
    if len(name) > NAME_LIMIT:
        raise RunError(
            "This name is too long for a run.",
            cause="It has {count} characters; {limit} are the most.",
            remedy="Choose a shorter one.",
            count=len(name),
            limit=NAME_LIMIT,
        )
    if not name.translate(JOINERS).isprintable():
        raise RunError(
            "This is no name for a run.",
            cause="It holds characters that cannot be shown.",
            remedy="Use letters, digits and signs, in one line.",
        )
    return name
