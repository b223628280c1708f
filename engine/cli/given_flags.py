"""What the flags that were given describe: an experiment, and what of them changes nothing or may not be given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.cli.flags import EVERY, FLAGS
from engine.config import Experiment, load_preset
from engine.config.idle import idle_because
from engine.config.reading import experiment_in
from engine.errors import ConfigError
from engine.layers import LAYER_KINDS
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.cli.flags import Flag
    from engine.layers import Layer

QUESTIONS, PROSE = "little-gpt-adds", "little-lstm-writes"
"""Presets by which text is learnt where nothing else is said."""


def described_experiment(preset: str | None, file: Path | None, settings: dict[str, Any]) -> Experiment:
    """Return the experiment of a preset or a file, changed by the flags that were given.

    Args:
        preset: Name of a preset, or None.
        file: An experiment as JSON, or None; not both.
        settings: What typer found for each flag, None where it was not given.

    Raises:
        ConfigError: If a name is unknown, a value is out of bounds, or the file is not usable.
    """
    if preset is not None and file is not None:
        raise ConfigError("A preset and an experiment file were both given.", remedy="Give one of them.")
    base = (
        load_preset(preset)
        if preset is not None
        else read_experiment(file)
        if file is not None
        else Experiment()
    )
    given = {flag.path: value for flag, value in _given(settings)}
    _lead_from_anywhere(given)
    of_layers = [
        flag for flag in FLAGS if flag.path in given and flag.path.partition(".")[0] in (EVERY, *LAYER_KINDS)
    ]
    of_all = _taken(given, f"{EVERY}.")
    of_kinds = {name: _taken(given, f"{name}.") for name in LAYER_KINDS}
    experiment = base.with_(**given)
    for flag in of_layers:
        _check_there_is_such_a_layer(flag, {type(layer) for layer in experiment.network.hidden})
    if of_layers:
        changed = tuple(
            item.model_dump()
            | {name: value for name, value in of_all.items() if name in type(item).model_fields}
            | of_kinds[item.kind]
            for item in experiment.network.hidden
        )
        experiment = experiment.with_(**{"network.hidden": changed})
    return experiment


def usual_preset(settings: dict[str, Any]) -> str | None:
    """Return the preset that is trained by where text is asked for alone: dense layers, the usual ones, cannot take it.

    Args:
        settings: What typer found for each flag, None where it was not given.
    """
    from engine.data.sources.registry import source_of
    from engine.data.text.registry import TASKS

    given = {flag.path: value for flag, value in _given(settings)}
    if "data.dataset" not in given or "network.hidden" in given:
        return None
    name = given["data.dataset"]
    source = source_of(name)
    if source is None or source.info.kind != "text":
        return None
    asks = any(task.name == name and not task.is_prose for task in TASKS)
    return QUESTIONS if asks else PROSE


def _lead_from_anywhere(given: dict[str, Any]) -> None:
    """Let the path of a file that is given as the data lead there from every folder: runs keep it."""
    from engine.data.sources.paths import is_path

    data = given.get("data.dataset")
    if data is not None and is_path(data):
        given["data.dataset"] = str(Path(data).absolute())


def given_in_vain(experiment: Experiment, settings: dict[str, Any]) -> Iterator[Phrase]:
    """Say of each flag that was given and changes nothing beside the others, why.

    Args:
        experiment: What they describe.
        settings: What typer found for each flag, None where it was not given.
    """
    for flag, _value in _given(settings):
        section, _, name = flag.path.rpartition(".")
        if section in (EVERY, *LAYER_KINDS):
            continue
        if reason := idle_because(experiment.get(section), name):
            yield Phrase("--{flag} changes nothing here. {reason}", flag=flag.name, reason=reason)


def epochs_alone(preset: str | None, file: Path | None, settings: dict[str, Any]) -> int | None:
    """Return the epochs given for a run that is gone on with, or None; its other settings are what they are.

    Raises:
        ConfigError: If anything else is given.
    """
    given = _given_by_name(preset, file, settings)
    epochs = given.pop("epochs", None)
    if given:
        raise ConfigError(
            "A run is resumed with the settings it was begun with; only --epochs can be changed.",
            remedy="Leave out {flags}, or train anew.",
            flags=Phrase.listed(f"--{name}" for name in given),
        )
    return None if epochs is None else Experiment().with_(**{"training.epochs": epochs}).training.epochs


def refuse_settings(
    preset: str | None, file: Path | None, resume: str | None, settings: dict[str, Any]
) -> None:
    """See that nothing is given that would let a run that is done again be another.

    Raises:
        ConfigError: If anything is.
    """
    given = [*_given_by_name(preset, file, settings), *(["resume"] if resume is not None else [])]
    if given:
        raise ConfigError(
            "A run is done again with the settings it had.",
            remedy="Leave out {flags}, or train anew.",
            flags=Phrase.listed(f"--{name}" for name in given),
        )


def _given(settings: dict[str, Any]) -> Iterator[tuple[Flag, Any]]:
    """Return each flag of a setting that was given, and its value."""
    return ((flag, value) for flag in FLAGS if (value := settings.get(flag.parameter)) is not None)


def _given_by_name(preset: str | None, file: Path | None, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the flags on what to train that were given, by name."""
    given = {flag.name: value for flag, value in _given(settings)}
    given |= {"preset": preset} if preset is not None else {}
    return given | ({"experiment": file} if file is not None else {})


def _check_there_is_such_a_layer(flag: Flag, kinds: set[type[Layer]]) -> None:
    """Refuse a flag that no layer of the network would hear.

    Args:
        flag: A flag of a kind of layer, or of all that have its setting.
        kinds: The kinds there are in the network.

    Raises:
        ConfigError: If no layer would.
    """
    section, _, name = flag.path.partition(".")
    if any(section in (EVERY, kind.kind_name()) and name in kind.model_fields for kind in kinds):
        return
    others = [
        f"--{other.name}" for other in FLAGS if other.path in {f"{kind.kind_name()}.{name}" for kind in kinds}
    ]
    raise ConfigError(
        "There is no hidden layer that --{flag} could change.",
        cause="It is for {kinds}." if section in LAYER_KINDS else "",
        remedy="Use {others} in its place." if others else "Leave it out, or change --hidden.",
        flag=flag.name,
        kinds=Phrase(LAYER_KINDS[section].plural) if section in LAYER_KINDS else "",
        others=Phrase.listed(others),
    )


def _taken(given: dict[str, Any], prefix: str) -> dict[str, Any]:
    """Take the settings out of ``given`` whose paths begin with ``prefix``, and return them by name."""
    return {path.removeprefix(prefix): given.pop(path) for path in list(given) if path.startswith(prefix)}


def read_experiment(file: Path) -> Experiment:
    """Read an experiment from a JSON file: an experiment itself, or a preset as ``presets --json`` prints it.

    Raises:
        ConfigError: If the file cannot be read or a setting in it is not usable.
    """
    remedy = Phrase("`presets --json` prints experiments to start from.")
    try:
        return experiment_in(file)
    except ConfigError as error:
        raise ConfigError(
            "The experiment “{file}” is not usable.", cause=error.what, remedy=remedy, file=file
        ) from error
    except OSError as error:
        cause = Phrase("The system says: {reason}.", reason=error.strerror or type(error).__name__)
        raise ConfigError(
            "The experiment “{file}” cannot be read.", cause=cause, remedy=remedy, file=file
        ) from error
