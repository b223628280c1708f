"""Claim: an epoch of convolutions is never slower than PyTorch's usual loop, and far faster where bfloat16 is there.

The network of the preset `cnn`, one of wider filters of 3 × 3, and one as small as LeNet, each beside the same network
in PyTorch alone on the ladder of `_usual_loop.py`: in float32, and as *automatic* chooses. All train with Adam on
batches of 128, on one thread and the same images, in turns (A B C … A B C …). In float32 the products alone keep a core
at its peak on every rung, so little can be gained beside them. What counts are seconds of the processor; the ratios are
of figures of the same round.

Run: python benchmarks/conv_speed.py [--rounds 5] [--images 6000] [--networks cnn wide lenet]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from functools import partial

import numpy as np
import torch
from _claims import Claim, arguments, conclude, ratio
from _measure import in_turns, machine
from _usual_loop import FUSED, TUTORIAL, epoch_of
from _usual_networks import convolutions
from epoch_time import BATCH_SIZE, load_images, netsketch_epoch

from engine.config import Experiment, load_preset
from engine.data.dataset import Split
from engine.training.precision import multiplies_bfloat16

NETWORKS = {
    "cnn": (((16, 5), (32, 5), (64, 3)), 128, True),
    "wide": (((32, 3), (64, 3)), 128, False),
    "lenet": (((6, 5), (16, 5)), 84, False),
}
"""By name: channels and kernel of each convolution, units of the dense layer, whether batches are normalised."""
FLOAT32, AUTOMATIC = "NetSketch, float32", "NetSketch, automatic"
GAIN = 1.5  # of automatic, where there is bfloat16, against what tutorials write


def experiment_of(name: str) -> Experiment:
    """Return the settings with which we train a network: those of the article's, and its layers."""
    layers, units, normalized = NETWORKS[name]
    hidden = [{"kind": "conv", "channels": channels, "kernel": kernel} for channels, kernel in layers]
    return load_preset("article").with_(
        **{
            "network.hidden": [*hidden, {"size": units}],
            "network.batch_norm": normalized,
            "training.epochs": 1,
            "training.threads": 1,
            "training.batch_size": BATCH_SIZE,
        }
    )


def rows_of(
    name: str, images: Split, ready: torch.Tensor, labels: torch.Tensor, rounds: int
) -> Iterator[tuple[str, list[float]]]:
    """Go through the ways of training a network, each with the seconds of its epochs."""

    def plain(rung: str) -> float:
        model = convolutions(*NETWORKS[name])
        return epoch_of(model, ready, labels, BATCH_SIZE, rung, clock=time.process_time)

    def ours(precision: str) -> float:
        settings = experiment_of(name).with_(**{"training.precision": precision})
        return netsketch_epoch(settings, images, time.process_time)

    ways = {rung: partial(plain, rung) for rung in (TUTORIAL, FUSED)}
    ways |= {FLOAT32: partial(ours, "float32"), AUTOMATIC: partial(ours, "auto")}
    yield from in_turns(ways, rounds).items()


def main() -> int:
    """Measure and print the table; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=5, images=6000)
    parser.add_argument("--networks", nargs="+", choices=tuple(NETWORKS), default=tuple(NETWORKS))
    options = parser.parse_args()
    torch.set_num_threads(1)
    images = load_images().subset(slice(0, options.images))
    split = Split(images, images.subset(slice(0, 0)), images.subset(slice(0, 0)))
    ready = torch.from_numpy((images.images[:, None].astype(np.float32) / 255 - 0.1307) / 0.3081)
    labels = torch.from_numpy(images.labels.copy())
    has = multiplies_bfloat16()
    print(
        f"{len(images):,} images, batch {BATCH_SIZE}, one thread, {options.rounds} rounds; {machine()}; "
        f"{'multiplies' if has else 'does not multiply'} in bfloat16\n"
    )
    print("| network | an epoch | seconds of the processor, median | from | to |")
    print("| --- | --- | ---: | ---: | ---: |")
    claims: list[Claim] = []
    for name in options.networks:
        found = dict(rows_of(name, split, ready, labels, options.rounds))
        for way, seconds in found.items():
            middle = statistics.median(seconds)
            print(f"| {name} | {way} | {middle:.3f} | {min(seconds):.3f} | {max(seconds):.3f} |", flush=True)
        for way, limit in ((FLOAT32, 1.0), (AUTOMATIC, GAIN)):
            claim = f"an epoch of convolutions, {name}, {way.removeprefix('NetSketch, ')}, times as fast"
            if way == AUTOMATIC and not has:
                reason = "This processor has no instructions for bfloat16."
                claims.append(Claim(claim, TUTORIAL, limit, "×", at_least=True, reason=reason))
                continue
            claims += [
                ratio(claim, rung, found[rung], found[way], limit if rung == TUTORIAL else 1.0, at_least=True)
                for rung in (TUTORIAL, FUSED)
            ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
