"""What lies in a folder: pictures, other files, and folders, without strangers and without following links."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.importing.reader import Unreadable
from engine.errors import Cancelled
from engine.regular_file import open_regular
from engine.strangers import is_aside
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.data.importing.reader import IsCancelled

MAX_FILES = 200_000  # three times MNIST
MAX_DEPTH = 30  # folders in folders
PICTURE_ENDINGS = frozenset(
    ".png .jpg .jpeg .jpe .jfif .gif .bmp .dib .tif .tiff .webp .avif .jp2 .j2k .ppm .pgm .pbm .pnm .ico .tga".split()
)
PICTURE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"P4\n", b"P5\n", b"P6\n")
MOST_NEAR = 10_000  # files among which those of other forms are looked for
NEAR = 4  # folders in folders that may wrap other files than pictures
ASKED_EVERY = 256  # files


@dataclass(slots=True, eq=False)
class Folder:
    """One folder.

    Attributes:
        path: Where it is.
        folders: The folders in it, by name.
        pictures: The pictures that lie in it.
        others: All other files in it.
        below: How many pictures there are in it and below.
    """

    path: Path
    folders: list[Folder] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    below: int = 0

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name

    @property
    def full(self) -> list[Folder]:
        """The folders in it in which there are pictures."""
        return [folder for folder in self.folders if folder.below]

    def walk(self) -> Iterator[Folder]:
        """Go through it and all folders below."""
        yield self
        for folder in self.folders:
            yield from folder.walk()


@dataclass(slots=True, eq=False)
class Tree:
    """A folder with all that is below it, and what was left aside.

    Attributes:
        root: The folder.
        strangers: How often each name was met that a system put there.
        links: The links that were not followed, as they are called below the root.
        deep: Folders that lie too deep to be looked into.
    """

    root: Folder
    strangers: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    deep: list[str] = field(default_factory=list)
    files: int = 0

    def notes(self) -> list[Phrase]:
        """Say what was left aside."""
        notes = []
        if self.strangers:
            count = sum(self.strangers.values())
            notes.append(
                Phrase(
                    "Left out, as they are hidden or systems leave them behind: {count:,} files or folders ({names}).",
                    count=count,
                    names=listed(self.strangers),
                )
                if count > 1
                else Phrase(
                    "“{name}” is left out: it is hidden, or a system left it.", name=listed(self.strangers)
                )
            )
        if self.links:
            notes.append(
                Phrase(
                    "Links to folders, and links that lead out of the folder, are not followed: {names}. "
                    "Copy what they lead to.",
                    names=listed(self.links),
                )
            )
        if self.deep:
            notes.append(
                Phrase("These folders lie too deep to be looked into: {names}.", names=listed(self.deep))
            )
        return notes


def tree_of(path: Path, cancelled: IsCancelled | None = None) -> Tree:
    """List a folder with all that is below it.

    Links to folders are never followed: they may go round in circles, or lead anywhere on the disk. A link to a file
    is taken where the file lies in the folder, too.

    Args:
        path: The folder.
        cancelled: Asked now and then whether to stop.

    Raises:
        Unreadable: If there are too many files.
        OSError: If the folder itself cannot be read.
        Cancelled: If ``cancelled`` said so.
    """
    top = os.path.realpath(path)
    tree = Tree(Folder(Path(top)))
    _fill(tree, tree.root, top, 0, cancelled)
    return tree


def _fill(tree: Tree, folder: Folder, top: str, depth: int, cancelled: IsCancelled | None) -> None:
    for entry in sorted(os.scandir(folder.path), key=lambda entry: entry.name):
        tree.files += 1
        if tree.files > MAX_FILES:
            raise Unreadable(Phrase("There are more than {limit:,} files in it.", limit=MAX_FILES))
        if cancelled is not None and tree.files % ASKED_EVERY == 1 and cancelled():
            raise Cancelled
        path = Path(entry.path)
        below = shown(path.relative_to(top))
        if is_aside(entry.name):
            tree.strangers["._…" if entry.name.startswith("._") else shown(entry.name)] += 1
        elif entry.is_symlink() and not _is_file_within(path, top):
            tree.links.append(below)
        elif entry.is_dir():
            if depth >= MAX_DEPTH:
                tree.deep.append(below)
                continue
            child = Folder(path)
            try:
                _fill(tree, child, top, depth + 1, cancelled)
            except OSError:  # may not be looked into: said of it as of a file
                folder.others.append(path)
                continue
            folder.folders.append(child)
            folder.below += child.below
        elif is_picture(path):
            folder.pictures.append(path)
            folder.below += 1
        else:
            folder.others.append(path)


def _is_file_within(link: Path, top: str) -> bool:
    target = os.path.realpath(link)
    return Path(target).is_file() and os.path.commonpath((target, top)) == top


def files_near(path: Path) -> tuple[list[Path], bool]:
    """Return the files in a folder and in the folders that wrap them, and whether there are pictures in folders.

    It ends with the first picture in a folder: what is about it is then for others to find. So it does after very many
    files, of which there are not so many in folders that hold a few tables or arrays.
    """
    top = os.path.realpath(path)
    files: list[Path] = []
    folders = [Path(top)]
    looked_at = 0
    for depth in range(NEAR):
        deeper = []
        for folder in folders:
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
                looked_at += 1
                if looked_at > MOST_NEAR:
                    return files, True
                here = Path(entry.path)
                if is_aside(entry.name) or (entry.is_symlink() and not _is_file_within(here, top)):
                    continue
                if entry.is_dir():
                    deeper.append(here)
                elif depth and here.suffix.lower() in PICTURE_ENDINGS:
                    return files, True
                else:
                    files.append(here)
        folders = deeper
    return files, False


def is_picture(path: Path) -> bool:
    """Say whether a file is a picture: by how it is called, else by how it begins."""
    if path.suffix.lower() in PICTURE_ENDINGS:
        return True
    try:
        if not path.is_file():  # a pipe might never say how it begins
            return False
        with open_regular(path) as stream:
            start = stream.read(12)
    except OSError:
        return False
    return start.startswith(PICTURE_STARTS) or (start[:4] == b"RIFF" and start[8:] == b"WEBP")


def shown(name: object) -> str:
    """Return the name of a file as it can be shown: without what is no text, which a disk may hold all the same."""
    text = str(name).encode("utf-8", "replace").decode()
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def listed(names: Iterator[str] | list[str] | Counter[str], most: int = 3) -> Phrase:
    """Return names in a row, the first few of them."""
    return Phrase.listed(names, most)


def read_once(again: list[str]) -> Phrase:
    """Say which files are left out, as what is in them was read from another one."""
    return Phrase(
        "The same images lie there more than once, and are read once: not {names}.", names=listed(again)
    )
