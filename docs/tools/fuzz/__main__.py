"""The command line of the fuzzer: tries inputs, says how it goes, and ends with a table.

Run: python3 dev.py fuzz [KIND ...] [--inputs N] [--minutes N] [--seed S] [--out FOLDER] [--page FILE]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from docs.tools.amounts import amount, whole
from docs.tools.fuzz.outcome import FAULTS
from docs.tools.fuzz.page import faults_of, section, table, write_section
from docs.tools.fuzz.registry import KINDS, named
from docs.tools.fuzz.rounds import Tally, outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docs.tools.fuzz.kind import Kind

INPUTS = 2000  # where neither a number nor a time is given
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
    parser = argparse.ArgumentParser(
        prog="dev.py fuzz",
        description="Damaged and hostile files of each kind that the program opens, read as the program reads them.",
        epilog="kinds: " + ", ".join(kind.name for kind in KINDS),
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="all of them without one")
    parser.add_argument(
        "--inputs", type=whole, help=f"how many are tried in all; {INPUTS:,} where no time is given"
    )
    parser.add_argument("--minutes", type=amount, help="how long")
    parser.add_argument("--seed", type=whole, default=0, help="decides about the inputs")
    parser.add_argument("--first", type=whole, default=0, help="number of the first input of each kind")
    parser.add_argument("--jobs", type=whole, default=2, help="how many processes try them")
    parser.add_argument("--out", type=Path, help="the folder for inputs that find a fault")
    parser.add_argument("--page", type=Path, help="put the table into this page, such as docs/reliability.md")
    options = parser.parse_args(arguments)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # as threads that wait for work would count as work
    try:
        kinds = named(options.kinds)
    except KeyError as error:
        parser.error(f"there is no kind {error}; kinds are: {', '.join(kind.name for kind in KINDS)}")
    wanted = options.inputs if options.inputs is not None or options.minutes else INPUTS
    started = time.monotonic()
    deadline = started + 60 * options.minutes if options.minutes else None
    tally = Tally(kinds, options.seed, options.out)
    told_at, stopped = started, False
    wished = islice(orders(kinds, options.first, deadline), wanted)
    trying = outcomes(wished, kinds, options.seed, jobs=max(1, options.jobs))
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
    print(f"\n{table(tally)}\n\nseed {options.seed}, {minutes:.1f} minutes", flush=True)
    if options.page and tally.total:
        write_section(options.page, section(tally, minutes))
    if tally.faults:
        print(faults_of(tally), flush=True)
        return 1
    return 130 if stopped else 0


if __name__ == "__main__":
    sys.exit(main())
