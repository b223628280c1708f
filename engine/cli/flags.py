"""The flags of ``train``, one a setting, made from the settings themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import annotated_types
import typer

from engine.choices import MOST, MOST_REAL, PlaneFeature
from engine.cli.arguments import value
from engine.cli.speaking import SpokenCommand, SpokenGroup, with_parameters
from engine.config import (
    AugmentationConfig,
    DataConfig,
    EvaluationConfig,
    Experiment,
    NetworkConfig,
    PlaneConfig,
    TextConfig,
    TrainingConfig,
    VariationConfig,
    load_preset,
)
from engine.config.idle import idle_because
from engine.config.reading import experiment_in
from engine.errors import ConfigError
from engine.layers import LAYER_KINDS, PLAIN
from engine.settings import Settings, field_extra
from engine.words import Phrase

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from engine.layers import Layer

NAMES = {
    "data.dataset": "data",
    "data.seed": "data-seed",
    "data.augmentation.enabled": "augmentation",
    "data.plane.count": "points",
    "data.plane.noise": "point-noise",
    "data.text.count": "made-up",
    **{f"data.variation.{name}": f"vary-{name}" for name in VariationConfig.model_fields},
}
# Settings of points, texts and variation have flags of their own; what begins with random weights holds nothing.
LEFT_OUT = ("data.augmentation", "data.plane", "data.text", "data.variation", "training.held")
QUESTIONS, PROSE = "little-gpt-adds", "little-lstm-writes"
"""Presets by which text is learnt where nothing else is said."""
EVERY = "layer"  # what a hidden layer of any kind is asked for by
HELP = {f"{EVERY}.activation": "The function applied to each sum, in every hidden layer."}


@dataclass(frozen=True, slots=True)
class Flag:
    """One flag of the command line.

    Attributes:
        path: Dotted path of the setting; ``layer.…`` is a setting of every hidden layer, ``conv.…`` of every
            convolution, and so on for each kind.
        name: The flag without its dashes.
        info: The setting's field.
        panel: Heading in the help.
    """

    path: str
    name: str
    info: FieldInfo
    panel: Phrase

    @property
    def parameter(self) -> str:
        """Name of the function's parameter."""
        return "setting_" + self.name.replace("-", "_")

    @property
    def help(self) -> Phrase:
        """The setting's help, then what it may be and its default."""
        words = _hidden_help() if self.path == "network.hidden" else HELP.get(self.path)
        help_ = Phrase(words or self.info.description or "")
        return Phrase("{help} ({facts})", help=help_, facts=Phrase.joined(self._facts(), ", "))

    @property
    def metavar(self) -> str:
        """What stands for the value in the help."""
        if self._choices() and isinstance(self.info.annotation, type):
            return "CHOICE"
        if field_extra(self.info, "file"):
            return "FILE"
        numbers: dict[object, str] = {int: "INTEGER", float: "NUMBER", bool: ""}
        lists = {"network.hidden": "SIZES", "data.plane.features": "NAMES"}
        return numbers.get(self.info.annotation, lists.get(self.path, "NAME"))

    def _choices(self) -> list[str]:
        kind = self.info.annotation
        if kind == tuple[PlaneFeature, ...]:
            return [f"“{choice}”" for choice in PlaneFeature]
        return (
            [str(choice) for choice in kind] if isinstance(kind, type) and issubclass(kind, StrEnum) else []
        )

    def _facts(self) -> list[Phrase]:
        choices = " ".join(self._choices())
        facts = [Phrase("one of {choices}", choices=choices)] if choices else []
        for bound in self.info.metadata:
            match bound:
                case annotated_types.Ge(ge):
                    facts.append(Phrase("at least {number}", number=ge))
                case annotated_types.Gt(gt):
                    facts.append(Phrase("more than {number}", number=gt))
                case annotated_types.Le(le) if le not in (MOST, MOST_REAL):  # that goes for every number
                    facts.append(Phrase("at most {number}", number=le))
                case annotated_types.Lt(lt):
                    facts.append(Phrase("less than {number}", number=lt))
        zero = Phrase(field_extra(self.info, "zero") or "")
        if self.info.default == "" and zero:
            return [*facts, Phrase("default {value}", value=zero)]
        if zero:
            facts.append(Phrase("0 means {zero}", zero=zero))
        return [*facts, Phrase("default {value}", value=_shown(self.info.default))]


def _shown(default: object) -> str:
    if isinstance(default, tuple):
        return ",".join(str(item) if isinstance(item, str) else item.summary for item in default)
    if isinstance(default, bool):
        return Phrase("on") if default else Phrase("off")
    return f"{default:g}" if isinstance(default, float) else str(default)


def _hidden_help() -> Phrase:
    kinds = (kind.word_help for kind in LAYER_KINDS.values())
    examples = reduce(
        lambda before, last: Phrase("{before} or {last}", before=before, last=Phrase(last)),
        filter(None, kinds),
        Phrase("64,64"),
    )
    return Phrase(
        "Sizes of the hidden layers from input to output, such as {examples}; “none” for no hidden layer.",
        examples=examples,
    )


