"""Images that are brought in, one kind for each reader of the registry."""

from __future__ import annotations

import gzip
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.outcome import PREPARED
from docs.tools.fuzz.sound import drawings
from engine.data.idx import write_idx
from engine.data.importing.archive import ZipReader
from engine.data.importing.csv_table import CsvReader
from engine.data.importing.folder import FolderReader
from engine.data.importing.idx_pair import IdxReader
from engine.data.importing.nested import NestedReader
from engine.data.importing.npz import NpzReader

if TYPE_CHECKING:
    import random
    from pathlib import Path


PLACE = "import"  # a folder beside the home, so that what is kept lies elsewhere


class DataFiles(Kind):
    """What every reader's kind does: bring the images in, keep them, and load what was kept."""

    place: str = ""  # the file or folder that is opened, below ``PLACE``; empty for the folder itself

    def read(self, folder: Path) -> bool:
        """Look into it and prepare the images as the window does, keep them as a set, and load it."""
        from engine.data.import_set import keep_set
        from engine.data.imported_sets import imported_sets, load_parts
        from engine.data.importing.choices import Choices
        from engine.data.importing.gathering import gathered_of, prepared_of
        from engine.data.importing.registry import checked, look_into, with_labels_in

        path = folder / PLACE / self.place if self.place else folder / PLACE
        found = look_into(path)
        if found.table is not None and found.table.unclear is not None:
            found = with_labels_in(path, found, "first")
        found = replace(checked(path, found), items=found.items[:PREPARED])
        gathered = gathered_of(path, found, prepared_of(found, Choices()))
        for rejected in gathered.rejected[:20]:
            str(rejected.why)
        report = keep_set(gathered)
        sets = {each.name: each for each in imported_sets()}
        train, test = load_parts(report.name)
        assert sets[report.name].count == report.count == len(train) + len(test)
        return True


class Table(DataFiles):
    """A CSV file."""

    name = "csv"
    modules = ("engine.data.importing.table",)
    readers = (CsvReader,)
    place = "digits.csv"

    def make(self) -> Files:
        """Twelve digits, their labels in front, below a header."""
        return {f"{PLACE}/{self.place}": table()}


class PackedTable(DataFiles):
    """The same, packed by gzip."""

    name = "csv-gz"
    modules = ("engine.data.importing.table",)
    readers = (CsvReader,)
    place = "digits.csv.gz"

    def make(self) -> Files:
        """Pack it the same way each time."""
        return {f"{PLACE}/{self.place}": gzip.compress(table(), mtime=0)}


class Arrays(DataFiles):
    """An NPZ file."""

    name = "npz"
    modules = ("engine.data.importing.npz", "engine.data.npz_file")
    readers = (NpzReader,)
    place = "digits.npz"

    def make(self) -> Files:
        """Two parts, and the names of the classes."""
        data = drawings()
        parts = {
            "x_train": data.images,
            "y_train": data.labels,
            "x_test": data.images[:3],
            "y_test": data.labels[:3],
        }
        return {f"{PLACE}/{self.place}": npz(parts | {"classes": np.array(("zero", "one", "two"))})}


class IdxPair(DataFiles):
    """A pair of IDX files."""

    name = "idx"
    modules = ("engine.data.idx", "engine.data.importing.idx_pair")
    readers = (IdxReader,)
    place = "train-images-idx3-ubyte"

    def make(self) -> Files:
        """Images that are plain, labels that are packed."""
        data = drawings()
        return {
            f"{PLACE}/{self.place}": write_idx(data.images),
            f"{PLACE}/train-labels-idx1-ubyte.gz": write_idx(data.labels.astype(np.uint8), packed=True),
        }


class Pictures(DataFiles):
    """A folder of pictures, by classes."""

    name = "folder"
    modules = ("engine.data.importing.folder",)
    readers = (FolderReader,)

    def make(self) -> Files:
        """Twelve PNG, three JPEG and GIF."""
        return {f"{PLACE}/{name}": content for name, content in pictures().items()}

    def spoilt(self, chance: random.Random) -> Files:
        """Put faults into a picture, or give it another name."""
        files = super().spoilt(chance)
        if chance.random() < 0.2:
            name = chance.choice(sorted(files))
            parts = name.split("/")
            parts[chance.randrange(1, len(parts))] = chance.choice(NAMES)
            files["/".join(parts)] = files.pop(name)
        return files


class Zipped(DataFiles):
    """A zip with pictures in it."""

    name = "zip"
    modules = ("engine.data.importing.archive", "engine.zip_files")
    readers = (ZipReader,)
    place = "digits.zip"

    def make(self) -> Files:
        """The same pictures as in a folder, and a table beside."""
        return {f"{PLACE}/{self.place}": zipped(pictures())}


class Nested(DataFiles):
    """A folder with tables or arrays in it."""

    name = "nested"
    modules = ("engine.data.importing.registry",)
    readers = (NestedReader,)

    def make(self) -> Files:
        """A table to learn from, and one to test with."""
        return {f"{PLACE}/data/digits_train.csv": table(), f"{PLACE}/data/digits_test.csv": table(6)}


NAMES = (
    "<b>x<",
    "\x1b[31m",
    "a" * 200,
    ".hidden",
    " ",
    "ü" * 60,
    "con.png",
    "test",
    "\udcff\udc80",
    "x.gz",
    "\u202e.png",
)


def table(rows: int = 12) -> bytes:
    """Return digits of 7×7 as CSV: the label, then the pixels."""
    data = drawings(rows)
    header = "label," + ",".join(f"pixel{number}" for number in range(49))
    lines = [
        f"{label}," + ",".join(map(str, image[2::4, 2::4].ravel().tolist()))
        for image, label in zip(data.images, data.labels, strict=True)
    ]
    return "\n".join([header, *lines, ""]).encode()


def npz(arrays: dict[str, np.ndarray]) -> bytes:
    """Return arrays as an NPZ file, the same to the byte each time."""
    members = {}
    for name, array in arrays.items():
        content = io.BytesIO()
        np.save(content, array)
        members[f"{name}.npy"] = content.getvalue()
    return zipped(members)


def zipped(files: Files) -> bytes:
    """Return files as a zip, the same to the byte each time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def picture(form: str, pixels: np.ndarray, **options: object) -> bytes:
    """Return pixels as a picture file of a form."""
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, form, **options)
    return content.getvalue()


def pictures() -> Files:
    """Return a folder of twelve pictures of three classes."""
    data = drawings()
    forms = ("png", "png", "png", "jpeg", "gif", "bmp")
    files = {}
    for place, (image, label) in enumerate(zip(data.images, data.labels, strict=True)):
        form = forms[place % len(forms)]
        files[f"{data.classes[label]}/{place}.{form}"] = picture(form, image)
    return files
