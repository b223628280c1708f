"""Claim: the window's frame is painted in at most 1.5 times what a bare PySide6 window takes, all that is in it in 3.5.

Three processes in turns (A B C A B C …), each started anew: the program itself (`python main.py`) until the frame of
its window is painted with its outline, until all that is in it is, and until it is ready to train (data loaded, PyTorch
in memory); an empty main window in PySide6 alone until it is painted; and `import torch` alone, which no start of a
program that trains can undercut: *ready to train* is claimed to take at most 2.5 times that. The program was started
before, so that the digits drawn then are still kept. A *warm* start finds all files in memory, as they have been read
before. Before a *cold* one the system is told to forget them (Linux, as root), as after switching the computer on; the
disk counts then.

Run: python benchmarks/start_time.py [--rounds 9] [--cold 3]
"""

from __future__ import annotations

import os
import statistics
import sys
from pathlib import Path

from _claims import Claim, arguments, conclude, ratio
from _measure import machine, milestones, own_home, spread, use_display

FRAME, ALL, READY_TIMES = 1.5, 3.5, 2.5
FRAMED, PAINTED, READY = "framed", "painted", "ready to train"
BARE = """
import sys
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", flush=True))
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 720)
window.show()
app.exec()
"""
TORCH = "import torch; print('ready to train', flush=True)"


FORGET = Path("/proc/sys/vm/drop_caches")
NOBODY = "A cold start is measured on Linux as root: the system is told to forget the files in memory."
WAYS = ("NetSketch, frame painted", "NetSketch, all painted", "bare PySide6 window painted",
        "NetSketch, ready to train", "import torch")  # fmt: skip


def forget_files() -> bool:
    """Have the system forget the files that it holds in memory; False where that is not allowed."""
    try:
        os.sync()
        FORGET.write_text("3", encoding="ascii")
    except (OSError, AttributeError):  # no Linux, no root, or a system that does not allow it
        return False
    return True


def one_round(*, cold: bool) -> list[float]:
    """Return the seconds of each of `WAYS`, each process started after the system forgot its files, or not."""
    found = []
    for command, words, variables in (
        ([sys.executable, "main.py"], [FRAMED, PAINTED, READY], {"NETSKETCH_LOG": "debug"}),
        ([sys.executable, "-c", BARE], [PAINTED], {}),
        ([sys.executable, "-c", TORCH], [READY], {}),
    ):
        if cold and not forget_files():
            return []
        found.append(milestones(command, words, **variables))
    ours, bare, torch = found
    return [ours[FRAMED], ours[PAINTED], bare[PAINTED], ours[READY], torch[READY]]


def measure(rounds: int, *, cold: bool) -> dict[str, list[float]]:
    """Return the seconds of each of `WAYS`, round by round; empty where no cold start can be had."""
    figures = [found for _ in range(rounds) if (found := one_round(cold=cold))]
    return dict(zip(WAYS, map(list, zip(*figures, strict=True)), strict=True)) if figures else {}


def claims_of(kind: str, found: dict[str, list[float]]) -> list[Claim]:
    """Hold both paints of a kind of start, warm or cold, against a bare window's, and its end against PyTorch alone."""
    bare = f"bare PySide6 window, {kind} too"
    told = (
        (f"{kind} start to the painted frame", WAYS[0], bare, WAYS[2], FRAME),
        (f"{kind} start to the window with all that is in it", WAYS[1], bare, WAYS[2], ALL),
        (
            f"{kind} start until it is ready to train",
            WAYS[3],
            f"`import torch` alone, {kind} too",
            WAYS[4],
            READY_TIMES,
        ),
    )
    if not found:
        return [
            Claim(name, yardstick, limit, "×", reason=NOBODY) for name, _way, yardstick, _of, limit in told
        ]
    return [ratio(name, yardstick, found[way], found[of], limit) for name, way, yardstick, of, limit in told]


def main() -> int:
    """Measure and print the table; the exit code says whether the claim is met."""
    options = arguments(__doc__, rounds=9, cold=3).parse_args()
    use_display()
    with own_home():
        one_round(cold=False)  # reads the files
        kinds = {"warm": measure(options.rounds, cold=False), "cold": measure(options.cold, cold=True)}
    print(f"{machine(windows=True)}; {options.rounds} rounds warm, {options.cold} cold")
    claims = []
    for kind, found in kinds.items():
        print(f"\n{kind}")
        for name, seconds in found.items():
            print(f"{name:30} {spread(seconds, 2)} s")
        if found:
            painted, ready, imported = (statistics.median(found[WAYS[at]]) for at in (1, 3, 4))
            times = f"{ready / imported:.2f} times `import torch`"
            print(f"ready to train: {times}, {ready - painted:.2f} s after the paint")
        claims += claims_of(kind, found)
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
