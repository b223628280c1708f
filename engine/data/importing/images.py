"""Labelled images wherever people keep them: folders (one a class), CSV, NPZ and IDX files, image by image."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import numpy as np

from engine.data.image_file import read_image
from engine.data.importing.arrays import idx_items, npz_items
from engine.data.importing.item import Item, Rejected, square
from engine.data.labels import checked_label
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

MAX_FILES = 1_000_000
MAX_COLUMNS = 1 + 1024 * 1024
LABEL_COLUMNS = ("label", "labels", "class", "target", "y", "digit")
PARTS = {"train": False, "training": False, "val": False, "valid": False, "validation": False,
         "test": True, "testing": True}  # fmt: skip
IDX_ENDINGS = (".gz", ".idx", "ubyte", ".idx1", ".idx3")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at a place.

    Attributes:
        items: The images, each to be read when it is wanted.
        rejected: What is no usable image, and why.
    """

    items: list[Item]
    rejected: list[Rejected]


def find_images(
    path: Path,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Found:
    """Find the labelled images in a folder or file.

    Args:
        path: A folder with one folder a class (also below ``train`` and ``test``) or with IDX files, a CSV file with
            a label and the pixels in each row, an NPZ file with ``images`` and ``labels`` (or ``x_train`` …), or one
            of a pair of IDX files.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Raises:
        DataError: If it is nothing of that kind, or cannot be read at all.
        Cancelled: If ``cancelled`` said so.
    """
    try:
        if path.is_dir():
            pairs = [file for file in sorted(path.iterdir()) if "images" in file.name and _is_idx(file)]
            found = _idx_of(pairs) if pairs else _in_folder(path, cancelled)
        elif not path.is_file():
            raise _unreadable(path, Phrase("There is no such file or folder."))
        elif path.suffix.lower() == ".csv":
            found = _in_csv(path, progress, cancelled)
        elif path.suffix.lower() == ".npz":
            found = Found(npz_items(path), [])
        elif _is_idx(path):
            found = _idx_of([path])
        else:
            raise _unreadable(path, Phrase("It is neither a folder nor a CSV, NPZ or IDX file."))
    except OSError as error:
        raise _unreadable(
            path, Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        ) from error
    if not found.items:
        cause = found.rejected[0].why if found.rejected else Phrase("There are no images in it.")
        raise DataError(
            "“{name}” holds no usable images.",
            cause=cause,
            remedy="Use a folder with one folder of pictures for each class, or a CSV, NPZ or IDX file.",
            name=path.name,
        )
    return found


def is_image_source(path: Path) -> bool:
    """Say whether a file or folder may hold labelled images, by its name alone."""
    return path.is_dir() or path.suffix.lower() in (".csv", ".npz") or _is_idx(path)


def _is_idx(path: Path) -> bool:
    return "idx" in path.name.lower() and path.name.lower().endswith(IDX_ENDINGS)


def _idx_of(files: list[Path]) -> Found:
    return Found([item for file in files for item in idx_items(file)], [])


# Folders


def _in_folder(root: Path, cancelled: Callable[[], bool] | None) -> Found:
    items: list[Item] = []
    rejected: list[Rejected] = []
    folders = _folders(root)
    parts = [folder for folder in folders if folder.name.lower() in PARTS]
    if parts and len(parts) == len(folders):
        classes = [(child, PARTS[part.name.lower()]) for part in parts for child in _folders(part)]
    else:
        classes = [(folder, False) for folder in folders]
        loose = [file for file in sorted(root.iterdir()) if file.is_file() and not file.name.startswith(".")]
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
                raise _unreadable(root, Phrase("There are more than {limit:,} files in it.", limit=MAX_FILES))
            name = str(file.relative_to(root))
            items.append(Item(name, label, partial(read_image, file), test))
    return Found(items, rejected)


def _folders(folder: Path) -> list[Path]:
    return sorted(child for child in folder.iterdir() if child.is_dir() and not child.name.startswith("."))


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):  # does not follow links: they may go round in circles
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


# CSV


def _in_csv(
    path: Path, progress: Callable[[str, float], None] | None, cancelled: Callable[[], bool] | None
) -> Found:
    size = max(path.stat().st_size, 1)
    labels: list[tuple[str, str]] = []
    pixels: list[NDArray[np.float32]] = []
    rejected: list[Rejected] = []
    column = 0
    with path.open("r", encoding="utf-8-sig", errors="replace", newline="") as stream:
        done = 0

        def lines() -> Iterator[str]:
            nonlocal done
            for line in stream:
                done += len(line)
                yield line

        try:
            for number, row in enumerate(csv.reader(lines(), _dialect(path)), start=1):
                if number % 256 == 1:
                    if cancelled is not None and cancelled():
                        raise Cancelled
                    if progress is not None:
                        progress(Phrase("Reading {title}", title=path.name), min(done / size, 1.0))
                if not row:
                    continue
                if number == 1 and _is_header(row):
                    names = [cell.strip().lower() for cell in row]
                    column = next((names.index(name) for name in LABEL_COLUMNS if name in names), 0)
                    continue
                name = Phrase("row {number}", number=number)
                try:
                    values = row[:column] + row[column + 1 :]
                    label = checked_label(_plain_number(row[column]))
                    pixels.append(square(np.array(values, dtype=np.float32)))
                    labels.append((name, label))
                except DataError as error:
                    rejected.append(Rejected(name, Phrase(error.cause or error.what)))
                except (ValueError, IndexError):
                    rejected.append(Rejected(name, Phrase("It is not a label and numbers.")))
        except csv.Error as error:
            raise _unreadable(path, Phrase("It breaks off or is no CSV file.")) from error
    scale = 255.0 if max((float(image.max()) for image in pixels), default=0) <= 1 else 1.0
    items = [
        Item(name, label, partial(_bytes, image, scale))
        for (name, label), image in zip(labels, pixels, strict=True)
    ]
    return Found(items, rejected)


def _bytes(image: NDArray[np.float32], scale: float) -> NDArray[np.uint8]:
    return np.asarray(np.clip(np.rint(image * scale), 0, 255), dtype=np.uint8)


def _dialect(path: Path) -> type[csv.Dialect]:
    with path.open("r", encoding="utf-8-sig", errors="replace", newline="") as stream:
        start = stream.readline(1 << 16)
    counts = {sign: start.count(sign) for sign in ",;\t "}

    class Found(csv.excel):
        delimiter = max(counts, key=counts.__getitem__)

    return Found


def _is_header(row: list[str]) -> bool:
    return any(
        cell.strip().lower() in LABEL_COLUMNS or cell.strip().lower().startswith("pix") for cell in row
    )


def _plain_number(text: str) -> str:
    """Return “7” for “7.0”: some programs write whole numbers so."""
    text = text.strip()
    head, dot, tail = text.partition(".")
    return head if dot and head.isascii() and head.isdigit() and not tail.strip("0") else text


def _unreadable(path: Path, cause: Phrase) -> DataError:
    return DataError(
        "“{name}” cannot be read as labelled images.",
        cause=cause,
        remedy="Use a folder with one folder of pictures for each class, or a CSV, NPZ or IDX file.",
        name=path.name,
    )
