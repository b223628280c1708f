"""Claim: a run whose program is killed at any moment opens, resumes, and ends as if nothing had happened, to the bit.

Real processes train short runs and are killed (SIGKILL) at random moments; each run is gone on with, and killed again,
until it comes to its end. Then its weights and history are held against those of a run that was never interrupted,
every file in its folder is read, and no temporary file may be left. The yardstick is that uninterrupted run.

Run: python benchmarks/killed_runs.py [--kills 100] [--seed 0] [--json]
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path

import numpy as np
import torch
from _measure import command_line, machine, own_home

from engine.config import Experiment
from engine.data.datasets import load_split
from engine.storage import model_file
from engine.storage.runs.file.lock import is_held
from engine.storage.runs.folder import RunFolder, is_stillborn, sweep_stillborn
from engine.storage.runs.recorder import RunRecorder
from engine.training import EpochDone, TrainingControl, train

SAFE_SECONDS = 0.015  # so that runs of a fraction of a second have several safe points
SERIES = (
    *("loss", "accuracy", "learning_rate"),
    *("train_loss", "train_accuracy", "validation_loss", "validation_accuracy"),
)
# Short, so that many kills fall where a run begins, writes and ends.
EXPERIMENT = Experiment().with_(
    **{
        "data.dataset": "generated", "data.generated_count": 120, "data.augmentation": {"enabled": True, "noise": 0.1},
        "network.hidden": ({"size": 12, "dropout": 0.2},), "network.batch_norm": True,
        "training.epochs": 3, "training.batch_size": 32, "training.schedule": "cosine", "training.threads": 1,
    }
)  # fmt: skip


def main() -> int:
    """Kill, resume, compare; the exit code says whether every run ended as it should."""
    options = _options()
    torch.set_num_threads(1)
    with own_home() as home:
        split = load_split(EXPERIMENT.data)
        runs = Path(home) / "runs"
        _train_new(runs, split)  # warms everything up, too
        began = time.perf_counter()
        whole = _train_new(runs, split)
        length = time.perf_counter() - began
        expected = _content(whole)
        gc.freeze()  # a child that looks for garbage would copy all that is loaded
        chance = random.Random(options.seed)
        tally = {"kills": 0, "runs": 0, "before_a_folder": 0, "between_checkpoints": 0, "faults": []}
        while tally["kills"] < options.kills:
            _one_run(runs, split, expected, length, options.kills, chance, tally)
        sweep_stillborn(runs)  # as the next run that begins does
        tally["temporary_files"] = [str(path.relative_to(runs)) for path in runs.rglob("*.tmp")]
    faulty = bool(tally["faults"] or tally["temporary_files"])
    if options.json:
        print(json.dumps(tally))
    else:
        print(machine())
        good, left = tally["runs"] - len(tally["faults"]), len(tally["temporary_files"])
        print(
            f"{tally['kills']} kills in {tally['runs']} runs, each of {length:.2f} s where nobody interrupts it"
        )
        print(
            f"{good} of {tally['runs']} ended to the bit as one never interrupted; {left} temporary files left"
        )
        for fault in tally["faults"]:
            print(f"  {fault}")
    return 1 if faulty else 0


def _one_run(runs, split, expected, length, most, chance, tally) -> None:
    """Begin a run, kill and resume it until it ends, and compare."""
    before = {path.name for path in runs.iterdir()}
    run: RunFolder | None = None
    tally["runs"] += 1
    deadly = chance.randrange(1, 6)  # kills of this run at the most
    while True:
        alive = deadly <= 0 or tally["kills"] >= most
        epoch = length / EXPERIMENT.training.epochs
        moment = (
            None if alive else (chance.randrange(EXPERIMENT.training.epochs), chance.uniform(0, 1.5 * epoch))
        )
        killed = _child(runs, split, run, moment)
        tally["kills"] += killed
        deadly -= 1
        if run is None:
            born = [path for path in runs.iterdir() if path.name not in before and not is_stillborn(path)]
            run = RunFolder(born[0]) if born else None
            if run is None and not killed:
                tally["faults"].append("a child that was left alone left no run")
                return
            tally["before_a_folder"] += run is None
        if run is not None and killed:
            tally["between_checkpoints"] += run.checkpoint_path.exists()
            if is_held(run.path):
                tally["faults"].append(f"{run.id}: still held after its process was killed")
        if not killed:
            break
    try:
        found = _content(run)
        differing = [
            name for name in expected if not np.array_equal(expected[name], found[name], equal_nan=True)
        ]
    except Exception as error:  # noqa: BLE001 - whatever is wrong with a run is what is looked for
        differing = [f"{type(error).__name__}: {error}"]
    if differing:
        tally["faults"].append(f"{run.id}: {', '.join(differing)}")


def _child(runs: Path, split, run: RunFolder | None, moment: tuple[int, float] | None) -> bool:
    """Train in a process of its own; returns whether it was killed before its end.

    Args:
        runs: The folder of all runs.
        split: The data.
        run: The run to go on with, or None for a new one.
        moment: When it is killed: after so many epochs of its own, and so many seconds more; None for never.
    """
    sys.stdout.flush()
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        code = 1
        try:
            if run is None:
                _train_new(runs, split, told)
            else:
                with RunRecorder.resume(run, split, safe_seconds=SAFE_SECONDS) as recorder:
                    _follow(recorder, split, told)
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)
    os.close(told)
    if moment is not None:
        epochs, seconds = moment
        while epochs > 0 and os.read(heard, 1):  # nothing more to read: it has come to its end
            epochs -= 1
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                os.close(heard)
                return _was_killed(status)
            time.sleep(0.001)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(heard)  # not before: it may still be told something
    return _was_killed(status)


def _was_killed(status: int) -> bool:
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("A process that trains failed by itself; see above.")
    return os.WIFSIGNALED(status)


def _train_new(runs: Path, split, told: int | None = None) -> RunFolder:
    with RunRecorder.create(
        EXPERIMENT, split, runs=runs, preset="killed", safe_seconds=SAFE_SECONDS
    ) as recorder:
        _follow(recorder, split, told)
    return recorder.run


def _follow(recorder: RunRecorder, split, told: int | None = None) -> None:
    """Train to the end; say each epoch to whoever reads from ``told``."""
    control = TrainingControl()
    for event in recorder.follow(train(recorder.experiment, split, control, recorder.checkpoint), control):
        if told is not None and isinstance(event, EpochDone):
            os.write(told, b".")


def _content(run: RunFolder) -> dict[str, np.ndarray]:
    """Return everything that a run consists of, by name: history, models, checkpoint and snapshots."""
    history = run.history()
    found = {f"history {name}": np.array(history.series(name)) for name in SERIES}
    found["history steps"], found["history best"] = np.array(history.steps), np.array(history.best_epoch)
    for name, path in (("model", run.model_path), ("best", run.best_path)):
        found |= {f"{name} {key}": value.numpy() for key, value in model_file.load(path).state.items()}
    saved = run.checkpoint()
    assert saved is not None
    groups = {"model": saved.checkpoint.model, "optimizer": saved.checkpoint.optimizer}
    for group, tensors in groups.items():
        found |= {f"checkpoint {group} {key}": value.numpy() for key, value in tensors.items()}
    for name in ("order_state", "dropout_state", "augmentation_state"):
        found[f"checkpoint {name}"] = getattr(saved.checkpoint, name).numpy()
    for item in run.snapshots():
        found |= {
            f"snapshot {item.step} {key}": value.numpy() for key, value in run.weights(item.step).items()
        }
    return found


def _options() -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
