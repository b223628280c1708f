"""What was measured, as a page: the table of claims, each benchmark's own words, and the block in README.md.

No sentence here holds a figure of its own: what is said of a figure is made from it, whenever the page is.
"""

from __future__ import annotations

import json
import os
import platform
import re
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from _claims import Claim

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
INTRODUCTION = (
    "Written by `python3 dev.py bench`; run it to have the figures of your machine. Each claim is measured beside its "
    "yardstick in the same run, in turns (A B A B …), so that whatever else the machine does falls on both. A figure "
    "is the median; ratios are taken round by round, and “from, to” are the least and the greatest of them. A claim "
    "that would hold a thing against itself is not comparable and counts as nothing."
)
HEAD = (
    "| claim | measured against | measured | from, to | to reach | verdict |",
    "| --- | --- | ---: | ---: | ---: | --- |",
)
# The claims that README.md quotes: how their names begin.
QUOTED = (
    "an epoch of the article's network, times as fast",
    "ten epochs with validation, times as fast, both",
    "training in the window",
    "delay of a 5 ms timer while training, 99 %",
    "pen to new bars",
    "warm start",
    "cold start",
    "press Train to the first point",
    "recognition of one drawing",
)

# Why some claims are missed where they are, as far as it was found out: words of their names, and the reason. In braces
# stands what was measured: `measured`, `spread`, `to_reach`, of the missed claim that is furthest from its limit.
SHORTFALLS = {
    "start to the window with all that is in it": (
        "**All that is in the window** ({measured}, {to_reach} to reach) is more than a bare window: our own "
        "modules and building the widgets take most of it; NumPy and the pages out of sight come after the paint "
        "(adr/0077-numpy-comes-behind-the-paint.md), and so does pydantic "
        "(adr/0087-settings-need-pydantic-to-be-checked.md). Hence the frame comes first, with the outline of the last "
        "time, and fills (adr/0009-the-frame-comes-first.md)."
    ),
    "the chosen number of threads": (
        "**Threads** ({measured} at worst, {to_reach} to reach): the number is measured by some steps before "
        "the first, in hundredths of a second (adr/0050-threads-are-measured-and-kept.md), and other work comes and "
        "goes. Beside a busy process the second thread makes steps many times slower, as the table of thread_choice "
        "shows, so that where in doubt one thread does them; work that comes later is answered at the next epoch. The "
        "setting *Threads* takes another number."
    ),
    "ten epochs with validation, times as fast": (
        "**Keras** ({measured}, {to_reach} to reach): from one round to the next the ratio lay at {spread}, as either "
        "of the two is slowed by the machine's other work. Most of our epoch are matrix products already (epoch_time)."
    ),
    "an epoch of 784-64-64-10": (
        "**An epoch beside its products** ({measured} at worst, {to_reach} to reach; {spread} from one round to the "
        "next): what is no product are some twenty-five short calls a step (epoch_parts), and they weigh the more, the "
        "faster the products are (adr/0095-products-by-the-faster-library.md). The rest is most likely what "
        "they fetch again, as weights, gradients, the optimiser's means and a batch together exceed a core's own "
        "cache; it grows with the machine's other work, and so does what an exponential takes."
    ),
    "training in the window": (
        "**The window** ({measured}, {to_reach} to reach; {spread} from one round to the next): what is left is the "
        "other core's share of cache and memory, and Python's lock between two stretches of steps."
    ),
    "delay of a 5 ms timer while training and drawing": (
        "**The timer while drawing all the time** ({measured}, {to_reach} to reach): a movement of the pen (paper, the "
        "28×28, the answer and its bars) and a plot each take some milliseconds of the window's thread; now and then "
        "both fall into one turn of the event loop."
    ),
}


def shortfalls(claims: Sequence[Claim]) -> list[str]:
    """Return why claims are missed, one reason for all of a kind, with the figures of the worst."""
    told = []
    for words, why in SHORTFALLS.items():
        missed = [claim for claim in claims if claim.met is False and words in claim.name]
        if missed:
            worst = max(missed, key=lambda claim: claim.shortfall)
            spread = worst.spread or worst.measured
            told.append(why.format(measured=worst.measured, to_reach=worst.to_reach, spread=spread))
    return told


