"""What became of the inputs in words: a table, the faults by their roots, and the section of docs/reliability.md."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from docs.tools.fuzz.outcome import PREPARED, ROOT, Limits, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from docs.tools.fuzz.rounds import Tally

TITLE = "# What was tried to break it"
HEADING = "## Damaged files"


def table(tally: Tally) -> str:
    """Return what became of the inputs, kind by kind, as a table of Markdown."""
    heads = ("kind", "inputs", *(verdict.value for verdict in Verdict), "longest", "largest")
    lines = ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
    for name, found in tally.counts.items():
        numbers = [found.verdicts.total(), *(found.verdicts[verdict] for verdict in Verdict)]
        lines.append(_row(name, numbers, found.longest, found.largest))
    every = tally.counts.values()
    sums = [sum(found.verdicts[verdict] for found in every) for verdict in Verdict]
    most = max(found.longest for found in every), max(found.largest for found in every)
    return "\n".join([*lines, _row("all", [tally.total, *sums], *most)])


def faults_of(tally: Tally) -> str:
    """Return what was wrong, the most frequent in front, and where the inputs are."""
    lines = [f"  {number:5} × {kind}: {root}" for (kind, root), number in tally.roots.most_common()]
    return "\n".join([f"\nFaults, by their roots; inputs and notes are in {tally.folder}:", *lines])


def section(tally: Tally, minutes: float) -> str:
    """Return the section of docs/reliability.md.

    Args:
        tally: What became of the inputs.
        minutes: How long it took.
    """
    limits = Limits()
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    introduction = (
        f"Written by `python3 dev.py fuzz --inputs {tally.total} --seed {tally.seed} --page docs/reliability.md`. "
        "Sound files of each kind, made by the program, get faults in their structure (values of JSON, headers of "
        "arrays and weights, chunks of pictures, directories of zips, cells of tables, with sums that fit again) "
        "or in their bytes, and are read in processes of their own as the program reads them. An input follows from "
        "the seed, its kind and its number."
    )
    meaning = (
        "*told*: one clear error. *taken*: used further without any: sets are kept and loaded (with their first "
        f"{PREPARED:,} pictures: to find the ink takes its time for each, so that ten thousands of different ones "
        "take longer than 5 s, with progress shown, and can be cancelled between any two), models asked, runs listed, "
        "gone on with and deleted. *other*: any other error, or the end of the process. *slow*: more than "
        f"{limits.seconds:.0f} s of the processor. *big*: the process grew by more than {limits.growth / 1e9:.0f} GB."
    )
    commit = asked.stdout.strip() or "unknown"
    took = f"{tally.total:,} inputs in {minutes:.0f} minutes, at commit {commit}: {tally.faults:,} faults."
    return "\n\n".join([HEADING, introduction, meaning, took, table(tally)]) + "\n"


def write_section(path: Path, text: str) -> None:
    """Put the section into a page in place of the one that is there; all other sections stay."""
    whole = path.read_text(encoding="utf-8") if path.exists() else f"{TITLE}\n"
    own = re.compile(rf"^{HEADING}\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
    if own.search(whole):
        rest = own.sub(lambda match: text + ("\n" if match.end() < len(whole) else ""), whole)
    else:
        rest = f"{whole.rstrip()}\n\n{text}"
    path.write_text(rest, encoding="utf-8", newline="\n")


def _row(name: str, numbers: list[int], longest: float, largest: int) -> str:
    cells = [name, *(f"{number:,}" for number in numbers), f"{longest:.1f} s", f"{largest / 1e6:,.0f} MB"]
    return "| " + " | ".join(cells) + " |"
