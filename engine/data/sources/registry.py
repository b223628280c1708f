"""The data sets there are, the one to try first in front: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.sources import both, cifar10, emnist, fashion_mnist, generated, mnist, my_digits
from engine.data.sources.imported import imported_sources

if TYPE_CHECKING:
    from engine.data.sources.source import Source

SOURCES: list[Source] = [
    generated.SOURCE,
    mnist.SOURCE,
    both.SOURCE,
    fashion_mnist.SOURCE,
    emnist.LETTERS,
    emnist.BALANCED,
    cifar10.SOURCE,
    my_digits.SOURCE,
]


def known_sources() -> dict[str, Source]:
    """Return every data set by its name: what comes with the program and, behind it, what a person brought in."""
    known = {source.info.name: source for source in SOURCES}
    for source in imported_sources():
        known.setdefault(source.info.name, source)
    return known
