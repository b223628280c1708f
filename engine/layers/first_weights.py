"""How large first weights are, said once: for what draws them, and for the code that a person reads."""

from __future__ import annotations

import math

from engine.choices import Activation

LEAKY_SLOPE = 0.01
NORMAL_DEVIATION = 0.01

# How much an activation shrinks what passes through it, made good by larger first weights.
GAINS = {
    Activation.RELU: math.sqrt(2.0),
    Activation.LEAKY_RELU: math.sqrt(2.0 / (1 + LEAKY_SLOPE**2)),
    Activation.TANH: 5.0 / 3.0,
    Activation.SIGMOID: 1.0,
    Activation.GELU: math.sqrt(2.0),
    Activation.SILU: math.sqrt(2.0),
    Activation.IDENTITY: 1.0,
}

# By trial: where a patch is must count at first as much as what is in it. Pixels beside each other are alike, so that
# their sums are large, and are drawn with a share of the usual first weights.
FIRST_DEVIATION, EMBEDDED = 0.2, 0.3

# Shares of the usual first weights, by trial: blocks of attention that begin softly, adding little to what comes in,
# learn faster.
SOFT, ADDED = 0.58, 0.4
