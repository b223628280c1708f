"""The one owner of experiment, data, model, run state, threads and timer."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from engine.errors import TrainingError
from engine.storage.runs.recording_status import RecordingStatus
from engine.training.control import TrainingControl
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.history import History
from engine.training.progress import RunProgress
from gui.bench.current_model import CurrentModel
from gui.bench.current_run import CurrentRun
from gui.bench.data_loader import DataLoader
from gui.bench.doctor_watch import DoctorWatch
from gui.bench.experiment_editor import ExperimentEditor
from gui.bench.my_digits import MyDigitsEditor
from gui.bench.run_actions import RunActions
from gui.bench.run_state import RUNNING_STATES, RunState
from gui.bench.training_job import DataLoaded, RunMeasured, RunNotKept, RunOpened, training_job
from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.runs.folder import RunFolder
    from gui.bench.trained_model import TrainedModel

__all__ = ["RUNNING_STATES", "RunState", "Workbench"]

log = logging.getLogger(__name__)

DRAIN_MS = 33


class Workbench(QObject):
    """Holds what the window shows and does what its buttons say.

    Training and the loading of data each have a thread. Their reports lie in mailboxes that one timer empties in
    the window's thread, so that a fast training cannot flood the window.

    Signals:
        experiment_changed: The settings are others (Experiment).
        state_changed: The run state is another (RunState).
        progress_changed: How far a preparation is (Progress or None).
        data_changed: ``data`` is another split, or loading began or ended.
        run_started: A new, empty history takes the place of the old one.
        history_changed: The history has grown.
        run_finished: A run has ended (TrainingFinished).
        weights_changed: The model at hand has newer weights.
        model_changed: Another model is at hand, or it was saved.
        failed: Something went wrong (NetSketchError, traceback or empty string).
        warned: There is something the person should know of the run (Phrase).
        training_event: Training has told something (one of ``engine.training.events``).
    """

    experiment_changed = Signal(object)
    state_changed = Signal(object)
    progress_changed = Signal(object)
    data_changed = Signal()
    run_started = Signal()
    history_changed = Signal()
    run_finished = Signal(object)
    weights_changed = Signal()
    model_changed = Signal()
    failed = Signal(object, str)
    warned = Signal(object)
    training_event = Signal(object)

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.editor = ExperimentEditor(self.undo_stack, experiment, self)
        self.loader = DataLoader(self.editor.experiment.data, self)
        self.my_digits = MyDigitsEditor(self.undo_stack, self)
        self.current_run = CurrentRun(self)
        self.current_model = CurrentModel(self)
        self.actions = RunActions(self)
        self.doctor = DoctorWatch(self)
        self._state = RunState.IDLE
        self._history = History()
        self._run_progress: RunProgress | None = None
        self._then: Callable[[], None] | None = None
        self._outcome: TrainingFinished | JobFailed | None = None
        self._control = TrainingControl()
        self._thread = BackgroundThread("training", self)
        self._drain_timer = QTimer(self, interval=DRAIN_MS)
        self._connect()

    def _connect(self) -> None:
        self.editor.experiment_changed.connect(self._on_editor_experiment_changed)
        self.loader.changed.connect(self.data_changed)
        self.loader.progressed.connect(self._on_loader_progressed)
        self.loader.failed.connect(self.failed)
        self.loader.changed.connect(self._on_loader_changed)
        self.my_digits.changed.connect(self.loader.on_my_digits_changed)
        self.current_model.changed.connect(self.model_changed)
        self.current_model.weights_changed.connect(self.weights_changed)
        self._thread.finished.connect(self._on_thread_finished)
        self._drain_timer.timeout.connect(self._on_drain_timer_timeout)

    # What is on the bench

    @property
    def experiment(self) -> Experiment:
        """The settings as edited now; always valid."""
        return self.editor.experiment

    @property
    def state(self) -> RunState:
        """The run state."""
        return self._state

    @property
    def running(self) -> bool:
        """Whether a run is under way, paused ones included."""
        return self._state in RUNNING_STATES

    @property
    def history(self) -> History:
        """The curves of the present or last run."""
        return self._history

    @property
    def run_progress(self) -> RunProgress | None:
        """How far the present or last run is, or None before its first step."""
        return self._run_progress

    @property
    def data(self) -> Split | None:
        """The data of the present settings, or None while they are not loaded."""
        return self.loader.split

    @property
    def model(self) -> TrainedModel | None:
        """The model at hand, or None before the first training."""
        return self.current_model.model

    @property
    def model_is_older(self) -> bool:
        """Whether the settings were edited since the model at hand was made."""
        return self.model is not None and not self.model.is_from(self.experiment)

    # Training

    @Slot()
    def start(self) -> None:
        """Train from the beginning; a paused run goes on."""
        if self._state is RunState.PAUSED:
            self._control.resume()
            self._set_state(RunState.TRAINING)
        elif not self.running:
            self.begin(TrainingControl())

    @Slot()
    def pause(self) -> None:
        """Hold the run; acknowledged at once."""
        if self._state is RunState.TRAINING:
            self._control.pause()
            self._set_state(RunState.PAUSED)

    @Slot()
    def stop(self) -> None:
        """End the run and keep its model."""
        if self.running and self._state is not RunState.STOPPING:
            self._control.stop()
            self._set_state(RunState.STOPPING)

    @Slot()
    def step_batch(self) -> None:
        """Do one step, then pause; starts a run where there is none."""
        self._advance(TrainingControl.step_batch)

    @Slot()
    def step_epoch(self) -> None:
        """Go on to the end of the epoch, then pause; starts a run where there is none."""
        self._advance(TrainingControl.step_epoch)

    def _advance(self, advance: Callable[[TrainingControl], None]) -> None:
        if self._state in (RunState.TRAINING, RunState.PAUSED):
            advance(self._control)
            self._set_state(RunState.TRAINING)
        elif not self.running:
            control = TrainingControl()
            advance(control)
            self.begin(control)

    def after_the_run(self, then: Callable[[], None]) -> None:
        """Call ``then`` at once, or when the run under way has been stopped."""
        if self.running:
            self._then = then
            self.stop()
        else:
            then()

    def begin(
        self, control: TrainingControl, resume: RunFolder | None = None, epochs: int | None = None
    ) -> None:
        """Begin a run with the present settings, or go on with one on disk; for that there must be none under way.

        Args:
            control: How it is steered.
            resume: The run to go on with.
            epochs: Epochs planned for it from now on.
        """
        problem = self.editor.mend_first()
        if problem is not None:
            self.failed.emit(problem, "")
            return
        self._control = control
        self._history = History()
        self._run_progress = None
        self.current_run.begin()
        self.current_model.begin_run(self.experiment, self.data)
        keeping = self.current_run.keeping(self.editor.preset_name, resume, epochs)
        self._set_state(RunState.PREPARING)
        self.run_started.emit()
        self._thread.start(training_job(self.experiment, self.data, control, keeping))
        self._drain_timer.start()

    def shutdown(self) -> None:
        """End the threads and the timer, keeping run and newest weights; nothing starts after this."""
        self._then = None
        self._control.suspend()
        self.loader.shutdown()
        self.doctor.shutdown()
        self._thread.shutdown()
        self._drain_timer.stop()
        self._drain()
        self._set_state(RunState.IDLE)

    # Model files

    def save_model(self, path: str | Path) -> None:
        """Write the model at hand to ``path``, replacing what is there only when all is written.

        Raises:
            NetSketchError: If there is no model or it cannot be written; nothing is lost then.
        """
        self.current_model.save(Path(path))

    def open_model(self, path: str | Path) -> None:
        """Take the model in ``path`` to hand, and its settings into the editor.

        Raises:
            NetSketchError: If it is not a usable model file, or while a run is under way; nothing changes then.
        """
        if self.running:
            raise TrainingError("A training is under way.", remedy="Stop it before you open another model.")
        experiment = self.current_model.open(Path(path))
        self.current_run.begin()  # the way back is not this model's
        self.editor.replace(experiment, self.tr("settings of “{name}”").format(name=Path(path).name))
        self.model_changed.emit()
        self.weights_changed.emit()

    # The mailboxes

    @Slot(object, object)
    def _on_editor_experiment_changed(self, before: Experiment, experiment: Experiment) -> None:
        rate = experiment.training.learning_rate
        if rate != before.training.learning_rate and self._state in (RunState.TRAINING, RunState.PAUSED):
            self._control.set_learning_rate(rate)
        self.experiment_changed.emit(experiment)
        self.loader.set_config(experiment.data)

    @Slot()
    def _on_drain_timer_timeout(self) -> None:
        self._drain()
        if not self._thread.busy:
            self._drain_timer.stop()

    @Slot()
    def _on_thread_finished(self) -> None:
        self._drain()
        outcome, self._outcome = self._outcome, None
        then, self._then = self._then, None
        self.current_run.finished()
        self.progress_changed.emit(None)
        if isinstance(outcome, JobFailed):
            self._set_state(RunState.FAILED)
            self.failed.emit(outcome.error, outcome.details)
        elif outcome is not None:
            diverged = outcome.reason is FinishReason.DIVERGED
            self._set_state(RunState.FAILED if diverged else RunState.IDLE)
            self.run_finished.emit(outcome)
        else:  # cancelled before the first step
            self._set_state(RunState.IDLE)
        if then is not None:
            then()

    @Slot(object)
    def _on_loader_progressed(self, progress: Progress) -> None:
        if not self.running:
            self.progress_changed.emit(progress)

    @Slot()
    def _on_loader_changed(self) -> None:
        if not self.running and not self.loader.loading:
            self.progress_changed.emit(None)

    def _drain(self) -> None:
        """Fold what training has reported into what is shown; of many snapshots only the newest counts."""
        held = self._control.held  # asked first: what led there lies in the mailbox by then
        grown = False
        snapshot: ModelSnapshot | None = None
        for message in self._thread.messages():
            self.training_event.emit(message)
            if isinstance(message, ModelSnapshot):
                snapshot = message
                self.current_run.note(message)
            elif isinstance(message, StepsDone | EpochDone | LearningRateChanged):
                self._on_grown(message)
                grown = True
            else:
                self._on_message(message)
        if snapshot is not None and not isinstance(self._outcome, TrainingFinished):
            self.current_model.take(snapshot.state, snapshot.step, kept=self.current_run.kept)
        if grown:
            self.history_changed.emit()
        if self._state is RunState.TRAINING and held and self._control.held:
            self._set_state(RunState.PAUSED)  # the step asked for has been taken

    def _on_message(self, message: object) -> None:
        if isinstance(message, Progress):
            self.progress_changed.emit(message)
        elif isinstance(message, DataLoaded):
            self.current_model.set_run(data=message.split)
            self.loader.take(message.config, message.split)
        elif isinstance(message, TrainingStarted):
            self._on_started(message)
        elif isinstance(message, TrainingFinished):
            self.current_model.take(message.state, message.step, kept=self.current_run.kept)
            self._history.add(message)
            self._outcome = message
        elif isinstance(message, JobFailed):
            self._outcome = message
        elif isinstance(message, RunOpened):
            self._on_opened(message)
        elif isinstance(message, RunMeasured):
            self.current_model.add_results(**message.results)
        elif isinstance(message, RunNotKept | RecordingStatus):
            self.current_run.set_write_error(message.error)
        elif not isinstance(message, JobCancelled | CheckpointTaken):
            log.error("A message nobody expects: %r", message)

    def _on_opened(self, message: RunOpened) -> None:
        self.current_model.set_run(message.experiment)
        self.current_run.opened(message.run, message.history, message.experiment.training.epochs)
        if len(message.history):
            self._history = message.history
            self.run_started.emit()  # with the curves that it had
        for warning in message.warnings:
            self.warned.emit(warning)

    def _on_started(self, event: TrainingStarted) -> None:
        self._history.add(event)
        experiment = self.current_model.run_experiment or self.experiment
        self._run_progress = RunProgress.begun(event, experiment.training.batch_size, self._history.seconds)
        self.progress_changed.emit(None)
        if self._state is RunState.PREPARING:
            self._set_state(RunState.TRAINING)

    def _on_grown(self, event: StepsDone | EpochDone | LearningRateChanged) -> None:
        self._history.add(event)
        if isinstance(event, StepsDone) and self._run_progress is not None:
            self._run_progress.update(event.last_step, event.seconds)
        elif isinstance(event, LearningRateChanged):
            experiment = self.current_model.run_experiment or self.experiment
            self.current_model.set_run(experiment.with_(**{"training.learning_rate": event.new}))
        elif isinstance(event, EpochDone):
            self.current_run.note(event)
            if event.validation_accuracy is not None:
                self.current_model.add_results(validation_accuracy=event.validation_accuracy)

    def _set_state(self, state: RunState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
