"""Texts in files that others may have written: how long each may be, and that it can be written again."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

NAME = 1000  # characters of a name: a class, a version, a device
SENTENCES = 20_000  # characters of what is told in sentences
MOST_CLASSES = 100_000
MOST_SIDE = 2**16  # pixels, and channels
MOST_NUMBERS = 2**26  # pixels of one image, times its channels
MOST_SENTENCES = 100  # of an advice
MOST_NAMED = 100  # entries that are called by names: results, versions


def is_text(value: object, most: int = SENTENCES) -> bool:
    """Tell whether it is a text of at most so many characters, without half characters that no file can hold."""
    if not isinstance(value, str) or len(value) > most:
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def writable(text: object, most: int = SENTENCES) -> str:
    """Return a text as a file can hold it: with a sign for every half character, and no longer than it may be."""
    return str(text).encode(errors="replace").decode()[:most]


def _whole(text: str) -> str:
    if not is_text(text):
        raise ValueError("half a character")
    return text


Name = Annotated[str, Field(max_length=NAME), AfterValidator(_whole)]
Sentences = Annotated[str, Field(max_length=SENTENCES), AfterValidator(_whole)]
