"""Tries what a person asks for: shrinks, fine-tunes and measures, and measures what is taken on the test images."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.tasks.working import Working

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.compress.method import Method
    from engine.compress.trial import Measure, Trial
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from engine.storage.runs.folder import RunFolder
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent
    from gui.stations.compress.study import Study
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What is to be tried.

    Attributes:
        method: How.
        amounts: How much, one after the other.
        epochs: Of fine-tuning after each; 0 for none.
        control: Whether the same size is trained from scratch beside, where the method has such a control.
        kept: Whether fine-tuning is kept as a run, to be compared in Runs.
    """

    method: Method
    amounts: tuple[float, ...]
    epochs: int
    control: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Tested:
    """A trial on the test images; None where there are none.

    Attributes:
        study: What it belongs to.
        trial: The trial.
        after: What it reads right.
        before: What the model it came from reads right.
    """

    study: Study
    trial: Trial
    after: Measure | None
    before: Measure | None


class Trying(Working):
    """Does one wish at a time, as it takes the time of a training.

    Signals:
        changed: There is another trial, or work began or ended.
        progressed: How far it is (Progress).
        tested: A trial was measured on the test images (Tested).
        kept: Work has ended, and there may be another run.
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    progressed = Signal(object)
    tested = Signal(object)
    kept = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("compress-trial", parent)
        self._study: Study | None = None
        self._task.progressed.connect(self.progressed)
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.changed)
        self._task.idle.connect(self.kept)

    def start(self, study: Study, wish: Wish) -> None:
        """Try something, unless something is being tried."""
        if not self.busy and study.split is not None and wish.amounts:
            self._study = study
            self._task.ask(partial(_try, study.saved, study.split, wish))
            self.changed.emit()

    def test(self, study: Study, trial: Trial) -> None:
        """Measure a trial on the test images, and the model it came from beside it."""
        if not self.busy and study.split is not None:
            self._task.ask(partial(_test, study, trial, study.split), self.tested.emit)
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop; what was tried so far stays."""
        self._task.cancel()

    def give_up(self) -> None:
        """Stop, and tell nothing more of it."""
        self._task.give_up()

    @Slot(object)
    def _on_task_reported(self, trial: Trial) -> None:
        if self._study is not None:
            self._study.add(trial)
            self.changed.emit()


def _try(saved: SavedModel, split: Split, wish: Wish, job: Job) -> None:
    from engine.compress.trial import Trial, attempt

    for number, amount in enumerate(wish.amounts):
        keeping = _Keeping(saved, split) if wish.kept and wish.epochs else None
        try:
            for told in attempt(
                saved,
                wish.method,
                amount,
                split,
                finetune=wish.epochs,
                control=wish.control,
                cancelled=job.cancelled,
                follow=None if keeping is None else keeping.follow,
            ):
                if isinstance(told, Trial):
                    if keeping is not None:
                        keeping.name(f"{wish.method.name} {amount:g}")
                    job.report(told)
                else:
                    job.progress(told.text, (number + told.share) / len(wish.amounts))
        except BaseException:
            if keeping is not None:
                keeping.forget()
            raise


class _Keeping:
    """Keeps fine-tuning as a run.

    Args:
        saved: The model that it begins with, made smaller.
        split: What it is trained on.
    """

    def __init__(self, saved: SavedModel, split: Split) -> None:
        self._saved, self._split = saved, split
        self._run: RunFolder | None = None
        self._stack = ExitStack()  # what is followed may be ended only after the folder was taken away

    def follow(
        self, experiment: Experiment, events: Iterator[TrainingEvent], control: TrainingControl
    ) -> Iterator[object]:
        """Pass events on and keep what they tell."""
        from engine.data.learnt import Learnt
        from engine.folders import runs_folder
        from engine.storage.runs.recorder import RunRecorder

        before = self._saved.learnt or Learnt.assumed(self._saved.experiment.data)
        made = RunRecorder.create(experiment, self._split, runs=runs_folder(), before=before)
        recorder = self._stack.enter_context(made)
        self._run = recorder.run
        yield from recorder.follow(events, control)

    def name(self, name: str) -> None:
        """Call the run something that no other is called."""
        from engine.storage.runs.library import RunLibrary, free_name

        self._stack.close()
        if self._run is not None:
            library = RunLibrary()
            taken = {each for run in library.summaries() for each in (run.id, run.name)}
            library.rename(self._run.id, free_name(name, taken))

    def forget(self) -> None:
        """Leave nothing of it, as of a try that was cancelled."""
        self._stack.close()
        if self._run is not None:
            shutil.rmtree(self._run.path, ignore_errors=True)


def _test(study: Study, trial: Trial, split: Split, job: Job) -> Tested:
    from engine.compress.trial import measure

    after, before = (measure(one, split.test, job.cancelled) for one in (trial.saved, study.saved))
    return Tested(study, trial, after, before)
