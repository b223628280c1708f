"""Claim: the script of every preset, run as it stands, reaches the accuracy of the preset's own run within 0.3 points.

Of each preset the run is trained here, and its script (`netsketch export … --format code`) in a process of its own that
knows nothing of this program, seed after seed, on one thread each; both are asked about the same test images. Chance
alone moves an accuracy by some tenths of a point from seed to seed, so that means are compared, and the spread of the
seeds stands beside them. “rate-too-high” never learns, and “rate-too-low” hardly begins to: what they read hangs on
their first weights, and is no evidence of anything.

Run: python benchmarks/code_presets.py [--presets article,lstm] [--seeds 3] [--images 6000]
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from _measure import command_line, machine, mnist_is_here

from engine.config import Experiment, list_presets, load_preset
from engine.data import datasets
from engine.data.exporting.registry import export
from engine.data.sources import mnist
from engine.deploy.code.pytorch import Subject, pytorch_script
from engine.evaluation.evaluate import evaluate
from engine.models.build import build
from engine.training import TrainingFinished, train

CLAIM = 0.003
LEARNS_NOTHING = {"rate-too-high", "rate-too-low"}


def of_the_run(experiment: Experiment) -> float:
    """Return the share of test images that the program's own run reads."""
    data = datasets.load_split(experiment.data)
    for event in train(experiment, data):
        if isinstance(event, TrainingFinished):
            state = event.state
    model = build(experiment.network, image_shape=data.train.image_shape, classes=len(data.classes))
    model.load_state_dict(state)
    return float(evaluate(model, data.test).accuracy)


def of_the_script(experiment: Experiment, folder: Path) -> float:
    """Return the same of the script, run alone."""
    data = _data_of(experiment, folder)
    script = folder / "network.py"
    script.write_text(pytorch_script(Subject(experiment)), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["OMP_NUM_THREADS"] = "1"
    done = subprocess.run(
        [sys.executable, "-I", script, "--data", data],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"test accuracy ([\d.]+)%", done.stdout)
    assert found is not None, done.stdout
    return float(found[1]) / 100


def _data_of(experiment: Experiment, folder: Path) -> Path:
    """Return where the script's data lie, written as `datasets export` does where they are not MNIST."""
    if experiment.data.dataset == "mnist":
        found = mnist.SOURCE.files.found()
        assert found is not None
        return found[0].parent
    path = folder / f"{experiment.data.dataset}.npz"
    if not path.exists():
        export(datasets.load(experiment.data.dataset, part="all", config=experiment.data), path, "npz")
    return path


def main() -> int:
    """Train both, preset by preset, and print the table; the exit code says whether the claim is met."""
    parser = command_line(__doc__)
    parser.add_argument("--presets", default=",".join(each.name for each in list_presets()), help="by commas")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--images", type=int, default=0, help="learn from so many alone, which is shorter")
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    print(f"{machine()}; one thread; {options.seeds} seeds\n")
    print("| preset | run | script | difference, points | seed by seed: run | script |", flush=True)
    print("| --- | ---: | ---: | ---: | --- | --- |", flush=True)
    missed = False
    with tempfile.TemporaryDirectory(prefix="netsketch-") as folder:
        for name in options.presets.split(","):
            ours, theirs = [], []
            for seed in range(options.seeds):
                changes = {"training.seed": seed, "training.threads": 1}
                changes |= {"data.train_count": options.images} if options.images else {}
                experiment = load_preset(name).with_(**changes)
                ours.append(of_the_run(experiment))
                theirs.append(of_the_script(experiment, Path(folder)))
            difference = statistics.mean(theirs) - statistics.mean(ours)
            missed |= abs(difference) > CLAIM and name not in LEARNS_NOTHING
            each = (", ".join(f"{share:.2%}" for share in shares) for shares in (ours, theirs))
            means = f"{statistics.mean(ours):.2%} | {statistics.mean(theirs):.2%}"
            print(f"| {name} | {means} | {100 * difference:+.2f} | {' | '.join(each)} |", flush=True)
    print(f"\nto reach: {100 * CLAIM:g} points")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
