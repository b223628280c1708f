"""A person's own points: kept in one readable file to which lines are only ever added.

Each line is a JSON object: ``put`` a point, anew or in another place or class, or ``delete`` it, by its id. The last
line on a point counts. What cannot be understood is passed over and stays in the file.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.labels import checked_label, class_order
from engine.data.plane.shape import HALF, LETTERS
from engine.data.saving import append_lines, not_read
from engine.errors import DataError
from engine.folders import home_folder
from engine.foreign_bytes import json_of, reading
from engine.records import dataclass
from engine.regular_file import open_regular

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Part = tuple[NDArray[np.float32], NDArray[np.int64]]

NAME = "points"
FILE_NAME = "points.jsonl"
MOST_BYTES = 2**27  # a point takes some hundred
MAX_LINE = 4096  # bytes; a longer line is no point
MOST = 20_000  # points that there may be
LEAST_CLASSES = 2  # or there would be nothing to tell apart
TEST_EVERY = 3  # of a class the second of so many points is kept to test with


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """One point.

    Attributes:
        id: What it is known by, letters and digits.
        x: To the right, −6 to 6.
        y: Up, −6 to 6.
        label: The name of its class.
        is_test: Whether it is kept to test with, and never learnt from. That is fixed when it is added.
    """

    id: str
    x: float
    y: float
    label: str
    is_test: bool = False


class OwnPoints:
    """The points of one person; any number of programs may add to the same file.

    Args:
        folder: Where the file lies; by default ``points`` in the program's own folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or home_folder() / NAME) / FILE_NAME
        self._lock = threading.RLock()
        self._points: dict[str, OwnPoint] = {}
        self._read: Hashable = None  # which state of the file that is

    # What there is

    def entries(self) -> tuple[OwnPoint, ...]:
        """Return the points, those added first in front.

        Raises:
            DataError: If the file is there and cannot be read.
        """
        with self._lock:
            try:
                with open_regular(self.path, MOST_BYTES) as stream:
                    state = os.fstat(stream.fileno())
                    key = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)
                    if key != self._read:
                        self._points = _points_in(iter(lambda: stream.readline(MAX_LINE), b""))
                        self._read = key
            except FileNotFoundError:
                self._points, self._read = {}, None
            except OSError as error:
                raise not_read(self.path, error) from error
            return tuple(self._points.values())

    def stamp(self) -> Hashable | None:
        """Return what changes with every change; None where there is no point."""
        try:
            return (self.path, self._read) if self.entries() else None
        except DataError:
            return None

    def parts(self) -> tuple[tuple[str, ...], Part, Part]:
        """Return the classes, and places ``(N, 2)`` and labels ``(N,)`` of the points to learn from and to test with.

        No class is left without a point to learn from: where there is none, the oldest one is learnt from.
        """
        points = list(self.entries())
        classes = class_order_of(point.label for point in points)
        learnt = {point.label for point in points if not point.is_test}
        for place, point in enumerate(points):
            if point.label not in learnt:
                points[place] = replace(point, is_test=False)
                learnt.add(point.label)
        sides = ([point for point in points if point.is_test is side] for side in (False, True))
        train, test = (_arrays(side, classes) for side in sides)
        return classes, train, test

    # What can be done

    def add(self, points: Iterable[tuple[float, float, str]]) -> tuple[OwnPoint, ...]:
        """Keep points at x and y and of a class; returns them as they are kept.

        Raises:
            DataError: If a label is no name, there would be too many, or the file cannot be written; none is kept then.
        """
        counts = Counter(point.label for point in self.entries())
        made = []
        for x, y, label in points:
            name = checked_label(label)
            made.append(OwnPoint(secrets.token_hex(6), x, y, name, counts[name] % TEST_EVERY == 1))
            counts[name] += 1
        return self.put(made)

    def put(self, points: Sequence[OwnPoint], gone: Iterable[str] = ()) -> tuple[OwnPoint, ...]:
        """Keep points as they are given, in place of those of the same ids, and take others out, all in one go.

        Args:
            points: Those to keep; returned as they are kept, within the plane.
            gone: The ids of those to take out.

        Raises:
            DataError: If there would be too many or the file cannot be written; nothing is changed then.
        """
        kept = tuple(replace(point, x=_within(point.x), y=_within(point.y)) for point in points)
        lines: list[dict[str, Any]] = [{"do": "delete", "id": name} for name in gone]
        left = {point.id for point in self.entries()} - {line["id"] for line in lines}
        if len(left | {point.id for point in kept}) > MOST:
            raise DataError(
                "There are too many points.",
                cause="A set of one's own has at most {most:,}.",
                remedy="Delete some first.",
                most=MOST,
            )
        lines += [
            {"do": "put", "id": item.id, "x": item.x, "y": item.y, "label": item.label, "test": item.is_test}
            for item in kept
        ]
        if lines:
            text = "".join(
                json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n" for line in lines
            )
            append_lines(self.path, text.encode())
        return kept

    def delete(self, names: Iterable[str]) -> None:
        """Take points out.

        Raises:
            DataError: If the file cannot be written.
        """
        self.put((), names)


def class_order_of(labels: Iterable[str]) -> tuple[str, ...]:
    """Return the names of classes in their order: those that there are, and two at least."""
    names = set(labels)
    for letter in LETTERS:
        if len(names) < LEAST_CLASSES:
            names.add(letter)
    return tuple(name for name in class_order(names) if name in names)


def _within(value: float) -> float:
    return round(min(max(float(value), -HALF), HALF), 4)


def _arrays(
    points: Sequence[OwnPoint], classes: tuple[str, ...]
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    places = np.array([(point.x, point.y) for point in points], np.float32).reshape(-1, 2)
    return places, np.array([classes.index(point.label) for point in points], np.int64)


def _points_in(lines: Iterable[bytes]) -> dict[str, OwnPoint]:
    """Do what lines say, one after the other; those that say nothing are passed over."""
    points: dict[str, OwnPoint] = {}
    for line in lines:
        with suppress(DataError), reading(_not_understood):
            done = json_of(line)
            verb, name = done["do"], done["id"]
            if verb == "delete":
                points.pop(name, None)
            elif verb == "put" and (name in points or len(points) < MOST):
                points[name] = _point_of(name, done)
    return points


def _point_of(name: object, line: dict[str, Any]) -> OwnPoint:
    x, y, test = line["x"], line["y"], line["test"]
    is_sound = isinstance(name, str) and name.isalnum() and type(test) is bool
    if not is_sound or any(type(value) not in (int, float) or abs(value) > HALF for value in (x, y)):
        raise _not_understood(ValueError())
    return OwnPoint(str(name), float(x), float(y), checked_label(line["label"]), test)


def _not_understood(_: BaseException) -> DataError:
    return DataError("This line says nothing that can be understood.")


_mine: dict[Path, OwnPoints] = {}


def own_points() -> OwnPoints:
    """Return the points of the person at this computer."""
    folder = home_folder() / NAME
    return _mine.setdefault(folder, OwnPoints(folder))
