"""The experiments that come with the program: a new one is one file in resources/presets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from engine.config.experiment import Experiment, config_error
from engine.errors import ConfigError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Preset:
    """A named experiment with a sentence that says what it shows.

    Attributes:
        name: File name without ending, such as ``first-try``.
        title: Its name as a person reads it.
        explanation: One or two sentences.
        order: Its place in a list, the lowest first; tens in the files, so that others fit between.
        changes: The settings it decides, section by section, as in the file.
    """

    name: str
    title: str
    explanation: str
    order: int
    changes: dict[str, dict[str, Any]]

    @property
    def experiment(self) -> Experiment:
        """The experiment, with defaults for what the preset leaves open."""
        try:
            return Experiment.model_validate(self.changes)
        except ValidationError as error:
            raise config_error(error) from error


def preset_folder() -> Traversable:
    """Return where the files lie."""
    return resources.files("resources") / "presets"


@cache
def list_presets() -> tuple[Preset, ...]:
    """Return the presets that come with the program, the ones to try first in front."""
    presets = (_read_preset(file) for file in preset_folder().iterdir() if file.name.endswith(".json"))
    return tuple(sorted(presets, key=lambda preset: (preset.order, preset.name)))


def preset(name: str) -> Preset:
    """Return the preset ``name``.

    Raises:
        ConfigError: If there is none.
    """
    for found in list_presets():
        if found.name == name:
            return found
    known = ", ".join(item.name for item in list_presets())
    raise ConfigError("There is no preset “{name}”.", remedy="Presets are: {known}.", name=name, known=known)


def load_preset(name: str) -> Experiment:
    """Return the experiment of the preset ``name``.

    Raises:
        ConfigError: If there is none.
    """
    return preset(name).experiment


def _read_preset(file: Traversable) -> Preset:
    description = json.loads(file.read_text(encoding="utf-8"))
    return Preset(
        file.name.removesuffix(".json"),
        description["title"],
        description["explanation"],
        description["order"],
        description["experiment"],
    )
