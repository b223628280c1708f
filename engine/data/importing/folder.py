"""Reads a folder of pictures: one folder a class, perhaps below ``train`` and ``test``."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from engine.data.image_file import read_values
from engine.data.importing.item import Item, Rejected
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.data.labels import checked_label
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.data.importing.reader import IsCancelled, Progress

MAX_FILES = 1_000_000
PARTS = {"train": False, "training": False, "val": False, "valid": False, "validation": False,
         "test": True, "testing": True}  # fmt: skip


class FolderReader(Reader):
    """Reads pictures by the folders in which they lie."""

    title = Phrase("a folder with one folder of pictures for each class")

    def recognises(self, path: Path) -> bool:
        """Say whether it is a folder."""
        return path.is_dir()

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """List the pictures; they are read when they are wanted."""
        items: list[Item] = []
        rejected: list[Rejected] = []
        folders = _folders(path)
        parts = [folder for folder in folders if folder.name.lower() in PARTS]
        if parts and len(parts) == len(folders):
            classes = [(child, PARTS[part.name.lower()]) for part in parts for child in _folders(part)]
        else:
            classes = [(folder, False) for folder in folders]
            loose = [
                file for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith(".")
            ]
            why = Phrase("It lies in no folder of a class.")
            rejected += [Rejected(file.name, why) for file in loose]
        for folder, test in classes:
            try:
                label = checked_label(unquote(folder.name))
            except DataError as error:
                rejected.append(Rejected(folder.name, error.what))
                continue
            for file in _files_below(folder):
                if cancelled is not None and len(items) % 256 == 0 and cancelled():
                    raise Cancelled
                if len(items) >= MAX_FILES:
                    raise Unreadable(Phrase("There are more than {limit:,} files in it.", limit=MAX_FILES))
                name = str(file.relative_to(path))
                items.append(Item(name, label, partial(read_values, file), test))
        return Found(items, rejected)


READER = FolderReader()


def _folders(folder: Path) -> list[Path]:
    return sorted(child for child in folder.iterdir() if child.is_dir() and not child.name.startswith("."))


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):  # does not follow links: they may go round in circles
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))
