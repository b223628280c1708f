"""What a person let be done at a station: measured, fooled, compressed, exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from engine.deploy.registry import FORMATS
from engine.lessons.conditions.bounds import Bounds
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.lessons.state import LabState
    from engine.lessons.table import Table

KINDS: dict[str, tuple[Callable[[], Sequence[str]], str]] = {
    "measured": (lambda: ("report", "learning_curve"), "accuracy"),
    "fooled": (lambda: (), "strength"),
    "compressed": (lambda: (), "share"),
    "exported": (lambda: [form.name for form in FORMATS], ""),
}
"""By kind of deed: what it may be done with, and which figure of it bounds are about."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something was done since the lesson was opened: ``exported = "web"``, or ``true`` for any.

    Attributes:
        kind: What.
        name: With what; empty for anything.
        figure: What the bounds are about.
        bounds: Of that figure.
        lost: The most that may be lost of the accuracy; None where that does not count.
    """

    kind: str
    name: str
    figure: str
    bounds: Bounds
    lost: float | None = None

    @classmethod
    def read(cls, kind: str, table: Table) -> Self:
        names, figure = KINDS[kind]
        known = names()
        is_any = table.raw(kind) is True or not known
        name = "" if is_any else table.name(kind, known)
        if not known:
            table.yes(kind)
        bounds = Bounds.read(table) if figure else Bounds()
        lost = table.number("lost", -1, 1) if kind == "compressed" else None
        return cls(kind, name, figure, bounds, lost)

    def holds(self, lab: LabState) -> bool:
        return any(
            deed.kind == self.kind
            and self.name in ("", deed.name)
            and (not self.bounds or self.bounds.hold(deed.figures.get(self.figure)))
            and (self.lost is None or deed.figures.get("lost", 1.0) <= self.lost)
            for deed in lab.deeds
        )
