"""What recognising one image costs beside the bare forward pass: `python benchmarks/recognition_latency.py`.

Claim: at most 1.5 times the bare forward pass for the article's network, from bytes to probabilities, lock included.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.config import load_preset
from engine.inference import Recognizer
from engine.models.build import build

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 1.5
ROUNDS, CALLS = 60, 200


def seconds_of(call: Callable[[], object]) -> float:
    """Return the seconds that ``CALLS`` calls take."""
    start = perf_counter()
    for _ in range(CALLS):
        call()
    return perf_counter() - start


def main() -> int:
    """Measure both in turns, so that whatever else the machine does falls on both alike."""
    torch.set_num_threads(1)
    experiment = load_preset("article")
    model = build(experiment.network).eval()
    recognizer = Recognizer(experiment, tuple("0123456789"), model.state_dict())
    image = np.random.default_rng(0).integers(0, 256, (1, 28, 28), dtype=np.uint8)
    pixels = torch.from_numpy(image / np.float32(255))[:, None]

    def bare() -> None:
        with torch.inference_mode():
            model(pixels)

    def recognise() -> None:
        recognizer.probabilities(image)

    bare_times, whole_times = [], []
    for _ in range(ROUNDS):
        bare_times.append(seconds_of(bare))
        whole_times.append(seconds_of(recognise))
    ratio = median(whole / alone for whole, alone in zip(whole_times, bare_times, strict=True))
    microseconds = 1e6 / CALLS
    print(f"bare forward pass   {median(bare_times) * microseconds:6.1f} µs")
    print(f"recognizer          {median(whole_times) * microseconds:6.1f} µs")
    print(f"ratio               {ratio:6.2f}  (at most {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
