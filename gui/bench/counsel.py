"""The advice on the model at hand, made in one place of all that is known of it; strip, report and curve quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.data.goal_by_name import goal_by_name
from engine.goals.registry import CLASSES
from engine.shares import reaches
from engine.training.private.promise import SPENT
from gui.look.words import say_advice, translate_engine

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.evaluation.advice import Advice, Evidence
    from engine.evaluation.learning_curve.summary import CurveSummary
    from engine.goals.goal import Goal
    from engine.training.doctor.findings import Finding
    from gui.bench.doctor_watch import DoctorWatch
    from gui.bench.trainer import Trainer


class Counsel(QObject):
    """Gathers what is known of the current model, or of the settings where a learning curve was drawn of them.

    Args:
        trainer: Whose model and settings.
        doctor: What it found in the run.

    Signals:
        changed: There is another advice, or other findings.
    """

    changed = Signal()

    def __init__(self, trainer: Trainer, doctor: DoctorWatch) -> None:
        super().__init__(trainer)
        self._trainer = trainer
        self._doctor = doctor
        self._curve: tuple[Experiment, CurveSummary] | None = None
        self._measured: tuple[float, float] | None = None  # training, test images; by the weights at hand
        doctor.findings_changed.connect(self.changed)
        trainer.state_changed.connect(self.changed)
        trainer.current_model.weights_changed.connect(self._on_current_model_weights_changed)
        trainer.current_model.changed.connect(self._on_current_model_changed)
        trainer.editor.experiment_changed.connect(self._on_editor_experiment_changed)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the doctor found and nothing gainsays, faults first."""
        if not self._doctor.findings:
            return ()  # as at the start, which need not wait for what forms an advice
        from engine.evaluation.advice import holding

        return holding(self._evidence)

    @property
    def advice(self) -> Advice:
        """What to try with the model at hand."""
        from engine.evaluation.advice import advise

        return advise(self._evidence)

    @property
    def words(self) -> str:
        """The same in the language of the window; of a model from the disk, what was said when it was trained."""
        model = self._trainer.current_model.model
        is_live = self._trainer.current_model.is_of_run and self._doctor.has_heard
        if (
            model is not None
            and model.advice
            and not is_live
            and self._evidence.curve is None
            and "train_accuracy" in model.results
        ):
            return say_advice(model.advice)
        return translate_engine(self.advice.text)

    @property
    def wish(self) -> str:
        """The advice where a finished run does not reach its pass mark and the doctor found nothing; else empty."""
        model, trainer = self._trainer.current_model.model, self._trainer
        if model is None or trainer.running or not trainer.current_model.is_of_run or self.findings:
            return ""
        accuracy = model.results.get("test_accuracy")
        gate = trainer.editor.experiment.evaluation.gate
        if accuracy is None or reaches(accuracy, gate):
            return ""
        from engine.evaluation.advice import Limit

        return "" if self.advice.limit is Limit.UNKNOWN else self.words

    def set_curve(self, experiment: Experiment, curve: CurveSummary) -> None:
        """Note the learning curve of some settings."""
        self._curve = experiment, curve
        self.changed.emit()

    def set_measured(self, train_accuracy: float, test_accuracy: float) -> None:
        """Note how the weights at hand read training and test images, where nothing told it yet."""
        self._measured = train_accuracy, test_accuracy
        self.changed.emit()

    def counts(self, experiment: Experiment) -> bool:
        """Tell whether the learning curve of these settings counts for the model at hand."""
        model = self._trainer.current_model.model
        return _is_alike(experiment, self._trainer.editor.experiment if model is None else model.experiment)

    @property
    def measured_accuracy(self) -> float | None:
        """Share of the test images that the weights at hand read, where that was measured by hand; else None."""
        return None if self._measured is None else self._measured[1]

    @property
    def _evidence(self) -> Evidence:
        """Return what is known; a curve counts where it is of the settings that the model was made with."""
        from engine.evaluation.advice import Evidence

        model = self._trainer.current_model.model
        results = {} if model is None else model.results
        curve = self._curve[1] if self._curve is not None and self.counts(self._curve[0]) else None
        is_of_run = model is None or self._trainer.current_model.is_of_run
        findings = tuple(item for item in self._doctor.findings if is_of_run or item.step == 0)
        train_accuracy = results.get("train_accuracy")
        accuracy = results.get("test_accuracy", results.get("validation_accuracy"))
        if train_accuracy is None and self._measured is not None:
            train_accuracy, accuracy = self._measured
        classes = 0
        goal: Goal = CLASSES
        if model is not None:
            classes = len(model.recognizer.classes)
            goal = goal_by_name(model.goal, model.experiment.data.dataset)
        if not goal.can_be_right:  # it is as wrong on what it learnt from, however good it is
            train_accuracy = None
        return Evidence(
            findings, train_accuracy, accuracy, curve, classes, goal=goal, private=SPENT in results
        )

    @Slot()
    def _on_current_model_weights_changed(self) -> None:
        if self._measured is not None:  # a run has other weights many times a second
            self._on_current_model_changed()

    @Slot()
    def _on_current_model_changed(self) -> None:
        self._measured = None
        self.changed.emit()

    @Slot(object, object)
    def _on_editor_experiment_changed(self, _before: Experiment, _experiment: Experiment) -> None:
        self.changed.emit()


def _is_alike(one: Experiment, other: Experiment) -> bool:
    """Tell whether settings train alike; where, and when a result passes, does not matter."""
    aside = {"training.device": "auto", "training.threads": 0, "evaluation.gate": 0.0}
    return one.with_(**aside) == other.with_(**aside)