def _sections() -> Iterator[tuple[str, type[Settings], Phrase, tuple[str, ...]]]:
    """Name the settings that have flags: prefix of their paths, class, heading, and the fields left out."""
    network = Phrase("Network")
    yield "data", DataConfig, Phrase("Data"), ()
    yield "data.augmentation", AugmentationConfig, Phrase("Augmentation"), ()
    yield "data.plane", PlaneConfig, Phrase("Points on a plane"), ()
    yield "data.text", TextConfig, Phrase("Text"), ()
    yield "data.variation", VariationConfig, Phrase("Generated digits"), ()
    yield "network", NetworkConfig, network, ()
    for name, kind in LAYER_KINDS.items():  # kind and number are said by --hidden
        if kind is PLAIN:
            yield EVERY, kind, network, ("kind", kind.counted)
        else:
            left_out = ("kind", kind.counted, *PLAIN.model_fields)
            yield name, kind, _under(network, kind.plural), left_out
    yield "training", TrainingConfig, Phrase("Training"), ()
    yield "evaluation", EvaluationConfig, Phrase("Evaluation"), ()


def _under(heading: Phrase, name: str) -> Phrase:
    """Return the heading of a part of what stands under another."""
    return Phrase("{heading}: {part}", heading=heading, part=Phrase(name))


def setting_flags() -> tuple[Flag, ...]:
    """Return a flag for every setting of data, network, layers, training and evaluation."""
    flags: dict[str, Flag] = {}
    for section, settings, panel, left_out in _sections():
        for field, info in settings.model_fields.items():
            path = f"{section}.{field}"
            if path not in LEFT_OUT and field not in left_out:
                group = field_extra(info, "group")
                name = NAMES.get(path, field.replace("_", "-"))
                if name in flags:  # of a kind of layer, and meant by another setting already
                    name = f"{section}-{name}"
                flags[name] = Flag(path, name, info, _under(panel, group.lower()) if group else panel)
    return tuple(flags.values())


FLAGS = setting_flags()
# What decides which digits and points the program draws, and which texts it makes up.
DRAWN = tuple(
    flag
    for flag in FLAGS
    if flag.path in ("data.generated_count", "data.seed")
    or flag.path.startswith(("data.plane.", "data.text.", "data.variation."))
)
# What a training in rounds decides by itself, or what has no meaning in one.
NOT_IN_ROUNDS = (
    *(f"training.{name}" for name in ("epochs", "schedule", "warm_up", "early", "keep_best", "target")),
    *("training.teacher", "training.privacy", "training.adversary", "evaluation."),
)
IN_ROUNDS = tuple(flag for flag in FLAGS if not flag.path.startswith(NOT_IN_ROUNDS))
# The texts that typer keeps find what they were made of.
PHRASES: dict[str, Phrase] = {phrase: phrase for flag in FLAGS for phrase in (flag.help, flag.panel)}


class WithSettings(SpokenCommand):
    """A command with a flag for every setting."""

    def phrase(self, text: str) -> Phrase:
        """Return words of the help as a phrase; those of a flag know what they are made of."""
        return PHRASES.get(text) or super().phrase(text)


class GroupWithSettings(SpokenGroup):
    """A command with a flag for every setting that has commands of its own below it."""

    def phrase(self, text: str) -> Phrase:
        """Return words of the help as a phrase; those of a flag know what they are made of."""
        return PHRASES.get(text) or super().phrase(text)


def with_setting_flags(command: Callable[..., None], flags: Sequence[Flag] = FLAGS) -> Callable[..., None]:
    """Let typer see one flag a setting in place of the ``**settings`` of ``command``.

    Args:
        command: What is called.
        flags: Which settings have one.
    """
    signature = inspect.signature(command, eval_str=True)
    parameters = [
        item for item in signature.parameters.values() if item.kind is not inspect.Parameter.VAR_KEYWORD
    ]
    parameters.extend(
        inspect.Parameter(
            flag.parameter, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_annotation(flag)
        )
        for flag in flags
    )

    def command_with_flags(**values: Any) -> None:
        command(**values)

    return with_parameters(command_with_flags, command, parameters)


def _annotation(flag: Flag) -> Any:
    # Values stay text until pydantic reads them: one check and one wording for form, file and flag.
    if flag.info.annotation is bool:
        names = f"--{flag.name}/--no-{flag.name}"
        option = typer.Option(names, help=flag.help, metavar=flag.metavar, rich_help_panel=flag.panel)
        return Annotated[bool | None, option]
    option = typer.Option(
        f"--{flag.name}", parser=value, help=flag.help, metavar=flag.metavar, rich_help_panel=flag.panel
    )
    return Annotated[str | None, option]


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
    given = {
        flag.path: settings[flag.parameter] for flag in FLAGS if settings.get(flag.parameter) is not None
    }
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

    given = {flag.path: settings.get(flag.parameter) for flag in FLAGS}
    name = given["data.dataset"]
    if name is None or given["network.hidden"] is not None:
        return None
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
    for flag in FLAGS:
        section, _, name = flag.path.rpartition(".")
        if settings.get(flag.parameter) is None or section in (EVERY, *LAYER_KINDS):
            continue
        reason = idle_because(experiment.get(section), name)
        if reason:
            yield Phrase("--{flag} changes nothing here. {reason}", flag=flag.name, reason=reason)


def epochs_alone(preset: str | None, file: Path | None, settings: dict[str, Any]) -> int | None:
    """Return the epochs given for a run that is gone on with, or None; its other settings are what they are.

    Raises:
        ConfigError: If anything else is given.
    """
    given = _given(preset, file, settings)
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
    given = [*_given(preset, file, settings), *(["resume"] if resume is not None else [])]
    if given:
        raise ConfigError(
            "A run is done again with the settings it had.",
            remedy="Leave out {flags}, or train anew.",
            flags=Phrase.listed(f"--{name}" for name in given),
        )


def _given(preset: str | None, file: Path | None, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the flags on what to train that were given, by name."""
    given = {flag.name: value for flag in FLAGS if (value := settings.get(flag.parameter)) is not None}
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
