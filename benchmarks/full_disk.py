"""Claim: a disk that fills up during a run stops nothing but the writing, and what is missing is written later.

As root, the runs lie on a memory disk of half a megabyte that is made larger once the run has told of its trouble;
elsewhere a limit on the size of files stands for it, which is lifted. The yardstick is the same run on a disk with
room.

Run: python benchmarks/full_disk.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from _measure import machine, own_home

from engine.config import load_preset
from engine.data.datasets import load_split
from engine.storage import model_file
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RecordingStatus
from engine.training import TrainingControl, TrainingFinished, train

SMALL, LARGE = "512k", "64m"


def main() -> int:
    """Fill the disk, make room, compare; the exit code says whether all went as claimed."""
    torch.set_num_threads(1)
    experiment = load_preset("article").with_(**{"training.epochs": 12})
    split = load_split(experiment.data)
    with own_home() as home:
        wanted = [event for event in train(experiment, split) if isinstance(event, TrainingFinished)][-1]
        folder = Path(home) / "small"
        folder.mkdir()
        troubles: list[str] = []
        with small_disk(folder) as (kind, make_room):
            control = TrainingControl()
            with RunRecorder.create(experiment, split, runs=folder / "runs") as recorder:
                for event in recorder.follow(train(experiment, split, control), control):
                    if isinstance(event, RecordingStatus):
                        troubles.append(str(event.error or "written again"))
                        left = list((folder / "runs").rglob("*.tmp"))
                        troubles.extend(f"left behind: {path.name}" for path in left if event.error)
                        make_room()
                    elif isinstance(event, TrainingFinished):
                        finished = event
            run = recorder.run
            same = all(torch.equal(wanted.state[name], finished.state[name]) for name in wanted.state)
            saved = model_file.load(run.model_path).state
            kept = all(torch.equal(saved[name], finished.state[name]) for name in saved)
            steps = len(run.history())
            snapshots = len(run.snapshots())
            finite = bool(np.isfinite(run.history().losses).all())
    print(machine())
    print(f"{kind}; the run told: {' | '.join(troubles)}")
    print(f"trained to the end: {finished.reason.value}; the same weights as with room: {same}")
    print(
        f"once there was room: history of {steps} steps ({finished.step} done), {snapshots} snapshots, model: {kept}"
    )
    return 0 if same and kept and finite and steps == finished.step and troubles else 1


@contextmanager
def small_disk(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """Let there be next to no room in ``folder``; yields in words how, and what makes room."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    if (
        hasattr(os, "geteuid")
        and os.geteuid() == 0
        and subprocess.run(mount, capture_output=True).returncode == 0
    ):
        try:
            larger = ["mount", "-o", f"remount,size={LARGE}", str(folder)]
            yield f"a memory disk of {SMALL}", lambda: subprocess.run(larger, check=True)
        finally:
            subprocess.run(["umount", str(folder)], check=True)
        return
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
    try:
        lift = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))  # noqa: E731
        yield "a limit of 100 KB on the size of files", lift
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


if __name__ == "__main__":
    sys.exit(main())
