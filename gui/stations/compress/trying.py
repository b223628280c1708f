"""Tries what a person asks for: shrinks, fine-tunes and measures, and measures what is taken on the test images."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.tasks.working import Working

if TYPE_CHECKING:
    from engine.compress.method import Method
    from engine.compress.trial import Measure, Trial
    from engine.data.dataset import Split
    from engine.errors import NetSketchError
    from engine.storage.model_file import SavedModel
    from engine.words import Phrase
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


@dataclass(frozen=True, slots=True, eq=False)
class Unkept:
    """A run is not kept as it should be.

    Attributes:
        sentence: How it is kept.
        error: Why, or None.
    """

    sentence: Phrase
    error: NetSketchError | None


class Trying(Working):
    """Does one wish at a time, as it takes the time of a training.

    Signals:
        changed: There is another trial, or work began or ended.
        tried: Something was tried (Trial); told after `changed`.
        progressed: How far it is (Progress).
        tested: A trial was measured on the test images (Tested).
        kept: Work has ended, and there may be another run.
        unkept: A run is not kept as it should be (Unkept).
        failed: It could not be done (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    tried = Signal(object)
    progressed = Signal(object)
    tested = Signal(object)
    kept = Signal()
    unkept = Signal(object)
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
    def _on_task_reported(self, told: Trial | Unkept) -> None:
        if isinstance(told, Unkept):
            self.unkept.emit(told)
        elif self._study is not None:
            self._study.add(told)
            self.changed.emit()
            self.tried.emit(told)


def _try(saved: SavedModel, split: Split, wish: Wish, job: Job) -> None:
    from engine.compress.keeping import Keeping
    from engine.compress.trial import Trial, attempt

    for number, amount in enumerate(wish.amounts):
        named = f"{wish.method.name} {amount:g}"
        keeping = (
            Keeping(named, lambda *told: job.report(Unkept(*told))) if wish.kept and wish.epochs else None
        )
        try:
            for told in attempt(
                saved,
                wish.method,
                amount,
                split,
                finetune=wish.epochs,
                control=wish.control,
                cancelled=job.cancelled,
                follow=None if keeping is None else keeping.following(saved, split),
            ):
                if isinstance(told, Trial):
                    job.report(told)
                    if keeping is not None:
                        keeping.close(told)
                        keeping = None
                else:
                    job.progress(told.text, (number + told.share) / len(wish.amounts))
        except BaseException:
            if keeping is not None:
                keeping.forget()
            raise


def _test(study: Study, trial: Trial, split: Split, job: Job) -> Tested:
    from engine.compress.trial import measure

    after, before = (measure(one, split.test, job.cancelled) for one in (trial.saved, study.saved))
    return Tested(study, trial, after, before)
