"""A setting has a value, or was changed: ``setting = "training.learning_rate"``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from engine.lessons.conditions.bounds import Bounds
from engine.lessons.settings import is_setting, note_setting
from engine.records import dataclass

if TYPE_CHECKING:
    from engine.lessons.state import LabState
    from engine.lessons.table import Table

CHANGES = ("raised", "lowered", "any")


@dataclass(frozen=True, slots=True)
class SettingStands:
    """A setting stands within bounds, is a word, or is another than when the step came into sight.

    Attributes:
        path: Dotted path of the setting.
        bounds: Of a number.
        word: What else it is to be, as text; empty for nothing.
        change: ``raised``, ``lowered``, ``any``, or empty where it need not have changed.
    """

    path: str
    bounds: Bounds
    word: str = ""
    change: str = ""

    @classmethod
    def read(cls, table: Table) -> Self:
        path = table.raw("setting")
        if not isinstance(path, str) or not is_setting(path):
            note_setting(table, "setting", path)
            path = ""
        equals, word = table.raw("equals"), ""
        if isinstance(equals, str | bool):
            word, bounds = _text(equals), Bounds()
        else:
            bounds = Bounds.read(table)
        change = table.name("changed", CHANGES)
        return cls(path, bounds, word, change if change or bounds or word else "any")

    def holds(self, lab: LabState) -> bool:
        value, before = lab.experiment.get(self.path), lab.before.get(self.path)
        if self.change and not _is_changed(self.change, before, value):
            return False
        if self.word:
            return _text(value) == self.word
        return not self.bounds or (_is_number(value) and self.bounds.hold(float(value)))


def _is_changed(change: str, before: Any, value: Any) -> bool:
    if change == "any":
        return bool(value != before)
    if not (_is_number(before) and _is_number(value)):
        return False
    return bool(value > before if change == "raised" else value < before)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(getattr(value, "value", value))
