"""Which of My Digits are learnt from and which are kept back to test with: chosen once, when one is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.data.kept_drawing import KeptDrawing

TEST_EVERY, TEST_PLACE = 5, 1  # of every five drawings of a class the second is for testing


class Sides:
    """Chooses a side for each drawing that is added.

    Args:
        entries: The drawings that there are, but the deleted.
    """

    def __init__(self, entries: Iterable[KeptDrawing]) -> None:
        self._learnt: dict[str, int] = {}
        self._kept_back: dict[str, int] = {}
        for entry in entries:
            self._count(entry.label, bool(entry.kept_back))

    def _count(self, label: str, kept_back: bool) -> bool:
        counts = self._kept_back if kept_back else self._learnt
        counts[label] = counts.get(label, 0) + 1
        return kept_back

    def add(self, label: str, wanted: bool | None) -> bool:
        """Return whether a drawing of this class is to be kept back, and count it.

        Args:
            label: Its class.
            wanted: The side it comes from, or None.
        """
        learnt, kept_back = self._learnt.get(label, 0), self._kept_back.get(label, 0)
        due = (learnt + kept_back + TEST_EVERY - TEST_PLACE) // TEST_EVERY  # the second, seventh, … is
        chosen = kept_back < due if wanted is None else wanted
        return self._count(label, chosen and learnt > 0)


def with_old_sides(entries: tuple[KeptDrawing, ...]) -> tuple[KeptDrawing, ...]:
    """Return all drawings with their sides, those that none is fixed for where older programs had them.

    Of each class the second, seventh, … that was ever added was for testing, and where no other was left, one that was
    for testing was learnt from.
    """
    if all(entry.kept_back is not None for entry in entries):
        return entries
    seen: dict[str, int] = {}
    sided: dict[str, KeptDrawing] = {}
    for entry in entries:
        place = seen.get(entry.label, 0)
        seen[entry.label] = place + 1
        old = place % TEST_EVERY == TEST_PLACE
        sided[entry.id] = replace(entry, kept_back=old if entry.kept_back is None else entry.kept_back)
    learnt = {entry.label for entry in sided.values() if not (entry.deleted or entry.kept_back)}
    for entry in tuple(sided.values()):
        if not entry.deleted and entry.label not in learnt:
            learnt.add(entry.label)
            sided[entry.id] = replace(entry, kept_back=False)
    return tuple(sided.values())
