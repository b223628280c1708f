"""The header of a model file: what a model is, read with suspicion and without torch.

A safetensors file starts with the length of its header (8 bytes, little endian), then the header as JSON. Its
``__metadata__`` are strings: ``format`` (our name), ``format_version``, ``program_version``, ``created``,
``experiment``, ``classes``, ``image_shape``, ``results``, ``learnt``, ``advice``, ``features``, ``goal``, ``doubt``
(these but the goal as JSON; earlier programs wrote none of the last five, images have no features, classes are told
apart where no goal is named, and without a doubt nothing is claimed to be strange) and ``checksum``.
"""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from engine.config.reading import causes, experiment_of, is_of_a_newer_program
from engine.data.doubt.doubt import Doubt
from engine.data.labels import foreign_label
from engine.data.learnt import Learnt
from engine.data.photo import takes_drawings
from engine.data.sources.known_files import found_again, without_folder
from engine.errors import ConfigError, ModelFileError
from engine.foreign_bytes import json_of, reading
from engine.goals.registry import CLASSES, GOALS
from engine.inputs.registry import kind_of
from engine.inputs.text import is_alphabet
from engine.storage.foreign_features import SIZES, read_features, written_features
from engine.storage.foreign_text import (
    MOST_CLASSES,
    MOST_NAMED,
    MOST_NUMBERS,
    MOST_SENTENCES,
    MOST_SIDE,
    NAME,
    is_text,
)
from engine.storage.tensor_file import HEADER_LIMIT, MOST_TENSORS, NEWER_REMEDY
from engine.version import program_version
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from engine.config import Experiment
    from engine.inputs.feature import Feature

FORMAT = "netsketch-model"
FORMAT_VERSION = 1


DAMAGED_REMEDY = Phrase("Take another copy of it, or train the model again.")
FOREIGN_REMEDY = Phrase("Open a file that NetSketch saved.")


@dataclass(frozen=True, slots=True)
class ModelDescription:
    """What the header of a model file says.

    Attributes:
        experiment: The settings the model was made with.
        classes: The names of the classes in the order of the model's outputs.
        image_shape: ``(C, H, W)`` of the images it takes, of numbers ``(F,)``.
        results: What was measured with it, such as ``test_accuracy``, by name.
        program_version: The version of the program that wrote it.
        created: When it was written, or None if the file does not say.
        learnt: What it has learnt from, or None where the file was not read.
        advice: What to try with it, as it was said when it was trained, in English.
        features: What each number is that it takes; of images none.
        goal: What it gives for an example, the name of a goal.
        doubt: What tells which drawings are none of its classes; None where nothing is claimed.
    """

    experiment: Experiment
    classes: tuple[str, ...]
    image_shape: tuple[int, ...]
    results: dict[str, float] = field(default_factory=dict)
    program_version: str = ""
    created: datetime | None = None
    learnt: Learnt | None = None
    advice: tuple[str, ...] = ()
    features: tuple[Feature, ...] = ()
    goal: str = CLASSES.name
    doubt: Doubt | None = None


def to_metadata(
    experiment: Experiment,
    classes: tuple[str, ...],
    image_shape: tuple[int, ...],
    results: Mapping[str, float],
    learnt: Learnt | None = None,
    advice: Sequence[str] = (),
    features: Sequence[Feature] = (),
    goal: str = CLASSES.name,
    doubt: Doubt | None = None,
) -> dict[str, str]:
    """Return the strings of the header, all but the checksum; results that are not finite are left out."""
    finite = {name: float(value) for name, value in results.items() if math.isfinite(value)}
    told = {} if learnt is None else {"learnt": learnt.with_data_named(without_folder).to_json()}
    if advice:
        told["advice"] = json.dumps(list(map(str, advice)), ensure_ascii=False)
    if features:
        told["features"] = json.dumps(written_features(features), ensure_ascii=False)
    if goal != CLASSES.name:
        told["goal"] = goal
    # Of other classes, and of what is no drawing, it knows nothing.
    if doubt is not None and doubt.classes == len(classes) and takes_drawings(image_shape):
        told["doubt"] = doubt.to_text()
    return told | {
        "format": FORMAT,
        "format_version": str(FORMAT_VERSION),
        "program_version": program_version(),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "experiment": _with_data_named(experiment, without_folder(experiment.data.dataset)).model_dump_json(),
        "classes": json.dumps(list(classes), ensure_ascii=False),
        "image_shape": json.dumps(list(image_shape)),
        "results": json.dumps(finite),
    }


def damaged(path: Path, cause: Phrase) -> ModelFileError:
    """Return the error of a file of ours that is not whole."""
    return ModelFileError("“{path}” is damaged.", cause=cause, remedy=DAMAGED_REMEDY, path=path)


def foreign(path: Path, cause: Phrase) -> ModelFileError:
    """Return the error of a file that is not of ours."""
    return ModelFileError(
        "“{path}” is not a model of NetSketch.", cause=cause, remedy=FOREIGN_REMEDY, path=path
    )


def read_header(path: Path, file: BinaryIO) -> tuple[dict[str, Any], int]:
    """Return the header of a safetensors file, and how many bytes of tensors follow it.

    Args:
        path: The file, for the words of an error.
        file: The same, open for reading at its start.

    Raises:
        ModelFileError: If it is empty, not such a file, or cut off.
    """
    size = os.fstat(file.fileno()).st_size
    if size == 0:
        raise ModelFileError("“{path}” is empty.", remedy=DAMAGED_REMEDY, path=path)
    start = file.read(9)
    length = int.from_bytes(start[:8], "little")
    if len(start) < 9 or start[8:] != b"{" or length > HEADER_LIMIT:
        raise foreign(path, Phrase("It is not a safetensors file."))
    if length > size - 8:
        raise damaged(path, Phrase("Its end is missing."))
    with reading(lambda _error: damaged(path, Phrase("Its header cannot be read."))):
        header = json_of(b"{" + file.read(length - 1))
    if not isinstance(header, dict):
        raise damaged(path, Phrase("Its header cannot be read."))
    if len(header) > MOST_TENSORS:
        raise damaged(path, Phrase("It holds too many tensors."))
    return header, size - 8 - length