@dataclass(frozen=True)
class Outcome:
    """What became of one benchmark.

    Attributes:
        name: Its name.
        claims: What it handed over; empty if it failed, or has no figures to hand over.
        output: What it printed for people.
        seconds: How long it took, which is told while the others wait and not kept.
        trouble: Why it did not come to its end, or an empty string.
        about: The day, the machine and how busy it was, and the versions.
    """

    name: str
    claims: tuple[Claim, ...]
    output: str
    seconds: float
    trouble: str = ""
    about: tuple[str, ...] = ()

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
            rows.append(f"| `{self.name}`, as it says below | | | | | met |")
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


def page(outcomes: Sequence[Outcome]) -> str:
    """Return docs/benchmarks.md.

    Args:
        outcomes: In the order of the table.
    """
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    verdicts = [claim.verdict.strip("*") for claim in claims]
    sums = ", ".join(
        f"{verdicts.count(verdict)} {verdict}"
        for verdict in ("met", "missed", "not measured", "not comparable")
        if verdict in verdicts
    )
    troubles = sum(bool(outcome.trouble) for outcome in outcomes)
    broken = f"; of {len(outcomes)} benchmarks {troubles} did not come to a good end" if troubles else ""
    parts = [
        "# What is fast, and how that was measured",
        INTRODUCTION,
        "  \n".join(machines(outcomes)),
        f"Of {len(claims)} claims: {sums}{broken}.",
        "\n".join([*HEAD, *(line for outcome in outcomes for line in outcome.rows())]),
    ]
    reasons = dict.fromkeys(claim.reason for claim in claims if claim.figure is None and claim.reason)
    if reasons:
        parts.append("Not measured: " + " ".join(reasons))
    parts += shortfalls(claims)
    together = len({outcome.about for outcome in outcomes}) == 1
    for outcome in outcomes:
        parts += [
            f"## {outcome.name}",
            "" if together else "  \n".join(outcome.about),
            f"{outcome.trouble[:1].upper()}{outcome.trouble[1:]}." if outcome.trouble else "",
            f"```text\n{outcome.output or 'It said nothing.'}\n```",
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def machines(outcomes: Sequence[Outcome], *, each: str = "with each benchmark below") -> list[str]:
    """Return what the figures depend on: of all together, or where each part of them says it."""
    kinds = sorted({outcome.about for outcome in outcomes})
    if len(kinds) <= 1:
        return [line for about in kinds for line in about]
    days = sorted({about[0].partition(";")[0] for about in kinds})
    return [f"Measured from {days[0]} to {days[-1]}; when and on what stands {each}."]


def readme_block(outcomes: Sequence[Outcome]) -> str:
    """Return the figures that README.md quotes."""
    claims = [claim for outcome in outcomes for claim in outcome.claims]
    quoted = [claim for start in QUOTED for claim in claims if claim.name.startswith(start)]
    head = ("| | measured against | measured | to reach | verdict |", "| --- | --- | ---: | ---: | --- |")
    rows = (
        f"| {claim.name} | {claim.yardstick or '–'} | {claim.measured} | {claim.to_reach} | {claim.verdict} |"
        for claim in quoted
    )
    lines = machines(outcomes, each="in docs/benchmarks.md")
    return "\n".join([*head, *rows, "", *([f"{lines[0].removesuffix('.')}."] if lines else [])])


# ---------------------------------------------------------------- the figures as they are kept


def kept(outcomes: Sequence[Outcome]) -> str:
    """Return outcomes as JSON, to make the page from again; one that was measured anew takes the place of its older."""
    contents = [asdict(outcome) for outcome in outcomes]
    for content in contents:
        del content["seconds"]
    return json.dumps(contents, ensure_ascii=False, indent=1) + "\n"


def from_kept(text: str) -> list[Outcome]:
    """Return outcomes from their JSON."""
    found = []
    for content in json.loads(text):
        claims = tuple(Claim(**claim) for claim in content.pop("claims"))
        found.append(
            Outcome(**content | {"claims": claims, "about": tuple(content["about"]), "seconds": 0.0})
        )
    return found


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
