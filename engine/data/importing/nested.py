"""Reads a folder in which files of another form lie, such as ``mnist_train.csv`` and ``mnist_test.csv``."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data.importing.item import Rejected
from engine.data.importing.layout import LEARN, TEST, parts_of
from engine.data.importing.reader import Found, Held, LabelColumns, Reader, Unreadable
from engine.data.importing.tree import files_near, read_once, shown
from engine.regular_file import open_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress


ENDINGS = {".tra": LEARN, ".tes": TEST}  # as the UCI archive calls its tables


class NestedReader(Reader):
    """Reads all files of one form in a folder without pictures of classes; what is called a test is tested with.

    Args:
        readers: What reads such files, the first one that finds any first.
    """

    title = Phrase("")

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def recognises(self, path: Path) -> bool:
        """Say whether it is a folder with such files, and none with pictures in folders."""
        if not path.is_dir():
            return False
        files, pictures = files_near(path)
        return not pictures and any(reader.has_name(file) for reader in self._readers for file in files)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read the files one after another."""
        near, _ = files_near(path)
        reader = next(reader for reader in self._readers if any(map(reader.has_name, near)))
        files, again = _once([file for file in near if reader.has_name(file)])
        top = os.path.realpath(path)
        names = [shown(file.relative_to(top)) for file in files]
        parts = _parts(files)
        every: list[Found] = []
        refused: Unreadable | None = None
        held = Held(files)
        for file in files:
            try:
                found = reader.read(file, progress, cancelled)
            except Unreadable as error:  # such as the test images of a contest, whose labels are kept back
                refused = refused or error
                found = Found([], [Rejected("", error.cause)])
            held.add(found.held, len(found.items))
            every.append(found)
        if refused is not None and not any(
            found.items or (found.table and found.table.unclear) for found in every
        ):
            raise refused
        found = _together(every, names, parts)
        if not again:
            return found
        note = read_once([shown(file.relative_to(top)) for file in again])
        return replace(found, notes=(note, *found.notes))


def _parts(files: Sequence[Path]) -> list[str | None]:
    """Return which part of the set each file is by its name, or by its ending where that says it."""
    named = parts_of([file.stem for file in files])
    return [
        next((ENDINGS[end.lower()] for end in file.suffixes[-2:] if end.lower() in ENDINGS), part)
        for file, part in zip(files, named, strict=True)
    ]


def _once(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return files of which none is another one packed or copied, and those that are."""
    every = frozenset(files)
    again = [file for file in files if file.suffix.lower() == ".gz" and file.with_suffix("") in every]
    tests = {file for file, part in zip(files, _parts(files), strict=True) if part == TEST}
    seen: set[tuple[bytes, bool]] = set()
    for file in sorted(
        every.difference(again), key=lambda file: (len(file.name), file)
    ):  # a copy's name is longer
        with open_regular(file) as stream:
            key = hashlib.file_digest(stream, "blake2b").digest(), file in tests
        if key in seen:
            again.append(file)
        seen.add(key)
    left = every.difference(again)
    return [file for file in files if file in left], again


def _together(every: Sequence[Found], names: Sequence[str], parts: Sequence[str | None]) -> Found:
    """Put together what was found in several files.

    Args:
        every: What was found in each.
        names: What the files are called.
        parts: Which part of the set each is.
    """
    items, rejected, notes = [], [], []
    for found, name, part in zip(every, names, parts, strict=True):
        is_test = part == TEST
        items += [
            replace(
                item,
                name=Phrase("{name} in {file}", name=item.name, file=name) if len(every) > 1 else item.name,
                test=item.test or is_test,
            )
            for item in found.items
        ]
        rejected += [
            Rejected(f"{name}: {each.name}" if each.name else name, each.why) for each in found.rejected
        ]
        notes += [note for note in found.notes if note not in notes]

    return Found(
        items, rejected, tuple(notes), [found.place for found in every], _label_columns(every, names, parts)
    )


def _label_columns(
    every: Sequence[Found], names: Sequence[str], parts: Sequence[str | None]
) -> LabelColumns | None:
    """Return where the labels are in all tables together; None where there is none."""
    tables = [found.table for found in every if found.table is not None]
    if not tables:
        return None

    def choose(column: str) -> Found:
        return _together(
            [found.table.choose(column) if found.table else found for found in every], names, parts
        )

    unclear = next((table.unclear for table in tables if table.unclear), None)
    return LabelColumns(tables[0].columns, choose, tables[0].taken, unclear)
