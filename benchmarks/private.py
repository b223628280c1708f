"""What privacy costs: the presets `private-1`, `private-3` and `private-8` on MNIST, seed after seed.

Each is trained as it is and measured on MNIST's test images, which nothing learnt from; and so is the same network on
the same images without privacy, as the preset `article` trains. What was spent is counted by dp-accounting as well, by
the same bound and exactly. Then epochs of a preset and of the same steps without privacy are timed in turns (A B A B
…), on one thread, by the processor's clock; and so are epochs in the article's batches of 128, with noise drawn more
often.

Each run is printed and, with `--results`, added to a file as soon as it is done, and not run again if the file has it.

Run: python benchmarks/private.py [--presets private-1,private-3,private-8] [--seeds 0,1,2] [--rounds 5]
     [--results FILE]
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from _kept import keep_rows, rows_in
from _measure import command_line, in_turns, machine, mnist_is_here, spread

from engine.config import Experiment, load_preset
from engine.data import datasets
from engine.data.dataset import Split
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.training import TrainingFinished, TrainingStarted, train
from engine.training.learner import Learner
from engine.training.private.promise import NOT_PRIVATE, promise_of

PRESETS = ("private-1", "private-3", "private-8")
CPU = torch.device("cpu")
WITHOUT = "without privacy"
USUAL = ("optimizer", "learning_rate", "batch_size", "epochs")
ORDER = (*PRESETS, WITHOUT)


@dataclass(frozen=True)
class Row:
    """One training.

    Attributes:
        preset: Its settings, or ``without privacy``.
        seed: Of its first weights, of the images that a step sees, and of the noise.
        noise: σ; None without privacy.
        epsilon: ε that was spent; None without privacy.
        accuracy: Share of MNIST's test images that it reads.
        epochs: How many there were.
        cpu_seconds: Processor time of the training, on one thread.
    """

    preset: str
    seed: int
    noise: float | None
    epsilon: float | None
    accuracy: float
    epochs: int
    cpu_seconds: float


def settings(preset: str, seed: int = 0) -> Experiment:
    """Return the settings of a preset on one thread; without privacy, those by which `article` trains."""
    changes: dict[str, object] = {"data.dataset": "mnist", "training.seed": seed, "training.threads": 1}
    if preset != WITHOUT:
        return load_preset(preset).with_(**changes)
    usual = load_preset("article").training
    changes |= {f"training.{name}": getattr(usual, name) for name in USUAL} | NOT_PRIVATE
    return load_preset(PRESETS[0]).with_(**changes)


def run(preset: str, seed: int) -> Row:
    """Train and measure one."""
    experiment = settings(preset, seed)
    data = datasets.load_split(experiment.data)
    started = time.process_time()
    noise = None
    for event in train(experiment, data):
        if isinstance(event, TrainingStarted):
            noise = event.privacy_noise
        if isinstance(event, TrainingFinished):
            finished = event
    seconds = time.process_time() - started
    model = build(experiment.network, image_shape=data.train.image_shape, classes=len(data.classes))
    model.load_state_dict(finished.state)
    accuracy = float(evaluate(model, data.test).accuracy)
    spent = finished.privacy_spent
    return Row(preset, seed, noise, spent, accuracy, finished.epoch, round(seconds, 1))


def epoch_of(experiment: Experiment, data: Split) -> Callable[[], float]:
    """Return what does one more epoch and says how many seconds of the processor it took."""
    learner = Learner(experiment, data, CPU)

    def epoch() -> float:
        started = time.process_time()
        learner.begin_epoch()
        learner.steps(0, [1e-4] * learner.steps_per_epoch)
        learner.results(0, learner.steps_per_epoch)
        learner.end_epoch()
        return time.process_time() - started

    return epoch


def timed(experiment: Experiment, rounds: int) -> str:
    """Time epochs with and without privacy, in turns."""
    data = datasets.load_split(experiment.data)
    ways = {
        "private": epoch_of(experiment, data),
        "not private": epoch_of(experiment.with_(**NOT_PRIVATE), data),
    }
    figures = in_turns(ways, rounds)
    ratios = [one / other for one, other in zip(*figures.values(), strict=True)]
    parts = [f"{name} {spread(values)} s" for name, values in figures.items()]
    size = experiment.training.batch_size
    return f"an epoch in batches of {size}: {', '.join(parts)}, ratio {statistics.median(ratios):.2f}"


def table(rows: list[Row]) -> str:
    """Return the rows as a table in Markdown: a line for each preset."""
    lines = [
        "| preset | ε spent | noise σ | epochs | test images read | seed by seed |",
        "| --- | --: | --: | --: | --: | --- |",
    ]
    for preset in dict.fromkeys(row.preset for row in rows):
        those = [row for row in rows if row.preset == preset]
        first = those[0]
        name = preset if preset == WITHOUT else f"`{preset}`"
        spent, noise = (f"{value:.2f}" if value else "–" for value in (first.epsilon, first.noise))
        each = ", ".join(f"{row.accuracy:.2%}" for row in those)
        middle = statistics.mean(row.accuracy for row in those)
        lines.append(f"| {name} | {spent} | {noise} | {first.epochs} | {middle:.2%} | {each} |")
    return "\n".join(lines)


def counted(preset: str) -> str:
    """Say what the whole run of a preset spends, by our accountant and by dp-accounting."""
    from dp_accounting import dp_event
    from dp_accounting.pld import PLDAccountant
    from dp_accounting.rdp import RdpAccountant

    experiment = settings(preset)
    promise = promise_of(experiment.training, len(datasets.load_split(experiment.data).train))
    assert promise is not None, "they are private"
    steps = experiment.training.epochs * promise.steps_per_epoch
    step = dp_event.PoissonSampledDpEvent(promise.sampling_rate, dp_event.GaussianDpEvent(promise.noise))
    found = [
        accountant().compose(step, steps).get_epsilon(promise.delta)
        for accountant in (RdpAccountant, PLDAccountant)
    ]
    ours, bound, exact = promise.spent(steps), *found
    return f"ε {ours:.5f} here, {bound:.5f} by dp-accounting's bound, {exact:.3f} by its exact account"


def main() -> int:
    """Train what is asked for, time it, and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default=",".join(PRESETS))
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--rounds", type=int, default=5, help="epochs that are timed; 0 for none")
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    rows = rows_in(options.results, Row)
    presets = options.presets.split(",")
    for seed in map(int, options.seeds.split(",")):
        for preset in (*presets, WITHOUT):
            if any((row.preset, row.seed) == (preset, seed) for row in rows):
                continue
            row = run(preset, seed)
            rows.append(row)
            print(f"{preset}, seed {seed}: {row.accuracy:.2%}, {row.cpu_seconds} s", flush=True)
            rows.sort(key=lambda each: (ORDER.index(each.preset), each.seed))
            keep_rows(options.results, rows, machine=machine())
    print(f"\n{table(rows)}\n")
    if importlib.util.find_spec("dp_accounting"):
        for preset in presets:
            print(f"{preset}: {counted(preset)}", flush=True)
    if options.rounds:
        for preset in presets:
            print(f"{preset}: {timed(settings(preset), options.rounds)}", flush=True)
        small = settings("article").with_(**{"training.privacy_noise": 1.0})
        print(f"article with noise 1: {timed(small, options.rounds)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
