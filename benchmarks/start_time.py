"""Claim: the window is painted in at most 1.5 times what a bare PySide6 window takes; PyTorch loads behind it.

Three processes in turns (A B C A B C …), each started anew: the program itself (`python main.py`) until the frame of
its window is painted with its outline, until all that is in it is, and until it is ready to train (data loaded, PyTorch
in memory); an empty main window in PySide6 alone until it is painted; and `import torch` alone, which no start of a
program that trains can undercut. All files have been read before, so the disk counts little.

Run: python benchmarks/start_time.py [--rounds 9]
"""

from __future__ import annotations

import statistics
import sys

from _claims import arguments, conclude, ratio
from _measure import machine, milestones, own_home, spread, use_display

CLAIM = 1.5
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


def main() -> int:
    """Measure and print the table; the exit code says whether the claim is met."""
    options = arguments(__doc__, rounds=9).parse_args()
    rounds = options.rounds
    use_display()
    rows: dict[str, list[float]] = {
        "NetSketch, frame painted": [],
        "NetSketch, all painted": [],
        "bare PySide6 window painted": [],
        "NetSketch, ready to train": [],
        "import torch": [],
    }
    with own_home():
        for number in range(rounds + 1):
            ours = milestones([sys.executable, "main.py"], [FRAMED, PAINTED, READY], NETSKETCH_LOG="debug")
            bare = milestones([sys.executable, "-c", BARE], [PAINTED])
            torch = milestones([sys.executable, "-c", TORCH], [READY])
            if number:  # the first round reads the files
                found = (ours[FRAMED], ours[PAINTED], bare[PAINTED], ours[READY], torch[READY])
                for row, seconds in zip(rows.values(), found, strict=True):
                    row.append(seconds)
    print(f"{machine(windows=True)}; {rounds} rounds\n")
    for name, seconds in rows.items():
        print(f"{name:30} {spread(seconds, 2)} s")
    framed, painted, plain, ready, imported = rows.values()
    later = statistics.median(ready) - statistics.median(painted)
    times = statistics.median(ready) / statistics.median(imported)
    print(f"\nready to train: {times:.2f} times `import torch`, {later:.2f} s after the paint")
    claims = [
        ratio(f"cold start to {what}", "bare PySide6 window", seconds, plain, CLAIM)
        for what, seconds in (("the painted frame", framed), ("the window with all that is in it", painted))
    ]
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
