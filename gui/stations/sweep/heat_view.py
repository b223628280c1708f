"""Shows two settings against each other, whichever are chosen: where the good values of both lie together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Slot

from gui.look.dressed import dressed
from gui.stations.sweep.heat_picture import HeatPicture
from gui.stations.sweep.view import View
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.sweep.scene import Scene


class HeatView(View):
    """A map of two settings."""

    name = "heat"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self.picture = HeatPicture(self)
        self.across = dressed(
            ChoiceBox(self), name="heatAcross", accessible=lambda: self.tr("From left to right")
        )
        self.up = dressed(ChoiceBox(self), name="heatUp", accessible=lambda: self.tr("From bottom to top"))
        for box in (self.across, self.up):
            box.be_narrow(10)
            box.activated.connect(self._on_box_activated)
        against = dressed(Label(lambda: self.tr("against"), self), role="muted")
        self._boxes = row_of((self.across, 2), against, (self.up, 2), STRETCH, spacing=8)
        self._against = against
        self.lay_out(self._boxes, self.picture)
        self.picture.chosen.connect(self.chosen)

    def title(self) -> str:
        return self.tr("Two settings")

    def help_text(self) -> str:
        return self.tr("The best that was reached with each pair of values of two settings")

    def figure(self) -> QWidget:
        return self.picture

    def set_scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        paths = [each.path for each in scene.ranges]
        if before is None or before.sweep is not scene.sweep or dict(before.labels) != dict(scene.labels):
            self._fill(scene, paths)
        self._show()

    def _fill(self, scene: Scene, paths: Sequence[str]) -> None:
        chosen = (self.across.currentData(), self.up.currentData())
        for place, box in enumerate((self.across, self.up)):
            with QSignalBlocker(box):
                box.clear()
                for path in paths:
                    box.addItem(scene.labels[path], path)
                wanted = chosen[place] if chosen[place] in paths else paths[min(place, len(paths) - 1)]
                box.setCurrentIndex(paths.index(wanted))
        for part in (self.across, self._against, self.up):
            part.setVisible(len(paths) > 1)

    def _show(self) -> None:
        scene = self._scene
        if scene is not None:
            across, up = self.across.currentData(), self.up.currentData()
            self.picture.show_heat(scene, across, "" if up == across else up)

    @Slot()
    def _on_box_activated(self) -> None:
        """Let the other box take the setting that this one had, where both would be the same."""
        scene, heat = self._scene, self.picture.heat
        if scene is None or heat is None:
            return
        if self.across.currentData() == self.up.currentData() and heat.up:
            other, had = (self.up, heat.across) if self.sender() is self.across else (self.across, heat.up)
            with QSignalBlocker(other):
                other.setCurrentIndex(other.findData(had))
        self._show()

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        """Return each cell that was tried: what its values are, the best in it, and how many trials lie there."""
        scene, heat = self._scene, self.picture.heat
        if scene is None or heat is None:
            return (), []
        head = [scene.labels[path] for path in (heat.across, heat.up) if path]
        head += [scene.measure, self.tr("Trials")]
        rows = []
        for trials in heat.cells.values():
            values = [trials[0].values.get(path) for path in (heat.across, heat.up) if path]
            rows.append((*values, trials[0].goal, len(trials)))
        return head, rows
