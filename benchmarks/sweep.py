"""Claim: a sweep's workers lose little to one process that does the same trainings, survive kills, and TPE finds more.

Three questions, one at a time or all:

- ``speed``: the same trials by a crew of one worker and of all cores minus one, beside one process that trains them one
  after the other and writes no run. Trials a minute; the start of the workers is counted in.
- ``kills``: a sweep of 40 trials whose workers are killed at random moments. Every trial must come to its end once,
  with the values of a sweep that nobody disturbed.
- ``ways``: the best of N trials by TPE and by random search on a small task, for five seeds.

Run: python benchmarks/sweep.py [--only speed|kills|ways] [--trials N] [--kills 20] [--seeds 5] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import threading
import time
from typing import Any

from _measure import command_line, machine, own_home

from engine.config import Experiment, load_preset
from engine.data.datasets import load_split
from engine.folders import runs_folder
from engine.storage.runs.library import RunLibrary
from engine.sweep.applied import applied
from engine.sweep.crew import Crew, CrewControl, usual_workers
from engine.sweep.library import SweepLibrary
from engine.sweep.plan import SweepPlan, Way
from engine.sweep.ranges import Range
from engine.sweep.sweep import Sweep
from engine.sweep.trial import TrialState

RANGES = (
    Range.parsed("training.learning_rate", "1e-4:1e-1:log"),
    Range.parsed("training.batch_size", "32,64,128,256"),
    Range.parsed("network.units", "16:128"),
)
ARTICLE = load_preset("article").with_(
    **{"data.dataset": "generated", "data.generated_count": 12_000, "training.epochs": 2}
)
SMALL = Experiment().with_(
    **{"data.generated_count": 1500, "network.hidden": "16", "training.epochs": 3, "training.batch_size": 64}
)
LONGEST = 900.0  # seconds of a sweep that is disturbed


def main() -> int:
    """Measure what was asked for; the exit code says whether no trial was lost or counted twice."""
    options = _options()
    found: dict[str, Any] = {}
    for name, ask in (("speed", _speed), ("kills", _kills), ("ways", _ways)):
        if options.only in (None, name):
            with own_home():
                found[name] = ask(options)
    if options.json:
        print(json.dumps(found))
    else:
        print(machine())
        for name, told in found.items():
            for line in told["lines"]:
                print(f"{name}: {line}")
    return int(bool(found.get("kills", {}).get("faults")))


def _speed(options: argparse.Namespace) -> dict[str, Any]:
    trials = options.trials or 24
    plan = SweepPlan(ARTICLE, RANGES, way=Way.RANDOM, trials=trials)
    workers = sorted({1, usual_workers(), max(1, os.cpu_count() or 1)})
    found, values = {}, []
    for count in workers:
        sweep, seconds = _done(plan, count)
        values = [trial.values for trial in sweep.trials()]
        found[f"{count} workers" if count > 1 else "one worker"] = 60 * trials / seconds
    found["one process"] = 60 * trials / _trained(plan, values)
    lines = [f"{name}: {figure:.1f} trials a minute" for name, figure in found.items()]
    return {"trials_a_minute": found, "lines": lines}


def _kills(options: argparse.Namespace) -> dict[str, Any]:
    trials = options.trials or 40
    plan = SweepPlan(SMALL, RANGES, way=Way.RANDOM, trials=trials, seed=1)
    calm, _ = _done(plan, 1)
    library = SweepLibrary()
    sweep = library.create(plan)
    crew, control = Crew(sweep, 2), CrewControl()
    chance, killed, began = random.Random(options.seed), [], time.monotonic()
    ended = threading.Event()

    def kill() -> None:
        while len(killed) < options.kills and time.monotonic() - began < LONGEST:
            if ended.wait(chance.uniform(0.1, 2.0)):
                return
            running = [
                trial for trial in sweep.trials() if trial.state is TrialState.RUNNING and trial.worker
            ]
            busy = {int(trial.worker.rpartition("-")[2]) for trial in running}
            there = sorted(busy & set(crew.processes))
            if there:
                killed.append(chance.choice(there))
                os.kill(killed[-1], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    crew.run(control, lambda: None)
    ended.set()
    killer.join()
    found = sweep.trials()
    counted = [trial for trial in found if trial.counts]
    lost = [trial for trial in found if trial.state is TrialState.LOST]
    copies = [trial.again_of for trial in found if trial.again_of is not None]
    with_values = [trial.number for trial in lost if trial.values]  # others were killed before they had any
    runs = [run.id for run in RunLibrary(runs_folder()).summaries() if run.sweep == sweep.id]
    faults = []
    if len(counted) != trials:
        faults.append(f"{len(counted)} trials instead of {trials}")
    if sorted(copies) != with_values:
        faults.append("a killed trial was not done again exactly once")
    if sorted(runs) != sorted(trial.run for trial in counted):
        faults.append("the runs in the library are not those of the trials")
    known = {json.dumps(trial.values, sort_keys=True): trial.goal for trial in calm.trials()}
    told = [(json.dumps(trial.values, sort_keys=True), trial.goal) for trial in counted]
    same = sum(known.get(values) == goal for values, goal in told)
    lines = [
        f"{len(killed)} kills in {time.monotonic() - began:.0f} s, {len(lost)} trials lost and done again",
        f"{len(counted)} of {trials} trials counted; {same} with values and result of a sweep not disturbed",
        *faults,
    ]
    lines += [f"trial {trial.number} has failed: {trial.failure}" for trial in counted if trial.failure]
    told_of = {"kills": len(killed), "lost": len(lost), "counted": len(counted), "same": same}
    return told_of | {"faults": faults, "lines": lines}


def _ways(options: argparse.Namespace) -> dict[str, Any]:
    trials = options.trials or 40
    lines, found = [], {}
    for way in (Way.RANDOM, Way.TPE):
        best = []
        for seed in range(options.seeds):
            sweep, _ = _done(SweepPlan(SMALL, RANGES, way=way, trials=trials, seed=seed), 1)
            goals = [trial.goal or 0.0 for trial in sweep.trials()]
            best.append([max(goals[:count]) for count in (10, 20, trials) if count <= trials])
        found[way.value] = best
        middle = [sorted(column)[len(column) // 2] for column in zip(*best, strict=True)]
        each = ", ".join(f"{row[-1]:.1%}" for row in best)
        medians = ", ".join(f"{figure:.1%}" for figure in middle)
        lines.append(f"{way.value}: after 10, 20, {trials} trials {medians} (last: {each})")
    return {"best": found, "lines": lines}


def _done(plan: SweepPlan, workers: int) -> tuple[Sweep, float]:
    sweep = SweepLibrary().create(plan)
    began = time.perf_counter()
    Crew(sweep, workers).run(CrewControl(), lambda: None)
    return sweep, time.perf_counter() - began


def _trained(plan: SweepPlan, values: list[dict[str, object]]) -> float:
    """Train the same in this process, one after the other, keeping nothing; return the seconds."""
    import torch

    from engine.training import train

    torch.set_num_threads(1)
    began = time.perf_counter()
    split = load_split(plan.experiment.data)
    for each in values:
        experiment = applied(plan.experiment, each).with_(**{"training.threads": 1})
        for _event in train(experiment, split):
            pass
    return time.perf_counter() - began


def _options() -> argparse.Namespace:
    parser = command_line(__doc__)
    parser.add_argument("--only", choices=("speed", "kills", "ways"))
    parser.add_argument("--trials", type=int, default=0, help="of each sweep")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0, help="of the moments of the kills")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
