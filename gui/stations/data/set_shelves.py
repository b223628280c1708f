"""The shelves on which data sets stand in the Data menu: a new one is one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.datasets import DatasetInfo
    from gui.look.spoken import Words


def _tr(text: str) -> str:
    return QCoreApplication.translate("data_menu", text)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Data sets of a kind.

    Attributes:
        name: For the program.
        title: As the menu calls it.
        holds: Whether a data set stands here; asked of the shelves in their order, the first that says so has it.
    """

    name: str
    title: Words
    holds: Callable[[DatasetInfo], bool]


OWN = Shelf("own", lambda: _tr("My O&wn"), lambda info: info.is_own)
PICTURES = Shelf("pictures", lambda: _tr("&Pictures"), lambda info: info.kind == "picture")
POINTS = Shelf("points", lambda: _tr("Poi&nts"), lambda info: info.has_plane)
TABLES = Shelf("tables", lambda: _tr("&Tables"), lambda info: info.kind == "numbers")
TEXTS = Shelf("texts", lambda: _tr("T&exts"), lambda info: info.kind == "text")
SHELVES = (PICTURES, POINTS, TABLES, TEXTS, OWN)  # as they stand
_ASKED = (
    OWN,
    PICTURES,
    POINTS,
    TABLES,
    TEXTS,
)  # what is one's own is that first, and points are numbers, too


def shelf_of(info: DatasetInfo) -> Shelf:
    """Return where a data set stands.

    Raises:
        ValueError: If there is no shelf for its kind of input.
    """
    for shelf in _ASKED:
        if shelf.holds(info):
            return shelf
    raise ValueError(f"no shelf holds “{info.name}”")
