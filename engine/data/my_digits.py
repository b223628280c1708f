"""My digits: drawings with their right answers, in one readable file to which lines are only ever added.

Each line is a JSON object that says what was done: ``add`` a drawing, ``relabel``, ``delete`` or ``restore`` one by
its id. Nothing is rewritten, so nothing can be lost: a line that takes something back follows what it takes back.
"""

from __future__ import annotations

import json
import math
import os
import secrets
import threading
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data import ink
from engine.data.dataset import Dataset
from engine.data.labels import checked_label, class_order
from engine.data.saving import append_lines, not_read, time_now
from engine.errors import DataError
from engine.folders import home_folder

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

NAME = "my-digits"
FILE_NAME = "digits.jsonl"
PEN = 20.0
FINENESS = 3  # decimal places behind the first digit of a drawing's size: a thousandth of it
MAX_LINE = 8_000_000  # bytes; a longer line is no drawing
TEST_EVERY, TEST_PLACE = 5, 1  # of every five drawings of a class the second is for testing


@dataclass(frozen=True, slots=True, eq=False)
class KeptDrawing:
    """One drawing and what it is.

    Attributes:
        id: What it is called in the file.
        label: The name of its class.
        strokes: Each ``(N, 2)`` float64, x right and y down; none where it came as an image.
        pen: Width of the pen in the strokes' unit.
        created: When, in UTC: ``2026-05-01T09:30:00Z``.
        image: ``(28, 28)`` uint8 as the network sees it, where it came as an image; else None.
        deleted: Whether it was deleted since.
    """

    id: str
    label: str
    strokes: tuple[NDArray[np.float64], ...]
    pen: float = PEN
    created: str = ""
    image: NDArray[np.uint8] | None = None
    deleted: bool = False


