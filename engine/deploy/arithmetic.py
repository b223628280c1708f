"""What the plain operations compute, in NumPy alone: each function is one, under the name of the operation.

This file is copied whole into exported scripts, so it knows nothing but NumPy. Arrays are float32 with the batch in
front: images ``(B, C, H, W)``, sequences ``(B, steps, features)``, vectors ``(B, units)``.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]
    Way = tuple[Floats, Floats, Floats, Floats]

AT_ONCE = 1 << 20  # numbers that a convolution gathers before it multiplies them


def affine(x: Floats, centre: Floats, scale: Floats, shift: Floats) -> Floats:
    """Bring each channel of images, or each unit of vectors, to another centre and scale."""
    form = (-1,) + (1,) * (x.ndim - 2)
    return (x - centre.reshape(form)) * scale.reshape(form) + shift.reshape(form)


def flatten(x: Floats) -> Floats:
    """Make vectors of images or sequences."""
    return x.reshape(len(x), -1)


def dense(x: Floats, weight: Floats, bias: Floats) -> Floats:
    """Weigh the last numbers ``(…, inputs)`` into sums ``(…, outputs)``."""
    return x @ weight.T + bias


def pad(x: Floats, before: int, behind: int) -> Floats:
    """Put zeros around images."""
    return np.pad(x, ((0, 0), (0, 0), (before, behind), (before, behind)))


def convolution(
    x: Floats, weight: Floats, bias: Floats, stride: int, before: int = 0, behind: int = 0
) -> Floats:
    """Slide filters ``(outputs, inputs, side, side)`` over images, some rows at a time."""
    outputs, inputs, side, _ = weight.shape
    if before or behind:
        x = pad(x, before, behind)
    count = len(x)
    height, width = ((size - side) // stride + 1 for size in x.shape[2:])
    filters = weight.reshape(outputs, -1)
    made = np.empty((count, outputs, height, width), x.dtype)
    rows = max(1, AT_ONCE // (count * width * inputs * side * side))
    for top in range(0, height, rows):
        some = min(rows, height - top)
        seen = np.empty((count, inputs, side, side, some, width), x.dtype)
        for down in range(side):
            first = top * stride + down
            for across in range(side):
                seen[:, :, down, across] = x[
                    :,
                    :,
                    first : first + (some - 1) * stride + 1 : stride,
                    across : across + (width - 1) * stride + 1 : stride,
                ]
        sums = filters @ seen.reshape(count, -1, some * width)
        made[:, :, top : top + some] = sums.reshape(count, outputs, some, width)
    return made + bias.reshape(-1, 1, 1)


def shrink(x: Floats, side: int, largest: bool) -> Floats:
    """Take the largest, or the mean, of each square of pixels."""
    height, width = (size // side * side for size in x.shape[2:])
    corners = [(down, across) for down in range(side) for across in range(side)]
    parts = [x[:, :, down:height:side, across:width:side] for down, across in corners]
    if largest:
        return reduce(np.maximum, parts)
    return reduce(np.add, parts) / np.float32(len(parts))


def activate(x: Floats, function: str, slope: float = 0.0) -> Floats:
    """Apply a function to each number."""
    if function == "relu":
        return np.maximum(x, 0)
    if function == "leaky_relu":
        return np.where(x > 0, x, x * np.float32(slope))
    if function == "tanh":
        return np.tanh(x)
    if function == "sigmoid":
        return sigmoid(x)
    if function == "gelu":
        return x * np.float32(0.5) * (1 + erf(x * np.float32(0.5**0.5)))
    if function == "silu":
        return x * sigmoid(x)
    raise ValueError(function)


def sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + exp(−x)), by tanh, which does not overflow."""
    return np.float32(0.5) * np.tanh(x * np.float32(0.5)) + np.float32(0.5)


def erf(x: Floats) -> Floats:
    """Return the error function to 5e-7.

    Source: Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 7.1.26.
    """
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911) * size)
    sums = np.float32(1.061405429) * t
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        sums = (sums + np.float32(factor)) * t
    return np.copysign(1 - sums * np.exp(-size * size), x)


def steps(x: Floats, by_columns: bool) -> Floats:
    """Read images as sequences of their rows, or of their columns."""
    order = (0, 3, 1, 2) if by_columns else (0, 2, 1, 3)
    x = x.transpose(order)
    return x.reshape(*x.shape[:2], -1)


