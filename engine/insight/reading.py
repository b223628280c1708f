"""How a recurrent network reads an image: its answer after every step, its state, and the gates of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers
from engine.insight.model import pixels_of
from engine.layers import Form
from engine.layers.recurrence import Recurrence
from engine.layers.recurrent import RecurrentLayer
from engine.models.at_once import portions
from engine.models.parts import layer_of, layers
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn

MOST_STEPS = 50
"""So many steps at most are answered for one by one, where a layer must read the image anew for each."""


@dataclass(frozen=True, slots=True, eq=False)
class GatesOfUnit:
    """The gates of one unit, step by step.

    Attributes:
        names: What the gates are called.
        sums: ``(gates, steps)`` float32.
        values: ``(gates, steps)`` float32: what becomes of the sums.
        cell: ``(steps,)`` float32: what the unit keeps; None where the kind has no cell.
        state: ``(steps,)`` float32: what it gives on.
    """

    names: tuple[str, ...]
    sums: NDArray[np.float32]
    values: NDArray[np.float32]
    cell: NDArray[np.float32] | None
    state: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How a recurrent layer of a network reads an image.

    Attributes:
        layer: Its name.
        layers: The names of all recurrent layers, the first one first.
        described: Its description.
        edges: Where steps end in the image, going down and across: shares of its height ``(rows + 1,)`` and width
            ``(columns + 1,)``, from 0 to 1. Steps go row by row; a step that reads a whole row is all there is across.
        answers: ``(steps, classes)`` float32: the probabilities had the image ended with a step; None where that
            cannot be told.
        why_no_answers: Why, in a sentence; else an empty one.
        states: ``(units, steps)`` float32: what the layer remembers after every step; read both ways, a unit of the
            second half has read from the last step to that one.
    """

    layer: str
    layers: tuple[str, ...]
    described: RecurrentLayer
    edges: tuple[NDArray[np.float64], NDArray[np.float64]]
    answers: NDArray[np.float32] | None
    why_no_answers: str
    states: NDArray[np.float32]
    _steps: Tensor
    _part: Recurrence

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.states[0])

    @property
    def settled(self) -> int | None:
        """The step with which the network makes up its mind, counted from 0; None where that cannot be told.

        It is the first from which on what is answered at the end stays in front.
        """
        if self.answers is None:
            return None
        in_front = self.answers.argmax(axis=1)
        others = np.flatnonzero(in_front != in_front[-1])
        return int(others[-1]) + 1 if len(others) else 0

    def gates(self, unit: int) -> GatesOfUnit:
        """Take what a unit does apart.

        Args:
            unit: Which, counted from 0; read both ways, those of the way back come second.

        Raises:
            ModelError: If there is no such unit.
        """
        if not 0 <= unit < len(self.states):
            raise ModelError("The layer has no unit {unit}.", unit=unit)
        layer, units = self.described, self.described.units
        is_back = unit >= units
        state = dict(self._part.core.named_parameters())
        rows = torch.arange(layer.gates) * units + unit % units
        weights = {
            name: state[f"{name}_l0{'_reverse' if is_back else ''}"][rows]
            for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        }
        states = torch.from_numpy(self.states[units:] if is_back else self.states[:units])
        given = self._steps[0]  # (steps, features)
        if is_back:
            given, states = given.flip(0), states.flip(1)
        before = torch.cat([torch.zeros_like(states[:, :1]), states[:, :-1]], dim=1)
        with torch.inference_mode():
            read = weights["weight_ih"] @ given.T + weights["bias_ih"][:, None]
            sums, values = layer.gate_values(
                read, weights["weight_hh"] @ before + weights["bias_hh"][:, None]
            )
        cell = _cell(values.numpy()) if layer.forget_gate is not None else None
        way = slice(None, None, -1 if is_back else 1)
        return GatesOfUnit(
            layer.gate_names,
            sums.numpy()[:, way].copy(),
            values.numpy()[:, way].copy(),
            None if cell is None else cell[way].copy(),
            self.states[unit],
        )


