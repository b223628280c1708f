"""The library of imported sets: labelled images, tables and texts that a person brought in, checked, and kept.

Images are kept at 28×28, the rows of a table as numbers, with what their features are, and a text by its characters, so
that what was brought in is not needed again.
"""

from __future__ import annotations

import io
import os
import re
import secrets
import shutil
import threading
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.atomic import TEMPORARY_PREFIX, TEMPORARY_SUFFIX, is_temporary, new_folder
from engine.data.dataset import Dataset
from engine.data.importing.preparation import Preparation
from engine.data.ink import SIZE
from engine.data.labels import checked_label, foreign_label
from engine.data.npz_file import open_npz
from engine.data.saving import make_folder, not_kept, save
from engine.data.text.limits import LEAST_CONTEXT, MOST_CHARACTERS, is_text
from engine.errors import DataError, NetSketchError
from engine.folders import home_folder
from engine.foreign_bytes import reading
from engine.inputs.feature import Feature
from engine.one_at_a_time import one_at_a_time
from engine.packed import most_unpacked
from engine.records import dataclass
from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.gathering import Gathered
    from engine.data.importing.item import Rejected
    from engine.data.npz_file import NpzFile
    from engine.data.tables.table_set import TableSet
    from engine.words import Phrase

FOLDER = "datasets-of-ones-own"
FILE_NAME = "images.npz"
LOCK_NAME = ".lock"
MAX_NAME = 40
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


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of bringing images, a table or a text in.

    Attributes:
        name: The data set's name, as in the settings.
        title: Its name as a person reads it.
        count: How many images, rows or characters are in it.
        classes: The names of its classes; of a text its alphabet.
        rejected: What could not be used, and why.
        notes: What else a person should know, a sentence each: what was left out, what is there twice.
        preparation: How images were brought to 28×28.
        values: What became of their values: “0 to 16 → 0 to 255”.
        features: The names of the features of a table's rows.
        is_text: Whether it is a text.
    """

    name: str
    title: str
    count: int
    classes: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[Phrase, ...]
    preparation: Preparation | None = None
    values: Phrase | None = None
    features: tuple[str, ...] = ()
    is_text: bool = False


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
    """Make a data set of a folder or file in any form there is a reader for, of a table of features, or of a text.

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
    from engine.data.tables.reading import holds_features, is_table, open_table
    from engine.data.text.own_text import read_text

    path = path.absolute()
    _free_name(path, name, taken)  # first, as reading may take long
    if is_text(path):
        return keep_text(path, read_text(path), name=name, taken=taken)
    if is_table(path) and holds_features(path):
        opened = open_table(path, progress=progress, cancelled=cancelled)
        return keep_table(path, opened.made(label_column), name=name, taken=taken)
    choices = Choices(how, value_range, label_column, transposed)
    return keep_set(gather(path, choices, progress=progress, cancelled=cancelled), name=name, taken=taken)


def keep_set(gathered: Gathered, *, name: str = "", taken: Collection[str] = ()) -> ImportReport:
    """Make a data set of images that were looked at; names and errors as in ``import_set``."""
    arrays: dict[str, NDArray[Any]] = {
        "images": gathered.images,
        "labels": gathered.labels,
        "test": gathered.test,
        "same": gathered.same,
        "classes": np.array(gathered.classes),
    }
    key, title = _keep(gathered.path, arrays, name, taken)
    return ImportReport(
        key,
        title,
        len(gathered.images),
        gathered.classes,
        gathered.rejected,
        gathered.notes,
        gathered.preparation,
        gathered.values,
    )


def keep_table(path: Path, made: TableSet, *, name: str = "", taken: Collection[str] = ()) -> ImportReport:
    """Make a data set of the rows of a table that was looked at; names and errors as in ``import_set``."""
    features = made.features
    arrays: dict[str, NDArray[Any]] = {
        "images": made.rows,
        "labels": made.labels,
        "test": made.test,
        "same": made.same,
        "classes": np.array(made.classes),
        "features": np.array([each.name for each in features]),
        "columns": np.array([each.column for each in features]),
        "figures": np.array(
            [(each.low, each.high, each.usual, each.whole, each.missing) for each in features], np.float64
        ),
    }
    key, title = _keep(path, arrays, name, taken)
    names = tuple(each.name for each in features)
    return ImportReport(key, title, len(made.rows), made.classes, made.rejected, made.notes, features=names)