class MyDigits:
    """The drawings of one person; any number of programs may add to the same file.

    Args:
        folder: Where the file lies; by default ``my-digits`` in the program's own folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or home_folder() / NAME) / FILE_NAME
        self._lock = threading.RLock()
        self._forget()

    # What there is

    def entries(self) -> tuple[KeptDrawing, ...]:
        """Return the drawings that are not deleted, the oldest first.

        Raises:
            DataError: If the file is there and cannot be read.
        """
        return tuple(entry for entry in self._all() if not entry.deleted)

    @property
    def skipped(self) -> int:
        """How many lines of the file say nothing that can be understood; they stay in it."""
        self._all()
        return self._skipped + self._broken_end

    def stamp(self) -> Hashable | None:
        """Return what changes with every line that is added; None where there is no drawing."""
        try:
            return (self.path, self._file_key()) if self.entries() else None
        except DataError:
            return None

    def dataset(self, entries: Sequence[KeptDrawing] | None = None) -> Dataset:
        """Return drawings as the network sees them, in their order.

        Args:
            entries: Some of the drawings; by default all that are not deleted.
        """
        return self._dataset(self.entries() if entries is None else entries)

    def parts(self) -> tuple[Dataset, Dataset]:
        """Return the drawings to learn from and those to test with.

        Of each class the second, seventh, … drawing that was ever added is for testing, so that a drawing stays on
        its side while the set grows. No class is left without a drawing to learn from.
        """
        with self._lock:
            everything = self._all()
        seen: dict[str, int] = {}
        train: list[KeptDrawing] = []
        test: list[KeptDrawing] = []
        for entry in everything:
            place = seen.get(entry.label, 0)
            seen[entry.label] = place + 1
            if not entry.deleted:
                (test if place % TEST_EVERY == TEST_PLACE else train).append(entry)
        learnt = {entry.label for entry in train}
        for label in {entry.label for entry in test} - learnt:
            orphan = next(entry for entry in test if entry.label == label)
            test.remove(orphan)
            train.append(orphan)
        if not test and len(train) > 1:
            test.append(train.pop())
        classes = class_order(entry.label for entry in everything if not entry.deleted)
        return self._dataset(train, classes), self._dataset(test, classes)

    # What can be done

    def add(
        self,
        strokes: Sequence[Any],
        label: str,
        *,
        pen: float = PEN,
        image: NDArray[np.uint8] | None = None,
    ) -> str:
        """Keep a drawing.

        Args:
            strokes: The strokes, each ``(N, 2)`` floats, x right and y down.
            label: The name of its class.
            pen: Width of the pen in the strokes' unit.
            image: Instead of strokes, ``(28, 28)`` uint8, 255 is ink.

        Returns:
            The id of the drawing.

        Raises:
            DataError: If nothing is drawn, the label is no name, or the file cannot be written.
        """
        entry = KeptDrawing(
            "", checked_label(label), _checked_strokes(strokes), _checked_pen(pen), image=image
        )
        return self.add_all([entry])[0]

    def add_all(self, drawings: Iterable[KeptDrawing]) -> list[str]:
        """Keep many drawings in one go, under new ids; returns the ids.

        Raises:
            DataError: If one of them is empty or the file cannot be written; none is kept then.
        """
        now = time_now()
        ids: list[str] = []
        lines: list[dict[str, Any]] = []
        for drawing in drawings:
            line: dict[str, Any] = {
                "do": "add",
                "id": secrets.token_hex(8),
                "label": drawing.label,
                "created": drawing.created or now,
            }
            if drawing.image is not None:
                if drawing.image.shape != (ink.SIZE, ink.SIZE) or drawing.image.dtype != np.uint8:
                    raise DataError("The image must be 28 × 28 bytes.", remedy="Bring it to that size first.")
                line["image"] = b64encode(np.ascontiguousarray(drawing.image).tobytes()).decode("ascii")
            else:
                line |= {"pen": round(drawing.pen, 3), "strokes": _rounded(drawing.strokes)}
            ids.append(line["id"])
            lines.append(line)
        self._append(lines)
        return ids

    def relabel(self, id: str, label: str) -> None:  # noqa: A002 - the word in the file
        """Say that a drawing is something else.

        Raises:
            DataError: If there is no such drawing, the label is no name, or the file cannot be written.
        """
        self._expect(id)
        self._append([{"do": "relabel", "id": id, "label": checked_label(label)}])

    def delete(self, *ids: str) -> None:
        """Take drawings out of the set; they stay in the file and can be restored.

        Raises:
            DataError: If there is no such drawing, or the file cannot be written.
        """
        self._expect(*ids)
        self._append([{"do": "delete", "id": each} for each in ids])

    def restore(self, *ids: str) -> None:
        """Bring deleted drawings back.

        Raises:
            DataError: If there is no such drawing, or the file cannot be written.
        """
        self._expect(*ids)
        self._append([{"do": "restore", "id": each} for each in ids])

    # The file

    def _append(self, lines: list[dict[str, Any]]) -> None:
        if lines:
            text = "".join(
                json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines
            )
            append_lines(self.path, text.encode())

    def _expect(self, *ids: str) -> None:
        self._all()
        if any(each not in self._entries for each in ids):
            raise DataError(
                "There is no such drawing in My Digits.",
                remedy="Look at the drawings that are there and try again.",
            )

    def _forget(self) -> None:
        self._entries: dict[str, KeptDrawing] = {}
        self._images: dict[str, NDArray[np.uint8]] = {}
        self._skipped = self._broken_end = 0
        self._file: tuple[int, int] | None = None  # device and inode
        self._offset = 0

    def _file_key(self) -> Hashable:
        return self._file, self._offset, self._broken_end

    def _all(self) -> tuple[KeptDrawing, ...]:
        """Read what was added to the file since it was read last."""
        with self._lock:
            try:
                with self.path.open("rb") as stream:
                    self._read_on(stream)
            except FileNotFoundError:
                self._forget()
            except OSError as error:
                raise not_read(self.path, error) from error
            return tuple(self._entries.values())

    def _read_on(self, stream: Any) -> None:
        state = os.fstat(stream.fileno())
        file = (state.st_dev, state.st_ino)
        if file != self._file or state.st_size < self._offset:  # put there anew, from a backup perhaps
            self._forget()
            self._file = file
        stream.seek(self._offset)
        self._broken_end = 0
        while line := stream.readline(MAX_LINE):
            understood = self._follow(line)
            if not line.endswith(b"\n"):
                if len(line) == MAX_LINE:
                    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                        pass
                elif not understood:  # perhaps the rest is being written at this moment
                    self._broken_end = 1
                    return
            self._offset = stream.tell()
            self._skipped += not understood

    def _follow(self, line: bytes) -> bool:
        """Do what a line says; returns whether that could be understood."""
        if not line.strip():
            return True
        try:
            done = json.loads(line)
            verb, name = done["do"], done["id"]
            if not isinstance(name, str):
                return False
            if verb == "add":
                self._entries.setdefault(name, _entry_of(done))
                return True
            entry = self._entries[name]
            if verb == "relabel":
                self._entries[name] = replace(entry, label=checked_label(done["label"]))
            elif verb in ("delete", "restore"):
                self._entries[name] = replace(entry, deleted=verb == "delete")
            else:
                return False  # a newer program's
        except (ValueError, KeyError, TypeError, RecursionError, OverflowError, DataError):
            return False
        return True

    def _dataset(self, entries: Sequence[KeptDrawing], classes: tuple[str, ...] = ()) -> Dataset:
        classes = classes or class_order(entry.label for entry in entries)
        with self._lock:
            fresh = [entry for entry in entries if entry.id not in self._images]
            drawn = [entry for entry in fresh if entry.image is None]
            self._images.update((entry.id, entry.image) for entry in fresh if entry.image is not None)
            rendered = ink.render_many([entry.strokes for entry in drawn])
            self._images.update((entry.id, image) for entry, image in zip(drawn, rendered, strict=True))
            images = [self._images[entry.id] for entry in entries]
        labels = np.array([classes.index(entry.label) for entry in entries], dtype=np.int64)
        pixels = np.stack(images) if images else np.zeros((0, ink.SIZE, ink.SIZE), np.uint8)
        return Dataset(NAME, pixels, labels, classes)


_stores: dict[Path, MyDigits] = {}
_stores_lock = threading.Lock()


def my_digits() -> MyDigits:
    """Return the drawings in the program's own folder; the same object each time."""
    path = home_folder() / NAME
    with _stores_lock:
        return _stores.setdefault(path, MyDigits(path))