def _cell(gates: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what the cell holds after every step, of the gates i, f, g and o ``(4, steps)``."""
    held, found = np.float32(0), np.empty(gates.shape[1], np.float32)
    for step, (let_in, kept, new, _) in enumerate(gates.T):
        held = kept * held + let_in * new
        found[step] = held
    return found


def read_through(model: nn.Sequential, image: NDArray[np.uint8], layer: str = "") -> Reading | None:
    """Look how a network reads an image; None where it has no recurrent layer.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        layer: The recurrent layer that is looked at; the first where it is none of this network's.
    """
    found = {name: (part, kind) for name, part, kind in layers(model) if isinstance(kind, RecurrentLayer)}
    if not found:
        return None
    layer = layer if layer in found else next(iter(found))
    part, described = found[layer]
    recurrence = part.get_submodule("recurrence")
    assert isinstance(recurrence, Recurrence)
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image))
        steps = recurrence.as_steps(given[layer])  # (1, steps, features)
        states = recurrence.core(steps)[0][0]  # (steps, units)
        answers, why = _answers(model, given)
    return Reading(
        layer,
        tuple(found),
        described,
        _edges(model, given),
        answers,
        why,
        states.T.numpy().copy(),
        steps.clone(),
        recurrence,
    )


def _edges(model: nn.Sequential, given: dict[str, Tensor]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where in the image the steps end that the first layer to read it as a sequence makes of it."""
    grids = (
        (layer, layer.token_grid(tuple(given[name].shape[1:])), name) for name, _, layer in layers(model)
    )
    layer, grid, name = next((layer, grid, name) for layer, grid, name in grids if grid is not None)
    size = layer.window or 1  # the last patches may reach beyond the image
    down, across = (
        np.minimum(np.arange(count + 1) * size, side) / side if count > 1 else np.array([0.0, 1.0])
        for count, side in zip(grid, given[name].shape[2:], strict=True)
    )
    return down, across


def _answers_to(states: Tensor, model: nn.Sequential, parts: list[nn.Module]) -> NDArray[np.float32]:
    """Answer each of ``states (steps, units)``, a last one each, with the parts behind; as many at once as fit."""
    found = []
    for portion in portions(model, len(states), len(states)):
        values = states[portion]
        for part in parts:
            values = part(values)
        found.append(values.softmax(dim=1))
    return torch.cat(found).numpy().copy()


def _answers(model: nn.Sequential, given: dict[str, Tensor]) -> tuple[NDArray[np.float32] | None, str]:
    """Answer after every step, as if the image ended there; or say why that cannot be asked."""
    parts = list(model.named_children())
    values = torch.empty(0)
    while parts:  # to where the image has become steps
        name, part = parts[0]
        values = given[name]
        if values.ndim == 3:
            break
        if isinstance(layer_of(part), RecurrentLayer):
            recurrence = part.get_submodule("recurrence")
            assert isinstance(recurrence, Recurrence)
            values = recurrence.as_steps(values)
            break
        parts.pop(0)
    while parts:  # what reads one way knows nothing of later steps: one go answers for all
        part, layer = parts[0][1], layer_of(parts[0][1])
        if not isinstance(layer, RecurrentLayer) or layer.ways > 1:
            break
        values = part.get_submodule("recurrence").get_submodule("core")(values)[0]
        parts.pop(0)
        if layer.gives is Form.VECTOR:
            return _answers_to(values[0], model, [part for _, part in parts]), ""
    form, reads_anew = Form.SEQUENCE, False
    for _, part in parts:
        layer = layer_of(part)
        if form is Form.SEQUENCE and (layer is None or Form.SEQUENCE not in layer.takes):
            return None, Phrase(
                "The layers behind take all steps at once: there is no answer before the last."
            )
        if form is Form.SEQUENCE and layer is not None:
            reads_anew = reads_anew or layer.work(tuple(values.shape[1:])) > 0
            form = layer.gives
    if reads_anew and values.shape[1] > MOST_STEPS:
        return None, Phrase(
            "There are too many steps to ask for an answer after each: more than {most:,}.", most=MOST_STEPS
        )
    found = []
    for end in range(1, values.shape[1] + 1):
        until = values[:, :end]
        for _, part in parts:
            until = part(until)
        found.append(until.softmax(dim=1))
    return torch.cat(found).numpy().copy(), ""
