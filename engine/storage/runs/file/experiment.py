"""The settings of a run: what ``experiment.json`` says. Without torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from engine.atomic import write_text
from engine.config import Experiment, problem_sentence
from engine.errors import RunError
from engine.settings import problems_of
from engine.storage.runs.file.small_file import read_limited, where_the_rest_lies
from engine.storage.tensor_file import NEWER_REMEDY
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

EXPERIMENT_NAME = "experiment.json"


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
            remedy=NEWER_REMEDY if newer else where_the_rest_lies(folder),
            run=folder.name,
        ) from error


def write_experiment(folder: Path, experiment: Experiment) -> None:
    """Write the settings of the run in ``folder``.

    Raises:
        FileWriteError: If they cannot be written.
    """
    write_text(folder / EXPERIMENT_NAME, experiment.model_dump_json(indent=2) + "\n")
