"""What was measured, as a page: the table of claims, each benchmark's own words, and the block in README.md."""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from _claims import Claim

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
INTRODUCTION = (
    "Written by `python3 dev.py bench`; run it to have the figures of your machine. Each claim is measured beside its "
    "yardstick in the same run, in turns (A B A B …), so that whatever else the machine does falls on both. A figure "
    "is the median; ratios are taken round by round, and “from, to” are the least and the greatest of them."
)
HEAD = (
    "| claim | measured against | measured | from, to | to reach | met |",
    "| --- | --- | ---: | ---: | ---: | --- |",
)
# The claims that README.md quotes: how their names begin.
QUOTED = (
    "an epoch of the article's network, times as fast",
    "ten epochs with validation, times as fast, both",
    "training in the window",
    "delay of a 5 ms timer while training, 99 %",
    "pen to new bars",
    "cold start",
    "press Train to the first point",
    "recognition of one drawing",
)

# Why some claims are missed where they are, as far as it was found out: words of their names, and the reason.
SHORTFALLS = {
    "cold start to the window with all that is in it": (
        "**All that is in the window** cannot be there as fast as a bare window: importing NumPy and pydantic with the "
        "settings, our own two hundred modules and building some five hundred widgets each take about as long as the "
        "bare window as a whole. Hence the frame comes first, with the outline of the last time, and fills "
        "(adr/0009-the-frame-comes-first.md)."
    ),
    "the chosen number of threads": (
        "**Threads**: with a core to spare, two threads are faster. The number follows from the work of a step and the "
        "cores alone, never more than half of them: beside a busy process the second thread makes steps 5 to 200 times "
        "slower, and choosing by the load of the moment would change the last bits of the weights from run to run, as "
        "sums over two threads are rounded otherwise. The setting *Threads* takes another number."
    ),
    "ten epochs with validation, times as fast": (
        "**Keras** lies near the limit: 3.7 to 4.3 times from one measurement to the next, as either of the two is "
        "slowed by the machine's other work. Three quarters of our epoch are matrix products."
    ),
    "training in the window": (
        "**The window** lies at the limit: 1.02 to 1.05 times from one measurement to the next. What is left is the "
        "other core's share of cache and memory, and Python's lock between two stretches of steps."
    ),
    "delay of a 5 ms timer while training and drawing": (
        "**The timer while drawing all the time**: a movement of the pen (paper, the 28×28, the answer and its bars) "
        "takes about 5 ms of the window's thread and a plot about 6; now and then both fall into one turn of the event "
        "loop."
    ),
}


@dataclass(frozen=True)
class Outcome:
    """What became of one benchmark.

    Attributes:
        name: Its name.
        claims: What it handed over; empty if it failed, or has no figures to hand over.
        output: What it printed for people.
        seconds: How long it took.
        trouble: Why it did not come to its end, or an empty string.
    """

    name: str
    claims: tuple[Claim, ...]
    output: str
    seconds: float
    trouble: str = ""

    def lines(self) -> list[str]:
        """Return what is said of it while the others wait."""
        said = [
            f"{claim.name}: {claim.measured}, to reach {claim.to_reach}: {claim.verdict.strip('*')}"
            for claim in self.claims
        ]
        end = self.trouble or "done"
        return [*said, f"{end}, {self.seconds:.0f} s"]

    def rows(self) -> list[str]:
        """Return its rows of the table of claims."""
        rows = [row(claim) for claim in self.claims]
        if self.trouble:
            rows.append(f"| `{self.name}` | | – | | | {self.trouble} |")
        elif not self.claims:
            rows.append(f"| `{self.name}`, as it says below | | | | | yes |")
        return rows


def row(claim: Claim) -> str:
    """Return the row of a claim."""
    cells = (claim.name, claim.yardstick or "–", claim.measured, claim.spread, claim.to_reach, claim.verdict)
    return f"| {' | '.join(cells)} |"


def machine_lines() -> list[str]:
    """Return what the figures depend on: the machine and how busy it is now, and the versions."""
    versions = []
    for name, package in (("PyTorch", "torch"), ("PySide6", "PySide6-Essentials"), ("NumPy", "numpy")):
        try:
            versions.append(f"{name} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            continue
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    system = f"{platform.system()} on {platform.machine()}"
    where = os.environ.get("QT_QPA_PLATFORM") or "the display"
    return [
        f"{time.strftime('%Y-%m-%d')}; {os.cpu_count()} processors ({processor()}){load}; {system}; windows on {where}",
        f"Python {platform.python_version()}, {', '.join(versions)}",
    ]


def processor() -> str:
    """Return the name of the processor, as far as the system tells it."""
    try:
        found = re.search(
            r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE
        )
    except OSError:
        found = None
    return found[1].strip() if found else platform.processor() or "of unknown kind"


def page(outcomes: Sequence[Outcome], about: Sequence[str], seconds: float) -> str:
    """Return docs/benchmarks.md.

    Args:
        outcomes: In the order of the table.
        about: The machine.
        seconds: How long all took.
    """
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    met, missed = (sum(claim.met is verdict for claim in claims) for verdict in (True, False))
    rest = len(claims) - met - missed
    troubles = sum(bool(outcome.trouble) for outcome in outcomes)
    sums = f"{met} of {len(claims)} claims met, {missed} not met, {rest} not measured"
    broken = f"; of {len(outcomes)} benchmarks {troubles} did not come to a good end" if troubles else ""
    parts = [
        "# What is fast, and how that was measured",
        INTRODUCTION,
        "  \n".join(about),
        f"{sums}{broken}. All took {seconds / 60:.0f} minutes.",
        "\n".join([*HEAD, *(line for outcome in outcomes for line in outcome.rows())]),
    ]
    reasons = dict.fromkeys(claim.reason for claim in claims if claim.figure is None and claim.reason)
    if reasons:
        parts.append("Not measured: " + " ".join(reasons))
    missed_names = [claim.name for claim in claims if claim.met is False]
    parts += [why for words, why in SHORTFALLS.items() if any(words in name for name in missed_names)]
    for outcome in outcomes:
        parts += [
            f"## {outcome.name}",
            f"{outcome.trouble[:1].upper()}{outcome.trouble[1:]}." if outcome.trouble else "",
            f"```text\n{outcome.output or 'It said nothing.'}\n```",
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def readme_block(outcomes: Sequence[Outcome], about: Sequence[str]) -> str:
    """Return the figures that README.md quotes."""
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    quoted = [claim for start in QUOTED for claim in claims if claim.name.startswith(start)]
    head = ("| | measured against | measured | to reach |", "| --- | --- | ---: | ---: |")
    rows = (
        f"| {claim.name} | {claim.yardstick or '–'} | {claim.measured if claim.met is not None else 'not measured'} "
        f"| {claim.to_reach} |"
        for claim in quoted
    )
    return "\n".join([*head, *rows, "", f"{about[0]}."])


def with_block(text: str, block: str) -> str:
    """Return a text with another block between its marks.

    Raises:
        ValueError: If the marks are not there, once each and in order.
    """
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not begin or not end or BEGIN in after or END in after:
        raise ValueError(f"The text lacks the marks {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{block}\n\n{END}{after}"
