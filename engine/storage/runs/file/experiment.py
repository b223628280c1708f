"""The settings of a run: what ``experiment.json`` says. Without torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.atomic import write_text
from engine.config.reading import causes, experiment_of, is_of_a_newer_program
from engine.errors import ConfigError, RunError
from engine.storage.runs.file.small_file import read_limited, where_the_rest_lies
from engine.storage.tensor_file import NEWER_REMEDY

if TYPE_CHECKING:
    from pathlib import Path

    from engine.config import Experiment

EXPERIMENT_NAME = "experiment.json"


def read_experiment(folder: Path) -> Experiment:
    """Read the settings of the run in ``folder``.

    Raises:
        RunError: If they are missing, damaged, or hold what this program does not know.
    """
    data = read_limited(folder, EXPERIMENT_NAME)
    try:
        return experiment_of(data)
    except ConfigError as error:
        raise RunError(
            "The settings of the run “{run}” are not usable.",
            cause=causes(error),
            remedy=NEWER_REMEDY if is_of_a_newer_program(error) else where_the_rest_lies(folder),
            run=folder.name,
        ) from error


def write_experiment(folder: Path, experiment: Experiment) -> None:
    """Write the settings of the run in ``folder``.

    Raises:
        FileWriteError: If they cannot be written.
    """
    write_text(folder / EXPERIMENT_NAME, experiment.model_dump_json(indent=2) + "\n")
