"""What the benchmarks share: runs in turns, medians and spread, a home of their own, and processes with milestones."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # so that a benchmark runs as a file, wherever it is started

LONGEST_RUN = 120.0  # seconds until a process that does not get there is given up


def in_turns(
    ways: dict[str, Callable[[], float]], rounds: int, *, warm_up: int = 1
) -> dict[str, list[float]]:
    """Run all ways in turns (A B A B …), so that whatever else the machine does falls on all alike.

    Args:
        ways: What is measured by name; each returns its figure.
        rounds: How many figures of each are kept.
        warm_up: Rounds before those, whose figures are dropped.
    """
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(-warm_up, rounds):
        for name, way in ways.items():
            figure = way()
            if number >= 0:
                found[name].append(figure)
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of all values do not exceed; the nearest one, none made up."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def spread(values: Sequence[float], digits: int = 3) -> str:
    """Return median and range as words."""
    middle = statistics.median(values)
    return f"{middle:.{digits}f} (from {min(values):.{digits}f} to {max(values):.{digits}f})"


def command_line(about: str | None) -> argparse.ArgumentParser:
    """Return what reads the command line of a benchmark; its help says all that the file says of itself."""
    return argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)


def turns_asked(about: str | None) -> argparse.Namespace:
    """Return from the command line how many rounds, how many epochs in each, and of which preset."""
    parser = command_line(about)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--preset", default="article")
    return parser.parse_args()


def images_at_hand() -> str:
    """Return which data are measured on: MNIST, looked for beside the project too, or the generated digits."""
    from engine.data import datasets

    beside = ROOT.parent / "shared" / "datasets"
    if "NETSKETCH_DATA" not in os.environ and beside.is_dir():
        os.environ["NETSKETCH_DATA"] = str(beside)
    return "mnist" if datasets.is_available("mnist") else "generated"


def mnist_is_here() -> bool:
    """Tell whether MNIST can be measured on, and say so where it cannot."""
    from engine.data import datasets

    if not datasets.is_available("mnist"):
        print("MNIST is not on this computer: download it in the window, or set NETSKETCH_DATA.")
        return False
    return True


def machine(*, windows: bool = False) -> str:
    """Return a line on the machine, with how busy it is, as absolute figures mean nothing without.

    Args:
        windows: Whether to say where windows are shown.
    """
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    words = f"{os.cpu_count()} processors{load}, Python {sys.version.split()[0]}"
    return f"{words}, windows on {os.environ.get('QT_QPA_PLATFORM') or 'the display'}" if windows else words


def child(file: str, *arguments: object, timeout: float = 600) -> Any:
    """Run a benchmark in a process of its own and return what its last line says, as JSON.

    Raises:
        subprocess.CalledProcessError: If it fails; likewise TimeoutExpired.
    """
    run = subprocess.run(
        [sys.executable, file, *map(str, arguments)],
        cwd=ROOT,
        env=compiling_environment(),
        stdout=subprocess.PIPE,
        text=True,
        timeout=timeout,
        check=True,
    )
    return json.loads(run.stdout.splitlines()[-1])


def use_display() -> None:
    """Show windows on the display where there is one, else nowhere."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@contextmanager
def own_home() -> Iterator[Path]:
    """Keep preferences and layout of a benchmark apart from those of the person who runs it."""
    names = ("NETSKETCH_HOME", "XDG_CONFIG_HOME")
    before = {name: os.environ.get(name) for name in names}
    with tempfile.TemporaryDirectory(prefix="netsketch-benchmark-") as folder:
        os.environ.update(dict.fromkeys(names, folder))
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def compiling_environment() -> dict[str, str]:
    """Return this process's variables, but let Python keep what it compiled, as it does for everyone."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def milestones(command: Sequence[str | Path], words: Sequence[str], **environment: str) -> dict[str, float]:
    """Start a process, wait until it has said all of ``words``, end it, and return the seconds to each.

    Args:
        command: What is started, from the root of the project.
        words: A milestone is reached with the first line that ends in its words, on stdout or stderr.
        environment: Variables beside those of this process.

    Raises:
        RuntimeError: If the process ends before, or takes too long.
    """
    heard: list[str] = []
    found: dict[str, float] = {}
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=compiling_environment() | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watchdog = threading.Timer(LONGEST_RUN, process.kill)
    watchdog.start()
    try:
        assert process.stdout is not None, "asked for"
        for line in process.stdout:
            now = time.perf_counter() - started
            heard.append(line)
            for word in words:
                if line.rstrip().endswith(word):
                    found.setdefault(word, now)
            if len(found) == len(words):
                return found
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    raise RuntimeError(f"{command} did not get there; it said:\n{''.join(heard)}")
