"""How everything stands in the window, as the conditions of lessons look at it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data.ink.steps import InkSteps
from engine.lessons.figures import run_figures
from engine.lessons.state import BEGUN, CLEARED, DRAWN, ENDED, NAMED, PAUSED, Deed, LabState, LessonRun
from gui.workbench import RunState

if TYPE_CHECKING:
    from engine.training.history import History
    from gui.window.body import WindowBody
    from gui.workbench import Workbench

LOOK_MS = 150
"""Milliseconds between two looks: what has no signal, such as a view that is turned to, is seen by then."""


class Watching(QObject):
    """Notes what happens while a lesson is open, and tells how everything stands.

    Args:
        workbench: What is watched.
        body: What is in the window.
        parent: Whom it belongs to.

    Signals:
        looked: Everything may stand otherwise (LabState).
    """

    looked = Signal(object)

    def __init__(self, workbench: Workbench, body: WindowBody, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._body = body
        self._timer = QTimer(self, interval=LOOK_MS)
        self._connect()
        self.begin_lesson()

    def _connect(self) -> None:
        bench = self._workbench
        self._timer.timeout.connect(self.look)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.run_finished.connect(self._on_workbench_run_finished)
        bench.state_changed.connect(self._on_workbench_state_changed)
        bench.my_digits.changed.connect(self._on_my_digits_changed)
        self._body.stations.achieved.connect(self._on_stations_achieved)
        self._body.panel.canvas.drawing_changed.connect(self._on_canvas_drawing_changed)
        self._body.pad.emptied.connect(self._on_pad_emptied)

    def begin_lesson(self) -> None:
        """Forget what was before: from now on runs and deeds count."""
        self._deeds: list[Deed] = []
        self._history: History | None = None  # of the newest run of this lesson
        self._last: LessonRun | None = None  # that has ended
        self._previous: LessonRun | None = None
        self._drawings = self._count_drawings()
        self.begin_step()

    def begin_step(self) -> None:
        """Note how everything stands as a step comes into sight."""
        self._before = self._workbench.experiment
        self._happened: set[str] = set()
        self._is_new = False

    def begin_anew(self) -> None:
        """Let no run so far be one of this step: its settings were set up only now."""
        self._is_new = False
        self._happened -= {BEGUN, ENDED}
        self._history = None

    def set_active(self, active: bool) -> None:
        """Look again and again from now on, or no more."""
        if active:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Tell how everything stands."""
        self.looked.emit(self.lab())

    def lab(self) -> LabState:
        """Return how everything stands now."""
        bench, body = self._workbench, self._body
        station = (
            body.stations[body.stations.rail.station] if body.stations.rail.station else body.stations.first
        )
        return LabState(
            experiment=bench.experiment,
            before=self._before,
            preset=bench.editor.preset_at_work,
            has_data=bench.data is not None and not bench.loader.loading,
            station=station.name,
            view=station.view(),
            run=self._run(),
            previous=self._previous,
            readings=self._readings(),
            is_drawn=self._is_drawn(),
            is_prepared=body.panel.strip.steps == InkSteps(),
            drawings=self._drawings,
            has_model=bench.model is not None,
            has_microscope=body.stations["train"].view() == "microscope",
            looks_back=bench.current_model.viewed is not None,
            happened=frozenset(self._happened),
            deeds=tuple(self._deeds),
        )

    def _run(self) -> LessonRun | None:
        history = self._history
        if history is None or history is not self._workbench.history:
            return None
        has_ended = history.reason is not None and not self._workbench.running
        return LessonRun(run_figures(history), has_ended=has_ended, is_new=self._is_new)

    def _readings(self) -> tuple[tuple[str, float], ...]:
        """Return what is said to the pad; of a stroke under way nothing, as a moment later something else is said."""
        if self._body.pad.draws and self._body.panel.canvas.is_pulling:
            return ()
        return tuple(self._body.pad.newest_readings())

    def _is_drawn(self) -> bool:
        body = self._body
        return not body.panel.canvas.is_empty if body.pad.draws else body.pad.example() is not None

    def _count_drawings(self) -> Counter[str]:
        return Counter(drawing.label for drawing in self._workbench.my_digits.entries())

    # What is heard

    @Slot()
    def _on_workbench_run_started(self) -> None:
        """Count a run that begins or goes on; one that is opened as it was is none of this lesson."""
        if not self._workbench.running:
            self._history = None
            return
        if self._last is not None:
            self._previous = replace(self._last, is_new=False)
        self._history, self._is_new = self._workbench.history, True
        self._happened.add(BEGUN)

    @Slot(object)
    def _on_workbench_run_finished(self, _event: object) -> None:
        self._happened.add(ENDED)
        self._last = self._run()
        self.look()

    @Slot(object)
    def _on_workbench_state_changed(self, state: RunState) -> None:
        if state is RunState.PAUSED:
            self._happened.add(PAUSED)

    @Slot()
    def _on_my_digits_changed(self) -> None:
        drawings = self._count_drawings()
        if drawings.total() > self._drawings.total():
            self._happened.add(NAMED)
        self._drawings = drawings

    @Slot(object)
    def _on_stations_achieved(self, deed: Deed) -> None:
        self._deeds.append(deed)

    @Slot()
    def _on_canvas_drawing_changed(self) -> None:
        if not self._body.panel.canvas.is_empty:
            self._happened.add(DRAWN)

    @Slot()
    def _on_pad_emptied(self) -> None:
        self._happened.add(CLEARED)
