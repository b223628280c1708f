"""What a benchmark claims and what it found: lines for people, and JSON for whoever gathers all of them."""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

MARK = '{"claims": '  # the last line of what `--json` prints begins so


@dataclass(frozen=True)
class Claim:
    """One claim, its yardstick, and what was measured.

    Attributes:
        name: What is measured, as a person would say it.
        yardstick: What it is held against in the same run; empty for a bound of its own.
        limit: The figure to reach.
        unit: Of figure and limit: ``×`` for a ratio, else ``ms``, ``s``, ``MB``.
        figure: The median, or None where it was not measured.
        low: The least of what was measured.
        high: The greatest.
        at_least: Whether the figure should reach the limit from above.
        reason: Why it was not measured, and what to do about it.
        itself: Whether it is held against its own figures, and so says nothing.
    """

    name: str
    yardstick: str
    limit: float
    unit: str
    figure: float | None = None
    low: float | None = None
    high: float | None = None
    at_least: bool = False
    reason: str = ""
    itself: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the figure reaches the limit; None where it was not measured, or against itself."""
        if self.figure is None or self.itself:
            return None
        return self.figure >= self.limit if self.at_least else self.figure <= self.limit

    @property
    def shortfall(self) -> float:
        """How many times it misses the limit; below 1 where it is met, 0 where it was not measured."""
        if not self.figure or not self.limit:
            return 0.0
        return self.limit / self.figure if self.at_least else self.figure / self.limit

    @property
    def verdict(self) -> str:
        """What became of it, in a word or two."""
        if self.met is None:
            return "not comparable" if self.itself else "not measured"
        return "met" if self.met else "**missed**"

    @property
    def to_reach(self) -> str:
        """The limit in words."""
        return f"{'≥' if self.at_least else '≤'} {with_unit(self.limit, self.unit, exact=True)}"

    @property
    def measured(self) -> str:
        """The figure in words, without its spread."""
        if self.figure is None:
            return "–"
        shown = with_unit(self.figure, self.unit)
        more = 1
        while self.met is False and shown == with_unit(self.limit, self.unit, more=more - 1):
            shown = with_unit(
                self.figure, self.unit, more=more
            )  # what misses by a hair is not shown as if it did not
            more += 1
        return shown

    @property
    def spread(self) -> str:
        """From the least to the greatest in words; empty for a single figure."""
        if self.low is None or self.high is None or self.low == self.high:
            return ""
        return f"{number(self.low, self.unit)} to {number(self.high, self.unit)}"


def ratio(
    name: str,
    yardstick: str,
    over: Sequence[float],
    under: Sequence[float],
    limit: float,
    *,
    at_least: bool = False,
) -> Claim:
    """Claim something of how many times one row of figures is another, both measured in turns.

    Each figure is divided by the one of its own round, so that what else the machine did falls out.
    """
    quotients = [a / b for a, b in zip(over, under, strict=True)]
    claim = median(name, yardstick, quotients, limit, "×", at_least=at_least)
    return replace(claim, itself=over is under)


def median(
    name: str, yardstick: str, values: Sequence[float], limit: float, unit: str, *, at_least: bool = False
) -> Claim:
    """Claim something of the median of some figures."""
    middle = statistics.median(values)
    return Claim(name, yardstick, limit, unit, middle, min(values), max(values), at_least=at_least)


def number(value: float, unit: str, more: int = 0) -> str:
    """Return a figure with the digits that mean something, and some more of them if asked for."""
    digits = {"×": 2, "s": 2, "MB": 0}.get(unit, 1)
    return f"{value:,.{digits + more}f}"


def with_unit(value: float, unit: str, *, exact: bool = False, more: int = 0) -> str:
    """Return a figure with its unit; an exact one without digits that say nothing."""
    text = f"{value:g}" if exact else number(value, unit, more)
    return text + unit if unit == "×" else f"{text} {unit}"


def arguments(description: str | None, **numbers: int) -> argparse.ArgumentParser:
    """Return a parser of whole numbers by name, such as ``rounds=7``, and of ``--json``.

    Args:
        description: The docstring of the benchmark.
        numbers: Default of each flag.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--json", action="store_true", help="end with one line of JSON that holds the claims")
    return parser


def conclude(claims: Sequence[Claim], *, as_json: bool) -> int:
    """Print what became of the claims; the exit code says whether any that was measured is not met."""
    print()
    for claim in claims:
        if claim.figure is None:
            print(f"{claim.name}: not measured. {claim.reason}")
            continue
        spread = f" ({claim.spread})" if claim.spread else ""
        against = f" (against {claim.yardstick})" if claim.yardstick else ""
        told = claim.verdict.strip("*").upper() if claim.met is False else claim.verdict
        print(f"{claim.name}{against}: {claim.measured}{spread}, to reach {claim.to_reach}: {told}")
    if as_json:
        print(MARK + json.dumps([asdict(claim) for claim in claims], ensure_ascii=False) + "}")
    return int(any(claim.met is False for claim in claims))


def from_output(text: str) -> tuple[list[Claim], str]:
    """Return the claims that a benchmark has printed with ``--json``, none if it broke off, and the rest.

    Args:
        text: All that it printed.
    """
    lines = text.rstrip().splitlines()
    if not lines or not lines[-1].startswith(MARK):
        return [], text.strip("\n")
    claims = [Claim(**content) for content in json.loads(lines[-1])["claims"]]
    return claims, "\n".join(lines[:-1]).strip("\n")
