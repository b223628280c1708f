"""Claim: the training doctor finds what is wrong with a run, and says nothing of one that is well.

The settings are drawn at random, with a seed, from what ``healthy`` and the functions after it describe, before
anything is trained. Healthy runs are ordinary settings as a person would try them, on as many built-in digits as the
program draws by itself. Broken ones have a single thing wrong with them, and fewer digits. Each is trained under the
doctor's eyes, and all that it ever said counts, also what it took back.

Seed 1 is spent: there the healthy runs had 4,000 digits, which all of them learnt by heart; a bottleneck of ReLU died;
and the doctor called the rate too low where units were dead or saturated, which was mended. Each seed is untouched
until somebody changes the doctor for what it shows.

Run: python benchmarks/doctor_check.py [--seed 2] [--healthy 12] [--each 2] [--all]
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from _measure import command_line, machine

from engine.config import Experiment
from engine.data.dataset import Split
from engine.data.datasets import load_split
from engine.training import EpochDone, ModelSnapshot, TrainingFinished, train
from engine.training.checkpoint import Checkpoint
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import FindingKind
from engine.training.doctor.probe import Probe

FEW_IMAGES = 4000
Spoil = Callable[[Checkpoint], Checkpoint]
Cut = Callable[[Split], Split]


@dataclass(frozen=True)
class Case:
    """A run to be.

    Attributes:
        kind: What is wrong with it, or ``healthy``.
        settings: As ``Experiment.with_`` takes them.
        right: The findings of which one must come.
        allowed: Those that may come beside it, as they are true of the run as well.
        spoil: Changes the weights before the first step.
        cut: Changes the images.
    """

    kind: str
    settings: dict[str, Any]
    right: frozenset[FindingKind] = frozenset()
    allowed: frozenset[FindingKind] = frozenset()
    spoil: Spoil | None = None
    cut: Cut | None = None


def main() -> int:
    """Train all, print what was found, and return 0: this is a report and not a gate."""
    parser = command_line(__doc__)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--healthy", type=int, default=12)
    parser.add_argument("--each", type=int, default=2, help="runs of each broken kind")
    parser.add_argument("--all", action="store_true", help="tell of every run")
    options = parser.parse_args()
    cases = draw(options.seed, options.healthy, options.each)
    started = time.process_time()
    tally: dict[str, Counter[str]] = {}
    for case in cases:
        found, last = examine(case)
        hit, other = bool(found & case.right), found - case.right - case.allowed
        counts = tally.setdefault(case.kind, Counter())
        counts.update(runs=1, found=hit, other=bool(other))
        if options.all or other or (case.right and not hit):
            words = ", ".join(sorted(found)) or "nothing"
            right = (
                "no epoch" if last is None else f"{last.train_accuracy:.1%} / {last.validation_accuracy:.1%}"
            )
            print(f"  {case.kind}: {words}; training / validation {right}; {case.settings}", flush=True)
    print(machine())
    for kind, counts in tally.items():
        hits = "" if kind == "healthy" else f"found in {counts['found']}, "
        print(f"{kind}: {counts['runs']} runs, {hits}something else said in {counts['other']}")
    print(f"seed {options.seed}, {len(cases)} runs, {time.process_time() - started:.0f} s of processor time")
    return 0


def examine(case: Case) -> tuple[set[FindingKind], EpochDone | None]:
    """Train a case under the doctor's eyes.

    Returns:
        All kinds that were ever found, and the last epoch.
    """
    base = {"training.threads": 1} | ({"data.generated_count": FEW_IMAGES} if case.right else {})
    experiment = Experiment().with_(**(base | case.settings))
    data = load_split(experiment.data)
    if case.cut is not None:
        data = case.cut(data)
    resume = None if case.spoil is None else case.spoil(_first_weights(experiment, data))
    doctor, probe = Doctor(experiment, data), Probe(experiment, data.train)
    found: set[FindingKind] = set()
    last: EpochDone | None = None
    for event in train(experiment, data, resume=resume):
        found.update(finding.kind for finding in doctor.add(event))
        if isinstance(event, ModelSnapshot):
            found.update(finding.kind for finding in doctor.add_probe(probe.measure(event.state, event.step)))
        elif isinstance(event, EpochDone):
            last = event
    return found, last


def _first_weights(experiment: Experiment, data: Split) -> Checkpoint:
    """Return the weights that hardly a step was made from."""
    still = experiment.with_(**{"training.epochs": 1, "training.learning_rate": 1e-9})
    for event in train(still, data):
        if isinstance(event, TrainingFinished) and event.checkpoint is not None:
            return replace(event.checkpoint, learning_rate=experiment.training.learning_rate)
    raise RuntimeError("A run without an end.")


# What is drawn


def draw(seed: int, healthy_runs: int, each: int) -> list[Case]:
    """Return the runs to be; the same seed draws the same ones."""
    random = np.random.default_rng(seed)
    broken = (too_fast, too_slow, dead, saturated, vanishing, by_heart, bottleneck, imbalanced)
    cases = [healthy(random) for _ in range(healthy_runs)]
    cases.extend(kind(random) for kind in broken for _ in range(each))
    return [
        replace(case, settings=case.settings | {"training.seed": int(random.integers(1000))})
        for case in cases
    ]


def healthy(random: np.random.Generator) -> Case:
    """Draw one to three layers of 32 to 256 units with a usual activation, optimiser, rate and batch."""
    optimizer = str(random.choice(["adam", "adamw", "rmsprop", "momentum", "sgd"]))
    rates = {"sgd": (0.03, 0.2), "momentum": (0.005, 0.05)}
    return Case(
        "healthy",
        {
            "network.hidden": _layers(random, (32, 256), ["relu", "leaky_relu", "gelu", "silu", "tanh"]),
            "network.batch_norm": bool(random.random() < 0.3),
            "training.optimizer": optimizer,
            "training.learning_rate": _between(random, *rates.get(optimizer, (5e-4, 3e-3))),
            "training.batch_size": int(random.choice([32, 64, 128])),
            "training.schedule": str(random.choice(["constant", "cosine", "one_cycle"])),
            "training.epochs": int(random.integers(8, 15)),
        },
    )


def too_fast(random: np.random.Generator) -> Case:
    """Draw a rate 100 to 1,000 times as high as is usual."""
    return Case(
        "rate too high",
        _plain(random) | {"training.learning_rate": _between(random, 0.1, 1.0)},
        frozenset({FindingKind.RATE_TOO_HIGH, FindingKind.DIVERGED}),
    )


def too_slow(random: np.random.Generator) -> Case:
    """Draw a rate a thousandth to a fiftieth of what is usual."""
    return Case(
        "rate too low",
        _plain(random) | {"training.learning_rate": _between(random, 1e-6, 2e-5)},
        frozenset({FindingKind.RATE_TOO_LOW}),
    )


def dead(random: np.random.Generator) -> Case:
    """Draw a layer of ReLU with biases so far below 0 that most of its units never speak."""
    bias = -_between(random, 3.0, 10.0)

    def spoil(checkpoint: Checkpoint) -> Checkpoint:
        model = {name: tensor.clone() for name, tensor in checkpoint.model.items()}
        _named(model, "hidden_1", "bias").fill_(bias)
        return replace(checkpoint, model=model)

    settings = _plain(random) | {"training.learning_rate": _between(random, 3e-4, 1e-3)}
    beside = frozenset({FindingKind.ONE_CLASS, FindingKind.PLATEAU})
    return Case("dead ReLU", settings, frozenset({FindingKind.DEAD_UNITS}), beside, spoil)


def saturated(random: np.random.Generator) -> Case:
    """Draw sigmoid layers whose first weights are 30 to 100 times as large as they should be."""
    factor = _between(random, 30.0, 100.0)

    def spoil(checkpoint: Checkpoint) -> Checkpoint:
        model = {
            name: tensor * factor if name.startswith("hidden") and tensor.ndim == 2 else tensor.clone()
            for name, tensor in checkpoint.model.items()
        }
        return replace(checkpoint, model=model)

    settings = _plain(random, activation="sigmoid", layers=(2, 4)) | {
        "training.learning_rate": _between(random, 1e-4, 5e-4)
    }
    beside = frozenset({FindingKind.PLATEAU, FindingKind.OVERFITTING})
    return Case("saturated sigmoid", settings, frozenset({FindingKind.SATURATED_UNITS}), beside, spoil)


def vanishing(random: np.random.Generator) -> Case:
    """Draw six to nine layers of sigmoid with small first weights."""
    settings = _plain(random, activation="sigmoid", layers=(6, 10)) | {"network.initialisation": "normal"}
    beside = frozenset({FindingKind.PLATEAU, FindingKind.ONE_CLASS, FindingKind.SATURATED_UNITS})
    return Case("vanishing gradients", settings, frozenset({FindingKind.VANISHING_GRADIENTS}), beside)


def by_heart(random: np.random.Generator) -> Case:
    """Draw a large network and 300 images."""
    settings = _plain(random) | {
        "network.hidden": _layers(random, (256, 512), ["relu"]),
        "data.train_count": 300,
        "data.validation_share": 0.3,
        "training.epochs": 40,
        "training.batch_size": 32,
    }
    return Case("overfitting", settings, frozenset({FindingKind.OVERFITTING}))


def bottleneck(random: np.random.Generator) -> Case:
    """Draw a layer of one or two units of tanh, through which ten classes do not pass."""
    settings = _plain(random) | {
        "network.hidden": [{"size": int(random.integers(1, 3)), "activation": "tanh"}],
        "training.learning_rate": _between(random, 3e-3, 1e-2),
        "training.epochs": 25,
    }
    return Case("bottleneck", settings, frozenset({FindingKind.PLATEAU}), frozenset({FindingKind.ONE_CLASS}))


def imbalanced(random: np.random.Generator) -> Case:
    """Draw a class of which all images are kept, and of the others one in 10 to 40."""
    most, rest = int(random.integers(10)), int(random.integers(10, 41))

    def cut(data: Split) -> Split:
        kept = np.flatnonzero(
            (data.train.labels == most) | (np.arange(len(data.train)) % rest == 0)
        )  # every so many
        return Split(data.train.subset(kept), data.validation, data.test)

    beside = frozenset({FindingKind.ONE_CLASS, FindingKind.OVERFITTING, FindingKind.TOO_FEW_IMAGES})
    return Case("one class in front", _plain(random), frozenset({FindingKind.IMBALANCED}), beside, cut=cut)


def _plain(
    random: np.random.Generator, activation: str = "relu", layers: tuple[int, int] = (1, 3)
) -> dict[str, Any]:
    return {
        "network.hidden": _layers(random, (32, 128), [activation], layers),
        "training.optimizer": str(random.choice(["adam", "adamw"])),
        "training.batch_size": int(random.choice([32, 64])),
        "training.epochs": 8,
    }


def _layers(
    random: np.random.Generator,
    sizes: tuple[int, int],
    activations: list[str],
    counts: tuple[int, int] = (1, 4),
) -> list[dict[str, Any]]:
    activation = str(random.choice(activations))
    count = int(random.integers(*counts))
    return [{"size": round(_between(random, *sizes)), "activation": activation} for _ in range(count)]


def _between(random: np.random.Generator, low: float, high: float) -> float:
    """Draw a number evenly in powers, to three figures."""
    return float(f"{np.exp(random.uniform(np.log(low), np.log(high))):.3g}")


def _named(model: dict[str, Any], layer: str, what: str) -> Any:
    return next(tensor for name, tensor in model.items() if name.startswith(layer) and name.endswith(what))


if __name__ == "__main__":
    sys.exit(main())
