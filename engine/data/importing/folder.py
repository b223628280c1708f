"""Reads a folder of pictures: one folder a class, perhaps below ``train`` and ``test``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from engine.data.image_file import read_values
from engine.data.importing.item import Item, Rejected
from engine.data.importing.layout import layout_of
from engine.data.importing.reader import Found, Reader, Unreadable
from engine.data.importing.tree import listed, shown, tree_of
from engine.data.labels import checked_label
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.layout import ClassFolder
    from engine.data.importing.reader import IsCancelled, Progress

ARCHIVES = frozenset((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz"))
PACKED = Phrase("It is an archive within: unpack it, and bring in what is in it.")
NO_PICTURE = Phrase("It is no picture.")
NO_PICTURES = Phrase("There are no pictures in it.")
IN_NO_CLASS = Phrase("It lies in no folder of a class.")


class FolderReader(Reader):
    """Reads pictures by the folders in which they lie."""

    title = Phrase("a folder with one folder of pictures for each class")

    def recognises(self, path: Path) -> bool:
        """Say whether it is a folder."""
        return path.is_dir()

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """List the pictures; they are read when they are wanted."""
        tree = tree_of(path, cancelled)
        layout = layout_of(tree.root)
        if layout.unlabelled:
            raise Unreadable(
                Phrase(
                    "In {names} no folders tell which class a picture is of.", names=listed(layout.unlabelled)
                )
            )
        top = tree.root.path
        rejected = [
            Rejected(shown(file.relative_to(top)), IN_NO_CLASS)
            for folder in layout.loose
            for file in folder.pictures
        ]
        rejected += [
            Rejected(shown(file.relative_to(top)), _why(file))
            for folder in layout.loose
            for file in sorted(folder.others, key=lambda file: _why(file) is NO_PICTURE)
        ]
        rejected += [
            Rejected(shown(empty.path.relative_to(top)), NO_PICTURES)
            for folder in layout.loose
            for empty in folder.folders
            if not empty.below
        ]
        items: list[Item] = []
        for each in layout.classes:
            try:
                label = checked_label(unquote(each.label))
            except DataError as error:
                rejected.append(Rejected(shown(each.label), Phrase.joined((error.what, error.cause))))
                continue
            _list_class(each, label, top, items, rejected)
        size = sum(
            map(
                _size,
                (file for each in layout.classes for part in each.folder.walk() for file in part.pictures),
            )
        )
        return Found(items, rejected, (*tree.notes(), *layout.notes), size=size)


READER = FolderReader()


def _list_class(
    each: ClassFolder, label: str, top: Path, items: list[Item], rejected: list[Rejected]
) -> None:
    for folder in each.folder.walk():
        items += [
            Item(shown(file.relative_to(top)), label, partial(read_values, file), each.test)
            for file in folder.pictures
        ]
        rejected += [Rejected(shown(file.relative_to(top)), _why(file)) for file in folder.others]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # said of it when it is read
        return 0


def _why(file: Path) -> Phrase:
    return PACKED if file.suffix.lower() in ARCHIVES else NO_PICTURE
