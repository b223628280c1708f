"""A worker of a sweep: a process that does trial after trial, one thread each, until there is none left."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.sweep.one_trial import do_trial
from engine.sweep.plan import check_parameters
from engine.sweep.trial_data import TrialData

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.sweep.study import TrialStore
    from engine.sweep.worker_control import WorkerControl

IDLE_SECONDS = 1.0  # between looks whether another worker's trial is to be done again
NICENESS = 5


def be_modest() -> None:
    """Let what a person does go first, and use one thread."""
    import torch

    torch.set_num_threads(1)
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(NICENESS)


def work(
    store: TrialStore,
    worker: str,
    control: WorkerControl,
    *,
    runs: Path,
    tag: str,
    told: Callable[[int, bool], None] | None = None,
) -> None:
    """Do trial after trial until there is none left to do, or an end was asked for.

    Args:
        store: Where the trials are.
        worker: Who this is.
        control: Through which it is held and ended.
        runs: The folder of runs.
        tag: What the runs are tagged with.
        told: Told the number of each trial that ended, and whether it counts.

    Raises:
        NetSketchError: If the images cannot be had, or no network of the plan is small enough; no trial has begun then.
    """
    data = TrialData()
    check_parameters(store.plan, *data.shape_of(store.plan.experiment))
    while not control.ended:
        if control.wait_while_paused():
            return
        claim = store.claim(worker)
        if claim is None:
            if store.is_over():
                return
            control.idle(IDLE_SECONDS)
            continue
        counts = do_trial(store, claim, data, control, runs, tag)
        if told is not None:
            told(claim.number, counts)
