"""Measures what a method makes of a model as it is, an amount at a time, without fine-tuning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.stations.compress.study import Point, key_of
from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.compress.method import Method
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from gui.stations.compress.study import Study
    from gui.tasks.task import Job


class Looking(Working):
    """Adds points to a study; the newest wish takes the place of the one before.

    Signals:
        changed: There is another point, or measuring has ended.
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("compress-curve", parent)
        self._under_way: tuple[Study, Method] | None = None
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)

    def look(self, study: Study, method: Method) -> None:
        """Measure what is not known yet of a method that has no obstacle."""
        if self._under_way is not None and self._task.busy:
            before, other = self._under_way
            if before is study and key_of(other) == key_of(method):
                return
        self.give_up()
        amounts = study.missing(method)
        if amounts and study.split is not None:
            self._under_way = (study, method)
            self._task.ask(partial(_points, study.saved, study.split, method, amounts))

    def give_up(self) -> None:
        """Stop; the points so far stay."""
        self._task.give_up()
        self._under_way = None

    @Slot(object)
    def _on_task_reported(self, point: Point) -> None:
        if self._under_way is not None:
            study, method = self._under_way
            study.points_of(method)[point.amount] = point
            self.changed.emit()


def _points(saved: SavedModel, split: Split, method: Method, amounts: tuple[float, ...], job: Job) -> None:
    from engine.compress.curve import curve
    from engine.compress.trial import Trial

    for _share, told in curve(saved, method, split, amounts=amounts, cancelled=job.cancelled):
        if isinstance(told, Trial) and told.validation is not None:
            job.report(Point(told.amount, told.validation, told.size))