def read_metadata(path: Path, header: dict[str, Any]) -> dict[str, str]:
    """Return the strings of the header, of a version that this program knows.

    Raises:
        ModelFileError: If there are none of ours, or if they are of a newer program.
    """
    metadata = header.get("__metadata__")
    if not isinstance(metadata, dict) or metadata.get("format") != FORMAT:
        raise foreign(path, Phrase("It holds weights, but does not say of which network."))
    if not all(isinstance(value, str) for value in metadata.values()):
        raise damaged(path, Phrase("Its header cannot be read."))
    version = metadata.get("format_version", "")
    if not (version.isascii() and version.isdigit() and 0 < len(version) < 10 and int(version) > 0):
        raise damaged(path, Phrase("It does not say which version of the format it has."))
    if int(version) > FORMAT_VERSION:
        writer = metadata.get("program_version", "")[:NAME] or "unknown"
        raise ModelFileError(
            "“{path}” was saved by a newer NetSketch.",
            cause="It has version {version} of the format (program {writer}); this program knows {known}.",
            remedy=NEWER_REMEDY,
            path=path,
            version=version,
            writer=writer,
            known=FORMAT_VERSION,
        )
    return metadata


def read_description(path: Path, metadata: dict[str, str]) -> ModelDescription:
    """Check what the header's strings say.

    Raises:
        ModelFileError: If they are damaged, or hold settings that this program does not know.
    """
    missing = sorted({"experiment", "classes", "image_shape", "results"} - metadata.keys())
    if missing:
        raise damaged(path, Phrase("Its header lacks the entry {entry}.", entry=missing[0]))
    try:
        experiment = experiment_of(metadata["experiment"])
    except ConfigError as error:
        raise ModelFileError(
            "The settings in “{path}” are not usable.",
            cause=causes(error),
            remedy=NEWER_REMEDY if is_of_a_newer_program(error) else DAMAGED_REMEDY,
            path=path,
        ) from error
    with reading(lambda _error: damaged(path, Phrase("Its header cannot be read."))):
        classes, image_shape, results = (
            json_of(metadata[name]) for name in ("classes", "image_shape", "results")
        )
    if not (
        isinstance(classes, list)
        and 0 < len(classes) <= MOST_CLASSES
        and all(is_text(name, NAME) for name in classes)
    ):
        raise damaged(path, Phrase("The names of its classes cannot be read."))
    if not (
        isinstance(image_shape, list)
        and len(image_shape) in SIZES
        and all(_is_side(side) for side in image_shape)
        and math.prod(image_shape) <= MOST_NUMBERS
    ):
        raise damaged(path, Phrase("The size of its images cannot be read."))
    if not (
        isinstance(results, dict)
        and len(results) <= MOST_NAMED
        and all(is_text(name, NAME) and _is_finite_number(value) for name, value in results.items())
    ):
        raise damaged(path, Phrase("Its results cannot be read."))
    shape = tuple(image_shape)
    where = partial(found_again, beside=path.parent)
    experiment = _with_data_named(experiment, where(experiment.data.dataset))
    with reading(lambda _error: damaged(path, Phrase("The names of its features cannot be read."))):
        features = read_features(json_of(metadata.get("features", "[]")), shape)
    goal = metadata.get("goal", CLASSES.name)
    if goal not in GOALS:
        raise ModelFileError(
            "“{path}” was saved by a newer NetSketch.",
            cause="This program does not know what it gives: {goal}.",
            remedy=NEWER_REMEDY,
            path=path,
            goal=goal[:NAME],
        )
    named = tuple(map(foreign_label, classes))
    if (
        GOALS[goal].outputs(len(named)) != len(named)
        or GOALS[goal].per_place is not kind_of(shape).per_place
        or not is_alphabet(named, shape)
    ):
        raise damaged(path, Phrase("The names of its classes cannot be read."))
    return ModelDescription(
        experiment,
        named,
        shape,
        {name: float(value) for name, value in results.items()},
        metadata.get("program_version", "")[:NAME],
        _date(metadata.get("created", "")),
        Learnt.read(metadata.get("learnt"), experiment.data).with_data_named(where),
        _sentences(metadata.get("advice", "")),
        features,
        goal,
        Doubt.of_text(metadata["doubt"], len(named))
        if "doubt" in metadata and takes_drawings(shape)
        else None,
    )


def _with_data_named(experiment: Experiment, name: str) -> Experiment:
    """Return an experiment with its data set under another name; a table's folder is nobody's business elsewhere."""
    data = experiment.data.model_copy(update={"dataset": name})
    return experiment.model_copy(update={"data": data})


def _is_side(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST_SIDE


def _is_finite_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300


def _sentences(text: str) -> tuple[str, ...]:
    """Return the sentences in a list as JSON; none where it is something else."""
    try:
        found = json_of(text)
    except ValueError:
        return ()
    return tuple(filter(is_text, found[:MOST_SENTENCES])) if isinstance(found, list) else ()


def _date(text: str) -> datetime | None:
    """Return the moment that a header names, or None where it is none that can be told in every place."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if 1 < moment.year < 9999 else None
