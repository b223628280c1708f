"""Claim: a run of 1,000,000 steps takes at most 64 MB more memory than one of 10,000.

Two kinds of process in turns (A B A B …), each with the real window: the whole way of a run is gone, from the training
thread over mailbox, history, plots and doctor to the files of the run, but the steps are told and not computed, as a
million of them would take a quarter of an hour. They come as fast as the window takes them. What counts is the most
memory that a process has had resident.

Run: python benchmarks/long_run_memory.py [--rounds 2] [--steps 1000000]
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from typing import Any

from _claims import Claim, arguments, conclude
from _measure import child, in_turns, machine, own_home, spread, use_display
from _told_run import STEPS_PER_EPOCH, told_run, with_weights

LIMIT = 64.0  # MB
SHORT = 10_000
AT_ONCE = 200  # steps in an event
WAITING = 4  # events in the mailbox at most


def peak_megabytes() -> float:
    """Return the most memory that this process has had resident."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def tell(steps: int) -> dict[str, float]:
    """Let the window live through a told run of that many steps, and return what memory it took."""
    from _window import open_window, train

    import engine.training
    from engine.config import load_preset
    from engine.models.build import build

    epochs = max(1, steps // STEPS_PER_EPOCH)
    changes = {"data.dataset": "generated", "data.generated_count": 2000, "training.epochs": epochs}
    experiment = load_preset("article").with_(**changes)
    state = build(experiment.network).state_dict()
    with open_window(experiment) as window:
        bench = window.workbench
        mailbox = bench.trainer._thread._mailbox

        def told(*_arguments: Any, **_options: Any) -> Iterator[object]:
            for event in with_weights(told_run(steps, at_once=AT_ONCE), state, steps):
                while mailbox.qsize() > WAITING:
                    time.sleep(0.001)
                yield event

        engine.training.train = told
        window.show_station("train")
        before = peak_megabytes()
        train(window)
        if len(bench.history) != steps:
            raise RuntimeError(f"{len(bench.history)} of {steps} steps have arrived.")
        files = sum(path.stat().st_size for path in bench.current_run.run.path.rglob("*") if path.is_file())
        return {"before": before, "peak": peak_megabytes(), "files": files / 1e6}


def main() -> int:
    """Measure and print; the exit code says whether the claim is met."""
    parser = arguments(__doc__, rounds=2, steps=1_000_000)
    parser.add_argument("--tell", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    use_display()
    if options.tell:
        print(json.dumps(tell(options.tell)))
        return 0
    name, yardstick = f"memory of a run of {options.steps:,} steps, more", f"of {SHORT:,} steps"
    if sys.platform == "win32":
        reason = "This system does not tell how much memory a process has had."
        return conclude([Claim(name, yardstick, LIMIT, "MB", reason=reason)], as_json=options.json)
    files: dict[int, float] = {}

    def peak(steps: int) -> float:
        with own_home():
            found = child(__file__, "--tell", steps)
        files[steps] = found["files"]
        return float(found["peak"])

    found = in_turns(
        {f"{n:,}": lambda n=n: peak(n) for n in (options.steps, SHORT)}, options.rounds, warm_up=0
    )
    print(f"{machine(windows=True)}; {options.rounds} rounds")
    for (steps, values), size in zip(found.items(), files.values(), strict=True):
        print(f"{steps:>9} steps: at most {spread(values, 0)} MB in memory, {size:.1f} MB in files")
    more = [large - small for large, small in zip(*found.values(), strict=True)]
    claim = Claim(name, yardstick, LIMIT, "MB", statistics.median(more), min(more), max(more))
    return conclude([claim], as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
