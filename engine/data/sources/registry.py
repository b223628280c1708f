"""The data sets there are, the one to try first in front: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.sources import (
    article_example,
    both,
    breast_cancer,
    cifar10,
    emnist,
    fashion_mnist,
    generated,
    iris,
    mnist,
    my_digits,
    own_points,
)
from engine.data.sources.imported import imported_sources
from engine.data.sources.paths import is_path, is_table_path
from engine.data.sources.plane import PLANE_SOURCES
from engine.data.sources.table_file import table_file
from engine.data.sources.text_file import text_file
from engine.data.sources.text_task import TEXT_SOURCES

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
    article_example.SOURCE,
    iris.SOURCE,
    breast_cancer.SOURCE,
    *PLANE_SOURCES,
    own_points.SOURCE,
    *TEXT_SOURCES,
]


def known_sources() -> dict[str, Source]:
    """Return every data set by its name: what comes with the program and, behind it, what a person brought in."""
    known = {source.info.name: source for source in SOURCES}
    for source in imported_sources():
        known.setdefault(source.info.name, source)
    return known


def source_of(name: str) -> Source | None:
    """Return the data set of a name, or the table or text at a path; None where there is neither."""
    known = known_sources().get(name)
    if known is not None or not is_path(name):
        return known
    return table_file(name) if is_table_path(name) else text_file(name)
