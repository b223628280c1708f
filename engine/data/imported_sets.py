"""The library of imported sets: labelled images that a person brought in, checked, and kept at 28×28."""

from __future__ import annotations

import io
import re
import shutil
import threading
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.data.dataset import Dataset
from engine.data.importing.preparation import Preparation
from engine.data.ink import SIZE
from engine.data.labels import checked_label, foreign_label
from engine.data.saving import make_folder, not_kept, save
from engine.errors import DataError
from engine.folders import home_folder
from engine.regular_file import open_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable
    from pathlib import Path

    from engine.data.importing.gathering import Gathered
    from engine.data.importing.item import Rejected
    from engine.words import Phrase

FOLDER = "datasets-of-ones-own"
FILE_NAME = "images.npz"
MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """A data set that a person brought in.

    Attributes:
        name: As in the settings.
        title: As a person reads it.
        count: How many images.
        classes: How many classes.
    """

    name: str
    title: str
    count: int
    classes: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of bringing images in.

    Attributes:
        name: The data set's name, as in the settings.
        title: Its name as a person reads it.
        count: How many images are in it.
        classes: The names of its classes.
        rejected: What could not be used, and why.
        preparation: How the images were brought to 28×28.
        values: What became of their values: “0 to 16 → 0 to 255”.
        notes: What else a person should know, a sentence each: what was left out, what is there twice.
    """

    name: str
    title: str
    count: int
    classes: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    preparation: Preparation
    values: Phrase
    notes: tuple[Phrase, ...]


def import_set(
    path: Path,
    *,
    name: str = "",
    taken: Collection[str] = (),
    how: Preparation = Preparation.AUTO,
    value_range: tuple[float, float] | None = None,
    label_column: str = "",
    transposed: bool = False,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Make a data set of a folder or file in any form there is a reader for.

    What is marked as test images there (``test`` folders, ``x_test``, ``t10k``) is tested with; where nothing is, a
    sixth of each class is. The same image is never on both sides.

    Args:
        path: The folder or file.
        name: What to call the data set; by default as the folder or file is called, with a number if that is taken.
        taken: Names that it must not have.
        how: How the images are brought to 28×28.
        value_range: The values of black and white; None finds them from all images.
        label_column: Of a table, the column of the labels: its name, ``first`` or ``last``; found where it is empty.
        transposed: Whether rows and columns are exchanged in the files.
        progress: Told what is done and which share of it.
        cancelled: Asked many times a second whether to stop.

    Raises:
        DataError: If there are no usable images of at least two classes, it cannot be told which values are black or
            where the labels are, the name is taken, or nothing can be kept.
        Cancelled: If ``cancelled`` said so; nothing is kept then.
    """
    # Here, as every start of the window lists the sets, and few bring one in.
    from engine.data.importing.choices import Choices
    from engine.data.importing.gathering import gather

    path = path.absolute()
    key, title = _free_name(path, name, taken)  # first, as reading may take long
    choices = Choices(how, value_range, label_column, transposed)
    return _kept(gather(path, choices, progress=progress, cancelled=cancelled), key, title)


def keep_set(gathered: Gathered, *, name: str = "", taken: Collection[str] = ()) -> ImportReport:
    """Make a data set of images that were looked at; names and errors as in ``import_set``."""
    return _kept(gathered, *_free_name(gathered.path, name, taken))


def _free_name(path: Path, name: str, taken: Collection[str]) -> tuple[str, str]:
    """Return a name that no data set has, as settings and as a person read it."""
    from engine.data.importing.registry import bare_name

    title = checked_label(name) if name else (_words(bare_name(path)) or "images")
    existing = {*taken, *(each.name for each in imported_sets())}
    key = _key_of(title)
    if key in existing:
        if name:
            raise DataError("There is a data set “{name}” already.", remedy="Choose another name.", name=key)
        number = next(n for n in range(2, len(existing) + 3) if f"{key}-{n}" not in existing)
        key, title = f"{key}-{number}", f"{title} {number}"
    return key, title


