"""Products of float32 by MKL and by oneDNN on this processor, on one thread; which of them NetSketch takes is marked.

For a layer of ``B`` images, ``I`` inputs and ``O`` units: forward, and the gradients by its weights and its inputs. A
result by oneDNN is copied to its place, as in a step. Of each the quickest of some tries, in microseconds.

Run: python benchmarks/products.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from typing import TYPE_CHECKING

import torch
from _measure import machine

from engine.training.fast.product import by_onednn, multiply

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS = (
    (128, 784, 64), (128, 64, 64), (128, 784, 16), (128, 784, 32), (128, 256, 64), (128, 784, 512), (128, 512, 512),
    (32, 784, 64), (512, 784, 64), (1024, 784, 512), (1, 1500, 1500), (2, 1500, 1500),
)  # fmt: skip
WORK = 3e9  # multiply-adds in a round


def quickest(call: Callable[[], None], times: int, rounds: int) -> float:
    """Return the microseconds of a call, the least of some rounds of it."""
    found = []
    for _ in range(rounds):
        started = time.perf_counter()
        for _ in range(times):
            call()
        found.append((time.perf_counter() - started) / times)
    return min(found) * 1e6


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    torch.set_num_threads(1)
    print(f"{machine()}\n\n| B × I × O | forward | | by weights | | by inputs | | taken |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |")
    print("| | MKL | oneDNN | MKL | oneDNN | MKL | oneDNN | |")
    for images, inputs, units in LAYERS:
        given, weight, gradient = (
            torch.rand(images, inputs), torch.rand(units, inputs), torch.rand(images, units),
        )  # fmt: skip
        figures = []
        work = images * inputs * units
        for left, right in ((given, weight.T), (gradient.T, given), (gradient, weight)):
            out = torch.empty(len(left), right.shape[1])
            for choice in (False, True):
                with torch.inference_mode():
                    call = partial(multiply, left, right, choice, out)
                    figures.append(quickest(call, max(20, int(WORK / work)), rounds))
        taken = "oneDNN" if by_onednn(images, inputs, units) else "MKL"
        print(
            f"| {images} × {inputs} × {units} | {' | '.join(f'{each:.1f}' for each in figures)} | {taken} |"
        )


if __name__ == "__main__":
    main()
