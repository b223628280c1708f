"""“Teach”: the model at hand learns the person's drawings, and the window shows what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.errors import TrainingError
from engine.training.control import TrainingControl
from engine.training.events import EpochDone, StepsDone, TrainingStarted
from gui.look.words import translate_engine
from gui.stations.data.fine_tuned_dialog import TAKE_BACK, fine_tuned_dialog
from gui.tasks.worker import BackgroundThread, Job, JobFailed, Post, Progress
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    import torch

    from engine.evaluation.fine_tune import FineTuned
    from gui.bench.trained_model import TrainedModel
    from gui.workbench import Workbench

DRAIN_MS = 40


@dataclass(frozen=True, slots=True, eq=False)
class FineTunedModel:
    """A model was taught.

    Attributes:
        taught: What came of it.
        model: The model it was begun with.
        before: Its weights before.
    """

    taught: FineTuned
    model: TrainedModel
    before: dict[str, torch.Tensor]


class FineTuning(QObject):
    """Teaches the model of a workbench on a thread of its own, stoppable, and can take it back.

    Signals:
        failed: It could not be done (NetSketchError, traceback or empty string).
        taught: The model at hand has learnt the drawings (FineTuned).
    """

    failed = Signal(object, str)
    taught = Signal(object)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self._control = TrainingControl()
        self._progress: WaitingDialog | None = None
        self._steps = 0
        self._thread = BackgroundThread("teaching", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self._drain)

    @property
    def busy(self) -> bool:
        """Whether a model is being taught."""
        return self._thread.busy

    @Slot()
    def start(self) -> None:
        """Teach My Digits to the model at hand."""
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
        self._control = TrainingControl()
        words = self.tr("Teach My Digits"), self.tr("Teaching My Digits …"), self.tr("Stop")
        dialog = WaitingDialog("teachingProgress", *words, self._window)
        dialog.canceled.connect(self.stop)
        self._progress = dialog
        self._thread.start(teaching_job(model, self._workbench, self._control))
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """End the lesson early and keep what was learnt."""
        self._control.stop()

    def shutdown(self) -> None:
        """Stop what is under way; nothing starts after this."""
        self._control.stop()
        self._timer.stop()
        self._close_progress()
        self._thread.shutdown()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.dismiss()
            self._progress = None

    @Slot()
    def _on_thread_finished(self) -> None:
        self._timer.stop()
        self._close_progress()
        self._drain()

    @Slot()
    def _drain(self) -> None:
        for message in self._thread.messages():
            if isinstance(message, Progress):
                self._show(translate_engine(message.text), 0.0)
            elif isinstance(message, TrainingStarted):
                self._steps = message.epochs * message.steps_per_epoch
            elif isinstance(message, StepsDone):
                self._show("", message.last_step / max(self._steps, 1))
            elif isinstance(message, EpochDone):
                percent = QLocale().toString(100 * message.train_accuracy, "f", 1)
                self._show(
                    self.tr("Epoch {number}: {percent}\u00a0% of the images right").format(
                        number=message.epoch, percent=percent
                    ),
                    message.step / max(self._steps, 1),
                )
            elif isinstance(message, JobFailed):
                self.failed.emit(message.error, message.details)
            elif isinstance(message, FineTunedModel):
                self._on_taught(message)

    def _show(self, text: str, share: float) -> None:
        if self._progress is not None:
            self._progress.show_progress(share, text)

    def _on_taught(self, message: FineTunedModel) -> None:
        model, taught = message.model, message.taught
        if self._workbench.model is not model:
            return
        saved, kept, results, step = model.saved, model.kept, dict(model.results), model.step
        lesson = taught.lesson
        test = len(lesson.old.test)
        model.recognizer.update(taught.state)
        model.step += taught.steps
        model.saved, model.kept = saved and taught.steps == 0, kept and taught.steps == 0
        model.results = {"test_accuracy": taught.after.test / test} if test else {}
        self._tell_of_weights()
        dialog = fine_tuned_dialog(taught, self._window)

        def settle(result: int) -> None:
            dialog.deleteLater()
            if result == TAKE_BACK and self._workbench.model is model:
                model.recognizer.update(message.before)
                model.saved, model.kept, model.results, model.step = saved, kept, results, step
                self._tell_of_weights()

        dialog.finished.connect(settle)
        dialog.open()
        self.taught.emit(taught)

    def _tell_of_weights(self) -> None:
        self._workbench.model_changed.emit()
        self._workbench.weights_changed.emit()


def teaching_job(model: TrainedModel, workbench: Workbench, control: TrainingControl) -> Job:
    """Gather the lesson, teach a copy of the model, and post what came of it."""
    store = workbench.my_digits.store

    def job(post: Post) -> None:
        from engine.evaluation.fine_tune import FineTuned, fine_tune, prepare_fine_tuning

        def on_progress(text: str, share: float) -> None:
            post(Progress(text, share))

        recognizer = model.recognizer
        lesson = prepare_fine_tuning(
            model.experiment,
            recognizer.classes,
            store,
            image_shape=recognizer.image_shape,
            progress=on_progress,
            cancelled=lambda: control.stopped,
        )
        before = recognizer.state
        for event in fine_tune(model.experiment, before, lesson, control):
            post(FineTunedModel(event, model, before) if isinstance(event, FineTuned) else event)

    return job
