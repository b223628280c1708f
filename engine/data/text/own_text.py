"""Reads a text of one's own: a file of plain text in UTF-8, whoever wrote it on whatever system."""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.text.coding import codes_of
from engine.data.text.limits import LEAST_SIGNS, MOST_CHARACTERS
from engine.data.text.pieces import least_characters
from engine.data.text.task import END
from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.inputs.text import MOST_SIGNS
from engine.regular_file import read_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

MOST_BYTES = 4 * MOST_CHARACTERS + 3  # in UTF-8, behind its mark
RARE = "\ufffd"
"""What stands for the rarest characters where a text has more different ones than an alphabet may."""
OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")  # what texts in UTF-16 begin with
# What steers and is not read; line feeds and tabs stay. Of the end sign none may be in a text: it has no end.
UNREAD = re.compile(f"[\x01-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff{END}]")


@dataclass(frozen=True, slots=True, eq=False)
class OwnText:
    """A text as numbers.

    Attributes:
        numbers: ``(M,)`` uint16 places in the alphabet.
        classes: The alphabet, a character each, in the order of Unicode.
        rare: How many different characters became ``RARE``.
    """

    numbers: NDArray[np.uint16]
    classes: tuple[str, ...]
    rare: int = 0

    @property
    def rare_note(self) -> Phrase | None:
        """What is to be said where characters were too many; else None."""
        if not self.rare:
            return None
        return Phrase(
            "It has more than {most:,} different characters: “{sign}” stands for the {count:,} rarest.",
            most=MOST_SIGNS,
            sign=RARE,
            count=self.rare,
        )


def read_text(path: Path) -> str:
    """Return a text, its lines ended by line feeds.

    Raises:
        DataError: If it cannot be read, is no text in UTF-8, or is too large.
    """
    try:
        with reading(lambda _: _refused(path, Phrase("It is damaged."))):
            return _text_of(path, read_regular(path, MOST_BYTES))
    except OSError as error:
        cause = (
            Phrase("It is larger than {most:,} bytes.", most=MOST_BYTES)
            if error.errno == errno.EFBIG
            else Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        )
        raise _refused(path, cause) from error


def own_text(text: str, name: str, context: int) -> OwnText:
    """Return a text as numbers, with an alphabet of its own.

    Where it has more different characters than an alphabet may, the rarest become ``RARE``; of those that are as rare
    as others, the later ones of Unicode.

    Args:
        text: What ``read_text`` returned.
        name: Of its file, for what is said of it.
        context: How many characters a piece of it is to have.

    Raises:
        DataError: If it is too short to be divided, or has but one character again and again.
    """
    least = least_characters(context)
    if len(text) < least:
        raise DataError(
            "“{name}” is too short to learn from.",
            cause="It has {count:,} characters; with a context of {context} at least {least:,} are needed.",
            remedy="Use a longer text, or a smaller context.",
            name=name,
            count=len(text),
            context=context,
            least=least,
        )
    codes, inverse, counts = np.unique(codes_of(text), return_inverse=True, return_counts=True)
    if len(codes) < LEAST_SIGNS:
        raise DataError(
            "There is nothing to learn in “{name}”.",
            cause="It is one character again and again.",
            remedy="Use another text.",
            name=name,
        )
    if len(codes) <= MOST_SIGNS:
        return OwnText(inverse.astype(np.uint16), tuple(map(chr, codes.tolist())))
    is_kept = codes == ord(RARE)
    order = np.argsort(-counts, kind="stable")
    is_kept[order[~is_kept[order]][: MOST_SIGNS - 1]] = True
    kept = sorted({*codes[is_kept].tolist(), ord(RARE)})
    place = {code: number for number, code in enumerate(kept)}
    table = np.array([place.get(code, place[ord(RARE)]) for code in codes.tolist()], np.uint16)
    return OwnText(table[inverse], tuple(map(chr, kept)), int((~is_kept).sum()))


def _text_of(path: Path, content: bytes) -> str:
    if content.startswith(OTHER_MARKS):
        raise _refused(path, Phrase("It is written in UTF-16."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(
            path,
            Phrase("Byte {place:,} is none of UTF-8; it may be of an older encoding.", place=error.start + 1),
        ) from error
    if "\0" in text:
        raise _refused(path, Phrase("It holds bytes that stand in no text."))
    text = UNREAD.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > MOST_CHARACTERS:
        raise _refused(path, Phrase("It has more than {most:,} characters.", most=MOST_CHARACTERS))
    if not text.strip():
        raise _refused(path, Phrase("Nothing is written in it."))
    return text


def _refused(path: Path, cause: Phrase) -> DataError:
    return DataError(
        "“{name}” cannot be read as a text.",
        cause=cause,
        remedy="Use a file of plain text in UTF-8: in an editor, “Save As” offers it.",
        name=path.name,
    )
