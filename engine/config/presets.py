"""The experiments that come with the program: a new one is one file in resources/presets."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from engine.config.experiment import Experiment
from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.records import dataclass
from engine.words import Phrase

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
        experiment: The experiment, with defaults for what the preset leaves open.
    """

    name: str
    title: str
    explanation: str
    order: int
    changes: dict[str, dict[str, Any]]
    experiment: Experiment


def preset_folder() -> Traversable:
    """Return where the files lie."""
    return resources.files("resources") / "presets"


@cache
def list_presets() -> tuple[Preset, ...]:
    """Return the presets that come with the program, the ones to try first in front."""
    presets = []
    for file in preset_folder().iterdir():
        if file.name.endswith(".json"):
            with suppress(ConfigError):  # who asks for it by its name is told
                presets.append(_read_preset(file))
    return tuple(sorted(presets, key=lambda preset: (preset.order, preset.name)))


def preset(name: str) -> Preset:
    """Return the preset ``name``.

    Raises:
        ConfigError: If there is none, or it is damaged.
    """
    for found in list_presets():
        if found.name == name:
            return found
    for file in preset_folder().iterdir():  # not made into a path: a name may be anything
        if file.name == f"{name}.json":
            return _read_preset(file)
    known = Phrase.listed(item.name for item in list_presets())
    raise ConfigError("There is no preset “{name}”.", remedy="Presets are: {known}.", name=name, known=known)


def load_preset(name: str) -> Experiment:
    """Return the experiment of the preset ``name``.

    Raises:
        ConfigError: If there is none.
    """
    return preset(name).experiment


def _read_preset(file: Traversable) -> Preset:
    """Read a preset.

    Raises:
        ConfigError: If its file is damaged.
    """
    name = file.name.removesuffix(".json")
    with reading(lambda _error: ConfigError("The preset “{name}” is damaged.", name=name)):
        description = json_of(file.read_text(encoding="utf-8"))
        title, explanation = str(description["title"]), str(description["explanation"])
        changes = description["experiment"]
        experiment = Experiment.model_validate(changes)
        return Preset(name, title, explanation, int(description["order"]), changes, experiment)
