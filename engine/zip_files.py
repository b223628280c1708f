"""Zip files from anywhere: what is in them by its name, and unpacked no further than is seemly."""

from __future__ import annotations

import os
import stat
import zipfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from engine.foreign_bytes import reading
from engine.records import dataclass
from engine.strangers import is_stranger
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, BinaryIO

MOST_TIMES = 100  # what comes out may be that many times the zip: text shrinks to a tenth, weights hardly
SLACK = 1 << 20  # bytes beside that
CHUNK = 1 << 20  # bytes
LITTLE = (
    1 << 12
)  # bytes; other ways than Deflate unpack all that they were given, and may make megabytes of these
EVEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # methods that give no more than they are asked for
UTF_8 = 0x800  # the flag of names that are written so
LOCKED = 0x1  # flag of a file that only a password opens
FAR_TOO_LARGE = Phrase("What it unpacks to is far too large for it.")


class BadZip(Exception):
    """A zip file cannot be read, or should not be; whoever asked makes a sentence of it.

    Args:
        cause: One sentence that says why.
    """

    def __init__(self, cause: Phrase) -> None:
        super().__init__(cause)
        self.cause = cause


class DamagedEntry(BadZip):
    """One file in a zip cannot be read; others may."""


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
    with reading(lambda _: BadZip(Phrase("It is not a zip file, or its end is missing."))):
        return zipfile.ZipFile(file)


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
        most: How many bytes may come out in all; by default what the zip's size makes believable.
    """

    def __init__(self, archive: zipfile.ZipFile, file: BinaryIO, *, most: int | None = None) -> None:
        self._archive = archive
        self._left = MOST_TIMES * os.fstat(file.fileno()).st_size + SLACK if most is None else most
        self._overlapping = _overlapping(archive)

    def expect(self, entries: Iterable[ZipEntry]) -> None:
        """See that files may be unpacked, by the sizes that the zip tells, before any of them is.

        Raises:
            BadZip: If they are too large.
        """
        if sum(entry.info.file_size for entry in entries) > self._left:
            raise BadZip(FAR_TOO_LARGE)

    def chunks(self, entry: ZipEntry) -> Iterator[bytes]:
        """Unpack a file, some of it at a time.

        Raises:
            DamagedEntry: If it is damaged or packed in an unknown way.
            BadZip: If it is locked, or more comes out than may.
        """
        with self._open(entry) as file:
            size = CHUNK if entry.info.compress_type in EVEN else LITTLE
            while chunk := file.read(size):
                self._left -= len(chunk)
                if self._left < 0:
                    raise BadZip(FAR_TOO_LARGE)
                yield chunk

    def start(self, entry: ZipEntry, count: int) -> bytes:
        """Return the first bytes of a file, which are not counted; errors as from ``chunks``."""
        found = b""
        with self._open(entry) as file:
            while len(found) < count and (chunk := file.read(LITTLE)):
                found += chunk
        return found

    @contextmanager
    def _open(self, entry: ZipEntry) -> Iterator[IO[bytes]]:
        def refusal(_: BaseException) -> BadZip:
            if entry.info.flag_bits & LOCKED:
                return BadZip(Phrase("It is locked with a password: unpack it first."))
            return DamagedEntry(Phrase("“{name}” in it cannot be read.", name=entry.shown))

        if entry.info in self._overlapping:
            raise refusal(ValueError())
        with reading(refusal, told=(BadZip,)), self._archive.open(entry.info) as file:
            yield file


def _overlapping(archive: zipfile.ZipFile) -> set[zipfile.ZipInfo]:
    """Return the files that reach into the next one: by them, a few bytes unpack to any number of files."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = [*(info.header_offset for info in infos[1:]), archive.start_dir]
    return {
        info
        for info, end in zip(infos, ends, strict=False)
        if info.header_offset + info.compress_size > end or info.header_offset < 0
    }
