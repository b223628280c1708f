"""Cutting units off a network: which go first, and the weights that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.layers.anatomy import Flow, Of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from torch import Tensor

    from engine.compress.cuts import Cut
    from engine.layers.anatomy import Axis


def chosen(parts: Sequence[Cut], state: Mapping[str, Tensor], amount: float) -> dict[str, Tensor]:
    """Return which units stay where a share of them goes: those that are made by, and read by, the largest weights.

    Of each counts √Σw² of the weights that it is made by, times √Σw² of those by which it is read.

    Args:
        parts: The layers of the network.
        state: Its weights.
        amount: The share, 0 to below 1.

    Returns:
        For each hidden layer that has units of its own, in order, the numbers of those that stay, in order.
    """
    kept: dict[str, Tensor] = {}
    read: Tensor | None = None  # by how much units are read behind their layer, squared; None if all stay
    for part in reversed(parts):
        anatomy = part.anatomy
        if anatomy is None:
            read = None
            continue
        if anatomy.units and part.obstacle:
            kept[part.name] = torch.arange(anatomy.units)
        elif anatomy.units:
            readers = _squares(part, state, Of.READ, anatomy.units)
            if anatomy.flow is Flow.UNITS and read is not None:
                readers += read
            made = _squares(part, state, Of.UNITS, anatomy.units)
            groups = (made * readers).view(anatomy.groups, -1)
            each = groups.shape[1] // part.number * part.left(amount)
            order = groups.argsort(dim=1, descending=True, stable=True)[:, :each]
            starts = torch.arange(anatomy.groups)[:, None] * groups.shape[1]
            kept[part.name] = (order.sort(dim=1).values + starts).flatten()
        read = _read(part, state, read)
    return dict(reversed(kept.items()))


def cut(parts: Sequence[Cut], state: Mapping[str, Tensor], kept: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights that are left where of some layers only certain units stay: new tensors.

    Args:
        parts: The layers of the network.
        state: Its weights.
        kept: For each layer that has units of its own, the numbers of those that stay.
    """
    left = {name: tensor.detach() for name, tensor in state.items()}
    before: Tensor | None = None  # which units of the layer before there are still; None for all
    for part in parts:
        anatomy = part.anatomy
        if anatomy is None:
            before = None
            continue
        units = kept.get(part.name)
        inputs = before if before is None or part.flat is None else _places(part.flat, before)
        for name, sides in anatomy.tensors.items():
            full = f"{part.name}.{name}"
            for side, axis in enumerate(sides):
                stay = None if axis is None else inputs if axis.of is Of.INPUTS else units
                if axis is not None and stay is not None:
                    left[full] = left[full].index_select(side, _places(axis, stay))
        if anatomy.flow is Flow.UNITS:
            before = units
    return {name: tensor.clone(memory_format=torch.contiguous_format) for name, tensor in left.items()}


def _places(axis: Axis, kept: Tensor) -> Tensor:
    """Return which places along a side of a tensor belong to the units or inputs that stay."""
    mine = kept[(kept >= axis.start) & (kept < axis.start + axis.count)] - axis.start
    times = torch.arange(axis.before)[:, None, None] * axis.count
    return ((times + mine[:, None]) * axis.behind + torch.arange(axis.behind)).flatten()


def _read(part: Cut, state: Mapping[str, Tensor], behind: Tensor | None) -> Tensor | None:
    """Return by how much each unit of the layer before is read, squared; None if all of them must stay.

    Args:
        part: The layer.
        state: The weights.
        behind: By how much what it gives on is read.
    """
    anatomy = part.anatomy
    assert anatomy is not None
    if anatomy.flow is Flow.SUM:
        return None
    taken = behind if anatomy.flow is Flow.INPUTS else _squares(part, state, Of.INPUTS, part.inputs)
    if taken is None or part.flat is None:
        return taken
    return taken.view(part.flat.before, part.flat.count, part.flat.behind).sum(dim=(0, 2))


def _squares(part: Cut, state: Mapping[str, Tensor], of: Of, count: int) -> Tensor:
    """Return Σw² over the matrices of a layer, for each unit or input they go along: ``(count,)`` of 64 bits."""
    assert part.anatomy is not None
    sums = torch.zeros(count, dtype=torch.float64)
    for name, sides in part.anatomy.tensors.items():
        for side, axis in enumerate(sides):
            if axis is not None and axis.of is of and len(sides) > 1:
                sums[axis.start : axis.start + axis.count] += _along(
                    state[f"{part.name}.{name}"], axis, side
                ).square()
    return sums


def _along(tensor: Tensor, axis: Axis, side: int) -> Tensor:
    """Return √Σx² for each unit or input along a side of a tensor, ``(count,)`` of 64 bits."""
    parted = tensor.detach().unflatten(side, (axis.before, axis.count, axis.behind))
    others = [number for number in range(parted.ndim) if number != side + 1]
    lengths: Tensor = torch.linalg.vector_norm(parted, dim=others, dtype=torch.float64)
    return lengths
