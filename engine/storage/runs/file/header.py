"""The header of a run: what ``run.json`` says, read with suspicion, and brought up to date by the end of the history.

``run.json`` is written now and then, the history all the time. Where the history is longer than the header knows, the
run was killed in between or is running in another process, and what is told behind that place counts. Without torch.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    ValidationInfo,
)

from engine.choices import Precision
from engine.data.labels import foreign_label
from engine.errors import RunError
from engine.foreign_bytes import json_of, reading
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.feature import Feature
from engine.inputs.registry import kind_of
from engine.inputs.text import is_alphabet
from engine.storage.foreign_features import read_features, written_features
from engine.storage.foreign_text import (
    MOST_CLASSES,
    MOST_NAMED,
    MOST_SENTENCES,
    MOST_SIDE,
    NAME,
    Name,
    Sentences,
    writable,
)
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file.experiment import EXPERIMENT_NAME
from engine.storage.runs.file.progress import Amount, Count, Loss, Part, Progress, Share
from engine.storage.runs.file.small_file import damaged, read_limited
from engine.storage.tensor_file import NEWER_REMEDY
from engine.version import program_version
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Split

HEADER_NAME = "run.json"
FORMAT_VERSION = 1

# A clock may be wrong, as where a computer has lost its battery; no run is unreadable for that. A year is left at
# either end for the hours between places.
FIRST_MOMENT, LAST_MOMENT = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)

Created = Annotated[AwareDatetime, Field(ge=FIRST_MOMENT, le=LAST_MOMENT)]
Side = Annotated[int, Field(ge=1, le=MOST_SIDE)]
MOST_EXTRA = 100  # entries that a later program may have put in


def _of_a_kind(shape: tuple[int, ...], info: ValidationInfo) -> tuple[int, ...]:
    """Refuse a shape that no kind of input has, or that does not go with the goal and the names of the classes."""
    goal, classes = info.data.get("goal", CLASSES.name), info.data.get("classes", ())
    if GOALS[goal].per_place is not kind_of(shape).per_place or not is_alphabet(classes, shape):
        raise ValueError("what does not go together")
    return shape


def _of_the_goals(goal: str) -> str:
    """Refuse a goal that there is none of."""
    if goal not in GOALS:
        raise ValueError("no such goal")
    return goal


def _of_the_shape(value: object, info: ValidationInfo) -> tuple[Feature, ...]:
    """Take the features of a split as they are, and read those of a file; there is one for each number of a row."""
    if isinstance(value, tuple) and value and all(isinstance(each, Feature) for each in value):
        return value
    return read_features(list(value) if isinstance(value, tuple) else value, info.data.get("image_shape", ()))


class Parent(Part):
    """Where a run was branched from.

    Attributes:
        run: Id of that run.
        step: Steps it had done there.
    """

    run: Name
    step: Count = 0


class Counts(Part):
    """How many images there are for what."""

    train: Count = 0
    validation: Count = 0
    test: Count = 0


class Results(Part):
    """What was measured at the end, on the test images and on training images as they are, and what privacy cost."""

    test_accuracy: Share = None
    test_loss: Loss = None
    train_accuracy: Share = None
    privacy_spent: Amount = None


class RunHeader(Part):
    """All of ``run.json``; what a later version may have in it beside that is kept.

    Attributes:
        format: Version of the format.
        id: Name of the run's folder.
        created: When it was begun, in UTC.
        preset: Name of the preset it was begun from, or an empty string.
        parent: Where it was branched from, or None.
        sweep: Id of the sweep that it is a trial of, or an empty string.
        program_version: Version of the program that wrote it.
        versions: Versions of ``torch``, ``numpy`` and ``python``.
        device: Device it was trained on.
        threads: Processor threads that the last step used; of them all ``progress`` tells.
        ranks: Processes that shared the work.
        precision: In which numbers the products of a step were done.
        classes: The names of the classes.
        goal: What a network gives for an example, the name of a goal.
        image_shape: ``(C, H, W)`` of the images, of numbers ``(F,)``.
        features: What each number is; of images none.
        counts: How many images there were.
        parameters: Trained numbers.
        fingerprint: A hexadecimal number that stands for the data, or an empty string.
        progress: How far it is.
        results: What was measured at the end.
        advice: What to try, as it was said then, in English.
    """

    model_config = ConfigDict(extra="allow")

    format: Annotated[int, Field(ge=1)] = FORMAT_VERSION
    id: Name
    created: Created
    preset: Name = ""
    parent: Parent | None = None
    sweep: Name = ""
    program_version: Name = ""
    versions: Annotated[dict[Name, Name], Field(max_length=MOST_NAMED)] = {}
    device: Name = ""
    threads: Count = 1
    ranks: Count = 1
    precision: Name = Precision.FLOAT32.value
    classes: Annotated[
        tuple[Annotated[Name, AfterValidator(foreign_label)], ...], Field(max_length=MOST_CLASSES)
    ] = ()
    goal: Annotated[Name, AfterValidator(_of_the_goals)] = CLASSES.name
    image_shape: Annotated[tuple[Side, ...], AfterValidator(_of_a_kind), Field(validate_default=True)] = (
        1,
        28,
        28,
    )
    features: Annotated[
        tuple[Feature, ...],
        PlainValidator(_of_the_shape),
        Field(validate_default=True, exclude=True),  # ``to_json`` writes them
    ] = ()
    counts: Counts = Counts()
    parameters: Count = 0
    fingerprint: Name = ""
    progress: Progress = Progress()
    results: Results = Results()
    advice: Annotated[tuple[Sentences, ...], Field(max_length=MOST_SENTENCES)] = ()

    @classmethod
    def begun(
        cls,
        run_id: str,
        split: Split,
        *,
        preset: str,
        parent: tuple[str, int] | None,
        epochs: int,
        sweep: str = "",
    ) -> Self:
        """Return the header of a run that has not begun.

        Args:
            run_id: Name of its folder.
            split: What it is trained on.
            preset: Name of the preset it begins from, or an empty string.
            parent: Id of the run it is branched from, and the step; None for none.
            epochs: Epochs planned.
            sweep: Id of the sweep that it is a trial of, or an empty string.
        """
        return cls(
            id=run_id,
            created=moment_of(time.time()),
            preset=preset,
            parent=Parent(run=parent[0], step=parent[1]) if parent else None,
            sweep=sweep,
            program_version=program_version(),
            threads=0,
            classes=tuple(writable(name, NAME) for name in split.classes),
            image_shape=split.train.image_shape,
            features=split.train.features,
            goal=split.goal,
            counts=Counts(train=len(split.train), validation=len(split.validation), test=len(split.test)),
            progress=Progress(epochs=epochs),
        )

    def to_json(self) -> bytes:
        """Return it as it stands in the file; of the results, those that were measured, and of privacy, where it is."""
        measured = self.results.model_dump(exclude_unset=True)
        content = self.model_dump(mode="json") | {"created": self.created.isoformat(), "results": measured}
        if not self.sweep:
            del content["sweep"]
        if self.features:
            content["features"] = written_features(self.features)
        if self.goal == CLASSES.name:
            del content["goal"]
        if self.ranks == 1:
            del content["ranks"]
        if self.precision == Precision.FLOAT32:
            del content["precision"]
        for name, unsaid in (("privacy_spent", None), ("threads", [])):
            if content["progress"][name] == unsaid:
                del content["progress"][name]
        return history_file.to_text(content).encode() + b"\n"


def read_header(folder: Path) -> RunHeader:
    """Read the header of the run in ``folder``; its progress is that of the history where that knows more.

    The folder's name is the run's id, whatever the file says. A run that was killed before it wrote ``run.json`` is
    known by its settings and its history.

    Raises:
        RunError: If it is missing, damaged, or of a newer program.
    """
    header = _first_header(folder) or stored_header(folder)
    size = _size(folder / history_file.HISTORY_NAME)
    progress = header.progress
    if not progress.agrees:  # what the history tells is left
        progress = Progress().after_all(history_file.lines(folder / history_file.HISTORY_NAME))
    elif size > progress.history_bytes:
        progress = _caught_up(progress, folder / history_file.HISTORY_NAME)
    return header.model_copy(update={"id": folder.name, "progress": progress})


def stored_header(folder: Path) -> RunHeader:
    """Read ``run.json`` alone, as it was written.

    Raises:
        RunError: If it is missing, damaged, or of a newer program.
    """
    data = read_limited(folder, HEADER_NAME)

    def refusal(error: BaseException) -> RunError:
        version = _version_of(data)
        if version > FORMAT_VERSION:
            return _newer(folder, version)
        places = error.errors(include_url=False) if isinstance(error, ValidationError) else []
        entry = ".".join(map(str, places[0]["loc"])) if places else ""
        cause = (
            Phrase("The entry “{entry}” of its file {file} is not usable.", entry=entry, file=HEADER_NAME)
            if entry
            else Phrase("Its file {file} is not readable JSON.", file=HEADER_NAME)
        )
        return damaged(folder, cause)

    with reading(refusal):
        header = RunHeader.model_validate_json(data, strict=True)
        extra = header.model_extra or {}
        if len(extra) > MOST_EXTRA:
            raise ValueError("too many entries")
        history_file.to_text(extra).encode()  # it is kept where the header is written again
    if header.format > FORMAT_VERSION:
        raise _newer(folder, header.format)
    return header


def moment_of(seconds: float) -> datetime:
    """Return a time of the system, in seconds since 1970, as a header can hold it, however wrong the clock is."""
    try:
        moment = datetime.fromtimestamp(seconds // 1, UTC)
    except (ValueError, OverflowError, OSError):
        return LAST_MOMENT if seconds > 0 else FIRST_MOMENT
    return min(max(moment, FIRST_MOMENT), LAST_MOMENT)


def _first_header(folder: Path) -> RunHeader | None:
    """Return what is known of a run that has settings and no ``run.json`` yet; None for others."""
    if (folder / HEADER_NAME).exists():
        return None
    try:
        created = (folder / EXPERIMENT_NAME).stat().st_mtime
    except OSError:
        return None
    return RunHeader(id="", created=moment_of(created))


def _newer(folder: Path, version: int) -> RunError:
    return RunError(
        "The run “{run}” was written by a newer NetSketch.",
        cause="It has version {version} of the format; this program knows {known}.",
        remedy=NEWER_REMEDY,
        run=folder.name,
        version=version,
        known=FORMAT_VERSION,
    )


def _version_of(data: bytes) -> int:
    try:
        entries = json_of(data)
    except ValueError:
        return 0
    version = entries.get("format") if isinstance(entries, dict) else None
    return version if type(version) is int else 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _caught_up(known: Progress, path: Path) -> Progress:
    """Return the progress with what the history tells behind the place that ``known`` was written at."""
    told = list(history_file.lines(path, known.history_bytes))
    if any(line["event"] == "started" and line.get("first_step", 0) < known.step for line in told):
        return Progress(history_bytes=known.history_bytes).after_all(history_file.lines(path))
    return known.after_all(told)
