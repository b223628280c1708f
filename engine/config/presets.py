"""The experiments that come with the program: a new one is one file in resources/presets."""

from __future__ import annotations

from contextlib import suppress
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

from engine.config.experiment import Experiment
from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.words import Phrase

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Preset:
    """A named experiment with a sentence that says what it shows.

    Args:
        name: File name without ending, such as ``first-try``.
        title: Its name as a person reads it.
        explanation: One or two sentences.
        order: Its place in a list, the lowest first; tens in the files, so that others fit between.
        changes: The settings it decides, section by section, as in the file.
    """

    def __init__(
        self, name: str, title: str, explanation: str, order: int, changes: dict[str, dict[str, Any]]
    ) -> None:
        self.name = name
        self.title = title
        self.explanation = explanation
        self.order = order
        self.changes = changes

    @cached_property
    def experiment(self) -> Experiment:
        """The experiment, with defaults for what the preset leaves open; checked when it is first asked for.

        A window that opens shows the names of all and takes one.

        Raises:
            ConfigError: If there is no such experiment.
        """
        with reading(lambda _error: _damage(self.name)):
            return Experiment.beyond_doubt(self.changes) or Experiment.model_validate(self.changes)

    @cached_property
    def is_sound(self) -> bool:
        """Whether there is such an experiment; whoever does not take the preset passes over one that is damaged."""
        try:
            return bool(self.experiment)
        except ConfigError:
            return False


def preset_folder() -> Traversable:
    """Return where the files lie."""
    return resources.files("resources") / "presets"


@cache
def list_presets() -> tuple[Preset, ...]:
    """Return the presets that come with the program, the ones to try first in front.

    Their experiments are not checked: whoever needs them of all asks which of them ``is_sound``.
    """
    presets = []
    for file in preset_folder().iterdir():
        if file.name.endswith(".json"):
            with suppress(ConfigError):  # who asks for it by its name is told
                presets.append(_read_preset(file))
    return tuple(sorted(presets, key=lambda preset: (preset.order, preset.name)))


def first_preset() -> Preset:
    """Return the preset of a first start: the sound one to try first, or one that decides nothing if there is none."""
    return next((item for item in list_presets() if item.is_sound), Preset("", "", "", 0, {}))


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
    with reading(lambda _error: _damage(name)):
        description = json_of(file.read_text(encoding="utf-8"))
        title, explanation = str(description["title"]), str(description["explanation"])
        order, changes = int(description["order"]), description["experiment"]
        if not isinstance(changes, dict) or not all(isinstance(each, dict) for each in changes.values()):
            raise _damage(name)
        return Preset(name, title, explanation, order, changes)


def _damage(name: str) -> ConfigError:
    return ConfigError("The preset “{name}” is damaged.", name=name)