def recurrence(x: Floats, cell: str, ways: tuple[Way, ...], every_step: bool) -> Floats:
    """Read sequences by an LSTM or a GRU, each way with weights of its own."""
    given = []
    for number, way in enumerate(ways):
        states = read(x[:, ::-1] if number else x, cell, *way)  # the second way begins at the end
        given.append((states[:, ::-1] if number else states) if every_step else states[:, -1])
    return np.concatenate(given, axis=-1)


def read(
    x: Floats, cell: str, weight: Floats, state_weight: Floats, bias: Floats, state_bias: Floats
) -> Floats:
    """Return the state after every step, ``(B, steps, units)``."""
    count, length, _ = x.shape
    units = state_weight.shape[1]
    sums = x @ weight.T + bias  # (B, steps, gates · units)
    h = memory = np.zeros((count, units), np.float32)
    states = np.empty((count, length, units), np.float32)
    for step in range(length):
        new, old = sums[:, step], h @ state_weight.T + state_bias
        if cell == "lstm":
            i, f, g, o = np.split(new + old, 4, axis=1)
            memory = sigmoid(f) * memory + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(memory)
        else:
            r, z, n = (slice(gate * units, (gate + 1) * units) for gate in range(3))
            kept = sigmoid(new[:, z] + old[:, z])
            candidate = np.tanh(new[:, n] + sigmoid(new[:, r] + old[:, r]) * old[:, n])
            h = (1 - kept) * candidate + kept * h
        states[:, step] = h
    return states


def patches(x: Floats, side: int) -> Floats:
    """Cut images into squares, row by row."""
    count, channels, height, width = x.shape
    x = np.pad(x, ((0, 0), (0, 0), (0, -height % side), (0, -width % side)))
    rows, columns = x.shape[2] // side, x.shape[3] // side
    squares = x.reshape(count, channels, rows, side, columns, side).transpose(0, 2, 4, 1, 3, 5)
    return squares.reshape(count, rows * columns, -1)


def add(x: Floats, values: Floats) -> Floats:
    """Add numbers to each sequence."""
    return x + values


def norm(x: Floats, scale: Floats, shift: Floats, epsilon: float) -> Floats:
    """Bring each step to mean 0 and deviation 1, then to a scale and shift that were learned."""
    x = x - x.mean(axis=-1, keepdims=True)
    deviation = np.sqrt((x * x).mean(axis=-1, keepdims=True) + np.float32(epsilon))
    return x / deviation * scale + shift


def attend(x: Floats, heads: int, looks_back: bool = False) -> Floats:
    """Let tokens look at each other, or at those before them alone."""
    count, tokens, width = x.shape
    parts = x.reshape(count, tokens, 3, heads, width // (3 * heads)).transpose(2, 0, 3, 1, 4)
    query, key, value = parts  # (B, heads, tokens, size)
    scores = query @ key.transpose(0, 1, 3, 2) / np.float32(query.shape[3] ** 0.5)
    if looks_back:
        scores = np.where(np.tri(tokens, dtype=bool), scores, np.float32(-np.inf))
    mixed = softmax(scores) @ value
    return mixed.transpose(0, 2, 1, 3).reshape(count, tokens, -1)


def look(x: Floats, table: Floats) -> Floats:
    """Take the row of a table that each number ``(B, steps)`` says."""
    return table[x.astype(np.int64)]


def pick(x: Floats, which: str) -> Floats:
    """Make one vector of each sequence."""
    return x.mean(axis=1) if which == "mean" else x[:, 0 if which == "first" else -1]


def levels(x: Floats, scale: float, zero: int) -> Floats:
    """Bring each number to the nearest of 256 steps.

    What follows is computed in double precision: a sum that differs in its last digit only because it was taken in
    another order would now and then come to the next step.
    """
    steps = np.clip(np.rint(x / np.float32(scale)) + zero, 0, 255) - zero
    return steps.astype(np.float64) * np.float64(np.float32(scale))


def softmax(x: Floats) -> Floats:
    """Return shares that add up to 1 along the last axis."""
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    return x / x.sum(axis=-1, keepdims=True)
