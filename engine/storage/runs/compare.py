"""In what the settings of runs differ: from each other, or from the preset they began with; without torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.config import CHOICE_LABELS, Experiment, list_presets
from engine.config.experiment import label_of
from engine.records import dataclass
from engine.settings import Settings
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.config import HiddenLayer, NetworkConfig
    from engine.storage.runs.summary import RunSummary

LAYERS = "network.hidden"
OF_EACH = "layer."  # before a setting that all layers have alike, as sweeps call it


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting that is not the same everywhere.

    Attributes:
        path: Its dotted path, such as ``training.learning_rate``.
        label: Its name as a person reads it.
        values: Its value in each of the experiments, as in the settings; hidden layers in words.
    """

    path: str
    label: str
    values: tuple[Any, ...]


def flat(experiment: Experiment) -> dict[str, Any]:
    """Return every setting by its dotted path, in the order of the settings; the hidden layers are one."""
    return dict(_leaves(experiment, ""))


def differing(experiments: Sequence[Experiment]) -> list[Difference]:
    """Return the settings that are not the same in all of the experiments, in the order of the settings."""
    if not experiments:
        return []
    settings = [flat(experiment) for experiment in experiments]
    found = []
    for path, first in settings[0].items():
        values = tuple(each[path] for each in settings)
        if any(value != first for value in values):
            if path == LAYERS:
                values = layers_in_words([experiment.network for experiment in experiments])
            found.append(Difference(path, label_of(path), values))
    return found


def changes_from_preset(run: RunSummary) -> list[Difference]:
    """Return the settings of a run that are not those of its preset; each has the preset's value and its own.

    A run without a preset, or of one that is damaged or not in this program, is compared with the default settings.
    """
    known = (item.experiment for item in list_presets() if item.name == run.preset and item.is_sound)
    begun_with = next(known, Experiment())
    return differing([begun_with, run.experiment])


def differing_trials(experiments: Sequence[Experiment]) -> list[Difference]:
    """Return the settings that are not the same in all trials of a sweep, in the order of the settings.

    Where the trials have the same layers, and these differ in a setting that each trial gives all its layers alike, it
    is that setting which differs: such as the dropout, and not all layers with theirs.
    """
    found = []
    for item in differing(experiments):
        found += _of_layers([each.network for each in experiments]) if item.path == LAYERS else [item]
    return found


def _of_layers(networks: Sequence[NetworkConfig]) -> list[Difference]:
    whole = [Difference(LAYERS, label_of(LAYERS), layers_in_words(networks))]
    if len({tuple(layer.kind for layer in network.hidden) for network in networks}) > 1:
        return whole
    found = []
    for name, label in _layer_settings(networks[0]).items():
        values = [
            tuple(getattr(layer, name) for layer in network.hidden if name in type(layer).model_fields)
            for network in networks
        ]
        if all(own == values[0] for own in values):
            continue
        if any(len(set(own)) > 1 for own in values):
            return whole
        found.append(Difference(f"{OF_EACH}{name}", label, tuple(own[0] for own in values)))
    return found


def _layer_settings(network: NetworkConfig) -> dict[str, str]:
    """Return what each setting of a network's layers is called, by name."""
    return {
        name: info.label
        for layer in network.hidden
        for name, info in type(layer).model_fields.items()
        if name != "kind"
    }


def layers_in_words(networks: Sequence[NetworkConfig]) -> tuple[str, ...]:
    """Return the hidden layers of networks in a word each, such as ``64-64``.

    Where that would make two look alike that are not, what a layer has of its own stands with it, as in
    ``64 (tanh)-64``.
    """
    short = [network.summary for network in networks]
    if len(set(short)) == len({network.hidden for network in networks}):
        return tuple(word or Phrase("none") for word in short)
    return tuple(
        Phrase.joined(map(_layer_in_words, network.hidden), "-") if network.hidden else Phrase("none")
        for network in networks
    )


def _layer_in_words(layer: HiddenLayer) -> str:
    said = type(layer).described(layer.summary) or {}
    details = [
        _detail(layer, name)
        for name, info in type(layer).model_fields.items()
        if name not in said and getattr(layer, name) != info.default
    ]
    if not details:
        return layer.summary
    return Phrase("{layer} ({details})", layer=layer.summary, details=Phrase.joined(details, ", "))


def _detail(layer: HiddenLayer, name: str) -> Phrase:
    value = getattr(layer, name)
    if value in CHOICE_LABELS:
        return Phrase(CHOICE_LABELS[value])
    label = type(layer).model_fields[name].label
    if isinstance(value, bool):
        words = Phrase("on") if value else Phrase("off")
        return Phrase("{setting} {value}", setting=Phrase(label), value=words)
    number = number_words(value, 6) if isinstance(value, int | float) else str(value)
    return Phrase("{setting} {value}", setting=Phrase(label), value=number)


def _leaves(settings: Settings, prefix: str) -> Iterator[tuple[str, Any]]:
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, Settings):
            yield from _leaves(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
