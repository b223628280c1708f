"""Claim: products in bfloat16 cost a wide dense network no accuracy beyond what one seed differs from another.

A network is trained on MNIST with the same seeds in float32 and in bfloat16, in turns, and tested on MNIST's test
images. The claim is met where the means differ by no more than the deviation between seeds in float32. Seconds are of
the processor, on one thread, loading and validation included.

Run: python benchmarks/rounded.py [--preset wide] [--epochs 5] [--seeds 3] [--hidden 512,256]
"""

from __future__ import annotations

import statistics
import sys
import time

from _measure import command_line, images_at_hand, machine
from _trained import trained

from engine.choices import Precision
from engine.config import load_preset
from engine.data.datasets import load_split
from engine.inference import Recognizer
from engine.training.precision import multiplies_bfloat16

WAYS = (Precision.FLOAT32, Precision.BFLOAT16)


def main() -> int:
    """Measure and print the table; the exit code says whether the claim is met."""
    parser = command_line(__doc__)
    parser.add_argument("--preset", default="wide")
    parser.add_argument("--hidden", default="", help="other layers than those of the preset")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    if not multiplies_bfloat16():
        print("Not measured: this processor has no instructions for bfloat16.")
        return 0
    changes = {"data.dataset": images_at_hand(), "training.epochs": options.epochs, "training.threads": 1}
    changes |= {"network.hidden": options.hidden} if options.hidden else {}
    experiment = load_preset(options.preset).with_(**changes)
    test = load_split(experiment.data).test
    print(f"{options.preset} {options.hidden}, {options.epochs} epochs, {len(test):,} images; {machine()}\n")
    print("| seed | float32, % right | bfloat16, % right | float32, s | bfloat16, s |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    right: dict[Precision, list[float]] = {way: [] for way in WAYS}
    took: dict[Precision, list[float]] = {way: [] for way in WAYS}
    for seed in range(options.seeds):
        for way in WAYS:
            began = time.process_time()
            saved = trained(experiment.with_(**{"training.seed": seed, "training.precision": way}))
            took[way].append(time.process_time() - began)
            answers = Recognizer.of(saved).probabilities(test.images).argmax(1)
            right[way].append(100 * float((answers == test.labels).mean()))
        row = [f"{figures[way][-1]:.2f}" for figures in (right, took) for way in WAYS]
        print(f"| {seed} | {' | '.join(row)} |", flush=True)
    means = [statistics.mean(right[way]) for way in WAYS]
    noise = statistics.stdev(right[Precision.FLOAT32]) if options.seeds > 1 else 0.0
    lost = means[0] - means[1]
    met = lost <= noise
    print(
        f"\nmeans {means[0]:.2f} and {means[1]:.2f} %: {lost:+.2f} lost, {noise:.2f} between seeds: ", end=""
    )
    print("met" if met else "MISSED")
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())
