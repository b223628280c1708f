"""Labelled images, a table or a text of a person's own become a data set, which is kept in the library of those."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.atomic import new_folder
from engine.data.imported_sets import FILE_NAME, imported_sets, sets_folder
from engine.data.importing.choices import Choices
from engine.data.importing.gathering import gather
from engine.data.importing.preparation import Preparation
from engine.data.importing.registry import bare_name
from engine.data.labels import checked_label
from engine.data.saving import make_folder, not_kept, save
from engine.data.tables.reading import holds_features, is_table, open_table
from engine.data.text.coding import codes_of
from engine.data.text.limits import LEAST_CONTEXT, is_text
from engine.data.text.own_text import own_text, read_text
from engine.errors import DataError
from engine.one_at_a_time import one_at_a_time
from engine.packed import most_unpacked
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.data.importing.gathering import Gathered
    from engine.data.importing.item import Rejected
    from engine.data.tables.table_set import TableSet
    from engine.words import Phrase


LOCK_NAME = ".lock"


MAX_NAME = 40


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
    coded = own_text(text, path.name, LEAST_CONTEXT)
    key, title = _keep(path, {"text": codes_of(text)}, name, taken)
    notes = () if coded.rare_note is None else (coded.rare_note,)
    return ImportReport(key, title, len(text), coded.classes, (), notes, is_text=True)


def _keep(path: Path, arrays: dict[str, NDArray[Any]], name: str, taken: Collection[str]) -> tuple[str, str]:
    """Write what becomes a data set; return its name, as settings and as a person read it."""
    key, title = _free_name(path, name, taken)
    content = _content(arrays, title)
    make_folder(sets_folder())
    with one_at_a_time(sets_folder() / key, sets_folder() / LOCK_NAME):
        now = _free_name(path, name, taken)
        if now != (key, title):  # another window has brought one of that name in
            key, title = now
            content = _content(arrays, title)
        with new_folder(sets_folder() / key, refused=not_kept) as folder:
            save(folder / FILE_NAME, content)
    return key, title


def _free_name(path: Path, name: str, taken: Collection[str]) -> tuple[str, str]:
    """Return a name that no data set has, as settings and as a person read it."""
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


def _words(name: str) -> str:
    """Return the name of a file or folder as words."""
    return " ".join(re.sub(r"[^\w-]+|_+", " ", name).split())[:MAX_NAME].strip()


def _key_of(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_NAME] or "images"
