"""Zip files from anywhere: what is in them by its name, and unpacked no further than is seemly."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.strangers import is_stranger
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MOST_TIMES = 100  # what comes out may be that many times the zip: text shrinks to a tenth, weights hardly
SLACK = 1 << 20  # bytes beside that
CHUNK = 1 << 20  # bytes
UTF_8 = 0x800  # the flag of names that are written so
LOCKED = 0x1  # flag of a file that only a password opens

UNREADABLE = (  # what a zip of the wrong form makes the reader raise
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, OverflowError, OSError),
)


class BadZip(Exception):
    """A zip file cannot be read, or should not be; whoever asked makes a sentence of it.

    Args:
        cause: One sentence that says why.
    """

    def __init__(self, cause: Phrase) -> None:
        super().__init__(cause)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A file or folder in a zip.

    Attributes:
        name: What it is called, its folders parted by ``/``; that of a folder ends so, too.
        info: What the zip says of it.
    """

    name: str
    info: zipfile.ZipInfo

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the folders on the way to it, and its own."""
        return tuple(self.name.removesuffix("/").split("/"))

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.name.endswith("/")

    @property
    def is_link(self) -> bool:
        """Whether it is a link, a pipe or a device."""
        return stat.S_IFMT(self.info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR)

    @property
    def is_stranger(self) -> bool:
        """Whether a system put it there, or what it lies in."""
        return any(map(is_stranger, self.parts))

    @property
    def leads_astray(self) -> bool:
        """Whether its name is no way down from the folder that it is unpacked to."""
        signs = "\0\\:" if os.name == "nt" else "\0"
        return any(part in ("", ".", "..") or set(part) & set(signs) for part in self.parts)

    @property
    def shown(self) -> str:
        """Its name as it may be shown, whatever it holds."""
        shown = "".join(letter if letter.isprintable() else "?" for letter in self.name)
        return shown if len(shown) <= 80 else f"{shown[:80]}…"


def opened(file: BinaryIO) -> zipfile.ZipFile:
    """Open a zip file.

    Raises:
        BadZip: If it is none.
    """
    try:
        return zipfile.ZipFile(file)
    except UNREADABLE as error:
        raise BadZip(Phrase("It is not a zip file, or its end is missing.")) from error


def entries_of(archive: zipfile.ZipFile, most: int) -> list[ZipEntry]:
    r"""Return what is in a zip, strangers included.

    Names are read as their makers meant them: macOS writes UTF-8 without saying so, and some programs of Windows part
    folders by ``\``.

    Args:
        archive: The zip.
        most: How many files there may be.

    Raises:
        BadZip: If there are more.
    """
    infos = archive.infolist()
    if len(infos) > most:
        raise BadZip(Phrase("It holds too many files."))
    names = [_name_of(info) for info in infos]
    if not any("/" in name for name in names):
        names = [name.replace("\\", "/") for name in names]
    return [
        ZipEntry(name.removeprefix("./"), info)
        for name, info in zip(names, infos, strict=True)
        if name not in (".", "./")
    ]


def _name_of(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if not info.flag_bits & UTF_8:
        with suppress(UnicodeError):
            return name.encode("cp437").decode("utf-8")
    return name


class Unpacking:
    """Unpacks files of one zip, and counts what comes out of it.

    Args:
        archive: The zip.
        file: The file in which it is.
        slack: How many bytes may come out beside what its size allows.
    """

    def __init__(self, archive: zipfile.ZipFile, file: BinaryIO, *, slack: int = SLACK) -> None:
        self._archive = archive
        self._left = MOST_TIMES * os.fstat(file.fileno()).st_size + slack

    def chunks(self, entry: ZipEntry) -> Iterator[bytes]:
        """Unpack a file, some of it at a time.

        Raises:
            BadZip: If it is damaged or locked, or more comes out than the zip's size makes believable.
        """
        try:
            with self._archive.open(entry.info) as file:
                while chunk := file.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise BadZip(Phrase("What it unpacks to is far too large for it."))
                    yield chunk
        except UNREADABLE as error:
            if entry.info.flag_bits & LOCKED:
                raise BadZip(Phrase("It is locked with a password: unpack it first.")) from error
            raise BadZip(Phrase("“{name}” in it cannot be read.", name=entry.shown)) from error
