"""Does what a finding advises, trains again where that is what it takes, and says what changed by it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from engine.config import label_of
from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES
from engine.records import dataclass
from gui.look.spoken import words_of
from gui.look.words import in_turn, percent, plain_number, translate_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.training.doctor.findings import Finding
    from gui.bench.doctor_watch import DoctorWatch
    from gui.bench.run_actions import RunActions
    from gui.bench.trainer import Trainer
    from gui.look.spoken import Words

AT_ONCE = {"training.learning_rate"}  # counts in the run under way


@dataclass(frozen=True, slots=True)
class _Done:
    """A remedy, and how the network did before it."""

    changes: dict[str, Any]
    before: Experiment
    measure: str
    accuracy: float


class Remedy(QObject):
    """What came of doing what a finding advises.

    Args:
        trainer: Whose settings and runs.
        doctor: It changes the settings, undoably.
        actions: Through which it trains again.

    Signals:
        changed: There is another outcome, or none.
    """

    changed = Signal()

    def __init__(self, trainer: Trainer, doctor: DoctorWatch, actions: RunActions) -> None:
        super().__init__(trainer)
        self._trainer = trainer
        self._doctor = doctor
        self._actions = actions
        self._under_way: _Done | None = None
        self._outcome: Words = ""
        self._changes: dict[str, Any] = {}  # by which it came
        trainer.run_started.connect(self._on_trainer_run_started)
        trainer.run_finished.connect(self._on_trainer_run_finished)
        trainer.editor.experiment_changed.connect(self._on_editor_experiment_changed)

    @property
    def outcome(self) -> str:
        """What was changed, from what to what, and the accuracy before and after; empty before that is known."""
        return words_of(self._outcome)

    def is_followed_by_training(self, finding: Finding) -> bool:
        """Tell whether it takes another run to do what a finding of a run advises."""
        if finding.step == 0:  # of data that nothing was trained on
            return False
        return not (self._trainer.running and finding.changes.keys() <= AT_ONCE)

    @Slot(object)
    def do(self, finding: Finding) -> None:
        """Do what a finding advises, and train again where that is what it takes."""
        is_trained = self.is_followed_by_training(finding)
        before = self._trainer.editor.experiment
        measure, accuracy = self._measured()
        self._doctor.mend(finding)
        if is_trained:
            self._under_way = _Done(finding.changes, before, measure, accuracy)
            self._actions.restart()

    def _measured(self) -> tuple[str, float]:
        """Return how the newest weights of the run do: on which images, and the share that is right."""
        model = self._trainer.current_model.model
        results = {} if model is None else model.results
        for name in ("test_accuracy", "validation_accuracy"):
            if name in results:
                return name, results[name]
        told = self._trainer.history.validation_accuracies
        return "validation_accuracy", float(told[-1]) if len(told) else float("nan")

    def _came_of(self, done: _Done) -> Callable[[], str]:
        """Return what says what changed."""
        now = self._trainer.current_model.run_experiment or self._trainer.editor.experiment
        measure, after = self._measured()
        is_of_test = done.measure == measure == "test_accuracy"
        if not is_of_test:
            told = self._trainer.history.validation_accuracies
            after = float(told[-1]) if len(told) else float("nan")
        return partial(self._words, done, now, after, is_of_test=is_of_test)

    def _words(self, done: _Done, now: Experiment, accuracy: float, *, is_of_test: bool) -> str:
        changed = in_turn(
            self.tr("{setting}: {before} → {after}").format(
                setting=translate_engine(label_of(path)),
                before=self._value(done.before, path),
                after=self._value(now, path),
            )
            for path in done.changes
        )
        data = self._trainer.current_model.run_data
        if data is not None and data.goal != CLASSES.name:
            measure = goal_by_name(data.goal, now.data.dataset).measure
            form = (
                self.tr("{measure} (test examples)")
                if is_of_test
                else self.tr("{measure} (validation examples)")
            )
            images = form.format(measure=translate_engine(measure))
        else:
            images = self.tr("Test examples right") if is_of_test else self.tr("Validation examples right")
        return self.tr("{changed}. {images}: {before} → {after}.").format(
            changed=changed, images=images, before=percent(done.accuracy), after=percent(accuracy)
        )

    def _value(self, experiment: Experiment, path: str) -> str:
        """Return the value of a setting as a person reads it."""
        value: Any = experiment
        for name in path.split("."):
            value = getattr(value, name)
        if isinstance(value, bool):
            return self.tr("on") if value else self.tr("off")
        if isinstance(value, float):
            return plain_number(value, 6)
        if isinstance(value, tuple):
            return experiment.network.summary or self.tr("none")
        return self.tr("all") if path == "data.train_count" and value == 0 else str(value)

    def _set_outcome(self, words: Words) -> None:
        if words != self._outcome:
            self._outcome = words
            self.changed.emit()

    @Slot()
    def _on_trainer_run_started(self) -> None:
        self._set_outcome("")

    @Slot(object)
    def _on_trainer_run_finished(self, _finished: object) -> None:
        done, self._under_way = self._under_way, None
        run = self._trainer.current_model.run_experiment
        if done is not None and run is not None and run.with_(**done.changes) == run:
            self._changes = done.changes
            self._set_outcome(self._came_of(done))

    @Slot(object, object)
    def _on_editor_experiment_changed(self, _before: Experiment, experiment: Experiment) -> None:
        if self._outcome and experiment.with_(**self._changes) != experiment:  # it was undone
            self._set_outcome("")
