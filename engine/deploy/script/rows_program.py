"""What an exported script for numbers does when it is started: it says what the network makes of rows."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Network = Callable[[NDArray[np.float32]], NDArray[np.float32]]

HELP = """usage: python {name} [--json] NUMBERS ...
       python {name} --about

Says of each row of numbers what it is taken for, and how sure it is of each class. A row is {count} numbers with commas
between them: {features}

  --json   one JSON object a line
  --about  what this network is, as JSON
"""


def main(arguments: Sequence[str], about: dict[str, Any], network: Network) -> int:
    """Read the rows that ``arguments`` are; return 0, or 2 where one could not be read.

    Args:
        arguments: As the command line has them, the script's name in front.
        about: What there is to know of the network; ``classes`` are those of its answers, ``features`` what it takes.
        network: Turns rows ``(N, F)`` float32 into probabilities ``(N, classes)``, or numbers ``(N, 1)``.
    """
    name, *rows = arguments
    flags = {row for row in rows if row.startswith("--")}
    rows = [row for row in rows if row not in flags]
    features = [each["name"] for each in about["features"]]
    if "--about" in flags:
        print(json.dumps(about))
        return 0
    if flags - {"--json"} or not rows:
        text = HELP.format(name=name, count=len(features), features=" ".join(features))
        print(visible(text, lines=True), file=sys.stdout if "--help" in flags else sys.stderr, end="")
        return 0 if "--help" in flags else 2
    code = 0
    for row in rows:
        numbers = read_row(row, len(features))
        if numbers is None:
            print(visible(f"{name}: “{row}” is no row of {len(features)} numbers."), file=sys.stderr)
            code = 2
            continue
        (shares,) = network(numbers[None])
        if about.get("goal") == "number":
            target, value = about["classes"][0], float(shares[0])
            told = json.dumps({"row": row, "target": target, "number": value})
            print(told if "--json" in flags else visible(f"{row}  {target} {value:.6g}"))
            continue
        found = {
            about["classes"][place]: float(shares[place]) for place in np.argsort(-shares, kind="stable")
        }
        if "--json" in flags:
            print(json.dumps({"row": row, "class": next(iter(found)), "probabilities": found}))
        else:
            told = "  ".join(f"{each} {100 * share:.2f} %" for each, share in found.items())
            print(visible(f"{row}  {told}"))
    return code


def read_row(text: str, count: int) -> NDArray[np.float32] | None:
    """Return so many numbers, written with commas or spaces between them, ``(F,)``; None where they are none."""
    try:
        numbers = [float(part) for part in text.replace(",", " ").split()]
    except ValueError:
        return None
    with np.errstate(over="ignore"):  # what is too large becomes infinite
        row = np.array(numbers, np.float32)
    return row if len(row) == count and bool(np.isfinite(row).all()) else None
