"""Claim: measuring a model on 10,000 images takes at most 1.5 times one large matrix pass.

`evaluate()` of the article's network and of 784-512-256-10, from bytes to the report with its confusion matrix, in
turns with the forward pass of all images at once, from float32 pixels that lie ready to the share that is right. One
thread.

Run: python benchmarks/evaluation_time.py [--rounds 15]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import torch
from _claims import arguments, conclude, ratio
from _measure import images_at_hand, in_turns, machine, spread

from engine.config import load_preset
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.evaluation.evaluate import evaluate, model_input
from engine.models.build import build

LIMIT = 1.5
IMAGES = 10_000
PRESETS = ("article", "wide")


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def measure(preset: str, data: Dataset, rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of both ways with the network of a preset."""
    torch.manual_seed(0)
    model = build(load_preset(preset).network).eval()
    pixels = model_input(data.images)
    labels = torch.from_numpy(data.labels.copy())

    def large_pass() -> float:
        with torch.inference_mode():
            return float((model(pixels).argmax(1) == labels).float().mean())

    ways = {
        "evaluate()": lambda: milliseconds(lambda: evaluate(model, data)),
        "one large pass": lambda: milliseconds(large_pass),
    }
    return in_turns(ways, rounds)


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    options = arguments(__doc__, rounds=15).parse_args()
    torch.set_num_threads(1)
    changes = {"data.dataset": images_at_hand(), "data.generated_count": 60_000}
    data = datasets.load_split(load_preset("article").with_(**changes).data).train.subset(slice(0, IMAGES))
    print(f"{len(data):,} images of “{data.name}”, one thread, {options.rounds} rounds; {machine()}")
    claims = []
    for preset in PRESETS:
        found = measure(preset, data, options.rounds)
        for name, row in found.items():
            print(f"{preset:8} {name:15} {spread(row, 1)} ms")
        words = f"evaluation of {IMAGES:,} images, preset “{preset}”"
        claims.append(ratio(words, "one large matrix pass", *found.values(), LIMIT))
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
