"""The command line of the fuzzer: tries inputs, says how it goes, and ends with a table.

Run: python3 dev.py fuzz [KIND ...] [--inputs N] [--minutes N] [--seed S] [--out FOLDER] [--page FILE]
"""

from __future__ import annotations

import os
import sys
import time
from itertools import count, islice
from typing import TYPE_CHECKING

from docs.tools.fuzz.options import INPUTS, options
from docs.tools.fuzz.outcome import FAULTS
from docs.tools.fuzz.page import faults_of, section, table, write_section
from docs.tools.fuzz.registry import named
from docs.tools.fuzz.rounds import Tally, outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docs.tools.fuzz.kind import Kind

EVERY = 2.0  # seconds between two lines of progress


def orders(kinds: Sequence[Kind], first: int, deadline: float | None) -> Iterator[tuple[str, int]]:
    """Name inputs, the kinds in turn, without end or until a time."""
    for number in count(first):
        for kind in kinds:
            if deadline is not None and time.monotonic() > deadline:
                return
            yield kind.name, number


def main(arguments: Sequence[str] | None = None) -> int:
    """Try inputs; the exit code is 1 where a fault was found, 130 where the person stopped it before."""
    told = options(arguments)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # as threads that wait for work would count as work
    kinds = named(told.kinds)
    wanted = told.inputs if told.inputs is not None or told.minutes else INPUTS
    started = time.monotonic()
    deadline = started + 60 * told.minutes if told.minutes else None
    tally = Tally(kinds, told.seed, told.out)
    told_at, stopped = started, False
    wished = islice(orders(kinds, told.first, deadline), wanted)
    trying = outcomes(wished, kinds, told.seed, jobs=max(1, told.jobs))
    try:
        for outcome in trying:
            tally.add(outcome)
            if outcome.verdict in FAULTS and tally.roots[outcome.kind, outcome.root] == 1:
                print(f"· {outcome.verdict}: {outcome.kind} {outcome.number}: {outcome.root}", flush=True)
            if time.monotonic() - told_at > EVERY:
                told_at = time.monotonic()
                of_all = f" of {wanted:,}" if wanted is not None else ""
                rate = tally.total / (told_at - started)
                print(
                    f"· {tally.total:,}{of_all} inputs, {tally.faults} faults, {rate:.0f} a second",
                    flush=True,
                )
    except KeyboardInterrupt:
        stopped = True
    finally:
        trying.close()
    minutes = (time.monotonic() - started) / 60
    print(f"\n{table(tally)}\n\nseed {told.seed}, {minutes:.1f} minutes", flush=True)
    if told.page and tally.total:
        write_section(told.page, section(tally, minutes))
    if tally.faults:
        print(faults_of(tally), flush=True)
        return 1
    return 130 if stopped else 0


if __name__ == "__main__":
    sys.exit(main())
