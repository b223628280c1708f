"""The model at hand as it can be made smaller: what is known of it, or why it cannot be now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.errors import DataError, NetSketchError
from gui.bench.own_split import own_split
from gui.stations.compress.study import Study
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.compress.trial import Trial
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from gui.tasks.task import Job
    from gui.workbench import Workbench

SETTLE = 250  # milliseconds from the last change of the weights to looking at them
KEPT = 3  # models of which it is known what was found out


class Subject(Working):
    """Keeps a study of the model at hand, and those of the models before it for when they come back.

    Args:
        workbench: Whose model and data.
        parent: Whom it belongs to.

    Signals:
        changed: Another model is looked at, it was measured, or there is something against it.
        progressed: How far measuring it as it is has come (Progress).
        failed: It cannot be measured (NetSketchError, traceback or empty string).

    Attributes:
        study: What is known of the model at hand; None without one, or before somebody looked.
        error: Why it cannot be measured, or None.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__("compress-subject", parent)
        self._workbench = workbench
        self.study: Study | None = None
        self.error: NetSketchError | None = None
        self._studies: list[Study] = []
        self._is_watched = False
        self._is_stale = True
        self._settle_timer = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle_timer.timeout.connect(self._look)
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self._on_task_failed)
        for signal in (workbench.weights_changed, workbench.model_changed, workbench.state_changed):
            signal.connect(self._on_workbench_changed)

    @property
    def is_ready(self) -> bool:
        """Whether the model at hand was measured as it is, and is not learning."""
        study = self.study
        return study is not None and study.original is not None and not self._workbench.running

    def set_watched(self, is_watched: bool) -> None:
        """Say whether somebody looks: only then is anything measured."""
        self._is_watched = is_watched
        if is_watched and self._is_stale:
            self._look()
        elif not is_watched and self.busy:
            self._task.give_up()
            self._is_stale = True

    @Slot()
    def _look(self) -> None:
        """Take the model at hand up, as it is now."""
        bench, self._is_stale = self._workbench, False
        if bench.running or not self._is_watched:
            self._is_stale = True
            return
        self._task.give_up()
        self.error = None
        if bench.model is None:
            self.study = None
        else:
            saved = bench.model.as_saved()
            known = next((study for study in self._studies if study.is_of(saved)), None)
            self.study = study = known or Study(saved)
            self._studies = [study, *(one for one in self._studies if one is not study)][:KEPT]
            if study.original is None:
                self._task.ask(partial(_measure, study.saved, bench.own_data), partial(self._take, study))
        self.changed.emit()

    def _take(self, study: Study, found: tuple[Split, Trial]) -> None:
        study.split, study.original = found
        self.changed.emit()

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self.error = error
        self.changed.emit()
        if details:
            self.failed.emit(error, details)

    @Slot()
    def _on_workbench_changed(self) -> None:
        self._is_stale = True
        if self._workbench.running:
            self._task.give_up()
            self.changed.emit()
        elif self._is_watched:
            self._settle_timer.start()


def _measure(saved: SavedModel, own: Split | None, job: Job) -> tuple[Split, Trial]:
    """Return the data of a model, and the model measured as it is.

    Raises:
        NetSketchError: If the data are not here, have no validation images, or do not fit.
    """
    from engine.compress.trial import original

    own = own_split(saved, own, job)
    if not len(own.validation):
        raise DataError(
            "There are no validation examples to choose by.",
            remedy="Set some aside on the page Data, and train again.",
        )
    return own, original(saved, own, cancelled=job.cancelled)
