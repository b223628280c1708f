"""Hands inputs to processes, watches their time and memory, ends those that take too much, and counts."""

from __future__ import annotations

import multiprocessing
import os
import re
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from docs.tools.fuzz.kind import write
from docs.tools.fuzz.outcome import FAULTS, Limits, Outcome, Verdict
from docs.tools.fuzz.worker import WHERE, content, work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docs.tools.fuzz.kind import Kind

LOOK = 0.1  # seconds between two looks at what the processes take
START = 600.0  # seconds within which a process is ready for its first input
INPUTS = 1500  # that one process tries before another takes its place
SAVED = 3  # inputs of one root that are kept


@dataclass
class Count:
    """What became of the inputs of one kind.

    Attributes:
        verdicts: How many of each.
        longest: Most seconds of the processor that one took.
        largest: Most bytes by which a process grew.
    """

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    longest: float = 0.0
    largest: int = 0


class Tally:
    """Counts outcomes by kind, and faults by their roots; keeps the inputs of faults.

    Args:
        kinds: The kinds.
        seed: Decided about the inputs.
        folder: Where inputs of faults go; None for a new one beside others of the system's, made when it is needed.
    """

    def __init__(self, kinds: Iterable[Kind], seed: int, folder: Path | None = None) -> None:
        self.counts = {kind.name: Count() for kind in kinds}
        self.roots: Counter[tuple[str, str]] = Counter()
        self.folder = folder
        self._kinds = {kind.name: kind for kind in kinds}
        self.seed = seed

    @property
    def total(self) -> int:
        """How many inputs were tried."""
        return sum(count.verdicts.total() for count in self.counts.values())

    @property
    def faults(self) -> int:
        """How many of them found a fault."""
        return sum(count.verdicts[verdict] for count in self.counts.values() for verdict in FAULTS)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        count = self.counts[outcome.kind]
        count.verdicts[outcome.verdict] += 1
        count.longest = max(count.longest, outcome.seconds)
        count.largest = max(count.largest, outcome.growth)
        if outcome.verdict in FAULTS:
            key = outcome.kind, outcome.root
            self.roots[key] += 1
            if self.roots[key] <= SAVED:
                self._save(outcome)

    def _save(self, outcome: Outcome) -> None:
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(prefix="netsketch-fuzz-found-"))
        name = f"{outcome.kind}-{self.seed}-{outcome.number}"
        again = f"python3 dev.py fuzz {outcome.kind} --seed {self.seed} --first {outcome.number} --inputs 1"
        (self.folder / name).mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # a name that this disk does not take; the note says how to have it again
            write(content(self._kinds[outcome.kind], self.seed, outcome.number), self.folder / name)
        text = f"{outcome.verdict}: {outcome.root}\n{again}\n\n{outcome.note}\n"
        (self.folder / f"{name}.txt").write_text(text, encoding="utf-8", errors="backslashreplace")


