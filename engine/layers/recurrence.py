"""The module of recurrent layers: PyTorch's LSTM and GRU, which read an image as a sequence of its rows or columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.layers.modules import draw_weights

if TYPE_CHECKING:
    from engine.choices import Initialisation


class Lstm(nn.LSTM):
    """An LSTM that draws no first weights by itself, least of all from torch's global generator."""

    def reset_parameters(self) -> None:
        """Leave the weights as they lie in memory; ``draw_first`` draws them."""


class Gru(nn.GRU):
    """A GRU that draws no first weights by itself."""

    def reset_parameters(self) -> None:
        """Leave the weights as they lie in memory; ``draw_first`` draws them."""


class Recurrence(nn.Module):
    """Reads steps one after the other and gives the state after every one, or after the last.

    Args:
        core: PyTorch's module, batches first.
        by_columns: Whether an image is read column by column, and not row by row.
        every_step: Whether the state after every step is given.
    """

    def __init__(self, core: nn.LSTM | nn.GRU, *, by_columns: bool, every_step: bool) -> None:
        super().__init__()
        self.core = core
        self.by_columns = by_columns
        self.every_step = every_step

    def forward(self, values: Tensor) -> Tensor:
        """Read ``values``, ``(B, C, H, W)`` or ``(B, steps, features)``.

        Returns:
            ``(B, steps, units)`` or ``(B, units)``. Where steps are read both ways there are twice the units, and the
            last state of each way is that after its own last step.
        """
        outputs, state = self.core(self.as_steps(values))
        if self.every_step:
            return outputs  # type: ignore[no-any-return]
        last = state[0] if isinstance(state, tuple) else state  # (ways, B, units)
        return last.transpose(0, 1).flatten(1)  # type: ignore[no-any-return]

    def as_steps(self, values: Tensor) -> Tensor:
        """Return an image as a sequence, ``(B, H, C · W)`` or ``(B, W, C · H)``; a sequence stays what it is."""
        if values.ndim == 3:
            return values
        order = (0, 3, 1, 2) if self.by_columns else (0, 2, 1, 3)
        return values.permute(order).flatten(2)


@torch.no_grad()
def draw_first(
    core: nn.LSTM | nn.GRU,
    initialisation: Initialisation,
    generator: torch.Generator,
    forget_gate: int | None = None,
) -> None:
    """Draw the first weights of a recurrent module as those of a dense layer; biases are 0, of the forget gate 1.

    With that a unit keeps its state at first, and gradients reach the first steps. Sums go into tanh and sigmoid, and
    gain is 1: with more, states would swell from step to step.

    Source: Gers, Schmidhuber and Cummins 2000, Neural Computation 12:2451; Jozefowicz et al. 2015, PMLR 37:2342.

    Args:
        core: The module.
        initialisation: How weights are drawn.
        generator: Where they come from.
        forget_gate: Which of the gates forgets, counted from 0; None for none.
    """
    units = core.hidden_size
    for name, parameter in core.named_parameters():
        if name.startswith("weight"):
            draw_weights(parameter, parameter.shape[1], units, initialisation, 1.0, generator)
        else:
            parameter.zero_()
            if forget_gate is not None and name.startswith("bias_ih"):
                parameter[forget_gate * units : (forget_gate + 1) * units] = 1.0
