"""How much of the processor a start takes until all that is in the window is painted: of several trees, in turns.

A machine that others use makes seconds by the clock uncertain; those of the processor say what a change brought. The
program is started as ever, and ends in the moment when it says that all is painted.

Run: python benchmarks/_start_processor.py [--rounds 9] [TREE ...]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from _measure import ROOT, command_line, compiling_environment, in_turns, spread, use_display

PROGRAM = """
import os, runpy, sys, time

class Heard:
    def __init__(self, under):
        self._under = under

    def __getattr__(self, name):
        return getattr(self._under, name)

    def write(self, text):
        if text.rstrip().endswith(" painted"):
            os.write(1, str(time.process_time()).encode())
            os._exit(0)
        return self._under.write(text)

sys.stderr, sys.argv, sys.path[0] = Heard(sys.stderr), ["main.py"], os.getcwd()
runpy.run_path("main.py", run_name="__main__")
"""
BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (os.write(1, str(time.process_time()).encode()), os._exit(0)))

app = QApplication(sys.argv)
window = Window()
window.resize(1366, 720)
window.show()
app.exec()
"""


def seconds(code: str, tree: Path, home: str) -> float:
    """Start a program from a tree and return its seconds of the processor until it is painted."""
    kept = {name: value for name, value in compiling_environment().items() if name != "PYTHONPATH"}
    own = {"NETSKETCH_LOG": "debug", "NETSKETCH_HOME": home, "XDG_CONFIG_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tree, env=kept | own, capture_output=True, check=True, timeout=120
    )
    return float(done.stdout)


def main() -> int:
    """Print for each tree the median of its processor time in milliseconds, and how many bare windows that is."""
    parser = command_line(__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("trees", nargs="*", type=Path, default=[ROOT])
    options = parser.parse_args()
    use_display()
    with tempfile.TemporaryDirectory(prefix="netsketch-benchmark-") as folder:
        ways = {"a bare window": lambda: seconds(BARE, ROOT, folder)}
        for number, tree in enumerate(options.trees):
            home = os.path.join(folder, str(number))  # noqa: PTH118
            ways[str(tree)] = lambda tree=tree, home=home: seconds(PROGRAM, tree.resolve(), home)
        found = in_turns(ways, options.rounds)
    bare = statistics.median(found["a bare window"])
    for name, figures in found.items():
        times = statistics.median(figures) / bare
        print(f"{name:30} {spread([1000 * each for each in figures], 0)} ms, {times:.2f} bare windows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
