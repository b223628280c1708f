"""The model at hand as it is challenged, and the data that it learnt from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.bench.own_split import own_split
from gui.stations.challenge.scene import Challenged
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.config import DataConfig
    from engine.data.dataset import Split
    from engine.errors import NetSketchError
    from gui.workbench import Workbench

CALM = 500  # milliseconds from one look at weights that are being learnt to the next


class Subject(Working):
    """Keeps a copy of the model at hand, and reads its data where somebody needs them.

    Args:
        workbench: Whose model and data.
        parent: Whom it belongs to.

    Signals:
        changed: The model is another or has other weights, its data came, or they cannot come.
        progressed: How far reading its data is (Progress).
        failed: They cannot be read, and nobody expected that (NetSketchError, traceback or empty string).

    Attributes:
        error: Why the data of the model cannot be had, or None.
    """

    changed = Signal()
    progressed = Signal(object)
    failed = Signal(object, str)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__("challenge-subject", parent)
        self._workbench = workbench
        self.error: NetSketchError | None = None
        self._challenged: Challenged | None = None  # None where the model at hand is another since
        self._read: tuple[DataConfig, Split] | None = None
        self._reading: DataConfig | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.changed)
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self._on_task_failed)
        workbench.weights_changed.connect(self._on_workbench_weights_changed)
        workbench.model_changed.connect(self._on_workbench_model_changed)
        for signal in (workbench.state_changed, workbench.data_changed):
            signal.connect(self._on_workbench_changed)

    def challenged(self) -> Challenged | None:
        """Return the model at hand with its present weights, or None without one.

        Raises:
            NetSketchError: If it cannot be built again.
        """
        trained = self._workbench.model
        if trained is None:
            return None
        if self._challenged is None:
            self._challenged = Challenged.of(trained.as_saved())
        return self._challenged

    def split(self, challenged: Challenged, *, is_needed: bool) -> Split | None:
        """Return the data of the model, or None before they are there.

        Args:
            challenged: The model.
            is_needed: Whether to read them where they are not in memory; ``changed`` tells that they came.
        """
        config = challenged.saved.experiment.data.images
        if self._workbench.own_data is not None:
            return self._workbench.own_data
        if self._read is not None and self._read[0] == config:
            return self._read[1]
        if is_needed and self.error is None and self._reading != config:
            self._task.give_up()
            self._reading = config
            self._task.ask(partial(own_split, challenged.saved, None), partial(self._take, config))
        return None

    def _take(self, config: DataConfig, split: Split) -> None:
        self._read, self._reading = (config, split), None
        self.changed.emit()

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self.error, self._reading = error, None
        self.changed.emit()
        if details:
            self.failed.emit(error, details)

    @Slot()
    def _on_workbench_weights_changed(self) -> None:
        self._challenged = None
        if not self._workbench.running:
            self.changed.emit()
        elif not self._calm.isActive():
            self._calm.start()

    @Slot()
    def _on_workbench_model_changed(self) -> None:
        self._challenged = self.error = None
        self.changed.emit()

    @Slot()
    def _on_workbench_changed(self) -> None:
        self.error = None  # what was not here may have come
        self.changed.emit()
