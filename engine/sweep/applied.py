"""The values of a trial put into an experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.errors import ConfigError
from engine.layers.registry import LAYER_KINDS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.config import Experiment
    from engine.layers.layer import Layer
    from engine.settings import Setting

HIDDEN = "network.hidden"
LAYERS, UNITS = "network.layers", "network.units"
SYNTHETIC = (LAYERS, UNITS)
OF_EACH = "layer."


def applied(experiment: Experiment, values: Mapping[str, object]) -> Experiment:
    """Return the experiment with the values of a trial.

    The layers come first, then how many there are, then what each of them is like.

    Args:
        experiment: What the sweep varies.
        values: By the path of each range.

    Raises:
        ConfigError: If a setting cannot be that, or not beside the others.
    """
    plain = {
        path: value
        for path, value in values.items()
        if path not in SYNTHETIC and not path.startswith(OF_EACH)
    }
    experiment = experiment.with_(**plain)
    of_layers = {path: value for path, value in values.items() if path not in plain}
    if not of_layers:
        return experiment
    layers: list[Layer] = list(experiment.network.hidden)
    last = layers[-1] if layers else PLAIN()
    same = next((at for at, layer in enumerate(reversed(layers)) if layer.kind != last.kind), len(layers))
    front, block = layers[: len(layers) - same], layers[len(layers) - same :]
    if LAYERS in of_layers:
        count = int(str(of_layers[LAYERS]))
        block = (block + [last] * count)[:count]
    changed: list[dict[str, Any]] = [layer.model_dump() for layer in front]
    size = {last.counted: of_layers[UNITS]} if UNITS in of_layers else {}
    changed += [layer.model_dump() | size for layer in block]
    for path, value in of_layers.items():
        name = path.removeprefix(OF_EACH)
        takers = [layer for layer in changed if name in LAYER_KINDS[layer["kind"]].model_fields]
        if path.startswith(OF_EACH) and not takers:
            raise ConfigError(
                "No hidden layer has the setting “{path}”.", remedy="Leave it out of the sweep.", path=path
            )
        for layer in takers if path.startswith(OF_EACH) else ():
            layer[name] = value
    return experiment.with_(**{HIDDEN: tuple(changed)})


def layer_field(path: str) -> Setting:
    """Return the field of a setting of every hidden layer, such as ``layer.dropout``.

    Raises:
        KeyError: If layers have no such setting.
    """
    name = path.removeprefix(OF_EACH)
    if name in ("kind", PLAIN.counted):
        raise KeyError(path)
    return PLAIN.model_fields[name]
