"""Claim: the window can be closed at any moment of a training, and the program ends cleanly.

Each time a fresh process opens the real window, presses Train and closes the window after a random while: during the
preparation, the first steps, or well into the run. Counted are exit codes other than 0 and anything on stderr, such as
Qt's warnings about threads.

Run: python benchmarks/close_while_training.py [--times 20] [--seed 0]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time

from _measure import ROOT, compiling_environment, machine, own_home, use_display

LONGEST_MS = 6000
TIMEOUT = 120.0  # seconds
ONE_RUN = """
import sys
from PySide6.QtCore import QTimer
from gui.app import create_app
from gui.main_window import MainWindow
from gui.workbench import Workbench
from engine.config import load_preset

app = create_app(["close"])
bench = Workbench(load_preset("first-try").with_(**{"training.epochs": 10_000}))
window = MainWindow(bench)
window.show()
QTimer.singleShot(0, window, bench.start)
QTimer.singleShot(int(sys.argv[1]), window, lambda: (print(bench.state.value, flush=True), window.close()))
sys.exit(app.exec())
"""
HARMLESS = (
    "This plugin does not support propagateSizeHints()"  # said by the offscreen platform of every window
)


def main() -> int:
    """Close the window as often as asked and return 1 if any time was not clean."""
    parser = argparse.ArgumentParser(description="Close the window while it trains.")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    use_display()
    print(machine())
    moments = random.Random(options.seed)
    unclean = 0
    with own_home():
        for number in range(options.times):
            after = moments.randrange(LONGEST_MS)
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", ONE_RUN, str(after)],
                cwd=ROOT, env=compiling_environment(), capture_output=True, text=True, timeout=TIMEOUT, check=False,
            )  # fmt: skip
            said = [line for line in done.stderr.splitlines() if line.strip() != HARMLESS]
            clean = done.returncode == 0 and not said
            unclean += not clean
            took = time.perf_counter() - started
            state, code = done.stdout.strip(), done.returncode
            print(f"{number + 1:3}: closed after {after} ms while {state}, exit {code}, {took:.1f} s")
            print(*said, sep="\n", end="\n" if said else "")
    print(f"{options.times - unclean} of {options.times} clean")
    return int(unclean > 0)


if __name__ == "__main__":
    sys.exit(main())
