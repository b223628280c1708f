"""The flags of ``train``, one a setting, made from the settings themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Annotated, Any

import typer

from engine.choices import MOST, MOST_REAL, PlaneFeature
from engine.cli.arguments import value
from engine.cli.speaking import SpokenCommand, SpokenGroup, with_parameters
from engine.config import (
    AugmentationConfig,
    DataConfig,
    EvaluationConfig,
    NetworkConfig,
    PlaneConfig,
    TextConfig,
    TrainingConfig,
    VariationConfig,
)
from engine.layers import LAYER_KINDS, PLAIN
from engine.settings import Setting, Settings
from engine.words import Phrase

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
    info: Setting
    panel: Phrase

    @property
    def parameter(self) -> str:
        """Name of the function's parameter."""
        return "setting_" + self.name.replace("-", "_")

    @property
    def help(self) -> Phrase:
        """The setting's help, then what it may be and its default."""
        words = _hidden_help() if self.path == "network.hidden" else HELP.get(self.path)
        help_ = Phrase(words or self.info.help)
        return Phrase("{help} ({facts})", help=help_, facts=Phrase.joined(self._facts(), ", "))

    @property
    def metavar(self) -> str:
        """What stands for the value in the help."""
        if self._choices() and isinstance(self.info.annotation, type):
            return "CHOICE"
        if self.info.file:
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
        for bound, number in self.info.bounds.items():
            match bound:
                case "ge":
                    facts.append(Phrase("at least {number}", number=number))
                case "gt":
                    facts.append(Phrase("more than {number}", number=number))
                case "le" if number not in (MOST, MOST_REAL):  # that goes for every number
                    facts.append(Phrase("at most {number}", number=number))
                case "lt":
                    facts.append(Phrase("less than {number}", number=number))
        zero = Phrase(self.info.zero)
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
                group = info.group
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