class Process:
    """A process that tries one input after another.

    Args:
        kinds: The kinds.
        seed: Decides about the inputs.
        limits: What one may take.
        logs: A folder for what the process says of where it is.
    """

    def __init__(self, kinds: tuple[Kind, ...], seed: int, limits: Limits, logs: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.orders, theirs = context.Pipe()
        self._log = Path(tempfile.mkstemp(dir=logs)[1])
        self._process = context.Process(
            target=work, args=(theirs, kinds, seed, limits, str(self._log)), daemon=True
        )
        self._process.start()
        theirs.close()
        self.tried = 0
        self.is_ready = False
        self.order: tuple[str, int] | None = None
        self._begun = time.monotonic()
        self._used = 0.0, 0.0
        self._is_asked = False
        self._limits = limits

    def give(self, order: tuple[str, int]) -> None:
        """Let it try an input."""
        self.order, self._begun, self._used = order, time.monotonic(), self._use()
        self.tried += 1
        self._is_asked = False
        self.orders.send(order)

    def look(self, has_told: bool) -> tuple[Outcome | None, bool]:
        """Return what became of its input, if that is known, and whether it can go on.

        Args:
            has_told: Whether it has sent something, or has ended.

        Raises:
            RuntimeError: It ended before it had anything to do.
        """
        if has_told:
            try:
                outcome: Outcome | None = self.orders.recv()
            except (EOFError, OSError):
                return self._crash(), False
            if outcome is None:  # ready, or about to read an input that it has made
                self.is_ready, self._begun, self._used = True, time.monotonic(), self._use()
                return None, True
            self.order = None
            slow = outcome.verdict is Verdict.SLOW
            return self._with_place(outcome) if slow else outcome, True
        excess = self._excess()
        return excess, excess is None

    def _excess(self) -> Outcome | None:
        """Return an outcome where the input takes so much that the process must be ended."""
        waited = time.monotonic() - self._begun
        if self.order is None:
            if not self.is_ready and waited > START:
                raise RuntimeError(f"A process does not get ready to try inputs. {self._log.read_text()}")
            return None
        limits = self._limits
        seconds, growth = (now - before for now, before in zip(self._use(), self._used, strict=True))
        if seconds > limits.seconds and not self._is_asked:
            self._ask_where()
        if seconds > limits.factor * limits.seconds or waited > limits.patience:
            note = f"It was ended after {waited:.0f} s, {seconds:.0f} s of them of the processor."
            return self._with_place(Outcome(*self.order, Verdict.SLOW, seconds, int(growth), "slow", note))
        if growth > limits.factor * limits.growth:
            note = f"It was ended with {growth / 1e6:,.0f} MB more than before."
            return self._with_place(Outcome(*self.order, Verdict.BIG, seconds, int(growth), "big", note))
        return None

    def _ask_where(self) -> None:
        """Let the process write down where it is."""
        self._is_asked = True
        if WHERE is not None and self._process.pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._process.pid, WHERE)

    def _with_place(self, outcome: Outcome) -> Outcome:
        """Let an outcome say where the program was, as far as the process tells."""
        if self.order is not None and not self._is_asked:
            self._ask_where()
            time.sleep(LOOK)
        log = self._log.read_text(encoding="utf-8", errors="replace")
        own = re.search(r'File ".*?/((?:engine|gui)/[^"]+)", line (\d+)', log)
        root = f"{outcome.root} in {own[1]}:{own[2]}" if own else outcome.root
        return replace(outcome, root=root, note=f"{outcome.note}\n\n{log}")

    def _crash(self) -> Outcome:
        """Return the outcome of an input at which the process has ended."""
        self._process.join(5)
        code, log = self._process.exitcode, self._log.read_text(encoding="utf-8", errors="replace")
        if self.order is None:
            raise RuntimeError(f"The process that tries inputs ends by itself, with code {code}. {log}")
        return Outcome(*self.order, Verdict.OTHER, root=f"the process ended with code {code}", note=log)

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.join()
        self.orders.close()

    def _use(self) -> tuple[float, float]:
        """Return the seconds of the processor and the bytes that the process takes; 0 where nothing tells."""
        with suppress(OSError, ValueError, IndexError):
            entries = (
                Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
            )
            ticks, pages = int(entries[11]) + int(entries[12]), int(entries[21])
            return ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE")
        return 0.0, 0.0


def outcomes(
    orders: Iterator[tuple[str, int]],
    kinds: tuple[Kind, ...],
    seed: int,
    *,
    jobs: int = 2,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Outcome]:
    """Try inputs in several processes and tell what became of each, in the order in which they end.

    Args:
        orders: Names of kinds, and numbers of their inputs.
        kinds: The kinds that have these names.
        seed: Decides about the inputs.
        jobs: How many processes.
        limits: What one input may take.
    """
    with tempfile.TemporaryDirectory(prefix="netsketch-fuzz-logs-") as logs:

        def another() -> Process:
            return Process(kinds, seed, limits, Path(logs))

        processes = [another() for _ in range(jobs)]
        try:
            while processes:
                ready = wait([process.orders for process in processes], LOOK)
                for process in tuple(processes):
                    outcome, lives = process.look(process.orders in ready)
                    if outcome is not None:
                        yield outcome
                    if lives and (process.order is not None or not process.is_ready):
                        continue
                    order = next(orders, None) if lives and process.tried < INPUTS else None
                    if order is not None:
                        process.give(order)
                        continue
                    processes.remove(process)
                    process.end()
                    if not lives or process.tried >= INPUTS:
                        processes.append(another())
        finally:
            for process in processes:
                process.end()
