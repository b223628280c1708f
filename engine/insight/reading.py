"""How a recurrent network reads an image: its answer after every step, its state, and the gates of a unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.errors import ModelError
from engine.insight.activations import inputs_of_layers
from engine.insight.model import pixels_of
from engine.layers.recurrence import Recurrence
from engine.layers.recurrent import RecurrentLayer
from engine.models.parts import layer_of, layers

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn


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
    """How the first recurrent layer of a network reads an image.

    Attributes:
        layer: Its name.
        described: Its description.
        reads_image: Whether its steps are rows or columns of an image, or of channels; else of a sequence.
        answers: ``(steps, classes)`` float32: the probabilities had the image ended with a step; None where the
            layers behind take all steps at once, so that there is no answer before the last.
        states: ``(units, steps)`` float32: what the layer remembers after every step; read both ways, a unit of the
            second half has read from the last step to that one.
    """

    layer: str
    described: RecurrentLayer
    reads_image: bool
    answers: NDArray[np.float32] | None
    states: NDArray[np.float32]
    _steps: Tensor
    _part: Recurrence

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.states[0])

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


def read_through(model: nn.Sequential, image: NDArray[np.uint8]) -> Reading | None:
    """Look how a network reads an image; None where it has no recurrent layer.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
    """
    for name, part, layer in layers(model):
        if isinstance(layer, RecurrentLayer):
            recurrence = part.get_submodule("recurrence")
            assert isinstance(recurrence, Recurrence)
            with torch.inference_mode():
                given = inputs_of_layers(model, pixels_of(image))[name]
                steps = recurrence.as_steps(given)  # (1, steps, features)
                states = recurrence.core(steps)[0][0]  # (steps, units)
                answers = _answers(model, name, steps)
            return Reading(
                name, layer, given.ndim == 4, answers, states.T.numpy().copy(), steps.clone(), recurrence
            )
    return None


def _answers(model: nn.Sequential, first: str, steps: Tensor) -> NDArray[np.float32] | None:
    """Answer after every step, as if the image ended there; None where that cannot be asked."""
    names = [name for name, _ in model.named_children()]
    parts = list(model.children())[names.index(first) :]
    found = []
    for end in range(1, steps.shape[1] + 1):
        values = steps[:, :end]
        for part in parts:
            if values.ndim == 3 and not isinstance(layer_of(part), RecurrentLayer):
                return None
            values = part(values)
        found.append(values.softmax(dim=1))
    return torch.cat(found).numpy().copy()
