"""Experiments that others wrote, as JSON: read with suspicion, from files, models and runs alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.config.experiment import Experiment, config_error, problem_sentence
from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.regular_file import open_regular
from engine.settings import NO_SETTINGS, OF_A_NEWER_PROGRAM
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000  # as many layers as there may be take a tenth of it


def experiment_of(text: bytes | str, *, preset: bool = False) -> Experiment:
    """Return the experiment that JSON describes.

    Args:
        text: JSON; bytes are UTF-8, with or without a mark in front.
        preset: Whether it may be a preset, as ``presets --json`` prints it.

    Raises:
        ConfigError: If it is none; its ``problems`` are the settings at fault, as far as it came to them.
    """
    if len(text) > MOST_BYTES:
        raise ConfigError("It is too large to be an experiment.", remedy="Choose another file.")
    with reading(_refusal):
        if not preset:
            return Experiment.model_validate_json(text)
        described = json_of(text.decode("utf-8-sig") if isinstance(text, bytes) else text, finite=False)
        is_preset = isinstance(described, dict) and "experiment" in described
        return Experiment.model_validate(described["experiment"] if is_preset else described)


def experiment_in(path: Path) -> Experiment:
    """Return the experiment in a file, which may also be a preset.

    Raises:
        ConfigError: If it is none.
        OSError: If it cannot be read.
    """
    with open_regular(path) as file:
        return experiment_of(file.read(MOST_BYTES + 1), preset=True)


def causes(error: ConfigError) -> Phrase:
    """Say in a sentence or three why an experiment is not usable."""
    return Phrase.joined(map(problem_sentence, error.problems[:3])) if error.problems else error.what


def is_of_a_newer_program(error: ConfigError) -> bool:
    """Tell whether an experiment holds settings that this program does not have."""
    return any(problem.text in OF_A_NEWER_PROGRAM for problem in error.problems)


def _refusal(error: BaseException) -> ConfigError:
    from pydantic import ValidationError

    if isinstance(error, ValidationError):
        refused = config_error(error)
        if all(not each.path and each.text in NO_SETTINGS for each in refused.problems):
            # A list, a number, words: no setting is at fault.
            return ConfigError("It holds no settings.", remedy="Choose another file.")
        return refused
    if isinstance(error, UnicodeDecodeError):
        return ConfigError("It is not a text.")
    return ConfigError("It is not readable JSON: {reason}.", reason=str(error)[:100] or type(error).__name__)
