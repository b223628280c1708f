"""Shows whether it gets better still: every trial with what it reached, and the best so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gui.stations.sweep import words
from gui.stations.sweep.best_picture import BestPicture
from gui.stations.sweep.view import View
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.sweep.scene import Scene


class BestView(View):
    """The best so far against the trials."""

    name = "best"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self.picture = BestPicture(self)
        self.lay_out(row_of(), self.picture)
        self.picture.chosen.connect(self.chosen)

    def title(self) -> str:
        return self.tr("Best so far")

    def help_text(self) -> str:
        return self.tr(
            "What each trial reached, and the best so far: whether more trials are worth their time"
        )

    def figure(self) -> QWidget:
        return self.picture

    def set_scene(self, scene: Scene) -> None:
        self._scene = scene
        self.picture.set_scene(scene)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        scene = self._scene
        head = (self.tr("Trial"), scene.measure if scene else "", self.tr("State"))
        rows = [] if scene is None else scene.trials
        return head, [(trial.ordinal, trial.goal, words.state_word(trial)) for trial in rows]
