"""What an exported script does when it is started: it reads pictures and says what the network makes of them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.data.ink.picture import image_stages
from engine.data.ink.segment import image_digits, stand_in_lines
from engine.deploy.script.png import read_png
from engine.errors import DataError
from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Network = Callable[[NDArray[np.uint8]], NDArray[np.float32]]

HELP = """usage: python {name} [--json] PICTURE.png ...
       python {name} --about

Says what is written in each picture, and how sure it is of each class.

  --json   one JSON object a line
  --about  what this network is, as JSON
"""


def main(arguments: Sequence[str], about: dict[str, Any], network: Network) -> int:
    """Read the pictures that ``arguments`` name; return 0, or 2 where one could not be read.

    Args:
        arguments: As the command line has them, the script's name in front.
        about: What there is to know of the network; ``classes`` are those of its answers.
        network: Turns images ``(N, 28, 28)`` uint8 into probabilities ``(N, classes)``.
    """
    name, *pictures = arguments
    flags = {picture for picture in pictures if picture.startswith("--")}
    pictures = [picture for picture in pictures if picture not in flags]
    if "--about" in flags:
        print(json.dumps(about))
        return 0
    if flags - {"--json"} or not pictures:
        print(HELP.format(name=name), file=sys.stdout if "--help" in flags else sys.stderr, end="")
        return 0 if "--help" in flags else 2
    code = 0
    for picture in pictures:
        try:
            found = answers(picture, about["classes"], network)
        except DataError as error:
            print(visible(f"{name}: {error}"), file=sys.stderr)
            code = 2
        else:
            tell(picture, found, as_json="--json" in flags)
    return code


def answers(picture: str, classes: list[str], network: Network) -> list[dict[str, float]]:
    """Return the probability of each class, the likeliest first, for each digit in a picture.

    Raises:
        DataError: If the picture cannot be read, or shows nothing.
    """
    pixels = read_png(picture)
    if stand_in_lines(classes):
        stages = [digit.stages for digit in image_digits(pixels)]
    else:
        stages = [image_stages(pixels)]
    views = [stage[-1].image for stage in stages]
    if not any(view.any() for view in views):
        raise DataError("“{path}” shows nothing. Use a picture of digits on plain paper.", path=picture)
    found = []
    for shares in network(np.stack(views)):
        order = np.argsort(-shares, kind="stable")
        found.append({classes[place]: float(shares[place]) for place in order})
    return found


def tell(picture: str, found: list[dict[str, float]], *, as_json: bool) -> None:
    """Say what is in a picture."""
    names = [next(iter(shares)) for shares in found]
    if as_json:
        print(json.dumps({"image": picture, "classes": names, "probabilities": found}))
        return
    print(visible(f"{picture}: {' '.join(names)}"))
    for shares in found:
        print(visible("  " + "  ".join(f"{name} {100 * share:.2f} %" for name, share in shares.items())))
