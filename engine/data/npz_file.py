"""Reads NPZ files of anybody: headers first, checked against the bytes that are there, and arrays when they are wanted.

NumPy's own reader makes room for whatever a header promises, and raises what its parser stumbles over. Here a header
is believed only where the file bears it out, and nothing is made of one that holds Python objects.
"""

from __future__ import annotations

import io
import math
import os
import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.foreign_bytes import reading
from engine.packed import most_unpacked
from engine.records import dataclass
from engine.regular_file import open_regular
from engine.words import Phrase
from engine.zip_files import BadZip, DamagedEntry, Unpacking, entries_of, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.zip_files import ZipEntry

ENDING = ".npy"
MAGIC = b"\x93NUMPY"
MOST_ARRAYS = 10_000
MOST_AXES = 8
MOST_HEADER = 10_000  # characters: a plain array's has a hundred
PLAIN = "buifcUSmM"  # kinds of values that are what they are, without parts or objects


@dataclass(frozen=True, slots=True, eq=False)
class StoredArray:
    """An array in a file, known by its header.

    Attributes:
        name: What it is called.
        shape: Its sizes.
        dtype: The type of its values.
    """

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    _is_turned: bool  # its first axis runs fastest
    _start: int  # bytes before its values
    _file: NpzFile
    _entry: ZipEntry

    @property
    def ndim(self) -> int:
        """How many axes it has."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """How many values it has."""
        return math.prod(self.shape)

    def __len__(self) -> int:
        return self.shape[0] if self.shape else 0

    @property
    def nbytes(self) -> int:
        """How many bytes its values take."""
        return self.size * self.dtype.itemsize

    def read(self) -> NDArray[Any]:
        """Return its values, writable.

        Raises:
            DamagedEntry: If it is damaged, or holds no plain values.
            BadZip: If it is too large.
        """
        entry, dtype = self._entry, self.dtype
        if dtype.kind not in PLAIN:
            raise DamagedEntry(_no_plain(self))
        unpacking = self._file.unpacking
        unpacking.expect([entry])
        with reading(lambda _: _damaged(entry), told=(BadZip,)):
            flat = np.empty(self.size, dtype)
            room = flat.view(np.uint8)
            done = -self._start
            for chunk in unpacking.chunks(entry):
                values = chunk[-done:] if done < 0 else chunk
                values = values[: len(room) - max(done, 0)]
                place = max(done, 0)
                room[place : place + len(values)] = np.frombuffer(values, np.uint8)
                done += len(chunk)
            if done < len(room):
                raise _damaged(entry)
            return flat.reshape(self.shape, order="F" if self._is_turned else "C")


class NpzFile:
    """An NPZ file that is open.

    Attributes:
        unpacking: Unpacks what is in it.
        size: How many bytes it has.
        arrays: What is in it, by name.
        damaged: What is in it and cannot be read, by name, and why.

    Args:
        stream: The file, which stays open as long as this is used.

    Raises:
        BadZip: If it is no NPZ file.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self.size = os.fstat(stream.fileno()).st_size
        self._zip = opened(stream)
        self.unpacking = Unpacking(self._zip, stream, most=most_unpacked(self.size))
        self.arrays: dict[str, StoredArray] = {}
        self.damaged: dict[str, Phrase] = {}
        for entry in entries_of(self._zip, MOST_ARRAYS):
            name = replace(entry, name=entry.name.removesuffix(ENDING)).shown
            try:
                stored = self._stored(name, entry)
            except DamagedEntry as error:
                self.damaged[name] = error.cause
            else:
                if stored is not None:
                    self.arrays[name] = stored

    def _stored(self, name: str, entry: ZipEntry) -> StoredArray | None:
        """Return an array by its header, or nothing where it is none."""
        with reading(lambda _: _damaged(entry), told=(BadZip,)):
            with io.BytesIO(self.unpacking.start(entry, 2 * MOST_HEADER)) as file:
                if not file.getvalue().startswith(MAGIC):
                    return None
                shape, is_turned, dtype = _header(file)
                start = file.tell()
            stored = StoredArray(name, shape, dtype, is_turned, start, self, entry)
            if len(shape) > MOST_AXES or any(side < 0 for side in shape):
                raise _damaged(entry)
            is_plain = dtype.kind in PLAIN
            if is_plain and not (dtype.itemsize and stored.nbytes <= entry.info.file_size - start):
                raise _damaged(entry)
            return stored


@contextmanager
def open_npz(path: Path) -> Iterator[NpzFile]:
    """Open an NPZ file of anybody.

    Raises:
        BadZip: If it is none.
        OSError: If the system does not let it be read.
    """
    with open_regular(path) as stream:
        yield NpzFile(stream)


def _damaged(entry: ZipEntry) -> DamagedEntry:
    return DamagedEntry(Phrase("“{name}” in it is damaged.", name=entry.shown.removesuffix(ENDING)))


def _no_plain(stored: StoredArray) -> Phrase:
    if stored.dtype.hasobject:
        return Phrase(
            "“{name}” in it holds Python objects, which could run programs, instead of a plain array.",
            name=stored.name,
        )
    return Phrase("“{name}” in it holds records instead of a plain array.", name=stored.name)


def _header(file: io.BytesIO) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Return the shape of an array, whether its first axis runs fastest, and the type of its values."""
    from numpy.lib import format as npy

    version = npy.read_magic(file)
    if version not in ((1, 0), (2, 0)):
        raise ValueError("a version for records alone")
    read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the Python that wrote it
        return read(file, max_header_size=MOST_HEADER)
