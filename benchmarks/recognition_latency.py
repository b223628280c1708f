"""Claim: recognising one image costs at most 1.5 times the bare forward pass of the article's network.

From bytes to probabilities, the recogniser's lock included, in turns with the forward pass alone.

Run: python benchmarks/recognition_latency.py [--rounds 60]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

import numpy as np
import torch
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine, spread

from engine.config import load_preset
from engine.inference import Recognizer
from engine.models.build import build

LIMIT = 1.5
CALLS = 200


def microseconds_of(call: Callable[[], object]) -> float:
    """Return the microseconds that a call takes, a mean of many."""
    start = perf_counter()
    for _ in range(CALLS):
        call()
    return 1e6 * (perf_counter() - start) / CALLS


def main() -> int:
    """Measure both in turns; the exit code says whether the claim is met."""
    options = arguments(__doc__, rounds=60).parse_args()
    torch.set_num_threads(1)
    experiment = load_preset("article")
    model = build(experiment.network).eval()
    recognizer = Recognizer(experiment, tuple("0123456789"), model.state_dict())
    image = np.random.default_rng(0).integers(0, 256, (1, 28, 28), dtype=np.uint8)
    pixels = torch.from_numpy(image / np.float32(255))[:, None]

    def bare() -> None:
        with torch.inference_mode():
            model(pixels)

    found = in_turns(
        {
            "recogniser": lambda: microseconds_of(lambda: recognizer.probabilities(image)),
            "bare forward pass": lambda: microseconds_of(bare),
        },
        options.rounds,
    )
    print(f"{machine()}; {options.rounds} rounds of {CALLS} calls")
    for name, values in found.items():
        print(f"{name:18} {spread(values, 1)} µs")
    claim = ratio("recognition of one drawing", "bare forward pass", *found.values(), LIMIT)
    return conclude([claim], as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
