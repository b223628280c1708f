"""Shows every trial in a row: its values, what it reached, how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gui.look.dressed import dressed
from gui.stations.sweep.trial_rows import trial_rows
from gui.stations.sweep.trial_table import TrialTable
from gui.stations.sweep.view import View
from gui.widgets.label import Label
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.sweep.scene import Scene


class TableView(View):
    """The trials as a table."""

    name = "table"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self.trials = TrialTable(self)
        hint = dressed(
            Label(lambda: self.tr("Several can be chosen; Ctrl+C copies them for a spreadsheet."), self),
            role="muted",
        )
        hint.setWordWrap(True)
        self.lay_out(row_of((hint, 1)), self.trials)
        self.trials.chosen_changed.connect(self.chosen)

    def title(self) -> str:
        return self.tr("Table")

    def help_text(self) -> str:
        return self.tr("Every trial with its values, what it reached and how long it took")

    def figure(self) -> QWidget:
        return self.trials

    def painting_seconds(self) -> float:
        return self.trials.painting_seconds

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.trials.set_scene(scene)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        return trial_rows(self._scene)
