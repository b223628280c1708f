"""What an exported script does when it is started: it reads pictures and says what the network makes of them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.deploy.script.png import read_png
from engine.errors import DataError
from engine.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Network = Callable[[NDArray[np.uint8]], NDArray[np.float32]]
    Views = Callable[[NDArray[np.uint8], dict[str, Any]], list[NDArray[np.uint8]]]

HELP = """usage: python {name} [--json] PICTURE.png ...
       python {name} --about

Says what is in each picture, and how sure it is of each class.

  --json   one JSON object a line
  --about  what this network is, as JSON
"""


def main(arguments: Sequence[str], about: dict[str, Any], network: Network, views: Views) -> int:
    """Read the pictures that ``arguments`` name; return 0, or 2 where one could not be read.

    Args:
        arguments: As the command line has them, the script's name in front.
        about: What there is to know of the network; ``classes`` are those of its answers.
        network: Turns images ``(N, H, W[, 3])`` uint8 into probabilities ``(N, classes)``.
        views: Finds in a picture what is to be read, each as the network takes it.
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
            found = answers(picture, about, network, views)
        except DataError as error:
            print(visible(f"{name}: {error}"), file=sys.stderr)
            code = 2
        else:
            tell(picture, found, as_json="--json" in flags)
    return code


def answers(picture: str, about: dict[str, Any], network: Network, views: Views) -> list[dict[str, float]]:
    """Return the probability of each class, the likeliest first, for all that is to be read in a picture.

    Raises:
        DataError: If the picture cannot be read, or shows nothing.
    """
    seen, classes = views(read_png(picture), about), about["classes"]
    if not seen:
        raise DataError("“{path}” shows nothing. Use a picture of ink on plain paper.", path=picture)
    found = []
    for shares in network(np.stack(seen)):
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
