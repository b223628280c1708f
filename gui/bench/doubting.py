"""What is no digit, for a model that was not told it at the end of its run: one that was stopped, or opened again."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.training.private.promise import is_private
from gui.bench.run_state import RunState
from gui.tasks.task import Task

if TYPE_CHECKING:
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from gui.bench.trainer import Trainer
    from gui.tasks.task import Job

log = logging.getLogger(__name__)


class Doubting(QObject):
    """Learns it beside the window, while no training goes on and the data of the run's model are in memory.

    Args:
        trainer: Whose model; it owns this.
    """

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._trainer = trainer
        self._looked: Split | None = None
        self._task = Task("doubt", self)
        self._task.failed.connect(self._on_task_failed)
        trainer.state_changed.connect(self._look)
        trainer.current_model.changed.connect(self._look)

    def shutdown(self) -> None:
        """End the thread; nothing starts after this."""
        self._task.shutdown()

    @Slot()
    def _look(self) -> None:
        """Begin where something is to be learnt; a training has all of the processor."""
        current, data = self._trainer.current_model, self._trainer.current_model.run_data
        if self._trainer.running:
            self._task.cancel()
            self._looked = None
            return
        if self._trainer.state is not RunState.IDLE or data is None or data is self._looked:
            return
        model = current.model
        if model is None or not current.is_of_run or is_private(model.experiment.training):
            return
        from engine.data.doubt.learning import can_be_learnt, learn_doubt

        if model.recognizer.doubt is not None or not can_be_learnt(data):
            return
        self._looked = data

        def work(job: Job) -> Doubt | None:
            return learn_doubt(data, cancelled=job.cancelled)

        self._task.ask(work, partial(self._take, data), kind="doubt")

    def _take(self, data: Split, doubt: Doubt | None) -> None:
        if doubt is not None and self._trainer.current_model.run_data is data:
            self._trainer.current_model.set_doubt(doubt)

    @Slot(object, str)
    def _on_task_failed(self, error: object, details: str) -> None:
        """Do without: the pad then claims nothing."""
        log.error("What is no digit could not be learnt: %s\n%s", error, details)
