"""Claim: on a graphics card, steps that are recorded once and replayed take at most two thirds of the time.

The article's network and that of the preset `cnn`, on batches of 128 and of 1,024, in float32 and in bfloat16: epochs
of steps as the program does them on a card, beside the same steps started call by call, in turns. Both are the
program's own, from the same seed; how far their weights are apart in the end is told, too. Without a card it says so.

Run: python benchmarks/cuda_graph.py [--rounds 5]
"""

from __future__ import annotations

import sys
import time
from functools import partial

import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import in_turns, machine
from epoch_time import load_images

from engine.config import load_preset
from engine.data.dataset import Split
from engine.training.learner import Learner

PRESETS, BATCHES = ("article", "cnn"), (128, 1024)
GAIN = 1.5
YARDSTICK = "the same steps, call by call"


class CallByCall(Learner):
    """Records nothing."""

    def _may_be_recorded(self, device: torch.device, sizes: set[int]) -> bool:
        return False


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    options = arguments(__doc__, rounds=5).parse_args()
    cases = [(preset, batch, rounded) for preset in PRESETS for batch in BATCHES for rounded in (False, True)]
    if not torch.cuda.is_available():
        claims = [
            Claim(name_of(*case), YARDSTICK, GAIN, "×", at_least=True, reason="There is no card here.")
            for case in cases[:1]
        ]
        return conclude(claims, as_json=options.json)
    images = load_images()
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    print(f"{len(images):,} images, {torch.cuda.get_device_name()}, {options.rounds} rounds; {machine()}\n")
    claims = []
    for case in cases:
        learners = {kind.__name__: learner_of(kind, split, *case) for kind in (Learner, CallByCall)}
        found = in_turns({name: partial(epoch, each) for name, each in learners.items()}, options.rounds)
        one, other = (each.flat.weights for each in learners.values())
        apart = float((one - other).norm() / other.norm())
        print(f"{name_of(*case)}: weights {apart:.1e} apart after {options.rounds} epochs")
        claims.append(
            ratio(name_of(*case), YARDSTICK, found["CallByCall"], found["Learner"], GAIN, at_least=True)
        )
    return conclude(claims, as_json=options.json)


def name_of(preset: str, batch: int, rounded: bool) -> str:
    """Say what is measured."""
    numbers = "bfloat16" if rounded else "float32"
    return f"steps on a card as one call each, preset {preset}, batch {batch}, {numbers}, times as fast"


def learner_of(kind: type[Learner], split: Split, preset: str, batch: int, rounded: bool) -> Learner:
    """Return a learner on the card."""
    changes = {"training.batch_size": batch, "data.augmentation.enabled": False}
    return kind(load_preset(preset).with_(**changes), split, torch.device("cuda"), rounded=rounded)


def epoch(learner: Learner) -> float:
    """Do an epoch, and return the seconds that it took."""
    started = time.perf_counter()
    learner.begin_epoch()
    learner.steps(0, [0.001] * learner.steps_per_epoch)
    learner.end_epoch()
    learner.results(0, learner.steps_per_epoch)  # waits for the card
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
