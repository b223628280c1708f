"""A published archive, tar or zip, that holds the files of a data set: found, checked, and read in memory.

Nothing of it is ever unpacked to the disk: what is wanted is taken by its name, whatever folders it lies in, and no
more of it than the file can have.
"""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

from engine.atomic import replace_file
from engine.data.saving import make_folder, not_kept
from engine.errors import Cancelled, DataError
from engine.foreign_bytes import reading
from engine.records import dataclass
from engine.regular_file import open_regular
from engine.words import Phrase
from engine.zip_files import BadZip, Unpacking, entries_of, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path
    from typing import BinaryIO

MOST_ENTRIES = 1000  # files in an archive; those that are read have a dozen or three
SLACK = 1 << 20  # bytes beside what is wanted: headers, and what a maker says of the files


class _Bounded(gzip.GzipFile):
    """A stream of unpacked bytes that ends in an error where more come than can be in it.

    What is passed over is unpacked all the same, and packed a thousand times it would take for ever.
    """

    def __init__(self, file: BinaryIO, most: int) -> None:
        super().__init__(fileobj=file)
        self._unread = most

    def read(self, size: int | None = -1) -> bytes:
        """Return up to ``size`` bytes."""
        room = self._unread + 1
        found = super().read(room if size is None or size < 0 else min(size, room))
        self._unread -= len(found)
        if self._unread < 0:
            raise ValueError("more is unpacked than the archive can hold")
        return found


@dataclass(frozen=True, slots=True)
class Archive:
    """One published archive.

    Attributes:
        name: Its name, which ends in ``.tar.gz`` or ``.zip``.
        size: Bytes of it.
        sha256: Of its bytes, hexadecimal.
        mirrors: Addresses, ending in a slash, below which it lies.
    """

    name: str
    size: int
    sha256: str
    mirrors: tuple[str, ...]

    def found_in(self, folder: Path) -> Path | None:
        """Return where it seems to lie whole; a quick look without its sum."""
        path = folder / self.name
        try:
            with open_regular(path) as file:
                return path if os.fstat(file.fileno()).st_size == self.size else None
        except OSError:
            return None

    def read(
        self,
        path: Path,
        wanted: Collection[str],
        count: int,
        most: int,
        cancelled: Callable[[], bool] | None = None,
    ) -> dict[str, bytes]:
        """Return files in it by their names, packed as they lie there; those that are not in it are left out.

        Args:
            path: The archive.
            wanted: Names of files, whatever folder they lie in.
            count: How many of them there are; no more are read.
            most: Bytes that each of them may have.
            cancelled: Asked between one file and the next whether to stop.

        Raises:
            Cancelled: If ``cancelled`` said so.
            DataError: If it is no such archive or is damaged.
            OSError: If it cannot be read.
        """
        with open_regular(path) as file:
            if self.name.endswith(".zip"):
                return self._of_zip(file, wanted, count, most, cancelled)
            return self._of_tar(file, wanted, count, most, cancelled)

    def _of_zip(
        self,
        file: BinaryIO,
        wanted: Collection[str],
        count: int,
        most: int,
        cancelled: Callable[[], bool] | None,
    ) -> dict[str, bytes]:
        contents: dict[str, bytes] = {}
        try:
            with opened(file) as archive:
                unpacking = Unpacking(archive, file, most=most * count)
                for entry in entries_of(archive, MOST_ENTRIES):
                    _heed(cancelled)
                    name = entry.parts[-1]
                    if entry.is_folder or entry.is_link or name not in wanted or name in contents:
                        continue
                    if entry.info.file_size <= most:
                        contents[name] = b"".join(unpacking.chunks(entry))
        except BadZip as error:
            raise self._damaged(error.cause) from error
        return contents

    def _of_tar(
        self,
        file: BinaryIO,
        wanted: Collection[str],
        count: int,
        most: int,
        cancelled: Callable[[], bool] | None,
    ) -> dict[str, bytes]:
        import tarfile  # only who fetches a data set needs it

        contents: dict[str, bytes] = {}
        with (
            reading(lambda _: self._damaged(Phrase("Its packed content does not unpack."))),
            _Bounded(file, most * count + SLACK) as unpacked,
            tarfile.open(fileobj=unpacked, mode="r|") as archive,
        ):
            for number, entry in enumerate(archive):
                _heed(cancelled)
                name = entry.name.rsplit("/", 1)[-1]
                if number >= MOST_ENTRIES:
                    raise self._damaged(Phrase("It holds too many files."))
                if not entry.isreg() or name not in wanted or name in contents:
                    continue
                member = archive.extractfile(entry)
                if member is not None and entry.size <= most:
                    contents[name] = member.read(most)
                if len(contents) == count:
                    break
        return contents

    def fetch_to(
        self,
        folder: Path,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> Path:
        """Download it into a folder, and return where it lies; nothing stays of what is not exactly this archive.

        Raises:
            DownloadError: If no mirror gave it.
            DataError: If it cannot be kept.
            Cancelled: If ``cancelled`` said so.
        """
        from engine.data.sources.download import fetch_into

        make_folder(folder)
        path = folder / self.name
        with replace_file(path, refused=not_kept) as file:
            fetch_into(
                file,
                self.name,
                self.mirrors,
                sha256=self.sha256,
                size=self.size,
                progress=progress,
                cancelled=cancelled,
            )
        return path

    def _damaged(self, cause: Phrase) -> DataError:
        return DataError("“{name}” is damaged.", cause=cause, remedy="Fetch the file again.", name=self.name)


def _heed(cancelled: Callable[[], bool] | None) -> None:
    """Stop where that is wished."""
    if cancelled is not None and cancelled():
        raise Cancelled("Reading the data set was cancelled.")
