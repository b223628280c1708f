"""Images marked as mislabelled: one readable file to which lines are only ever added, and data that stay as they are.

Each line is a JSON object that says what was done: ``mark`` or ``unmark`` an image, named by its data set, the hash
of its pixels and its label. A mark survives another order or division of the data set.
"""

from __future__ import annotations

import hashlib
import json
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.saving import append_lines, not_read, time_now
from engine.folders import home_folder
from engine.foreign_bytes import json_of, reading
from engine.regular_file import read_regular

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


FOLDER, FILE_NAME = "marks", "mislabelled.jsonl"
HASH_BYTES = 16
MOST_BYTES = 64 * 2**20  # a mark takes 200

Key = tuple[str, str, str]  # data set, hash, label


@dataclass(frozen=True, slots=True)
class Mark:
    """One image that a person holds to be mislabelled.

    Attributes:
        dataset: Name of its data set.
        image: Hash of its pixels, in hexadecimal.
        label: The label it has.
        should_be: The label it should have, as far as it was said.
        created: When it was marked, in UTC: ``2026-05-01T09:30:00Z``.
    """

    dataset: str
    image: str
    label: str
    should_be: str = ""
    created: str = ""

    @property
    def key(self) -> Key:
        """What tells it from other marks."""
        return self.dataset, self.image, self.label


class Marks:
    """The marks of one person; any number of programs may add to the same file.

    Args:
        path: The file; by default ``marks/mislabelled.jsonl`` in the program's own folder.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or home_folder() / FOLDER / FILE_NAME
        self._lock = threading.RLock()
        self._marks: dict[Key, Mark] = {}
        self._stamp: tuple[int, int] | None = None

    def entries(self) -> tuple[Mark, ...]:
        """Return the marks that hold, the oldest first.

        Raises:
            DataError: If the file is there and cannot be read.
        """
        with self._lock:
            self._read()
            return tuple(self._marks.values())

    def is_marked(self, dataset: str, image: NDArray[np.uint8], label: str) -> bool:
        """Tell whether an image is marked; the arguments are those of ``add``."""
        with self._lock:
            self._read()
            return (dataset, image_hash(image), label) in self._marks

    def add(self, dataset: str, image: NDArray[np.uint8], label: str, *, should_be: str = "") -> Mark:
        """Mark an image; a mark that is there already takes the new ``should_be``.

        Args:
            dataset: Name of its data set.
            image: ``(H, W)`` or ``(H, W, C)`` uint8.
            label: The name of the class it is in.
            should_be: The name of the class it should be in, where that is known.

        Raises:
            DataError: If the file cannot be read or written.
        """
        now = time_now()
        mark = Mark(dataset, image_hash(image), label, should_be, now)
        with self._lock:
            self._read()
            self._append("mark", mark)
        return mark

    def remove(self, dataset: str, image: NDArray[np.uint8], label: str) -> Mark | None:
        """Take a mark back and return it; None if there was none. The arguments are those of ``add``.

        Raises:
            DataError: If the file cannot be read or written.
        """
        with self._lock:
            self._read()
            mark = self._marks.get((dataset, image_hash(image), label))
            if mark is not None:
                self._append("unmark", mark)
        return mark

    def _append(self, verb: str, mark: Mark) -> None:
        line = {"do": verb, **asdict(mark)}
        append_lines(self.path, (json.dumps(line, ensure_ascii=False) + "\n").encode())
        self._read()

    def _read(self) -> None:
        """Read the file anew where it has changed."""
        try:
            state = self.path.stat()
            stamp = (state.st_size, state.st_mtime_ns)
            if stamp == self._stamp:
                return
            lines = read_regular(self.path, MOST_BYTES).splitlines()
        except FileNotFoundError:
            self._marks, self._stamp = {}, None
            return
        except OSError as error:
            raise not_read(self.path, error) from error
        self._marks, self._stamp = {}, stamp
        for line in lines:
            self._follow(line)

    def _follow(self, line: bytes) -> None:
        """Do what a line says; one that cannot be understood stays in the file and is passed over."""
        with suppress(ValueError), reading(ValueError):
            done = json_of(line)
            mark = _mark_of(done)
            if done["do"] == "mark":
                self._marks[mark.key] = mark
            elif done["do"] == "unmark":
                self._marks.pop(mark.key, None)


def image_hash(image: NDArray[np.uint8]) -> str:
    """Return what an image is known by: a hash of its form and pixels, in hexadecimal."""
    content = f"{image.shape}".encode() + np.ascontiguousarray(image, dtype=np.uint8).tobytes()
    return hashlib.blake2b(content, digest_size=HASH_BYTES).hexdigest()


def _mark_of(done: Any) -> Mark:
    """Return the mark that a line names.

    Raises:
        KeyError: If something is missing.
        TypeError: If something is no text, or the line no object.
    """
    values = [
        done["dataset"],
        done["image"],
        done["label"],
        done.get("should_be", ""),
        done.get("created", ""),
    ]
    if not all(isinstance(value, str) for value in values):
        raise TypeError
    return Mark(*values)
