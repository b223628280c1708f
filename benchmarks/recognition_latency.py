"""Claim: recognising one image costs at most 1.5 times the bare forward pass, whatever the network is made of.

The networks of the presets `article`, `cnn`, `lstm`, `transformer` and `hybrid`: from bytes to probabilities, the
recogniser's lock included, in turns with the forward pass alone, on one thread.

Run: python benchmarks/recognition_latency.py [--rounds 40] [--presets article lstm]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

import numpy as np
import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import in_turns, machine, spread

from engine.config import load_preset
from engine.inference import Recognizer
from engine.models.build import build

LIMIT = 1.5
CALLS = 100
ARTICLE = "article"
PRESETS = (ARTICLE, "cnn", "lstm", "transformer", "hybrid")


def microseconds_of(call: Callable[[], object]) -> float:
    """Return the microseconds that a call takes, a mean of many."""
    start = perf_counter()
    for _ in range(CALLS):
        call()
    return 1e6 * (perf_counter() - start) / CALLS


def measure(preset: str, rounds: int) -> Claim:
    """Measure both ways with the network of a preset, in turns."""
    experiment = load_preset(preset)
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
        rounds,
    )
    for name, values in found.items():
        print(f"{preset:12} {name:18} {spread(values, 1)} µs")
    what = "recognition of one drawing" if preset == ARTICLE else f"a drawing recognised, preset “{preset}”"
    return ratio(what, "bare forward pass", *found.values(), LIMIT)


def main() -> int:
    """Measure; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=40)
    parser.add_argument("--presets", nargs="+", choices=PRESETS, default=PRESETS)
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"{machine()}; {options.rounds} rounds of {CALLS} calls")
    claims = [measure(preset, options.rounds) for preset in options.presets]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
