"""The experiments that come with the program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pydantic import ValidationError

from engine.config.experiment import Experiment, config_error
from engine.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Preset:
    """A named experiment with a sentence that says what it shows.

    Attributes:
        name: File name without ending, such as ``first-try``.
        title: Its name as a person reads it.
        explanation: One or two sentences.
        changes: The settings it decides, section by section, as in the file.
    """

    name: str
    title: str
    explanation: str
    changes: dict[str, dict[str, Any]]

    @property
    def experiment(self) -> Experiment:
        """The experiment, with defaults for what the preset leaves open."""
        try:
            return Experiment.model_validate(self.changes)
        except ValidationError as error:
            raise config_error(error) from error


PRESET_ORDER = (
    *("first-try", "article", "wide", "cnn", "pen"),
    *("rate-too-high", "rate-too-low", "overfit", "no-hidden-layer"),
)


@cache
def list_presets() -> tuple[Preset, ...]:
    """Return the presets that come with the program, the ones to try first in front."""
    folder = resources.files("resources") / "presets"
    names = sorted(
        item.name.removesuffix(".json") for item in folder.iterdir() if item.name.endswith(".json")
    )
    known = [name for name in PRESET_ORDER if name in names]
    return tuple(_read_preset(name) for name in known + [name for name in names if name not in known])


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


def _read_preset(name: str) -> Preset:
    text = (resources.files("resources") / "presets" / f"{name}.json").read_text(encoding="utf-8")
    description = json.loads(text)
    return Preset(name, description["title"], description["explanation"], description["experiment"])
