"""Labelled images that lie in arrays: NPZ files, and pairs of IDX files."""

from __future__ import annotations

import zipfile
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.idx import read_idx
from engine.data.importing.item import Item, square
from engine.data.labels import checked_label
from engine.errors import DataError
from engine.runtime import available_memory
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_BYTES = 8 << 30  # unpacked, where the free memory is not known
IMAGE_NAMES = ("images", "x", "data", "pixels")
LABEL_NAMES = ("labels", "y", "targets", "target", "label")
SUFFIXES = {"": False, "_train": False, "_test": True}
MAX_IDX_FILE = 1 << 30


def npz_items(path: Path) -> list[Item]:
    """Return the images in an NPZ file.

    It holds ``images`` and ``labels`` (or ``x`` and ``y``), or these with ``_train`` and ``_test`` behind; perhaps
    ``classes``, the names of the classes in the order of the labels. Nothing in it is ever executed.

    Raises:
        DataError: If it is damaged, too large, or has no such arrays.
    """
    arrays = _arrays(path)
    names = {name.lower(): name for name in arrays}
    classes = arrays.get(names.get("classes", ""))
    items: list[Item] = []
    for suffix, test in SUFFIXES.items():
        images = next((arrays[names[n + suffix]] for n in IMAGE_NAMES if n + suffix in names), None)
        labels = next((arrays[names[n + suffix]] for n in LABEL_NAMES if n + suffix in names), None)
        if images is not None and labels is not None:
            items += array_items(images, labels, classes, test=test, source=path.name)
    if not items:
        raise _unusable(
            path.name,
            Phrase("It has no arrays “images” and “labels” but: {names}.", names=", ".join(arrays) or "–"),
        )
    return items


def idx_items(path: Path) -> list[Item]:
    """Return the images of a pair of IDX files, one of which is given and the other lies beside it.

    Raises:
        DataError: If the other is missing or one of them is damaged.
    """
    images_name, labels_name = path.name, path.name
    if "labels" in path.name:
        images_name = path.name.replace("labels", "images").replace("idx1", "idx3")
    else:
        labels_name = path.name.replace("images", "labels").replace("idx3", "idx1")
    files = [_beside(path, name) for name in (images_name, labels_name)]
    images, labels = (
        read_idx(_content(file), name=file.name, dimensions=dimensions, limit=MAX_IDX_FILE)
        for file, dimensions in zip(files, (3, 1), strict=True)
    )
    names = path.with_name(labels_name.split("labels")[0].rstrip("-_.") + "-classes.txt")
    classes = None
    if names.is_file() and names.stat().st_size < 1 << 20:
        classes = np.array(names.read_text(encoding="utf-8", errors="replace").splitlines())
    test = any(word in path.name.lower() for word in ("t10k", "test"))
    return array_items(images, labels, classes, test=test, source=path.name)


def array_items(
    images: NDArray[Any], labels: NDArray[Any], classes: NDArray[Any] | None, *, test: bool, source: str
) -> list[Item]:
    """Return the images in an array.

    Args:
        images: ``(N, H, W)``, ``(N, H, W, C)``, ``(N, C, H, W)`` or ``(N, side²)``; bytes, or floats up to 1 or 255.
        labels: ``(N,)`` whole numbers or words.
        classes: Names of the classes in the order of the numbers.
        test: Whether they are meant for testing.
        source: What to call the file in an error.

    Raises:
        DataError: If the arrays are of another form.
    """
    if images.dtype.kind not in "buif":
        raise _unusable(source, Phrase("Its images are of the type {dtype}.", dtype=images.dtype))
    if images.ndim == 2:
        images = square(images)
    if images.ndim == 4 and images.shape[1] in (1, 3) and images.shape[3] not in (1, 3, 4):
        images = np.moveaxis(images, 1, 3)
    if images.ndim == 4 and images.shape[3] == 1:
        images = images[:, :, :, 0]
    if images.ndim not in (3, 4) or (images.ndim == 4 and images.shape[3] not in (3, 4)) or not images.size:
        raise _unusable(source, Phrase("Its images have the shape {shape}.", shape=images.shape))
    labels = labels.reshape(-1)
    if len(labels) != len(images):
        raise _unusable(
            source,
            Phrase("There are {images} images and {labels} labels.", images=len(images), labels=len(labels)),
        )
    words = _words(labels, classes, source)
    scale = 255.0 if images.dtype.kind in "bf" and float(np.nanmax(images)) <= 1 else 1.0

    def read(place: int) -> NDArray[np.uint8]:
        image = images[place]
        if image.dtype == np.uint8:
            return np.asarray(image, dtype=np.uint8)
        if image.dtype.kind == "f" and not np.isfinite(image).all():
            raise DataError(
                "This is no picture.", cause="Some of its values are not numbers.", remedy="Mend them."
            )
        return np.asarray(np.clip(np.rint(image * scale), 0, 255), dtype=np.uint8)

    def name(place: int) -> str:
        if test:
            return Phrase("test image {number}", number=place)
        return Phrase("image {number}", number=place)

    return [Item(name(place), word, partial(read, place), test) for place, word in enumerate(words)]


def _words(labels: NDArray[Any], classes: NDArray[Any] | None, source: str) -> list[str]:
    """Return the name of each image's class."""
    if labels.dtype.kind == "S":
        labels = np.char.decode(labels, "utf-8", "replace")
    if labels.dtype.kind == "U":
        return [checked_label(str(label)) for label in labels]
    if labels.dtype.kind == "f" and np.isfinite(labels).all() and (labels == np.rint(labels)).all():
        labels = labels.astype(np.int64)
    if labels.dtype.kind not in "bui":
        raise _unusable(source, Phrase("Its labels are of the type {dtype}.", dtype=labels.dtype))
    if classes is None or classes.dtype.kind not in "US":
        return [str(int(label)) for label in labels]
    names = [checked_label(name) for name in _words(classes.reshape(-1), None, source)]
    if len(labels) and not (0 <= int(labels.min()) and int(labels.max()) < len(names)):
        raise _unusable(source, Phrase("A label in it names no class."))
    return [names[int(label)] for label in labels]


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    limit = available_memory() or MAX_BYTES
    try:
        with zipfile.ZipFile(path) as archive:
            needed = sum(info.file_size for info in archive.infolist())
        if needed > limit:
            raise _unusable(path.name, Phrase("Unpacked it does not fit into memory."))
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return {name: arrays[name] for name in arrays.files}
    except (
        ValueError,
        EOFError,
        KeyError,
        RuntimeError,
        NotImplementedError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        pickled = "pickle" in str(error).lower() or "object" in str(error).lower()
        cause = (
            Phrase("It holds Python objects, which could run programs, instead of plain arrays.")
            if pickled
            else Phrase("It is damaged or no NPZ file.")
        )
        raise _unusable(path.name, cause) from error


def _beside(path: Path, name: str) -> Path:
    plain = name.removesuffix(".gz")
    for candidate in (path.with_name(name), path.with_name(plain), path.with_name(f"{plain}.gz")):
        if candidate.is_file():
            return candidate
    raise _unusable(path.name, Phrase("The file “{name}” is not beside it.", name=name))


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_IDX_FILE:
        raise _unusable(path.name, Phrase("It is too large."))
    return path.read_bytes()


def _unusable(name: str, cause: Phrase) -> DataError:
    return DataError(
        "“{name}” cannot be read as labelled images.",
        cause=cause,
        remedy="Use a folder with one folder of pictures for each class, or a CSV, NPZ or IDX file.",
        name=name,
    )
