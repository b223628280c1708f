"""The kinds of conditions there are, by the word that says each: a new one is one line, and what reads it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from engine.lessons.conditions.chosen import DataChosen, PresetChosen, StationShown
from engine.lessons.conditions.deeds import Done
from engine.lessons.conditions.flag import Flag
from engine.lessons.conditions.layers import LayerChanged, LayersCounted
from engine.lessons.conditions.pad import ClassesCounted, DrawingsCounted, Drawn, Recognised
from engine.lessons.conditions.run import Compared, Diverged, FigureStands, Trained, TrainingHappened
from engine.lessons.conditions.setting import SettingStands
from engine.lessons.conditions.together import Together
from engine.lessons.table import Table, meant
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.lessons.condition import Condition

CONDITIONS: dict[str, Callable[[Table], Condition]] = {
    "station": StationShown.read,
    "preset": PresetChosen.read,
    "data": DataChosen.read,
    "setting": SettingStands.read,
    "layer": LayerChanged.read,
    "layers": LayersCounted.read,
    "training": TrainingHappened.read,
    "trained": Trained.read,
    "figure": FigureStands.read,
    "diverged": Diverged.read,
    "compared": Compared.read,
    "recognised": Recognised.read,
    "drawn": Drawn.read,
    "prepared": partial(Flag.read, "prepared"),
    "cleared": partial(Flag.read, "cleared"),
    "named": partial(Flag.read, "named"),
    "drawings": DrawingsCounted.read,
    "classes": ClassesCounted.read,
    "microscope": partial(Flag.read, "microscope"),
    "looked_back": partial(Flag.read, "looked_back"),
    "model": partial(Flag.read, "model"),
    "measured": partial(Done.read, "measured"),
    "fooled": partial(Done.read, "fooled"),
    "compressed": partial(Done.read, "compressed"),
    "exported": partial(Done.read, "exported"),
    "all": lambda table: Together("all", read_conditions(table, "all")),
    "any": lambda table: Together("any", read_conditions(table, "any")),
    "not": lambda table: Together("not", read_conditions(table, "not")),
}
DEEPEST = 16  # names and numbers that lead to a condition


def read_conditions(table: Table, key: str) -> tuple[Condition, ...]:
    """Read the condition under a key, or the list of them."""
    if table.depth > DEEPEST:
        table.note(key, Phrase("Conditions are nested too deeply."))
        return ()
    return tuple(filter(None, map(_read, table.tables(key))))


def _read(table: Table) -> Condition | None:
    kind = next((key for key in table if key in CONDITIONS), None)
    if kind is None:
        first = next(iter(table), "")
        table.note("", Phrase.joined((Phrase("This is no condition."), meant(first, CONDITIONS))))
        return None
    condition = CONDITIONS[kind](table)
    table.finish()
    return condition
