"""The library of imported sets: labelled images, tables and texts that a person brought in, checked, and kept.

Images are kept at 28×28, the rows of a table as numbers, with what their features are, and a text by its characters, so
that what was brought in is not needed again.
"""

from __future__ import annotations

import os
import secrets
import shutil
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic import TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary
from engine.data.dataset import Dataset
from engine.data.ink import SIZE
from engine.data.labels import foreign_label
from engine.data.npz_file import open_npz
from engine.data.saving import not_kept
from engine.data.text.limits import MOST_CHARACTERS
from engine.errors import DataError, NetSketchError
from engine.folders import home_folder
from engine.foreign_bytes import reading
from engine.inputs.feature import Feature
from engine.records import dataclass
from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.npz_file import NpzFile

FOLDER = "datasets-of-ones-own"
FILE_NAME = "images.npz"
MOST_CLASSES = 10_000  # earlier versions took any number of them
LONGEST = 1 << 12  # bytes of a name in an array
MOST_FIGURE = 1e300  # of a feature: NaN and infinity are beyond it
MOST_FEATURE_NAME = 400  # letters


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """A data set that a person brought in.

    Attributes:
        name: As in the settings.
        title: As a person reads it.
        count: How many images, rows or characters.
        classes: How many classes; none of a text.
        is_damaged: Whether its file cannot be read; the name of its folder is its title then.
        features: How many features each row has; None where they are images, or it is a text.
        is_text: Whether it is a text.
    """

    name: str
    title: str
    count: int
    classes: int
    is_damaged: bool = False
    features: int | None = None
    is_text: bool = False


class Damaged(Exception):
    """The file of a data set is not what it should be."""


def imported_sets() -> tuple[ImportedSet, ...]:
    """Return the data sets that were brought in, by name; quick. A damaged one is listed under its folder's name."""
    try:
        folders = sorted(folder for folder in sets_folder().iterdir() if _is_set(folder))
    except OSError:
        return ()
    return tuple(_described(folder) for folder in folders)


def _is_set(folder: Path) -> bool:
    if not folder.name.isprintable() or is_temporary(folder.name):
        return False
    return os.path.isfile(folder / FILE_NAME)  # noqa: PTH113 - no error where one may not look


def stamp(name: str) -> Hashable | None:
    """Return what changes with the images of a data set; None if there is none of that name."""
    path = sets_folder() / name / FILE_NAME
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return path, state.st_size, state.st_mtime_ns


def load_parts(name: str) -> tuple[Dataset, Dataset]:
    """Return the images or rows to learn from and those to test with.

    Raises:
        DataError: If the file is gone or damaged.
    """
    with _kept(name) as file:
        whole, test = _whole(name, file)
    return whole.subset(np.flatnonzero(~test)), whole.subset(np.flatnonzero(test))


def load_text(name: str) -> str:
    """Return a text that was brought in.

    Raises:
        DataError: If the file is gone or damaged.
    """
    with _kept(name) as file:
        _by_headers(name, file)
        return bytes(file.arrays["text"].read()).decode("utf-32-le")


@contextmanager
def _kept(name: str) -> Iterator[NpzFile]:
    """Open the file of a set; whatever is raised while it is read, the file is damaged."""
    path = sets_folder() / name / FILE_NAME

    def refusal(_: BaseException) -> DataError:
        return DataError(
            "The data set “{name}” cannot be read.",
            cause="Its file “{path}” is missing or damaged.",
            remedy="Bring the images in again, or restore the file from a backup.",
            name=name,
            path=path,
        )

    try:
        with reading(refusal), open_npz(path) as file:
            yield file
    except (OSError, DataError) as error:
        raise refusal(error) from error


def _whole(name: str, file: NpzFile) -> tuple[Dataset, NDArray[np.bool_]]:
    """Return all images and which of them are tested with, ``(N,)``; whatever it raises, the file is damaged."""
    _by_headers(name, file)
    same = None  # an old file does not say it
    images, labels, test = (file.arrays[part].read() for part in ("images", "labels", "test"))
    if test.dtype != np.bool_:
        raise ValueError("no sides")
    if "same" in file.arrays:
        same = file.arrays["same"].read()
        if same.dtype != np.int64 or not ((same >= 0) & (same < len(same))).all():
            raise ValueError("numbers of images that are not there")
    classes = tuple(foreign_label(str(label)) for label in file.arrays["classes"].read().reshape(-1))
    if len(set(classes)) < len(classes):
        raise ValueError("classes of the same name")
    return Dataset(name, images, labels, classes, same, features=_features(file)), test


