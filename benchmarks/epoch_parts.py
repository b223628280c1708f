"""Claim: an epoch of a dense network takes at most 1.45 times what its six matrix products take alone.

The parts of a step are done alone, one after the other, as often as a whole epoch does them and in its own places:
gathering and converting the images, the products, biases, activations with their gradients, loss and answers, the
optimiser. What the whole epoch takes beyond their sum is called the rest: what one part left for the next to fetch from
memory again. The article's network with each activation; `--hidden 512,256` for a wide one. Everything is float32, the
epoch and its products. Seconds of the processor, in turns.

Run: python benchmarks/epoch_parts.py [--rounds 15] [--activations relu tanh] [--hidden 64,64] [--batch 128]
"""

# Without `from __future__ import annotations`: the script compiler looks at the types of the functions.
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
from torch import Tensor

from engine.choices import Activation
from engine.config import DenseLayer, load_preset
from engine.data.dataset import Dataset, Split
from engine.training.fast.dense_pass import Batch, Inputs, Layer, Place, activate, judge, load, pass_back
from engine.training.fast.dense_step import DenseStep
from engine.training.fast.product import multiply
from engine.training.fast.script import scripted
from engine.training.learner import Learner
from engine.training.optimizers import Rule, take_step
from engine.training.teaching import Taught

WHOLE, ALONE = "the whole epoch", "products"


def images(inputs: Inputs, indices: list[Tensor], batch: Batch) -> None:
    """Gather and convert the images of each step."""
    for step in range(len(indices)):
        load(inputs, indices[step], batch.raw, batch.images)


def products(layers: list[Layer], places: list[Place], given: Tensor, steps: int) -> None:
    """Do the products of each step, in float32, by the library that the step takes."""
    for _ in range(steps):
        for number in range(len(layers)):
            below, place = places[number - 1].output if number > 0 else given, places[number]
            multiply(below, layers[number].weight_t, place.by_onednn, place.sums)
        for back in range(len(layers)):
            number = len(layers) - 1 - back
            layer, place = layers[number], places[number]
            below = places[number - 1].output if number > 0 else given
            multiply(place.gradient_t, below, place.by_onednn, layer.weight_gradient)
            if number > 0:
                multiply(place.gradient, layer.weight, place.by_onednn, places[number - 1].gradient)


def biases(layers: list[Layer], places: list[Place], steps: int) -> None:
    """Add biases, as addmm begins, and find their gradients."""
    for _ in range(steps):
        for number in range(len(layers)):
            places[number].sums.copy_(layers[number].bias)
            torch.mm(places[number].ones, places[number].gradient, out=layers[number].bias_gradient)


def activations(layers: list[Layer], places: list[Place], steps: int) -> None:
    """Apply activations, and go back through them."""
    for _ in range(steps):
        for number in range(len(layers)):
            activate(layers[number], places[number])
            pass_back(layers[number], places[number])


def loss(
    taught: Taught, places: list[Place], batch: Batch, labels: list[Tensor], losses: list[Tensor],
    answers: list[Tensor],
) -> None:  # fmt: skip
    """Find losses and answers, and the gradients by the logits."""
    for step in range(len(labels)):
        judge(taught, places, batch, places[-1].sums, labels[step], losses[step], answers[step])


def optimiser(rule: Rule, clipping: float, steps: int) -> None:
    """Change the weights."""
    for _ in range(steps):
        take_step(rule, 1e-3, clipping)


def parts_of(learner: Learner, step: DenseStep, steps: int, batch: int) -> dict[str, Callable[[], None]]:
    """Return what does each part ``steps`` times, in one call as a whole epoch does, by the part's name."""
    layers, places, room = step._layers, step._places[batch], step._batches[batch]
    rule, clipping, _ = step._rest
    indices, labels, losses, answers = (
        list(each[:steps])
        for each in (
            *(learner._indices_of_step, learner._labels_of_step),
            *(learner._loss_of_step, learner._answers_of_step),
        )
    )
    return {
        WHOLE: lambda: learner.steps(0, [1e-3] * steps),
        "gathering and converting": partial(scripted(images), step._inputs, indices, room),
        ALONE: partial(scripted(products), layers, places, room.images, steps),
        "biases": partial(scripted(biases), layers, places, steps),
        "activations": partial(scripted(activations), layers, places, steps),
        "loss and answers": partial(scripted(loss), step._taught, places, room, labels, losses, answers),
        "optimiser": partial(scripted(optimiser), rule, clipping, steps),
    }


def seconds_of(
    images: Dataset, activation: str, hidden: str, batch: int, rounds: int
) -> dict[str, list[float]]:
    """Return the seconds of each part of an epoch of whole batches, and of all of it, round by round.

    Each round has a network of its own: where the system puts one, and so what meets in a cache, is chance.
    """
    nothing = images.subset(slice(0, 0))
    layers = tuple(
        DenseLayer(size=int(size), activation=Activation(activation)) for size in hidden.split(",")
    )
    experiment = load_preset("article").with_(
        **{
            "network.hidden": layers, "training.batch_size": batch, "training.threads": 1,
            "training.precision": "float32",
        }
    )  # fmt: skip

    def timed(part: Callable[[], None]) -> float:
        started = time.process_time()
        part()
        return time.process_time() - started

    found: dict[str, list[float]] = {}
    for _ in range(rounds):
        learner = Learner(experiment, Split(images, nothing, nothing), torch.device("cpu"))
        learner.begin_epoch()
        step = learner._step
        assert isinstance(step, DenseStep), "a plain dense network"
        parts = parts_of(learner, step, len(images) // batch, batch)
        for name, figures in in_turns(
            {name: partial(timed, part) for name, part in parts.items()}, 1
        ).items():
            found.setdefault(name, []).extend(figures)
    return found


def main() -> int:
    """Measure and print a table for each activation; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=15, batch=128)
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