def _kept(gathered: Gathered, key: str, title: str) -> ImportReport:
    content = io.BytesIO()
    np.savez_compressed(
        content,
        images=gathered.images,
        labels=gathered.labels,
        test=gathered.test,
        same=gathered.same,
        classes=np.array(gathered.classes),
        title=np.array(title),
    )
    folder = _folder() / key
    make_folder(folder)
    save(folder / FILE_NAME, content.getvalue())
    return ImportReport(
        key,
        title,
        len(gathered.images),
        gathered.classes,
        gathered.rejected,
        gathered.preparation,
        gathered.values,
        gathered.notes,
    )


def imported_sets() -> tuple[ImportedSet, ...]:
    """Return the data sets that were brought in, by name; quick. A damaged one is listed under its folder's name."""
    try:
        folders = sorted(folder for folder in _folder().iterdir() if (folder / FILE_NAME).is_file())
    except OSError:
        return ()
    return tuple(_described(folder) for folder in folders)


def stamp(name: str) -> Hashable | None:
    """Return what changes with the images of a data set; None if there is none of that name."""
    path = _folder() / name / FILE_NAME
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return path, state.st_size, state.st_mtime_ns


def load_parts(name: str) -> tuple[Dataset, Dataset]:
    """Return the images to learn from and those to test with.

    Raises:
        DataError: If the file is gone or damaged.
    """
    path = _folder() / name / FILE_NAME
    try:
        with open_regular(path) as stream, np.load(stream, allow_pickle=False) as arrays:
            images, labels, test = arrays["images"], arrays["labels"], arrays["test"]
            classes = tuple(foreign_label(str(label)) for label in arrays["classes"])
            same = arrays["same"] if "same" in arrays.files else None  # an old file does not say it
        if images.shape[1:] != (SIZE, SIZE) or test.shape != labels.shape or test.dtype != np.bool_:
            raise ValueError("arrays that do not belong together")
        if same is not None and (
            same.shape != labels.shape
            or same.dtype != np.int64
            or not ((same >= 0) & (same < len(same))).all()
        ):
            raise ValueError("numbers of images that are not there")
        whole = Dataset(name, images, labels, classes, same)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, DataError) as error:
        raise DataError(
            "The data set “{name}” cannot be read.",
            cause="Its file “{path}” is missing or damaged.",
            remedy="Bring the images in again, or restore the file from a backup.",
            name=name,
            path=path,
        ) from error
    return whole.subset(np.flatnonzero(~test)), whole.subset(np.flatnonzero(test))


def remove_set(name: str) -> None:
    """Delete a data set that was brought in; the files that it was made of stay.

    Raises:
        DataError: If there is none of that name or it cannot be deleted.
    """
    folder = _folder() / name
    if name not in {each.name for each in imported_sets()}:
        raise DataError("There is no data set “{name}” of your own.", remedy="Check its name.", name=name)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise not_kept(folder, error) from error


_descriptions: dict[Hashable, ImportedSet] = {}
_descriptions_lock = threading.Lock()


def _described(folder: Path) -> ImportedSet:
    key = stamp(folder.name)
    with _descriptions_lock:
        if key not in _descriptions:
            try:
                path = folder / FILE_NAME
                with open_regular(path) as stream, np.load(stream, allow_pickle=False) as arrays:
                    described = ImportedSet(
                        folder.name,
                        foreign_label(str(arrays["title"])),
                        len(arrays["labels"]),
                        len(arrays["classes"]),
                    )
            except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
                described = ImportedSet(folder.name, folder.name, 0, 0)
            _descriptions[key] = described
        return _descriptions[key]


def _folder() -> Path:
    return home_folder() / FOLDER


def _words(name: str) -> str:
    """Return the name of a file or folder as words."""
    return " ".join(re.sub(r"[^\w-]+|_+", " ", name).split())[:MAX_NAME].strip()


def _key_of(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_NAME] or "images"