def _features(file: NpzFile) -> tuple[Feature, ...]:
    """Return what the features of rows are, none of images; whatever it raises, the file is damaged."""
    if "features" not in file.arrays:
        return ()
    names, columns, figures = (file.arrays[part].read() for part in ("features", "columns", "figures"))
    if not (np.abs(figures) < MOST_FIGURE).all() or (figures[:, 0] > figures[:, 1]).any():
        raise ValueError("bounds that are none")
    return tuple(
        Feature(_name(name), low, high, usual, bool(whole), _name(column), int(missing))
        for name, column, (low, high, usual, whole, missing) in zip(
            names, columns, figures.tolist(), strict=True
        )
    )


def _name(text: object) -> str:
    """Return the name of a feature so that it can be shown; “column = category” is longer than that of a class."""
    return visible(str(text)[:MOST_FEATURE_NAME])


def _by_headers(name: str, file: NpzFile) -> ImportedSet:
    """Return what the headers of its arrays say; an error where they contradict each other."""
    arrays = file.arrays
    if "text" in arrays:
        return _text_by_headers(name, file)
    shape, count = arrays["images"].shape, len(arrays["images"])
    features = _feature_count(file)
    if shape[1:] != ((SIZE, SIZE) if features is None else (features,)) or any(
        arrays[part].shape != (count,) for part in ("labels", "test", "same") if part in arrays
    ):
        raise ValueError("arrays that do not belong together")
    words = [arrays[part] for part in ("classes", "title", "features", "columns") if part in arrays]
    if (
        any(array.dtype.kind != "U" or array.dtype.itemsize > LONGEST for array in words)
        or arrays["title"].shape
    ):
        raise ValueError("names that are none")
    classes = len(arrays["classes"])
    least = 1 if arrays["labels"].dtype == np.float32 else 2  # the name of a number to be found
    if not least <= classes <= MOST_CLASSES:
        raise ValueError("too few or too many classes")
    return ImportedSet(name, foreign_label(str(arrays["title"].read())), count, classes, features=features)


def _text_by_headers(name: str, file: NpzFile) -> ImportedSet:
    """Return what the headers of a text say; an error where it is none."""
    text, title = file.arrays["text"], file.arrays["title"]
    if text.dtype != np.dtype("<u4") or text.ndim != 1 or not 0 < len(text) <= MOST_CHARACTERS:
        raise ValueError("no text")
    if title.dtype.kind != "U" or title.dtype.itemsize > LONGEST or title.shape:
        raise ValueError("a title that is none")
    return ImportedSet(name, foreign_label(str(title.read())), len(text), 0, is_text=True)


def _feature_count(file: NpzFile) -> int | None:
    """Return how many features rows have by their headers; None where they are images."""
    arrays = file.arrays
    if "features" not in arrays:
        return None
    count, figures = len(arrays["features"]), arrays["figures"]
    belong = arrays["features"].shape == arrays["columns"].shape == (count,) and figures.shape == (count, 5)
    if not belong or not count or figures.dtype != np.float64 or arrays["images"].dtype != np.float32:
        raise ValueError("features that are none")
    return count


def remove_set(name: str) -> None:
    """Delete a data set that was brought in; the files that it was made of stay.

    Raises:
        DataError: If there is none of that name or it cannot be deleted.
    """
    folder = sets_folder() / name
    if name not in {each.name for each in imported_sets()}:
        raise DataError("There is no data set “{name}” of your own.", remedy="Check its name.", name=name)
    going = folder.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    try:
        folder.rename(going)  # in one moment: nobody finds a part of it
        shutil.rmtree(going)
    except OSError as error:
        raise not_kept(folder, error) from error


_descriptions: dict[Hashable, ImportedSet] = {}
_descriptions_lock = threading.Lock()


def _described(folder: Path) -> ImportedSet:
    key = stamp(folder.name)
    with _descriptions_lock:
        if key is None or key not in _descriptions:
            try:
                with reading(Damaged), open_npz(folder / FILE_NAME) as file:
                    described = _by_headers(folder.name, file)
            except (OSError, NetSketchError, Damaged):
                described = ImportedSet(folder.name, folder.name, 0, 0, is_damaged=True)
            _descriptions[key] = described
        return _descriptions[key]


def sets_folder() -> Path:
    """Return where they lie, a folder each."""
    return home_folder() / FOLDER
