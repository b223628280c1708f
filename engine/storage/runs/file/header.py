"""The header of a run: what ``run.json`` says, read with suspicion, and brought up to date by the end of the history.

``run.json`` is written now and then, the history all the time. Where the history is longer than the header knows, the
run was killed in between or is running in another process, and what is told behind that place counts. Without torch.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from engine.config import Experiment, problem_sentence
from engine.errors import RunError
from engine.settings import problems_of
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file import record
from engine.storage.runs.folder import EXPERIMENT_NAME, HISTORY_NAME, RECORD_NAME
from engine.training.events import FinishReason
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT_VERSION = record.FORMAT
REASONS = (*(reason.value for reason in FinishReason), record.PAUSED, record.FAILED)

HEADER_LIMIT = 4 * 2**20  # bytes of run.json and of experiment.json; a header of 100,000 classes

NEWER_REMEDY = Phrase("Open it with a newer NetSketch.")


def _finite_or_none(value: object) -> object:
    """Take what is not a number, as a network that diverged is measured, for nothing measured."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


Count = Annotated[int, Field(ge=0, le=2**53)]
Share = Annotated[Annotated[float, Field(ge=0, le=1)] | None, BeforeValidator(_finite_or_none)]
Loss = Annotated[float | None, BeforeValidator(_finite_or_none)]
Created = Annotated[
    AwareDatetime, Field(ge=datetime(1970, 1, 1, tzinfo=UTC), le=datetime(9000, 1, 1, tzinfo=UTC))
]


