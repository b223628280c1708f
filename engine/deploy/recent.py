"""The exports of late, in a readable file: what was written, where it lies, and how it was proved."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.atomic import write_bytes, write_error
from engine.evaluation.gate import Outcome
from engine.folders import home_folder
from engine.foreign_bytes import json_of, reading
from engine.one_at_a_time import one_at_a_time
from engine.regular_file import open_regular, read_regular, set_aside
from engine.storage.foreign_text import NAME, is_text, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.deploy.export import Exported

MOST = 50  # exports that are remembered
MOST_READ = 200  # entries of a file that are looked at
MOST_BYTES = 2**20  # of the file
MOST_PATH = 4096  # letters
LARGEST = 2**40  # bytes of an export, and how many drawings it was tried with
PIECE = 2**20  # bytes that are read at once
MOST_COMPARED = 2**28  # bytes of a file whose content is compared; of a larger one its size tells


class State(StrEnum):
    """What became of a file that was exported."""

    THERE = "there"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RecentExport:
    """A model that left the program.

    Attributes:
        model: What it is called.
        format: The name of the form.
        path: Where it was written to.
        size: Bytes.
        digest: SHA-256 of them, in hexadecimal digits.
        when: When it was written.
        max_difference: By how much its probabilities differ from the model's at most.
        count: How many drawings that was tried with.
        weights: In what kind of numbers its weights are stored.
        rounding: By how much rounding them changes a probability at most; None where they are not rounded.
        changed: How many of the answers are others by that.
        verdict: What the gate said, or None where none was set or nobody had measured the model.
        accuracy: Share of the test images that the model read; None where that is not known.
        gate: The accuracy that was asked for; 0 for none.
        activations: In what kind of numbers activations are multiplied.
    """

    model: str
    format: str
    path: Path
    size: int
    digest: str
    when: datetime
    max_difference: float
    count: int
    weights: str = "float32"
    rounding: float | None = None
    changed: int = 0
    verdict: Outcome | None = None
    accuracy: float | None = None
    gate: float = 0.0
    activations: str = "float32"

    @classmethod
    def of(cls, exported: Exported, model: str) -> RecentExport:
        """Return what is remembered of an export that has just been made.

        Raises:
            OSError: If its file cannot be read.
        """
        about = exported.about
        rounding = about.rounding
        return cls(
            writable(model, NAME),
            exported.format,
            Path(os.path.abspath(exported.path)),  # noqa: PTH100 - a link stays the link that was chosen
            exported.size,
            digest_of(exported.path),
            datetime.now(UTC).replace(microsecond=0),
            exported.max_difference,
            exported.count,
            exported.weights.value,
            None if rounding is None else rounding.difference,
            0 if rounding is None else rounding.changed,
            about.verdict,
            about.test_accuracy,
            about.gate,
            exported.activations.value,
        )

    @property
    def state(self) -> State:
        """What became of the file; its content is read where its size is the same."""
        try:
            if self.path.stat().st_size != self.size:
                return State.CHANGED
            if self.size > MOST_COMPARED or digest_of(self.path) == self.digest:
                return State.THERE
            return State.CHANGED
        except (OSError, ValueError):
            return State.GONE

    @property
    def record(self) -> dict[str, Any]:
        """All of it, as JSON holds it."""
        return {
            "model": self.model,
            "format": self.format,
            "path": str(self.path),
            "bytes": self.size,
            "sha256": self.digest,
            "when": self.when.isoformat(),
            "max_difference": self.max_difference,
            "count": self.count,
            "weights": self.weights,
            "rounding": self.rounding,
            "changed": self.changed,
            "activations": self.activations,
            "verdict": self.verdict,
            "accuracy": self.accuracy,
            "gate": self.gate,
        }


class RecentExports:
    """The file of the exports of late; several windows share it.

    What is in it may be damaged or hostile: entries that cannot be used are left out, a file that is none of ours is
    set aside.

    Args:
        path: The file; by default ``exports.json`` in the program's own folder.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or home_folder() / "exports.json"

    def all(self) -> tuple[RecentExport, ...]:
        """Return them, the newest first."""
        try:
            with reading(_Unusable):
                entries = json_of(read_regular(self.path, MOST_BYTES))["exports"][:MOST_READ]
                found = [entry for entry in map(_entry, entries) if entry is not None]
        except FileNotFoundError:
            return ()
        except (OSError, _Unusable):
            with suppress(OSError):  # nothing can be done about it, and nothing of it is used
                set_aside(self.path)
            return ()
        return tuple(found[:MOST])

    def note(self, export: RecentExport) -> None:
        """Remember an export, in place of what was written to the same file before.

        Raises:
            FileWriteError: If the file cannot be written.
        """
        self._change(lambda before: (export, *(each for each in before if each.path != export.path)))

    def forget(self, exports: Iterable[RecentExport]) -> None:
        """Forget some; their files stay where they are.

        Raises:
            FileWriteError: If the file cannot be written.
        """
        gone = {(each.path, each.when) for each in exports}
        self._change(lambda before: (each for each in before if (each.path, each.when) not in gone))

    def _change(self, change: Callable[[tuple[RecentExport, ...]], Iterable[RecentExport]]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(self.path, error) from error
        with one_at_a_time(self.path, self.path.with_name(f"{self.path.name}.lock")):
            kept = [each.record for each in change(self.all())][:MOST]
            write_bytes(self.path, json.dumps({"exports": kept}, indent=1).encode() + b"\n")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal digits.

    Raises:
        OSError: If it is no file, or cannot be read.
    """
    sum_of = hashlib.sha256()
    with open_regular(path) as file:
        while piece := file.read(PIECE):
            sum_of.update(piece)
    return sum_of.hexdigest()


class _Unusable(Exception):
    """The file, or an entry of it, is none of ours."""


def _entry(raw: Any) -> RecentExport | None:
    """Return an entry, or None where it cannot be used."""
    try:
        with reading(_Unusable):
            return RecentExport(
                _text(raw["model"], NAME),
                _text(raw["format"], 40),
                _path(raw["path"]),
                _whole(raw["bytes"], LARGEST),
                _text(raw["sha256"], 64),
                _moment(raw["when"]),
                _number(raw["max_difference"], 1.0),
                _whole(raw["count"], LARGEST),
                _text(raw.get("weights", "float32"), 40),
                None if raw.get("rounding") is None else _number(raw["rounding"], 1.0),
                _whole(raw.get("changed", 0), LARGEST),
                None if raw.get("verdict") is None else Outcome(raw["verdict"]),
                None if raw.get("accuracy") is None else _number(raw["accuracy"], 1.0),
                _number(raw.get("gate", 0.0), 1.0),
                _text(raw.get("activations", "float32"), 40),
            )
    except _Unusable:
        return None


def _text(value: Any, most: int) -> str:
    if not is_text(value, most):
        raise ValueError("no text")
    return str(value)


def _path(value: Any) -> Path:
    if not isinstance(value, str) or len(value) > MOST_PATH or "\0" in value:
        raise ValueError("no path")
    os.fsencode(value)  # half a character is in no name
    path = Path(value)
    if not path.is_absolute() or not path.name:
        raise ValueError("no file of a folder that is named")
    return path


def _whole(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise ValueError("no such number")
    return value


def _number(value: Any, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise ValueError("no such number")
    return float(value)


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or not 1970 <= moment.year < 9999:
        raise ValueError("no moment that can be told in every place")
    return moment
