"""Tries inputs in a process of its own, one after another, and says what became of each."""

from __future__ import annotations

import faulthandler
import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from docs.tools.fuzz.kind import write
from docs.tools.fuzz.outcome import Limits, Outcome, Verdict, judged
from engine.folders import HOME_VARIABLE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from docs.tools.fuzz.kind import Files, Kind

WHERE = getattr(signal, "SIGUSR1", None)  # lets the process say where it is
STATUS, REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def content(kind: Kind, seed: int, number: int) -> Files:
    """Return the files of an input: the same for the same seed, kind and number."""
    return kind.spoilt(random.Random(f"{seed} {kind.name} {number}"))


def attempt(kind: Kind, files: Files, number: int = -1, limits: Limits = Limits()) -> Outcome:  # noqa: B008
    """Let the program read files in this process, in a folder of their own that is gone after it.

    Args:
        kind: Their kind.
        files: The files.
        number: Which input it is.
        limits: What it may take.
    """
    place = Path(tempfile.mkdtemp(prefix="netsketch-fuzz-"))
    folder, beside = place / "input", place / "beside"
    home_before = os.environ.get(HOME_VARIABLE)
    error: BaseException | None = None
    taken = False
    try:
        folder.mkdir()
        beside.mkdir()
        os.environ[HOME_VARIABLE] = str(folder)
        write(files, folder)
        _forget_peak()
        base, start = memory("VmRSS"), time.process_time()
        try:
            taken = kind.read(folder)
        except BaseException as raised:  # noqa: BLE001 - whatever it is, it is what is looked for
            error = raised
        seconds, growth = time.process_time() - start, max(0, memory("VmHWM") - base)
        if set(place.iterdir()) != {folder, beside} or any(beside.iterdir()):
            astray = sorted(str(path.relative_to(place)) for path in place.rglob("*"))
            error = AssertionError(f"It wrote beside its folder: {', '.join(astray[:9])}")
        verdict = Verdict.TAKEN if taken else Verdict.TOLD
        return judged(Outcome(kind.name, number, verdict, seconds, growth), error, limits)
    finally:
        error = None
        os.environ.pop(HOME_VARIABLE)
        if home_before is not None:
            os.environ[HOME_VARIABLE] = home_before
        shutil.rmtree(place, ignore_errors=True)


def memory(entry: str) -> int:
    """Return bytes of memory that this process has (``VmRSS``) or had at most (``VmHWM``); 0 where nothing tells."""
    with suppress(OSError, ValueError, IndexError):
        for line in STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith(entry):
                return int(line.split()[1]) * 1024
    return 0


def work(orders: Connection, kinds: tuple[Kind, ...], seed: int, limits: Limits, log: str) -> None:
    """Try what is ordered, a kind's name and a number each, until nothing more is; the body of a process.

    Args:
        orders: Brings the orders, and takes the outcomes; None once it is ready, for the first order or to read.
        kinds: The kinds.
        seed: Decides about the inputs.
        limits: What one may take.
        log: A file for where the program is when it crashes, or is asked by the signal ``WHERE``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    known = {kind.name: kind for kind in kinds}
    with (
        Path(log).open("w", encoding="utf-8") as places,
        Path(os.devnull).open("w", encoding="utf-8") as nothing,
    ):
        faulthandler.enable(places)
        if WHERE is not None:
            faulthandler.register(WHERE, places, all_threads=False)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                os.dup2(nothing.fileno(), stream.fileno())
        logging.disable(logging.CRITICAL)
        for kind in kinds:  # so that nothing is loaded any more while it is measured
            attempt(kind, kind.sound)
        orders.send(None)
        with suppress(EOFError, OSError):
            while True:
                name, number = orders.recv()
                files = content(known[name], seed, number)
                places.seek(0)
                places.truncate()
                orders.send(None)
                orders.send(attempt(known[name], files, number, limits))


def _forget_peak() -> None:
    """Let the system count the most memory that this process had anew."""
    with suppress(OSError):
        REFERENCES.write_text("5", encoding="ascii")
