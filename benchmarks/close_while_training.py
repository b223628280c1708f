"""Claim: the window may be closed at any moment of training; the program ends well and without a word.

Twenty processes, one after the other: each opens the real window as the program does, trains, and closes the window at
a random moment, from the first step to the middle of the run. Exit code 0 is wanted each time, and nothing on stderr,
where Qt and Python would warn. The yardstick: the same process that closes the window before training began.

Run: python benchmarks/close_while_training.py [--runs 20]
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time

from _measure import ROOT, compiling_environment, machine, own_home, use_display

LATEST = 2.0  # seconds of training until the window is closed
TIMEOUT = 120.0
# Qt's offscreen platform says this of itself, in any program and whether or not anything is closed.
HARMLESS = {"This plugin does not support propagateSizeHints()"}
CHILD = """
import sys, time
delay = float(sys.argv[1])
from PySide6.QtCore import QTimer
from gui.app import create_app
app = create_app(sys.argv[:1])
from engine.config import load_preset
from gui.main_window import MainWindow
from gui.workbench import RunState, Workbench
changes = {"data.dataset": "generated", "data.generated_count": 6000, "training.epochs": 10_000}
bench = Workbench(load_preset("article").with_(**changes))
window = MainWindow(bench)
window.show()
def close():
    began = time.perf_counter()
    state, steps = bench.state.value, len(bench.history.steps)
    closed = window.close()
    print(f"{closed} {state} {steps} {time.perf_counter() - began:.3f}", flush=True)
def look():
    if delay < 0 or bench.state is RunState.TRAINING:
        poll.stop()
        QTimer.singleShot(int(1000 * max(delay, 0)), close)
    elif bench.state is RunState.FAILED:
        app.exit(3)
poll = QTimer(interval=5)
poll.timeout.connect(look)
QTimer.singleShot(0, bench.loader.warm_up if delay < 0 else bench.start)
poll.start()
sys.exit(app.exec())
"""


def close_after(delay: float) -> tuple[bool, str]:
    """Run one process that closes its window after ``delay`` seconds of training, below 0 before it.

    Returns:
        Whether all went well, and a line on it.
    """
    started = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(delay)],
        cwd=ROOT,
        env=compiling_environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    seconds = time.perf_counter() - started
    said = [line for line in run.stderr.splitlines() if line.strip() and line.strip() not in HARMLESS]
    closed, state, steps, took = [*run.stdout.split(), "", "", "", ""][:4]
    well = run.returncode == 0 and not said and closed == "True" and (delay < 0 or state == "training")
    words = (
        f"exit code {run.returncode}, closed in {took} s at step {steps} ({state}), {seconds:.1f} s in all"
    )
    return well, "; ".join([words, *said])


def main() -> int:
    """Close it again and again; the exit code says whether all went well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    use_display()
    moments = random.Random(options.seed)
    print(machine(windows=True))
    good = 0
    seconds: list[float] = []
    with own_home():
        well, words = close_after(-1)
        print(f"before training: {words}")
        for number in range(1, options.runs + 1):
            delay = moments.uniform(0, LATEST)
            fine, words = close_after(delay)
            good += fine
            print(f"{number:2} after {delay:.2f} s: {words}", flush=True)
            if fine:
                seconds.append(float(words.split(" closed in ")[1].split()[0]))
    print(f"\n{good} of {options.runs} ended with exit code 0 and nothing on stderr", end="")
    print(
        f"; closing took {statistics.median(seconds):.3f} s, {max(seconds):.3f} s at most" if seconds else ""
    )
    return 0 if well and good == options.runs else 1


if __name__ == "__main__":
    sys.exit(main())
