"""Looks whether the file that is chosen as a teacher can be one, in the background, as its disk may be slow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from engine.words import Phrase
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.data.dataset import Split
    from gui.tasks.task import Job
    from gui.workbench import Workbench


class TeacherCheck(Working):
    """Knows what is wrong with the teacher of the settings.

    Args:
        workbench: Whose settings and data.
        parent: Whom it belongs to.

    Attributes:
        problem: Why it cannot be one; an empty phrase where it can, or there is none.

    Signals:
        changed: ``problem`` is another.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__("teacher", parent)
        self._workbench = workbench
        self._path, self._split = "", cast("Split | None", None)  # looked at last
        self.problem = Phrase("")
        workbench.experiment_changed.connect(self._on_something_changed)
        workbench.data_changed.connect(self._on_something_changed)
        self._task.failed.connect(self._on_task_failed)

    def look_again(self) -> None:
        """Look at the file as it is now."""
        self._path = ""
        self._on_something_changed()

    @Slot()
    def _on_something_changed(self) -> None:
        path, split = self._workbench.experiment.training.teacher, self._workbench.data
        if path == self._path and split is self._split:
            return
        self._path, self._split = path, split
        self._task.give_up()
        if path:
            self._task.ask(partial(_problem, path, split), self._take)
        else:
            self._take(Phrase(""))

    def _take(self, problem: Phrase) -> None:
        if problem != self.problem:
            self.problem = problem
            self.changed.emit()

    @Slot(object, str)
    def _on_task_failed(self, _error: object, _details: str) -> None:
        self._take(Phrase(""))  # what it is, is told when training begins


def _problem(path: str, split: Split | None, _job: Job) -> Phrase:
    from engine.inference.teacher import teacher_problem

    return teacher_problem(path, split)
