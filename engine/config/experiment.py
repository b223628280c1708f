"""The experiment: all settings of a run together, reached by dotted paths."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from engine.choices import Held
from engine.config.data import DataConfig
from engine.config.evaluation import EvaluationConfig
from engine.config.network import NetworkConfig
from engine.config.training import TrainingConfig
from engine.errors import ConfigError
from engine.layers.registry import LAYER_KINDS
from engine.settings import OF_A_NEWER_PROGRAM, PROBLEM_TEXTS, Settings, problems_of
from engine.words import Phrase

if TYPE_CHECKING:
    from pydantic import ValidationError

    from engine.settings import Problem, Setting


class Experiment(Settings):
    """Everything that decides a run, and what is asked of it: data, network, training and evaluation."""

    data: DataConfig = DataConfig()
    network: NetworkConfig = NetworkConfig()
    training: TrainingConfig = TrainingConfig()
    evaluation: EvaluationConfig = EvaluationConfig()

    def begun_anew(self) -> Self:
        """Return the settings as of a training from random weights: none of those is held.

        Else a model made so would say that it was pruned or rounded, and what learns on from it would hold its weights.
        """
        free = self.training.held is Held.NOTHING
        return self if free else self.with_(**{"training.held": Held.NOTHING})

    def with_(self, **changes: Any) -> Self:
        """Return a changed, checked copy; keys are dotted paths, as in ``with_(**{"training.epochs": 2})``.

        Raises:
            ConfigError: If a path names no setting or a value is out of bounds.
        """
        from pydantic import ValidationError

        description = self.model_dump()
        for path, value in changes.items():
            *sections, name = path.split(".")
            place: Any = description
            for section in sections:
                place = place.get(section) if isinstance(place, dict) else None
            if not isinstance(place, dict) or name not in place:
                raise ConfigError("There is no setting “{path}”.", remedy="Check its spelling.", path=path)
            place[name] = value
        try:
            return type(self).model_validate(description)
        except ValidationError as error:
            raise config_error(error) from error

    def get(self, path: str) -> Any:
        """Return the value at a dotted path such as ``training.epochs``."""
        value: Any = self
        for name in path.split("."):
            value = getattr(value, name)
        return value


def field_at(path: str) -> Setting:
    """Return what is known of the setting at a dotted path such as ``training.epochs``.

    Raises:
        KeyError: If there is none.
    """
    settings: type[Settings] = Experiment
    *sections, name = path.split(".")
    for section in sections:
        annotation = settings.model_fields[section].annotation
        if not (isinstance(annotation, type) and issubclass(annotation, Settings)):
            raise KeyError(path)
        settings = annotation
    return settings.model_fields[name]


def label_of(path: str, kind: str = "") -> str:
    """Return the label of the setting at ``path`` as a person reads it, such as “Units of hidden layer 2”.

    Args:
        path: Its dotted path.
        kind: The kind of layer it belongs to, where that is known; else the first kind with such a setting is meant.
    """
    names = path.split(".")
    if names[:2] == ["network", "hidden"] and len(names) > 3 and names[2].isdecimal():
        kinds = [LAYER_KINDS[kind]] if kind in LAYER_KINDS else LAYER_KINDS.values()
        fields = [item.model_fields[names[3]] for item in kinds if names[3] in item.model_fields]
        part = Phrase(fields[0].label) if fields else Phrase("“{key}”", key=".".join(names[3:]))
        return Phrase("{part} of hidden layer {number}", part=part, number=int(names[2]) + 1)
    if names[:2] == ["network", "hidden"] and len(names) == 3 and names[2].isdecimal():
        return Phrase("Hidden layer {number}", number=int(names[2]) + 1)
    for length in range(len(names), 1, -1):
        with suppress(KeyError):
            return field_at(".".join(names[:length])).label or path
    return path or Phrase("The experiment")


def zero_of(path: str) -> str:
    """Return what the value 0 means for the setting at ``path``, such as “all”; empty where it means 0."""
    with suppress(KeyError):
        return Phrase(field_at(path).zero)
    return ""


def config_error(error: ValidationError) -> ConfigError:
    """Turn pydantic's error into one sentence a setting."""
    problems = tuple(map(_with_what_there_is, problems_of(error)))
    return ConfigError(
        Phrase.joined(map(problem_sentence, problems)),
        problems=problems,
        remedy="Change the setting and try again.",
    )


def _with_what_there_is(problem: Problem) -> Problem:
    """Say of a setting that there is not, which there are: all of a layer's, or those that are called alike."""
    if problem.text != PROBLEM_TEXTS["extra_forbidden"]:
        return problem
    from difflib import get_close_matches

    section, _, name = problem.path.rpartition(".")
    if problem.kind in LAYER_KINDS:
        what, known = (
            "unknown_among",
            [key for key in LAYER_KINDS[problem.kind].model_fields if key != "kind"],
        )
    else:
        what, known = "unknown_near", get_close_matches(name, _settings_at(section))
    return (
        replace(problem, text=PROBLEM_TEXTS[what], values=(("known", Phrase.listed(known)),))
        if known
        else problem
    )


def _settings_at(section: str) -> list[str]:
    """Name the settings of a section such as ``data.augmentation``; none where there is no such."""
    settings: Any = Experiment
    for name in filter(None, section.split(".")):
        info = settings.model_fields.get(name)
        settings = None if info is None else info.annotation
        if not (isinstance(settings, type) and issubclass(settings, Settings)):
            return []
    return list(settings.model_fields)


def problem_sentence(problem: Problem) -> Phrase:
    """Say of a setting by its label what is wrong with it, such as “Batch size must be at least 1.”."""
    is_unknown = problem.text in OF_A_NEWER_PROGRAM and not problem.path.startswith("network.hidden")
    label = problem.path if is_unknown else Phrase(label_of(problem.path, problem.kind))
    return Phrase("{setting} {problem}.", setting=label, problem=problem.message)
