"""Claim: an epoch of a dense network takes at most 1.45 times what its six matrix products take alone.

The parts of a step are done alone, one after the other, as often as a whole epoch does them and in its own places:
gathering and converting the images, the products, biases, activations with their gradients, loss and answers, the
optimiser. What the whole epoch takes beyond their sum is called the rest: calls, and what one part left for the next to
fetch from memory again. The article's network with each activation; `--hidden 512,256` for a wide one. Seconds of the
processor, in turns.

Run: python benchmarks/epoch_parts.py [--rounds 7] [--activations relu tanh] [--hidden 64,64] [--batch 128]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import torch
from _claims import arguments, conclude, ratio
from _measure import in_turns, machine
from epoch_time import PRODUCTS, REACH, load_images

from engine.choices import Activation
from engine.config import DenseLayer, load_preset
from engine.data.dataset import Dataset, Split
from engine.training.fast.dense_pass import activate, judge, load, pass_back
from engine.training.fast.dense_step import DenseStep
from engine.training.learner import Learner
from engine.training.optimizers import take_step

WHOLE, ALONE = "the whole epoch", "products"


def parts_of(learner: Learner, step: DenseStep, steps: int, batch: int) -> dict[str, Callable[[], None]]:
    """Return what does each part ``steps`` times, by the part's name."""
    layers, places, room = step._layers, step._places[batch], step._batches[batch]
    rule, clipping, _ = step._rest
    indices, labels = learner._indices_of_step, learner._labels_of_step
    below = [room.images, *(place.output for place in places[:-1])]
    backwards = list(zip(range(len(layers)), layers, places, below, strict=True))[::-1]

    def images(number: int) -> None:
        load(step._inputs, indices[number], room.raw, room.images)

    def products(number: int) -> None:
        del number
        for layer, place, given in zip(layers, places, below, strict=True):
            torch.mm(given, layer.weight_t, out=place.sums)
        for at, layer, place, given in backwards:
            torch.mm(place.gradient_t, given, out=layer.weight_gradient)
            if at:
                torch.mm(place.gradient, layer.weight, out=places[at - 1].gradient)

    def biases(number: int) -> None:
        del number
        for layer, place in zip(layers, places, strict=True):
            place.sums.copy_(layer.bias)  # as addmm begins
            torch.sum(place.gradient, [0], out=layer.bias_gradient)

    def activations(number: int) -> None:
        del number
        for layer, place in zip(layers, places, strict=True):
            activate(layer, place.sums, place.active)
            pass_back(layer, place.gradient, place.sums, place.active)

    def loss(number: int) -> None:
        told = learner._loss_of_step[number], learner._answers_of_step[number]
        judge(step._taught, places, room, places[-1].sums, labels[number], *told)

    def optimiser(number: int) -> None:
        del number
        take_step(rule, 1e-3, clipping)

    def repeated(part: Callable[[int], None]) -> None:
        with torch.inference_mode():
            for number in range(steps):
                part(number)

    named = {
        "gathering and converting": images, ALONE: products, "biases": biases, "activations": activations,
        "loss and answers": loss, "optimiser": optimiser,
    }  # fmt: skip
    whole = {WHOLE: lambda: learner.steps(0, [1e-3] * steps)}
    return whole | {name: partial(repeated, part) for name, part in named.items()}


def seconds_of(
    images: Dataset, activation: str, hidden: str, batch: int, rounds: int
) -> dict[str, list[float]]:
    """Return the seconds of each part of an epoch of whole batches, and of all of it, round by round."""
    nothing = images.subset(slice(0, 0))
    layers = tuple(
        DenseLayer(size=int(size), activation=Activation(activation)) for size in hidden.split(",")
    )
    experiment = load_preset("article").with_(
        **{"network.hidden": layers, "training.batch_size": batch, "training.threads": 1}
    )
    learner = Learner(experiment, Split(images, nothing, nothing), torch.device("cpu"))
    learner.begin_epoch()
    step = learner._step
    assert isinstance(step, DenseStep), "a plain dense network"
    parts = parts_of(learner, step, len(images) // batch, batch)

    def timed(part: Callable[[], None]) -> float:
        started = time.process_time()
        part()
        return time.process_time() - started

    parts[WHOLE]()  # compiles
    return in_turns({name: partial(timed, part) for name, part in parts.items()}, rounds)


def main() -> int:
    """Measure and print a table for each activation; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=7, batch=128)
    parser.add_argument("--hidden", default="64,64")
    parser.add_argument("--activations", nargs="+", choices=[*Activation], default=["relu", "tanh", "silu"])
    options = parser.parse_args()
    torch.set_num_threads(1)
    images = load_images()
    name = "-".join(("784", *options.hidden.split(","), "10"))
    sizes = [int(part) for part in name.split("-")]
    work = 2 * options.batch * sum(a * b for a, b in pairwise(sizes))
    print(
        f"{name}, batch {options.batch}, one thread, {options.rounds} rounds, {work / 1e6:.1f} million operations a "
        f"forward pass; {machine()}\n"
    )
    claims = []
    for activation in options.activations:
        found = seconds_of(images, activation, options.hidden, options.batch, options.rounds)
        whole = statistics.median(found[WHOLE])
        print(f"| {activation} | ms, median | share |\n| --- | ---: | ---: |")
        rest = whole
        for part, seconds in found.items():
            middle = statistics.median(seconds)
            rest -= middle if part != WHOLE else 0.0
            print(f"| {part} | {1000 * middle:.1f} | {middle / whole:.1%} |")
        print(f"| the rest | {1000 * rest:.1f} | {rest / whole:.1%} |\n", flush=True)
        claims.append(
            ratio(
                f"an epoch of {name}, {activation}, times as long",
                PRODUCTS,
                found[WHOLE],
                found[ALONE],
                REACH,
            )
        )
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
