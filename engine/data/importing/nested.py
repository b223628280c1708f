"""Reads a folder in which files of another form lie, such as ``mnist_train.csv`` and ``mnist_test.csv``."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data.importing.item import Rejected
from engine.data.importing.layout import TEST, parts_of
from engine.data.importing.reader import Found, Reader
from engine.data.importing.tree import files_near, shown
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.data.importing.reader import IsCancelled, Progress


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
        files = [file for file in near if reader.has_name(file)]
        top = os.path.realpath(path)
        parts = parts_of([file.stem for file in files])
        items, rejected, notes, places = [], [], [], []
        for file, part in zip(files, parts, strict=True):
            found = reader.read(file, progress, cancelled)
            name = shown(file.relative_to(top))
            items += [
                replace(
                    item,
                    name=Phrase("{name} in {file}", name=item.name, file=name)
                    if len(files) > 1
                    else item.name,
                    test=item.test or part == TEST,
                )
                for item in found.items
            ]
            rejected += [Rejected(f"{name}: {each.name}", each.why) for each in found.rejected]
            notes += [note for note in found.notes if note not in notes]
            places.append(found.place)
        return Found(items, rejected, tuple(notes), places)
