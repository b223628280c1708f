"""Writes a model to a file in the background, proves it, and remembers where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.tasks.working import Working

if TYPE_CHECKING:
    from pathlib import Path

    from engine.deploy.export_format import ExportFormat
    from engine.deploy.recent import RecentExport
    from engine.deploy.weights import Activations, Weights
    from engine.errors import NetSketchError
    from gui.stations.deploy.subject import Source
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """An export that was made.

    Attributes:
        export: What was written, and how it was proved.
        unkept: Why it could not be noted among the exports of late; None where it was.
    """

    export: RecentExport
    unkept: NetSketchError | None = None


class Exporting(Working):
    """One export at a time.

    Signals:
        changed: Another one began, or it ended.
        progressed: How far it is (Progress).
        done: It was made (Done).
        failed: It could not be made, and nothing was written (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__("exporting", parent)
        self.form = ""  # name of the format under way
        self._task.progressed.connect(self.progressed)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self._on_task_idle)

    def start(
        self, source: Source, path: Path, form: ExportFormat, weights: Weights, activations: Activations
    ) -> None:
        """Write a model, unless another one is being written."""
        if self.busy:
            return
        self.form = form.name
        self._task.ask(partial(_export, source, path, form, weights, activations), self.done.emit)
        self.changed.emit()

    def cancel(self) -> None:
        """Give it up; nothing is written then."""
        self._task.cancel()

    def _on_task_idle(self) -> None:
        self.form = ""
        self.changed.emit()


def _export(
    source: Source, path: Path, form: ExportFormat, weights: Weights, activations: Activations, job: Job
) -> Done:
    from engine.atomic import write_error
    from engine.data import datasets
    from engine.deploy.export import export
    from engine.deploy.recent import RecentExport, RecentExports
    from engine.errors import NetSketchError

    saved = source.load()
    exported = export(
        saved,
        path,
        form,
        weights=weights,
        activations=activations,
        training_images=lambda: (
            datasets.load_split(saved.experiment.data, cancelled=job.cancelled).train.images
        ),
        name=source.title,
        progress=job.progress,
        cancelled=job.cancelled,
    )
    try:
        recent = RecentExport.of(exported, source.name)
    except OSError as error:  # another program took it away at once
        raise write_error(exported.path, error) from error
    try:
        RecentExports().note(recent)
    except NetSketchError as error:
        return Done(recent, error)
    return Done(recent)