def _entry_of(done: dict[str, Any]) -> KeptDrawing:
    """Return the drawing that a line adds.

    Raises:
        ValueError: If the line is no drawing; and others, as JSON may hold anything.
    """
    image = None
    if "image" in done:
        pixels = np.frombuffer(b64decode(done["image"], validate=True), dtype=np.uint8)
        image = pixels.reshape(ink.SIZE, ink.SIZE)
    return KeptDrawing(
        id=done["id"],
        label=checked_label(done["label"]),
        strokes=() if image is not None else _checked_strokes(done["strokes"]),
        pen=_checked_pen(done.get("pen", PEN)),
        created=str(done.get("created", "")),
        image=image,
    )


def _checked_strokes(strokes: Sequence[Any]) -> tuple[NDArray[np.float64], ...]:
    arrays = tuple(np.array(stroke, dtype=np.float64) for stroke in strokes if len(stroke))
    if any(array.ndim != 2 or array.shape[1] != 2 or not np.isfinite(array).all() for array in arrays):
        raise DataError(
            "The drawing cannot be read.",
            cause="Each stroke must be a list of (x, y) pairs of numbers.",
            remedy="Draw it again.",
        )
    return arrays


def _checked_pen(pen: Any) -> float:
    return float(pen) if isinstance(pen, int | float) and math.isfinite(pen) and pen > 0 else PEN


def _rounded(strokes: tuple[NDArray[np.float64], ...]) -> list[Any]:
    """Return strokes as lists, rounded to a thousandth of the drawing's size."""
    if not strokes:
        raise DataError("There is nothing to keep.", remedy="Draw something first.")
    points = np.concatenate(strokes)
    extent = float(np.ptp(points, axis=0).max())
    places = FINENESS - math.floor(math.log10(extent)) if extent > 0 else FINENESS
    return [np.round(stroke, min(max(places, 0), 12)).tolist() for stroke in strokes]
