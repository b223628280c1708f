"""Writes labelled images to files that other programs read: PNG folders, CSV, NPZ and IDX."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

import numpy as np

from engine.atomic import new_folder
from engine.data.idx import write_idx
from engine.data.saving import make_folder, not_kept, save
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.data.dataset import Dataset

MAX_IDX_CLASSES = 256


class ExportKind(StrEnum):
    """In which form images are written."""

    PNG = "png"
    CSV = "csv"
    NPZ = "npz"
    IDX = "idx"


def export(
    data: Dataset,
    path: Path,
    kind: ExportKind,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Write a data set so that it can be brought in again.

    Args:
        data: The images; white ink on black.
        path: The file to write, whole or not at all; a new folder for ``PNG``; for ``IDX`` the beginning of the names
            of its files, ``<path>-images-idx3-ubyte`` and ``<path>-labels-idx1-ubyte``.
        kind: In which form.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Returns:
        What was written.

    Raises:
        DataError: If there is nothing to write, a folder is there already, or it cannot be written.
        Cancelled: If ``cancelled`` said so; nothing is left behind.
    """
    if not len(data):
        raise DataError("There are no images to export.", remedy="Draw some first.")
    if kind is ExportKind.PNG:
        return (_write_folder(data, path, progress, cancelled),)
    make_folder(path.parent)
    if kind is ExportKind.CSV:
        save(path, _csv(data))
        return (path,)
    if kind is ExportKind.NPZ:
        content = io.BytesIO()
        np.savez_compressed(content, images=data.images, labels=data.labels, classes=np.array(data.classes))
        save(path, content.getvalue())
        return (path,)
    return _write_idx(data, path)


def folder_name(label: str) -> str:
    """Return a name that every file system takes for a class; what it may not hold is written ``%2F``."""
    name = quote(label, safe=" !#$&'()+,;=@[]^_`{}~-" + "".join(set(re.findall(r"\w", label))))
    name = re.sub(r"^\.|\.$| $", lambda match: f"%{ord(match[0]):02X}", name)
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)", name)
    return f"%{ord(name[0]):02X}{name[1:]}" if reserved else name


def _write_folder(
    data: Dataset,
    path: Path,
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> Path:
    from PIL import Image

    if path.exists():
        raise DataError(
            "There is something at “{path}” already.",
            remedy="Choose a folder that is not there yet.",
            path=path,
        )
    make_folder(path.parent)
    counts = [0] * len(data.classes)
    with new_folder(path, refused=not_kept) as whole:
        for number, (image, label) in enumerate(zip(data.images, data.labels, strict=True)):
            if cancelled is not None and cancelled():
                raise Cancelled
            if progress is not None and number % 32 == 0:
                progress(Phrase("Writing images"), number / len(data))
            folder = whole / folder_name(data.classes[label])
            folder.mkdir(parents=True, exist_ok=True)
            counts[label] += 1
            Image.fromarray(image).save(folder / f"{counts[label]:05}.png")
    return path


def _csv(data: Dataset) -> bytes:
    import csv

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    flat = data.images.reshape(len(data), -1)
    writer.writerow(["label", *(f"pixel{number}" for number in range(flat.shape[1]))])
    for row, label in zip(flat, data.labels, strict=True):
        writer.writerow([data.classes[label], *row.tolist()])
    return text.getvalue().encode()


def _write_idx(data: Dataset, path: Path) -> tuple[Path, ...]:
    if len(data.classes) > MAX_IDX_CLASSES:
        raise DataError(
            "IDX files hold at most {most} classes; these are {count}.",
            remedy="Choose another form.",
            most=MAX_IDX_CLASSES,
            count=len(data.classes),
        )
    parts = {
        "images-idx3-ubyte": write_idx(data.images),
        "labels-idx1-ubyte": write_idx(data.labels.astype(np.uint8)),
        "classes.txt": "".join(f"{name}\n" for name in data.classes).encode(),
    }
    written = []
    for ending, content in parts.items():
        written.append(path.with_name(f"{path.name}-{ending}"))
        save(written[-1], content)
    return tuple(written)