class _Part(BaseModel):
    """Base of what the header is made of: unknown entries are passed over, as a later version may have some."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Parent(_Part):
    """Where a run was branched from.

    Attributes:
        run: Id of that run.
        step: Steps it had done there.
    """

    run: str
    step: Count = 0


class Counts(_Part):
    """How many images there are for what."""

    train: Count = 0
    validation: Count = 0
    test: Count = 0


class Progress(_Part):
    """How far a run is.

    Attributes:
        epoch: Epochs finished.
        epochs: Epochs planned.
        step: Steps done.
        steps_per_epoch: Steps in one epoch.
        seconds: Seconds of training, pauses left out.
        best_epoch: The epoch marked best, counted from 1; 0 for none.
        validation_accuracy: Highest share right on the validation images, or None.
        validation_loss: Loss on them of the best epoch, or None.
        reason: Why it ended, or that it is paused or failed: one of ``REASONS``; None while it has not.
        message: What was said at its end.
        history_bytes: Size of the history when this was written.
    """

    epoch: Count = 0
    epochs: Count = 0
    step: Count = 0
    steps_per_epoch: Count = 0
    seconds: Annotated[float, Field(ge=0)] = 0.0
    best_epoch: Count = 0
    validation_accuracy: Share = None
    validation_loss: Loss = None
    reason: Annotated[str, Field(pattern=f"^({'|'.join(REASONS)})$")] | None = None
    message: str = ""
    history_bytes: Count = 0


class Results(_Part):
    """What was measured on the test images at the end."""

    test_accuracy: Share = None
    test_loss: Loss = None


class RunHeader(_Part):
    """All of ``run.json``.

    Attributes:
        format: Version of the format.
        id: Name of the run's folder.
        created: When it was begun, in UTC.
        preset: Name of the preset it was begun from, or an empty string.
        parent: Where it was branched from, or None.
        program_version: Version of the program that wrote it.
        versions: Versions of ``torch``, ``numpy`` and ``python``.
        device: Device it was trained on.
        threads: Processor threads one step used.
        classes: The names of the classes.
        image_shape: ``(C, H, W)`` of the images.
        counts: How many images there were.
        parameters: Trained numbers.
        fingerprint: A hexadecimal number that stands for the data, or an empty string.
        progress: How far it is.
        results: What was measured at the end.
    """

    format: Annotated[int, Field(ge=1)] = FORMAT_VERSION
    id: str
    created: Created
    preset: str = ""
    parent: Parent | None = None
    program_version: str = ""
    versions: dict[str, str] = {}
    device: str = ""
    threads: Count = 1
    classes: tuple[str, ...] = ()
    image_shape: tuple[Count, Count, Count] = (1, 28, 28)
    counts: Counts = Counts()
    parameters: Count = 0
    fingerprint: str = ""
    progress: Progress = Progress()
    results: Results = Results()

    def to_json(self) -> bytes:
        """Return it as it stands in the file."""
        return self.model_dump_json(indent=2).encode() + b"\n"


def read_header(folder: Path) -> RunHeader:
    """Read the header of the run in ``folder``; its progress is that of the history where that knows more.

    The folder's name is the run's id, whatever the file says. A run that was killed before it wrote ``run.json`` is
    known by its settings and its history.

    Raises:
        RunError: If it is missing, damaged, or of a newer program.
    """
    header = _first_header(folder) or stored_header(folder)
    size = _size(folder / HISTORY_NAME)
    progress = header.progress
    if size > progress.history_bytes:
        progress = _caught_up(progress, folder / HISTORY_NAME)
    return header.model_copy(update={"id": folder.name, "progress": progress})


def stored_header(folder: Path) -> RunHeader:
    """Read ``run.json`` alone, as it was written.

    Raises:
        RunError: If it is missing, damaged, or of a newer program.
    """
    data = read_limited(folder, RECORD_NAME)
    try:
        header = RunHeader.model_validate_json(data, strict=True)
    except ValidationError as error:
        if _version_of(data) > FORMAT_VERSION:
            raise _newer(folder, _version_of(data)) from error
        entry = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        cause = (
            Phrase("The entry “{entry}” of its file {file} is not usable.", entry=entry, file=RECORD_NAME)
            if entry
            else Phrase("Its file {file} is not readable JSON.", file=RECORD_NAME)
        )
        raise damaged(folder, cause) from error
    if header.format > FORMAT_VERSION:
        raise _newer(folder, header.format)
    return header


def read_experiment(folder: Path) -> Experiment:
    """Read the settings of the run in ``folder``.

    Raises:
        RunError: If they are missing, damaged, or hold what this program does not know.
    """
    data = read_limited(folder, EXPERIMENT_NAME)
    try:
        return Experiment.model_validate_json(data)
    except ValidationError as error:
        newer = any(item["type"] == "extra_forbidden" for item in error.errors(include_url=False))
        raise RunError(
            "The settings of the run “{run}” are not usable.",
            cause=Phrase.joined(map(problem_sentence, problems_of(error)[:3])),
            remedy=NEWER_REMEDY if newer else _where_the_rest_lies(folder),
            run=folder.name,
        ) from error


def read_limited(folder: Path, name: str, limit: int = HEADER_LIMIT) -> bytes:
    """Return the bytes of a small file of a run.

    Raises:
        RunError: If it is missing, cannot be read, or has more bytes than ``limit``.
    """
    try:
        with (folder / name).open("rb", buffering=0) as file:
            data = file.read(limit + 1) or b""
    except FileNotFoundError as error:
        if not folder.is_dir():
            raise RunError("There is no run “{run}” any more.", run=folder.name) from error
        raise RunError(
            "“{run}” is not a whole run.",
            cause="It has no file {file}.",
            remedy=_where_the_rest_lies(folder),
            run=folder.name,
            file=name,
        ) from error
    except OSError as error:
        raise refused(folder, error) from error
    if len(data) > limit:
        raise damaged(folder, Phrase("Its file {file} is too large.", file=name))
    return data


def damaged(folder: Path, cause: Phrase) -> RunError:
    """Return the error of a run with a file that is not whole."""
    remedy = _where_the_rest_lies(folder)
    return RunError("The run “{run}” is damaged.", cause=cause, remedy=remedy, run=folder.name)


def _where_the_rest_lies(folder: Path) -> Phrase:
    return Phrase("Its other files are as they were; they lie in “{folder}”.", folder=folder)


def refused(folder: Path, error: OSError) -> RunError:
    """Return the error of a run that the system does not let us read or change."""
    return RunError(
        "The run “{run}” cannot be reached.",
        cause="The system says: {reason}.",
        remedy="Check the permissions of “{folder}”.",
        run=folder.name,
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )


def _first_header(folder: Path) -> RunHeader | None:
    """Return what is known of a run that has settings and no ``run.json`` yet; None for others."""
    if (folder / RECORD_NAME).exists():
        return None
    try:
        created = (folder / EXPERIMENT_NAME).stat().st_mtime
        return RunHeader(id=folder.name, created=datetime.fromtimestamp(created, UTC))
    except (OSError, OverflowError, ValueError):
        return None


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
        entries = json.loads(data)
    except (ValueError, RecursionError):
        return 0
    version = entries.get("format") if isinstance(entries, dict) else None
    return version if isinstance(version, int) else 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _caught_up(known: Progress, path: Path) -> Progress:
    """Return the progress with what the history tells behind the place that ``known`` was written at."""
    progress = known.model_dump()
    told = record.standing(history_file.lines(path, known.history_bytes))
    if any(line["event"] == "started" and _takes_back(line, known.step) for line in told):
        progress = record.new_progress() | {"history_bytes": known.history_bytes}
        told = record.standing(history_file.lines(path))
    for line in told:
        after = dict(progress)
        with suppress(KeyError, TypeError, ValueError):  # a line that makes no sense
            record.follow(after, line)
            progress = Progress.model_validate(after, strict=True).model_dump()
    return Progress.model_validate(progress)


def _takes_back(line: Mapping[str, object], step: int) -> bool:
    first_step = line.get("first_step")
    return isinstance(first_step, int) and first_step < step
