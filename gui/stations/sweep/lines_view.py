"""Shows all settings at once: a line for each trial, through its values to what it reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from gui.look.dressed import dressed
from gui.stations.sweep.lines_picture import LinesPicture
from gui.stations.sweep.trial_rows import trial_rows
from gui.stations.sweep.view import View
from gui.widgets.label import Label
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.sweep.scene import Scene


class LinesView(View):
    """Parallel coordinates."""

    name = "lines"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self.picture = LinesPicture(self)
        hint = dressed(
            Label(
                lambda: self.tr(
                    "The stronger the colour, the better. Drag along an axis to choose the trials there."
                ),
                self,
            ),
            role="muted",
        )
        hint.setWordWrap(True)
        self.clear = dressed(
            QPushButton(self),
            text=lambda: self.tr("All trials"),
            name="clearBrushes",
            tip=lambda: self.tr("Take the marks from the axes"),
        )
        self.clear.setEnabled(False)
        self.lay_out(row_of((hint, 1), self.clear, spacing=8), self.picture)
        self.picture.chosen.connect(self.chosen)
        self.picture.brushed.connect(self._on_picture_brushed)
        self.clear.clicked.connect(self.picture.clear_brushes)

    def title(self) -> str:
        return self.tr("All settings")

    def help_text(self) -> str:
        return self.tr("A line for each trial, through the values of its settings to what it reached")

    def figure(self) -> QWidget:
        return self.picture

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.picture.set_scene(scene)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        return trial_rows(self._scene)

    def _on_picture_brushed(self) -> None:
        self.clear.setEnabled(bool(self.picture.brushes))
