"""Weights of the current run that are returned to, and where in its past those at hand stand."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    import torch


@dataclass(slots=True, eq=False)
class Weights:
    """Weights of the current run that are returned to.

    Attributes:
        state: The weights.
        step: Steps behind them.
        saved: Whether they are in a file of the person's.
        kept: Whether they are what a run on the disk ended with.
        results: What is known of them, such as ``validation_accuracy``.
    """

    state: dict[str, torch.Tensor]
    step: int
    saved: bool
    kept: bool
    results: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the past of the current run the weights at hand stand.

    Attributes:
        viewed: The step of the past that is shown, or None for the newest weights.
        newest: What is returned to after a look at the past.
        home: What was kept in place of the newest.
    """

    viewed: int | None
    newest: Weights | None
    home: Weights | None
