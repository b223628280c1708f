"""“Teach”: the current model learns the person's drawings, and the window shows what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.errors import TrainingError
from engine.training.control import TrainingControl
from engine.training.events import EpochDone, StepsDone, TrainingEvent, TrainingStarted
from gui.look.words import percent
from gui.tasks.working import Working
from gui.widgets import waiting_dialog

if TYPE_CHECKING:
    import torch

    from engine.data.my_digits import MyDigits
    from engine.evaluation.fine_tune import FineTuned
    from gui.bench.trained_model import TrainedModel
    from gui.look.spoken import Words
    from gui.tasks.task import Job
    from gui.workbench import Workbench

    State = dict[str, torch.Tensor]


class FineTuning(Working):
    """Teaches the model of a workbench on a thread of its own, stoppable, and can take it back.

    Signals:
        failed: It could not be done (NetSketchError, traceback or empty string).
        taught: The current model has learnt the drawings (FineTuned).
    """

    failed = Signal(object, str)
    taught = Signal(object)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__("teaching", window)
        self._workbench = workbench
        self._window = window
        self._dialog: waiting_dialog.WaitingDialog | None = None
        self._steps = 0
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)

    @Slot()
    def start(self) -> None:
        """Teach My Digits to the current model."""
        model = self._workbench.model
        if self.busy:
            return
        if self._workbench.running:
            error = TrainingError("A training is under way.", remedy="Stop it before you teach the model.")
            self.failed.emit(error, "")
            return
        if model is None:
            error = TrainingError(
                "There is no model to teach yet.", remedy="Train one first, or open one from a file."
            )
            self.failed.emit(error, "")
            return
        self._dialog = waiting_dialog.WaitingDialog(
            "teachingProgress",
            lambda: self.tr("Teach My Digits"),
            lambda: self.tr("Teaching My Digits …"),
            lambda: self.tr("Stop"),
            self._window,
            lambda: self.tr("Stopping …"),
        )
        self._dialog.wait_for(self._task)
        work = partial(_teach, model, self._workbench.my_digits.store)
        self._task.ask(work, partial(self._on_taught, model))

    @Slot(object)
    def _on_task_reported(self, event: TrainingEvent) -> None:
        if isinstance(event, TrainingStarted):
            self._steps = max(event.epochs * event.steps_per_epoch, 1)
        elif isinstance(event, StepsDone):
            self._show(event.last_step)
        elif isinstance(event, EpochDone):
            self._show(
                event.step,
                lambda: self.tr("Epoch {number}: {percent} of the images right").format(
                    number=event.epoch, percent=percent(event.train_accuracy, 1)
                ),
            )

    def _show(self, step: int, text: Words = "") -> None:
        assert self._dialog is not None, "it is there while a model is taught"
        self._dialog.show_progress(step / self._steps, text)

    def _on_taught(self, model: TrainedModel, learnt: tuple[FineTuned, State]) -> None:
        taught, before = learnt
        if self._workbench.model is not model:
            return
        saved, kept, results, step = model.saved, model.kept, dict(model.results), model.step
        lesson, learnt_before = taught.lesson, model.learnt
        test = len(lesson.old.test)
        current_model = self._workbench.current_model
        stood = current_model.be_newest()
        model.recognizer.update(taught.state)
        model.step += taught.steps
        model.saved, model.kept = saved and taught.steps == 0, kept and taught.steps == 0
        model.results = {"test_accuracy": taught.after.test / test} if test else {}
        old = model.experiment.data.model_copy(update={"dataset": lesson.old.train.name})
        model.learnt = model.learnt.and_drawings(lesson.learnt.images).and_division(old)
        self._tell_of_weights()
        from gui.stations.data.fine_tuned_dialog import TAKE_BACK, fine_tuned_dialog

        dialog = fine_tuned_dialog(taught, self._window)

        def settle(result: int) -> None:
            dialog.deleteLater()
            if result == TAKE_BACK and self._workbench.model is model:
                model.recognizer.update(before)
                model.saved, model.kept, model.results, model.step = saved, kept, results, step
                model.learnt = learnt_before
                current_model.stand_again(stood)
                self._tell_of_weights()

        dialog.finished.connect(settle)
        dialog.open()
        self.taught.emit(taught)

    def _tell_of_weights(self) -> None:
        self._workbench.model_changed.emit()
        self._workbench.weights_changed.emit()


def _teach(model: TrainedModel, store: MyDigits, job: Job) -> tuple[FineTuned, State]:
    """Teach a copy of the model; cancelled while it learns, it keeps what it has learnt.

    Returns:
        What came of it, and the weights before.
    """
    from engine.evaluation.fine_tune import FineTuned, fine_tune, prepare_fine_tuning

    recognizer = model.recognizer
    lesson = prepare_fine_tuning(
        model.experiment,
        recognizer.classes,
        store,
        model_learnt=model.learnt,
        image_shape=recognizer.image_shape,
        progress=lambda text, _share: job.progress(text, 0.0),
        cancelled=job.cancelled,
    )
    before, control = recognizer.state, TrainingControl()
    taught: FineTuned | None = None
    for event in fine_tune(model.experiment, before, lesson, control):
        if isinstance(event, FineTuned):
            taught = event
        else:
            job.report(event)
        if job.cancelled():
            control.stop()
    assert taught is not None, "it is the last that is told"
    return taught, before