def keep_text(path: Path, text: str, *, name: str = "", taken: Collection[str] = ()) -> ImportReport:
    """Make a data set of a text that was read; names and errors as in ``import_set``.

    Raises:
        DataError: Also if it is too short, whatever its pieces are.
    """
    from engine.data.text.coding import codes_of
    from engine.data.text.own_text import own_text

    coded = own_text(text, path.name, LEAST_CONTEXT)
    key, title = _keep(path, {"text": codes_of(text)}, name, taken)
    notes = () if coded.rare_note is None else (coded.rare_note,)
    return ImportReport(key, title, len(text), coded.classes, (), notes, is_text=True)


def _keep(path: Path, arrays: dict[str, NDArray[Any]], name: str, taken: Collection[str]) -> tuple[str, str]:
    """Write what becomes a data set; return its name, as settings and as a person read it."""
    key, title = _free_name(path, name, taken)
    content = _content(arrays, title)
    make_folder(_folder())
    with one_at_a_time(_folder() / key, _folder() / LOCK_NAME):
        now = _free_name(path, name, taken)
        if now != (key, title):  # another window has brought one of that name in
            key, title = now
            content = _content(arrays, title)
        with new_folder(_folder() / key, refused=not_kept) as folder:
            save(folder / FILE_NAME, content)
    return key, title


def _free_name(path: Path, name: str, taken: Collection[str]) -> tuple[str, str]:
    """Return a name that no data set has, as settings and as a person read it."""
    from engine.data.importing.registry import bare_name

    bare = path.stem if is_text(path) else bare_name(path)
    title = checked_label(name) if name else (_words(bare) or "images")
    existing = {*taken, *(each.name for each in imported_sets())}
    key = _key_of(title)
    if key in existing:
        if name:
            raise DataError("There is a data set “{name}” already.", remedy="Choose another name.", name=key)
        number = next(n for n in range(2, len(existing) + 3) if f"{key}-{n}" not in existing)
        key, title = f"{key}-{number}", f"{title} {number}"
    return key, title


def _content(arrays: dict[str, NDArray[Any]], title: str) -> bytes:
    content = io.BytesIO()
    arrays = {**arrays, "title": np.array(title)}
    np.savez_compressed(content, **arrays)  # type: ignore[arg-type]
    if sum(array.nbytes for array in arrays.values()) > most_unpacked(content.tell()):
        content = io.BytesIO()  # pictures so plain that nobody would believe what they unpack to
        np.savez(content, **arrays)  # type: ignore[arg-type]
    return content.getvalue()


def imported_sets() -> tuple[ImportedSet, ...]:
    """Return the data sets that were brought in, by name; quick. A damaged one is listed under its folder's name."""
    try:
        folders = sorted(folder for folder in _folder().iterdir() if _is_set(folder))
    except OSError:
        return ()
    return tuple(_described(folder) for folder in folders)


def _is_set(folder: Path) -> bool:
    if not folder.name.isprintable() or is_temporary(folder.name):
        return False
    return os.path.isfile(folder / FILE_NAME)  # noqa: PTH113 - no error where one may not look


def stamp(name: str) -> Hashable | None:
    """Return what changes with the images of a data set; None if there is none of that name."""
    path = _folder() / name / FILE_NAME
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
    path = _folder() / name / FILE_NAME

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
    folder = _folder() / name
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


def _folder() -> Path:
    return home_folder() / FOLDER


def _words(name: str) -> str:
    """Return the name of a file or folder as words."""
    return " ".join(re.sub(r"[^\w-]+|_+", " ", name).split())[:MAX_NAME].strip()


def _key_of(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_NAME] or "images"
