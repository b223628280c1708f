"""My digits: drawings with their right answers, in one readable file to which lines are only ever added.

Each line is a JSON object that says what was done: ``add`` a drawing, ``relabel``, ``delete`` or ``restore`` one by
its id. Nothing is rewritten, so nothing can be lost: a line that takes something back follows what it takes back.

Every line says ``kept_back`` of its drawing: whether it is for testing and never learnt from. That is fixed when the
drawing is added and holds whatever becomes of it and of others. Files of older programs do not say it; there it follows
from the order of the drawings, until the first line that does fixes what it was.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from base64 import b64encode
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data import ink
from engine.data.dataset import Dataset
from engine.data.drawing_sides import Sides, with_old_sides
from engine.data.kept_drawing import (
    PEN,
    SIDE,
    KeptDrawing,
    checked_pen,
    checked_strokes,
    drawing_of,
    rounded,
)
from engine.data.labels import checked_label, class_order
from engine.data.same_images import image_digests
from engine.data.saving import append_lines, not_read, time_now
from engine.errors import DataError
from engine.folders import home_folder
from engine.foreign_bytes import json_of, reading
from engine.regular_file import open_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

NAME = "my-digits"
FILE_NAME = "digits.jsonl"
MORE = "more"  # another line follows that belongs to the same change
MOST_BYTES = 2**30  # a drawing takes some thousands
MAX_LINE = 8_000_000  # bytes; a longer line is no drawing


def _not_understood(_: BaseException) -> DataError:
    return DataError("This line says nothing that can be understood.")


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
        """Return the drawings to learn from and those kept back to test with.

        Of each class the second, seventh, … drawing is kept back as it is added, and stays so. No class is left without
        a drawing to learn from: where the last one goes, the oldest that was kept back is learnt from, for good.
        """
        entries = self.entries()
        classes = class_order(entry.label for entry in entries)
        train = [entry for entry in entries if not entry.kept_back]
        test = [entry for entry in entries if entry.kept_back]
        return self._dataset(train, classes), self._dataset(test, classes)

    def sides_of(self, images: NDArray[np.uint8]) -> list[bool | None]:
        """Say of images whether they are drawings of this set, deleted ones too, and if so on which side.

        Args:
            images: ``(N, 28, 28)`` uint8.

        Returns:
            For each whether it is kept back; None where it is no drawing of this set.
        """
        known: dict[str, bool] = {}
        everything = self._all()
        for entry, digest in zip(everything, image_digests(self._dataset(everything).images), strict=True):
            # Of drawings that are the same it is learnt from, if one of them is.
            known[digest] = bool(entry.kept_back) and known.get(digest, True)
        return [known.get(digest) for digest in image_digests(images)]

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
        entry = KeptDrawing("", checked_label(label), checked_strokes(strokes), checked_pen(pen), image=image)
        return self.add_all([entry])[0]

    def add_all(self, drawings: Iterable[KeptDrawing]) -> list[str]:
        """Keep many drawings in one go, under new ids; returns the ids.

        A drawing that does not say whether it is kept back gets its side here.

        Raises:
            DataError: If one of them is empty or the file cannot be written; none is kept then.
        """
        now = time_now()
        ids: list[str] = []
        lines: list[dict[str, Any]] = []
        wanted: list[bool | None] = []
        for drawing in drawings:
            line: dict[str, Any] = {
                "do": "add",
                "id": secrets.token_hex(8),
                "label": drawing.label,
                "created": drawing.created or now,
                SIDE: None,  # until nobody else can add one meanwhile
            }
            if drawing.image is not None:
                if drawing.image.shape != (ink.SIZE, ink.SIZE) or drawing.image.dtype != np.uint8:
                    raise DataError("The image must be 28 × 28 bytes.", remedy="Bring it to that size first.")
                line["image"] = b64encode(np.ascontiguousarray(drawing.image).tobytes()).decode("ascii")
            else:
                line |= {"pen": round(drawing.pen, 3), "strokes": rounded(drawing.strokes)}
            ids.append(line["id"])
            wanted.append(drawing.kept_back)
            lines.append(line)

        def sided() -> list[dict[str, Any]]:
            sides = Sides(self._to_count())
            return [
                {**line, SIDE: sides.add(line["label"], side)}
                for line, side in zip(lines, wanted, strict=True)
            ]

        if lines:
            self._to_count()  # what takes its time is read before others are kept waiting
            self._append(sided)
        return ids

    def relabel(self, id: str, label: str) -> None:  # noqa: A002 - the word in the file
        """Say that a drawing is something else.

        Raises:
            DataError: If there is no such drawing, the label is no name, or the file cannot be written.
        """
        label = checked_label(label)
        self._change("relabel", [id], label=label)

    def delete(self, *ids: str) -> None:
        """Take drawings out of the set; they stay in the file and can be restored.

        Raises:
            DataError: If there is no such drawing, or the file cannot be written.
        """
        self._change("delete", ids)

    def restore(self, *ids: str) -> None:
        """Bring deleted drawings back.

        Raises:
            DataError: If there is no such drawing, or the file cannot be written.
        """
        self._change("restore", ids)

    # The file

    def _to_count(self) -> tuple[KeptDrawing, ...]:
        """Return the drawings whose sides count for a new one; none of a file that writing will complain of."""
        try:
            return self.entries()
        except DataError:
            return ()

    def _append(self, lines: Callable[[], list[dict[str, Any]]]) -> None:
        """Add lines that are made while no other program can add any."""
        append_lines(
            self.path,
            lambda: "".join(
                json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines()
            ).encode(),
        )

    def _change(self, verb: str, names: Sequence[str], **more: str) -> None:
        if self._lines(verb, names, **more):  # what is not there is told before a file is made
            self._append(lambda: self._lines(verb, names, **more))

    def _lines(self, verb: str, names: Sequence[str], **more: str) -> list[dict[str, Any]]:
        """Return lines about drawings that there are.

        Raises:
            DataError: If one of them is not there.
        """
        sides = {entry.id: bool(entry.kept_back) for entry in self._all()}
        if any(name not in sides for name in names):
            raise DataError(
                "There is no such drawing in My Digits.",
                remedy="Look at the drawings that are there and try again.",
            )
        lines = [{"do": verb, "id": name, **more, SIDE: sides[name]} for name in names]
        return [*({**line, MORE: True} for line in lines[:-1]), *lines[-1:]]

    def _forget(self) -> None:
        self._entries: dict[str, KeptDrawing] = {}
        self._learnt: dict[str, int] = {}  # of each class, how many are there to learn from
        self._unsided = False
        self._touched: set[str] = set()  # classes that a change under way has taken drawings from
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
                with open_regular(self.path, MOST_BYTES) as stream:
                    self._read_on(stream)
            except FileNotFoundError:
                self._forget()
            except OSError as error:
                raise not_read(self.path, error) from error
            return with_old_sides(tuple(self._entries.values()))

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
        with suppress(DataError), reading(_not_understood):
            done = json_of(line)
            verb, name = done["do"], done["id"]
            if not isinstance(name, str):
                return False
            if SIDE in done:
                self._fix_sides()
            if verb == "add":
                if name not in self._entries:
                    self._put(drawing_of(done))
                return True
            entry = self._entries[name]
            if verb == "relabel":
                self._put(replace(entry, label=checked_label(done["label"])))
            elif verb in ("delete", "restore"):
                self._put(replace(entry, deleted=verb == "delete"))
            else:
                return False  # a newer program's
            self._touched |= {entry.label, self._entries[name].label}
            if not done.get(MORE):
                self._leave_one_to_learn()
            return True
        return False

    def _put(self, entry: KeptDrawing) -> None:
        for each, step in ((self._entries.get(entry.id), -1), (entry, 1)):
            if each is not None and not (each.deleted or each.kept_back):
                self._learnt[each.label] = self._learnt.get(each.label, 0) + step
        self._entries[entry.id] = entry
        self._unsided = self._unsided or entry.kept_back is None

    def _fix_sides(self) -> None:
        """Fix where the drawings of an older program are, as it had them."""
        if self._unsided:
            for entry in with_old_sides(tuple(self._entries.values())):
                self._put(entry)
            self._unsided = False

    def _leave_one_to_learn(self) -> None:
        """Let a class that has none left to learn from learn the oldest that was kept back."""
        for label in self._touched:
            if self._learnt.get(label, 0) == 0:
                own = (
                    entry for entry in self._entries.values() if entry.label == label and not entry.deleted
                )
                oldest = next(own, None)
                if oldest is not None:
                    self._put(replace(oldest, kept_back=False))
        self._touched.clear()

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
