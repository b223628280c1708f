"""Reads pairs of IDX files, images and labels, as MNIST is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.idx import read_idx_numbers
from engine.data.importing.arrays import array_items
from engine.data.importing.item import Item
from engine.data.importing.reader import Found, Held, Reader, Unreadable
from engine.data.importing.tree import files_near, read_once, shown
from engine.packed import most_images, most_unpacked
from engine.regular_file import open_regular, read_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.reader import IsCancelled, Progress

MAX_FILE = 1 << 30
IMAGES, LABELS = re.compile("images?", re.IGNORECASE), re.compile("labels?", re.IGNORECASE)


class IdxReader(Reader):
    """Reads one of a pair, the other of which lies beside it, or all pairs in a folder."""

    title = Phrase("a pair of IDX files")
    patterns = ("*idx*ubyte", "*idx*.gz", "*.idx", "*.idx1", "*.idx3")

    def recognises(self, path: Path) -> bool:
        """Say whether it is called as IDX files are, or a folder in which images in such files lie."""
        return bool(self._pairs(path)) if path.is_dir() else super().recognises(path)

    def bare_name(self, path: Path) -> str:
        """Return the name without what says that it is of a pair."""
        bare = re.sub(r"(\.(gz|idx\d?))+$", "", path.name, flags=re.IGNORECASE)
        return re.sub(r"[-_. ]*(images?|labels?)[-_.]idx\d?[-_.]ubyte$", "", bare, flags=re.IGNORECASE)

    def read(self, path: Path, progress: Progress | None, cancelled: IsCancelled | None) -> Found:
        """Read the pairs."""
        if not path.is_dir():
            only, held = _items(path, [*_files_beside(path), *_files_beside(path.parent)])
            return Found(only, [], _lying([path]), held=held)
        near, _ = files_near(path)
        near = [file for file in near if self.has_name(file)]
        pairs = self._pairs(path)
        firsts: dict[str, Path] = {}
        for file in pairs:
            firsts.setdefault(_set_name(file), file)
        kept = frozenset(firsts.values())
        again = [shown(file.relative_to(file.parents[1])) for file in pairs if file not in kept]
        notes = []
        if again:
            notes.append(read_once(again))
        every = Held(pairs)
        items: list[Item] = []
        for file in firsts.values():
            more, held = _items(file, near)
            items += more
            every.add(held, len(more))
        return Found(items, [], (*notes, *_lying(pairs)), held=every.bytes)

    def _pairs(self, folder: Path) -> list[Path]:
        """Return the files of images, those that lie highest first, and the unpacked one before its packed twin."""
        files = [file for file in files_near(folder)[0] if self.has_name(file) and _kind(file) == "images"]
        return sorted(files, key=lambda file: (len(file.parts), file.suffix.lower() == ".gz", file.name))


READER = IdxReader()


def _items(path: Path, near: list[Path]) -> tuple[list[Item], int]:
    """Return the images of a pair of IDX files, one of which is given, and how many bytes they take.

    Args:
        path: The one that is given.
        near: Where the other is looked for, if it does not lie beside it.

    Raises:
        Unreadable: If the other is missing or they hold no images.
        DataError: If one of them is damaged.
    """
    images_name, labels_name = path.name, path.name
    if _kind(path) == "labels":
        images_name = _exchanged(path.name, LABELS, "images", "idx1", "idx3")
    else:
        labels_name = _exchanged(path.name, IMAGES, "labels", "idx3", "idx1")
    files = [_beside(path, name, near) for name in (images_name, labels_name)]
    images, labels = map(_numbers, files)
    if images.ndim == 1 and labels.ndim > 1:
        raise Unreadable(
            Phrase(
                "“{images}” holds the labels, and “{labels}” the images: their names are exchanged.",
                images=files[0].name,
                labels=files[1].name,
            )
        )
    if images.ndim == 1:
        raise Unreadable(Phrase("“{name}” holds no images but labels.", name=files[0].name))
    names = path.with_name(
        re.split("labels?", labels_name, flags=re.IGNORECASE)[0].rstrip("-_.") + "-classes.txt"
    )
    classes = None
    if names.is_file() and names.stat().st_size < 1 << 20:
        classes = np.array(read_regular(names).decode(errors="replace").splitlines())
    test = any(word in path.name.lower() for word in ("t10k", "test"))
    most = most_images(files[0].stat().st_size)
    return array_items(images, labels, classes, test=test, most=most), images.nbytes


def _lying(files: list[Path]) -> tuple[Phrase, ...]:
    """Say that EMNIST's own files hold pictures on their side; whether these still do is for a person to see."""
    if not any("emnist" in file.name.lower() for file in files):
        return ()
    return (
        Phrase(
            "EMNIST's own files hold each picture with rows and columns exchanged. Look at some, "
            "and exchange them (“Exchange rows and columns” in the window, --transpose) if they lie on their side."
        ),
    )


def _kind(file: Path) -> str:
    """Return whether a file is called as one of ``images`` or of ``labels``, or as neither."""
    if LABELS.search(file.name):
        return "labels"
    return "images" if IMAGES.search(file.name) else ""


def _exchanged(name: str, word: re.Pattern[str], other: str, kind: str, other_kind: str) -> str:
    """Return what the other file of a pair is called."""
    exchanged = word.sub(
        lambda match: other if match[0].lower().endswith("s") else other.removesuffix("s"), name, count=1
    )
    return re.sub(kind, other_kind, exchanged, flags=re.IGNORECASE)


def _set_name(file: Path) -> str:
    """Return what is the same in all spellings of a file's name: ``train-images.idx3-ubyte.gz`` is one of many."""
    return re.sub(r"[-_. ]+|\.gz$", "-", file.name.lower().removesuffix(".gz"))


def _beside(path: Path, name: str, near: list[Path]) -> Path:
    plain = name.removesuffix(".gz")
    for candidate in (path.with_name(name), path.with_name(plain), path.with_name(f"{plain}.gz")):
        if candidate.is_file():
            return candidate
    wanted = _set_name(path.with_name(name))
    for file in near:
        if _set_name(file) == wanted and file.is_file():
            return file
    raise Unreadable(Phrase("The file “{name}” is not beside it.", name=name))


def _files_beside(path: Path) -> list[Path]:
    """Return the files beside a file, and those in the folders beside it."""
    return files_near(path.parent)[0] if path.parent != path else []


def _numbers(path: Path) -> NDArray[Any]:
    """Return what is in an IDX file, in the memory that it was read into."""
    size = path.stat().st_size
    if size > MAX_FILE:
        raise Unreadable(Phrase("It is too large."))
    content = bytearray(size)
    with open_regular(path) as stream:
        del content[stream.readinto(content) :]
    return read_idx_numbers(content, name=path.name, limit=min(MAX_FILE, most_unpacked(size)))
