"""The operations in C that multiply by matrices of weights, which may be stored in few bits.

Weights are used as they are stored, by ``weighed`` and ``weight_at`` of ``numbers.py``. ``@number`` stands for their
type, and what is between ⟨ and ⟩ is there where they have scales.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from engine.deploy.c.numbers import NUMBERS

if TYPE_CHECKING:
    from engine.deploy.weights import Weights

TEMPLATES: dict[str, str] = {
    "dense": """\
/* Weigh what comes in, row by row. */
static void dense(const float *x, float *y, int rows, int inputs, int outputs,
                  const @number *weight⟨, const float *scale⟩, const float *bias)
{
    int row, o;
    for (row = 0; row < rows; row++, x += inputs, y += outputs)
        for (o = 0; o < outputs; o++)
            y[o] = weighed(weight⟨, scale⟩, o, inputs, x) + bias[o];
}
""",
    "convolution": """\
/* Slide filters over an image, one of their numbers after the other; around the image are zeros. */
static void convolution(const float *restrict x, float *restrict y, int inputs, int height, int width, int outputs,
                        int side, int stride, int before, int behind,
                        const @number *weight⟨, const float *scale⟩, const float *bias)
{
    int o, c, row, column, down, across;
    int tall = (before + height + behind - side) / stride + 1, wide = (before + width + behind - side) / stride + 1;
    for (o = 0; o < outputs; o++, y += (long)tall * wide) {
        for (column = 0; column < tall * wide; column++)
            y[column] = bias[o];
        for (c = 0; c < inputs; c++)
            for (down = 0; down < side; down++)
                for (across = 0; across < side; across++) {
                    int left = before - across, first = left > 0 ? (left + stride - 1) / stride : 0;
                    int room = width - 1 + left, last = room < 0 ? -1 : room / stride;
                    float w = weight_at(weight⟨, scale⟩, o, inputs * side * side, (c * side + down) * side + across);
                    last = last < wide ? last : wide - 1;
                    for (row = 0; row < tall; row++) {
                        int at = row * stride + down - before;
                        float *sums = y + (long)row * wide;
                        const float *line;
                        if (at < 0 || at >= height)
                            continue;
                        line = x + ((long)c * height + at) * width;
                        for (column = first; column <= last; column++)
                            sums[column] += w * line[column * stride - left];
                    }
                }
    }
}
""",
    "lstm": """\
/* Read a sequence; h, memory and sums have room for 6 * units numbers together. */
static void lstm(const float *x, float *y, int count, int inputs, int units, int backwards, int every, int wide,
                 const @number *weight⟨, const float *scale⟩,
                 const @number *state_weight⟨, const float *state_scale⟩,
                 const float *bias, const float *state_bias, float *room)
{
    float *h = room, *memory = room + units, *sums = room + 2 * units;
    int n, g, u;
    for (u = 0; u < 2 * units; u++)
        room[u] = 0.0f;
    for (n = 0; n < count; n++) {
        int step = backwards ? count - 1 - n : n;
        const float *read = x + (long)step * inputs;
        for (g = 0; g < 4 * units; g++) {
            float old = weighed(state_weight⟨, state_scale⟩, g, units, h) + state_bias[g];
            sums[g] = weighed(weight⟨, scale⟩, g, inputs, read) + bias[g] + old;
        }
        for (u = 0; u < units; u++) {
            memory[u] = logistic(sums[units + u]) * memory[u] + logistic(sums[u]) * tanhf(sums[2 * units + u]);
            h[u] = logistic(sums[3 * units + u]) * tanhf(memory[u]);
            if (every || n == count - 1)
                y[(every ? (long)step * wide : 0) + u] = h[u];
        }
    }
}
""",
    "gru": """\
/* Read a sequence; h and both sums have room for 7 * units numbers together. */
static void gru(const float *x, float *y, int count, int inputs, int units, int backwards, int every, int wide,
                const @number *weight⟨, const float *scale⟩,
                const @number *state_weight⟨, const float *state_scale⟩,
                const float *bias, const float *state_bias, float *room)
{
    float *h = room, *new = room + units, *old = room + 4 * units;
    int n, g, u;
    for (u = 0; u < units; u++)
        h[u] = 0.0f;
    for (n = 0; n < count; n++) {
        int step = backwards ? count - 1 - n : n;
        const float *read = x + (long)step * inputs;
        for (g = 0; g < 3 * units; g++) {
            new[g] = weighed(weight⟨, scale⟩, g, inputs, read) + bias[g];
            old[g] = weighed(state_weight⟨, state_scale⟩, g, units, h) + state_bias[g];
        }
        for (u = 0; u < units; u++) {
            float reset = logistic(new[u] + old[u]), kept = logistic(new[units + u] + old[units + u]);
            h[u] = (1.0f - kept) * tanhf(new[2 * units + u] + reset * old[2 * units + u]) + kept * h[u];
            if (every || n == count - 1)
                y[(every ? (long)step * wide : 0) + u] = h[u];
        }
    }
}
""",
    "places": """\
/* Add what belongs to each step. */
static void places(float *x, int count, int width, const @number *values⟨, const float *scale⟩)
{
    int n, i;
    for (n = 0; n < count; n++, x += width)
        for (i = 0; i < width; i++)
            x[i] += weight_at(values⟨, scale⟩, n, width, i);
}
""",
}
"""What each function is."""

SCALED = re.compile("⟨(.*?)⟩")


def weighing(weights: Weights) -> dict[str, str]:
    """Return the functions for weights of a kind, those that others call in front of them."""
    number = NUMBERS[weights]
    templates = {
        name: SCALED.sub(r"\1" if number.scaled else "", text).replace("@number", number.type)
        for name, text in TEMPLATES.items()
    }
    return number.functions | templates
