"""Reads a zip file in which labelled images lie, in any form that is read from a folder."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
import weakref
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.importing.arrays import check_count
from engine.data.importing.item import Rejected
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.errors import Cancelled
from engine.packed import most_images, most_unpacked
from engine.regular_file import open_regular
from engine.words import Phrase
from engine.zip_files import BadZip, DamagedEntry, Unpacking, entries_of, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.importing.reader import IsCancelled, Progress
    from engine.zip_files import ZipEntry

LEAST_ENTRIES = 20_000  # so many files may be in any zip
ENTRY_BYTES = 150  # that each takes in larger ones: a plain picture of 28 × 28 has 176 with its name
MOST_ENTRIES = 300_000
TABLES = (".csv", ".tsv", ".data", ".tra", ".tes")
LEAST_TABLES = 64 << 20  # bytes; so much may tables in any zip unpack to
TABLE_TIMES = 12  # that those in larger ones may be: MNIST's as text shrink to a seventh
EMPTY = Phrase("It is empty.")
RUN_FILES = {"experiment.json", "run.json"}  # of a run that was exported; that is no set of images
UNKEPT = (errno.ENAMETOOLONG, errno.EINVAL, errno.ENOTDIR, errno.EISDIR)  # by its name, not by the disk
NO_NAME = Phrase("The system has no place for a file of this name.")


class ZipReader(Reader):
    """Unpacks a zip with suspicion, and lets another read what was in it.

    Args:
        read_place: Finds the images in a folder.
    """

    title = Phrase("a zip file with one of these in it")
    patterns = ("*.zip",)

    def __init__(self, read_place: Callable[[Path, Progress | None, IsCancelled | None], Found]) -> None:
        self._read_place = read_place

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Unpack it to a folder for the while, and read that."""
        place = _Place()
        try:
            with open_regular(path) as file, opened(file) as archive:
                size = os.fstat(file.fileno()).st_size
                entries = entries_of(archive, min(max(LEAST_ENTRIES, size // ENTRY_BYTES), MOST_ENTRIES))
                if RUN_FILES <= {entry.parts[-1] for entry in entries}:
                    raise Unreadable(
                        Phrase(
                            "It holds a run. Bring it in as one: on the page of runs, or by “runs import”."
                        )
                    )
                _check(entries)
                files = [entry for entry in entries if not entry.is_folder and not entry.is_stranger]
                strangers = sum(entry.is_stranger for entry in entries)
                unpacking = Unpacking(archive, file, most=most_unpacked(size))
                unpacking.expect(files)
                _check_tables(files, size)
                made: set[Path] = set()
                rejected: list[Rejected] = []
                for number, entry in enumerate(files):
                    if progress is not None and number % 32 == 0:
                        progress(Phrase("Unpacking {title}", title=path.name), number / len(files))
                    if why := _unpack(unpacking, entry, place.path, made, cancelled):
                        rejected.append(Rejected(entry.shown, why))
        except BadZip as error:
            raise Unreadable(error.cause) from error
        if rejected and len(rejected) == len(files):
            raise Unreadable(Phrase("None of the files in it can be read."))
        found = self._read_place(place.path, progress, cancelled)
        check_count(len(found.items), most_images(size))
        notes = found.notes
        if strangers:
            notes = (
                *notes,
                Phrase(
                    "Files or folders that a system put into the zip, left out: {count:,}.", count=strangers
                ),
            )
        every = [*rejected, *found.rejected]
        packed = None if found.size is None else min(found.size, size)  # pictures may be packed once more
        return replace(found, rejected=every, notes=notes, place=(place, found.place), size=packed)


class _Place:
    """A folder for the while: gone when nobody holds this any more, and when the program ends."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="netsketch-"))
        self._gone = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def _check(entries: list[ZipEntry]) -> None:
    for entry in entries:
        if entry.is_stranger:
            continue
        if entry.leads_astray:
            raise Unreadable(Phrase("It holds “{name}”, which is no name for a file.", name=entry.shown))
        if entry.is_link:
            raise Unreadable(Phrase("“{name}” in it is a link.", name=entry.shown))


def _check_tables(files: list[ZipEntry], size: int) -> None:
    tables = sum(entry.info.file_size for entry in files if entry.name.lower().endswith(TABLES))
    if tables > max(LEAST_TABLES, TABLE_TIMES * size):
        raise Unreadable(
            Phrase("The tables in it are far too large for the zip: unpack it, and bring in what is in it.")
        )


def _unpack(
    unpacking: Unpacking, entry: ZipEntry, place: Path, made: set[Path], cancelled: IsCancelled | None
) -> Phrase | None:
    """Unpack a file; returns why it is passed over, or None."""
    if not entry.info.file_size:
        return EMPTY
    target = place.joinpath(*entry.parts)
    try:
        if target.parent not in made:  # asked of the disk once a folder, and not once a file
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        file = target.open("xb")
    except FileExistsError as error:
        raise Unreadable(Phrase("It holds “{name}” twice.", name=entry.shown)) from error
    except OSError as error:
        if error.errno in UNKEPT:
            return NO_NAME
        raise
    try:
        with file:
            for chunk in unpacking.chunks(entry):
                if cancelled is not None and cancelled():
                    raise Cancelled
                file.write(chunk)
    except DamagedEntry as error:
        target.unlink()
        return error.cause
    return None
