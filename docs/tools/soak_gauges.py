"""What a soak measures: memory, objects, threads and handles over time, and how long the event loop stood still."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

HEARTBEAT = 10  # milliseconds
ENOUGH = 5  # samples in the second half; fewer say nothing


@dataclass(frozen=True, slots=True)
class Sample:
    """How much there is of everything at one moment of rest.

    Attributes:
        minutes: Since the start.
        memory: Of the process, in MiB.
        objects: Of Python, as far as its search for garbage knows them.
        qobjects: Below the windows and the workbench, parts of parts included.
        wrappers: Python's halves of Qt's objects, windows or not.
        threads: Of the process.
        handles: Open files, pipes and the like.
    """

    minutes: float
    memory: float
    objects: int
    qobjects: int
    wrappers: int
    threads: int
    handles: int


# What a line fitted over the second half may rise by: an absolute amount, and a share of the mean.
ALLOWED = {
    "memory": (12.0, 0.02),
    "objects": (1500.0, 0.01),
    "qobjects": (20.0, 0.01),
    "wrappers": (20.0, 0.01),
    "threads": (1.0, 0.0),
    "handles": (3.0, 0.0),
}


def sample(minutes: float, root: QObject) -> Sample:
    """Count everything, garbage searched for before.

    Args:
        minutes: Since the start.
        root: Beside the windows, whose parts are counted.
    """
    gc.collect()
    tops: list[QObject] = [root, *QApplication.topLevelWidgets()]
    parts = {id(part) for top in tops for part in [top, *top.findChildren(QObject)]}
    return Sample(
        round(minutes, 2),
        memory(),
        len(gc.get_objects()),
        len(parts),
        len(Shiboken.getAllValidWrappers()),
        _entries("/proc/self/task") or threading.active_count(),
        _entries("/proc/self/fd"),
    )


def memory() -> float:
    """Return the memory of this process in MiB; its highest so far where the system says no more."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
            2**20 if sys.platform == "darwin" else 2**10
        )


def _entries(folder: str) -> int:
    try:
        return len(list(Path(folder).iterdir()))
    except OSError:  # no such folder on this system
        return 0


def kinds() -> Counter[str]:
    """Count the objects of Python by their types, to name what grows."""
    return Counter(f"{type(item).__module__}.{type(item).__qualname__}" for item in gc.get_objects())


def rises(samples: list[Sample]) -> dict[str, tuple[float, float]]:
    """Return by how much each count rises over the second half, as a fitted line says it, and how much it may.

    Args:
        samples: From the start to the end; empty is returned where there are too few to say anything.
    """
    half = [item for item in samples if item.minutes >= samples[-1].minutes / 2] if samples else []
    if len(half) < ENOUGH:
        return {}
    times = np.array([item.minutes for item in half])
    found = {}
    for name, (least, share) in ALLOWED.items():
        values = np.array([getattr(item, name) for item in half], float)
        slope = np.polyfit(times, values, 1)[0]
        found[name] = (float(slope * (times[-1] - times[0])), least + share * float(values.mean()))
    return found


def grown(samples: list[Sample]) -> list[str]:
    """Name what grows steadily: more than it may by the fitted line, and in its lowest values as well."""
    found = []
    for name, (rise, allowed) in rises(samples).items():
        half = [getattr(item, name) for item in samples if item.minutes >= samples[-1].minutes / 2]
        third = len(half) // 3
        if rise > allowed and min(half[-third:]) > min(half[:third]):
            found.append(name)
    return found


def table(samples: list[Sample], rows: int = 12) -> list[str]:
    """Return the samples as lines of a table, a dozen of them, and below them what the fitted lines say."""
    names = [field.name for field in fields(Sample)]
    step = max(1, len(samples) // rows)
    chosen = [*samples[::step], *(samples[-1:] if (len(samples) - 1) % step else [])]
    lines = [" ".join(f"{name:>9}" for name in names)]
    lines += [" ".join(f"{getattr(item, name):>9,.4g}" if name in ("minutes", "memory") else
              f"{getattr(item, name):>9,}" for name in names) for item in chosen]  # fmt: skip
    said = rises(samples)
    if said:
        lines.append("Risen over the second half by the fitted line (allowed):")
        lines += [f"  {name:<9} {rise:+,.1f} ({allowed:,.1f})" for name, (rise, allowed) in said.items()]
    return lines


@dataclass(frozen=True, slots=True)
class Stall:
    """A time in which the event loop did nothing else.

    Attributes:
        milliseconds: How long it was.
        busy: Milliseconds of it in which the window's thread had the processor.
        what: What was going on.
    """

    milliseconds: float
    busy: float
    what: str


class Heartbeat(QObject):
    """Notices how late a timer in the window's thread fires.

    Attributes:
        what: What is going on.
        stalls: The longest stall of each thing that went on.
        beats: How often it fired.
    """

    def __init__(self) -> None:
        super().__init__()
        self.what = "start"
        self.stalls: dict[str, Stall] = {}
        self.beats = 0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=HEARTBEAT)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.go_on()
        self._timer.start()

    def go_on(self) -> None:
        """Count from now on; what was before was not the program's own."""
        self._last, self._busy = time.perf_counter(), time.thread_time()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def longest(self, most: int = 6) -> list[Stall]:
        """Return the longest stalls, one of each kind."""
        return sorted(self.stalls.values(), key=lambda stall: -stall.milliseconds)[:most]

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.beats += 1
        late = 1000 * (time.perf_counter() - self._last) - HEARTBEAT
        busy = 1000 * (time.thread_time() - self._busy)
        known = self.stalls.get(self.what)
        if known is None or late > known.milliseconds:
            self.stalls[self.what] = Stall(late, busy, self.what)
        self.go_on()
