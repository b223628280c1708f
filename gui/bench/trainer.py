"""Trains on a thread of its own, and folds what is reported into history, progress, model and run."""

from __future__ import annotations

import logging
import math
from dataclasses import field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.data.learnt import Learnt
from engine.errors import RunError, TrainingError
from engine.goals.registry import CLASSES, GOALS
from engine.records import dataclass
from engine.storage.runs.recording_status import RecordingStatus, RunWrittenAgain
from engine.training.control import TrainingControl
from engine.training.events import (
    CheckpointTaken,
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    StepTraced,
    ThreadsChanged,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.history import History
from engine.training.manner import AS_IT_COMES, Manner
from engine.training.moments import Moment
from engine.training.outcome import Measured, precision_sentence
from engine.training.outcome import outcome as sentence_on
from engine.training.private.promise import SPENT, is_private
from engine.training.private.refusals import begins_with_weights
from engine.training.progress import RunProgress
from engine.training.thread_course import threads_at
from engine.words import Phrase
from gui.bench.current_model import CurrentModel
from gui.bench.current_run import CurrentRun
from gui.bench.run_state import RUNNING_STATES, RunState
from gui.bench.training_job import DataLoaded, DoubtLearnt, RunMeasured, RunNotKept, RunOpened, training_job
from gui.tasks.worker import BackgroundThread, JobCancelled, JobFailed, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.runs.folder import RunFolder
    from gui.bench.data_loader import DataLoader
    from gui.bench.experiment_editor import ExperimentEditor
    from gui.bench.training_job import Branch

log = logging.getLogger(__name__)

DRAIN_MS = 33


@dataclass(slots=True, eq=False)
class _Beginning:
    """A run that is asked for and has not begun: it may still be refused, and then nothing has happened.

    Attributes:
        experiment: Its settings.
        split: Its data, or None while they are being loaded.
        opened: Its folder, or why it has none; None while that is not known.
        before: What the weights it begins with have learnt from.
        by_step: Whether a step was asked for and no run was there to take it.
    """

    experiment: Experiment
    split: Split | None
    opened: RunOpened | RunNotKept | None = None
    before: Learnt = field(default_factory=Learnt)
    by_step: bool = False


class Trainer(QObject):
    """Runs the present settings on the present data, one run at a time.

    What training reports lies in a mailbox that a timer empties in the window's thread, so that a fast training cannot
    flood the window.

    Args:
        editor: Whose settings.
        loader: Whose data; it is handed what a run has loaded.
        parent: Whom it belongs to.

    Attributes:
        outcome: A sentence on what came of the newest run; an empty one while it goes on.

    Signals:
        state_changed: The run state is another (RunState).
        progress_changed: How far a preparation is (Progress or None).
        run_started: A run has really begun, or was opened: another history takes the place of the old one.
        history_changed: The history has grown.
        run_finished: A run has ended (TrainingFinished).
        failed: Something went wrong (NetSketchError, traceback or empty string).
        warned: There is something the person should know of the run (Phrase).
        training_event: Training has told something (one of ``engine.training.events``).
    """

    state_changed = Signal(object)
    progress_changed = Signal(object)
    run_started = Signal()
    history_changed = Signal()
    run_finished = Signal(object)
    failed = Signal(object, str)
    warned = Signal(object)
    training_event = Signal(object)

    def __init__(self, editor: ExperimentEditor, loader: DataLoader, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = editor
        self.loader = loader
        self.current_run = CurrentRun(self)
        self.current_model = CurrentModel(self)
        self.state = RunState.IDLE
        self.history = History()
        self.progress: RunProgress | None = None
        self._then: Callable[[], None] | None = None
        self.outcome = Phrase("")
        self._beginning: _Beginning | None = None
        self._again: tuple[Experiment, Manner, str] | None = None
        self._outcome: TrainingFinished | JobFailed | None = None
        self._test: Measured | None = None
        self._waiting: list[object] = []  # what a run that was stopped while it was prepared has told so far
        self._control = TrainingControl()
        self._traces_steps = False
        self._thread = BackgroundThread("training", self)
        self._thread.finished.connect(self._on_thread_finished)
        self._drain_timer = QTimer(self, interval=DRAIN_MS)
        self._drain_timer.timeout.connect(self._on_drain_timer_timeout)
        editor.experiment_changed.connect(self._on_editor_experiment_changed)

    @property
    def running(self) -> bool:
        """Whether a run is under way, paused ones included."""
        return self.state in RUNNING_STATES

    @Slot()
    def start(self) -> None:
        """Train from the beginning; a paused run goes on."""
        if self.state is RunState.PAUSED:
            self._control.resume()
            self._set_state(RunState.TRAINING)
        elif not self.running:
            self.begin(TrainingControl())

    @Slot()
    def pause(self) -> None:
        """Hold the run; acknowledged at once."""
        if self.state is RunState.TRAINING:
            self._control.pause()
            self._set_state(RunState.PAUSED)

    @Slot()
    def stop(self) -> None:
        """End the run and keep its model."""
        if self.running and self.state is not RunState.STOPPING:
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

    def trace_steps(self, *, wanted: bool) -> None:
        """Have steps that are asked for alone told with all their numbers (``StepTraced``), or no longer."""
        self._traces_steps = wanted
        self._control.traces_steps = wanted

    def _advance(self, advance: Callable[[TrainingControl], None]) -> None:
        if self.state in (RunState.TRAINING, RunState.PAUSED):
            advance(self._control)
            self._set_state(RunState.TRAINING)
        elif not self.running:
            control = TrainingControl()
            advance(control)
            self.begin(control, by_step=True)

    def after_the_run(self, then: Callable[[], None]) -> None:
        """Call ``then`` at once, or when the run under way has been stopped."""
        if self.running:
            self._then = then
            self.stop()
        else:
            then()

    def begin(
        self,
        control: TrainingControl,
        resume: RunFolder | None = None,
        epochs: int | None = None,
        *,
        by_step: bool = False,
    ) -> None:
        """Begin a run with the present settings, or go on with one on disk; for that there must be none under way.

        Args:
            control: How it is steered.
            resume: The run to go on with.
            epochs: Epochs planned for it from now on.
            by_step: Whether one step or epoch was asked for: that another run takes it is said then.
        """
        problem = self.editor.mend_first()
        if problem is not None:
            self.failed.emit(problem, "")
            return
        self._control = control
        control.traces_steps = self._traces_steps
        keeping = self.current_run.keeping(self.editor.preset_name, resume, epochs)
        experiment = self.editor.experiment
        if keeping.branch is not None and is_private(experiment.training):
            self.failed.emit(begins_with_weights(), "")
            return
        if resume is None and keeping.branch is None:
            experiment = experiment.begun_anew()
        if resume is None:
            manner, examples = self._as_before(experiment, keeping.branch)
            keeping = replace(keeping, manner=manner, examples=examples)
        self._beginning = _Beginning(
            experiment,
            self.loader.split,
            before=Learnt() if keeping.branch is None else keeping.branch.learnt,
            by_step=by_step and keeping.branch is None,
        )
        self.editor.note_use()
        self._set_state(RunState.PREPARING)
        self._thread.start(training_job(experiment, self.loader.split, control, keeping))
        self._drain_timer.start()

    def do_again(self, experiment: Experiment, manner: Manner, examples: str = "") -> None:
        """Note how a run of these settings was done: the next one with them is done likewise.

        Args:
            experiment: The settings.
            manner: How it was done.
            examples: Fingerprint of those that it learnt from; empty where that is not known.
        """
        self._again = experiment, manner, examples

    def _as_before(self, experiment: Experiment, branch: Branch | None) -> tuple[Manner, str]:
        """Return how the run was done whose very settings the one that begins has, and from which examples it learnt.

        So a run that is done again gives the same numbers, whatever would be measured now, or says why not.
        """
        if branch is None and self._again is not None and experiment == self._again[0]:
            return self._again[1:]
        if experiment != self.current_model.run_experiment:
            return AS_IT_COMES, ""
        manner = self.history.manner
        if branch is None:
            return manner, ""
        if not self._is_here(branch):
            return AS_IT_COMES, ""
        threads = threads_at(manner.threads, branch.step + 1)
        return replace(manner, threads=((1, threads),) if threads else ()), ""

    def _is_here(self, branch: Branch) -> bool:
        run = self.current_run.run
        return branch.run == ("" if run is None else run.id)

    def open_run(self, run: RunFolder, history: History | None = None) -> Experiment:
        """Bring back a run that has ended, with its model, its curves and the way back through it.

        Args:
            run: Its folder.
            history: Its history where it has been read; else it is read now.

        Returns:
            Its settings.

        Raises:
            NetSketchError: If it has no model, or something of it cannot be read; nothing changes then.
            TrainingError: While another run is under way.
        """
        if self.running:
            raise TrainingError("A training is under way.", remedy="Stop it before you open another run.")
        from engine.storage.runs.file.header import read_header

        history = run.history() if history is None else history
        header = read_header(run.path)
        ended = history.ended()
        if ended is None:
            raise RunError("The run “{run}” has not ended.", remedy="Go on with it.", run=run.id)
        has_last = bool(ended.kept_epoch) and run.has_snapshot(ended.step)
        newest = run.weights(ended.step) if has_last else None
        experiment = self.current_model.open_run(run.model_path, ended, newest)
        test, model = header.results.test_accuracy, self.current_model.model
        assert model is not None, "it was opened"
        validation = history.measured_after(ended.step_of_state)
        model.results |= header.results.model_dump(exclude_none=True)  # measured after the file was written
        model.results |= {} if validation is None else {"validation_accuracy": validation.accuracy}
        model.advice = header.advice
        self.history, self.progress = history, None
        self.outcome = sentence_on(
            ended,
            test=None if test is None else Measured(test, header.counts.test),
            validation=validation,
            goal=GOALS[header.goal],
        )
        self.current_run.begin()
        self.current_run.opened(run, history, experiment.training.epochs)
        self.current_run.finished()
        self.do_again(experiment, history.manner, header.fingerprint)
        self.run_started.emit()
        self.current_model.changed.emit()
        self.current_model.weights_changed.emit()
        return experiment

    def show_history(self, history: History, outcome: Phrase) -> None:
        """Show the curves of a run that is at rest, or none, in place of those at hand."""
        self.history, self.outcome, self.progress = history, outcome, None
        self._again = None
        self._set_state(RunState.IDLE)
        self.run_started.emit()

    def suspend(self) -> None:
        """Let the run under way end so that it can be gone on with another day."""
        self._then = None
        self._control.suspend()

    def shutdown(self) -> None:
        """End the thread once the run was suspended, keeping run and newest weights; nothing starts after this."""
        self._thread.shutdown()
        self._drain_timer.stop()
        self._drain(has_ended=True)
        self._set_state(RunState.IDLE)

    # What is heard

    @Slot(object, object)
    def _on_editor_experiment_changed(self, before: Experiment, experiment: Experiment) -> None:
        rate = experiment.training.learning_rate
        if rate != before.training.learning_rate and self.state in (RunState.TRAINING, RunState.PAUSED):
            self._control.set_learning_rate(rate)

    @Slot()
    def _on_drain_timer_timeout(self) -> None:
        self._drain()
        if not self._thread.busy:
            self._drain_timer.stop()

    @Slot()
    def _on_thread_finished(self) -> None:
        self._drain(has_ended=True)
        outcome, self._outcome = self._outcome, None
        then, self._then = self._then, None
        self._beginning = None  # where it was refused, all that belongs to the model at hand is as it was
        self.current_run.finished()
        self.progress_changed.emit(None)
        if isinstance(outcome, JobFailed):
            self._set_state(RunState.FAILED)
            self.failed.emit(outcome.error, outcome.details)
        elif outcome is not None:
            diverged = outcome.reason is FinishReason.DIVERGED
            validation = self.history.measured_after(outcome.step_of_state)
            model = self.current_model.model
            goal, data = CLASSES if model is None else GOALS[model.goal], self.current_model.run_data
            if data is not None and data.goal == goal.name:
                goal = goal.fitted(data.train.labels)
            self.outcome = sentence_on(outcome, test=self._test, validation=validation, goal=goal)
            self._set_state(RunState.FAILED if diverged else RunState.IDLE)
            self.run_finished.emit(outcome)
        else:  # cancelled before the first step
            self._set_state(RunState.IDLE)
        if then is not None:
            then()

    def _heard(self, *, has_ended: bool) -> list[object]:
        """Return what training has reported; of a run stopped while it was prepared, nothing before it did a step."""
        messages = [*self._waiting, *self._thread.messages()]
        self._waiting = []
        if self._beginning is None or not self._control.stopped:
            return messages
        if not has_ended:
            self._waiting = messages
            return []
        if any(isinstance(message, StepsDone) for message in messages):
            return messages
        return [message for message in messages if isinstance(message, JobFailed | JobCancelled | DataLoaded)]

    def _drain(self, *, has_ended: bool = False) -> None:
        """Fold what training has reported into what is shown; of many snapshots only the newest counts."""
        held = self._control.held  # asked first: what led there lies in the mailbox by then
        grown = False
        snapshot: ModelSnapshot | None = None
        for message in self._heard(has_ended=has_ended):
            if isinstance(message, TrainingStarted) and self._beginning is not None:
                beginning, self._beginning = self._beginning, None
                self._begin(beginning)
            self.training_event.emit(message)
            if isinstance(message, ModelSnapshot):
                snapshot = message
                self.current_run.note(message)
            elif isinstance(message, StepsDone | EpochDone | LearningRateChanged | ThreadsChanged):
                self._on_grown(message)
                grown = True
            else:
                self._on_message(message)
        if snapshot is not None and not isinstance(self._outcome, TrainingFinished):
            self.current_model.take(snapshot.state, snapshot.step, kept=self.current_run.kept)
        if grown:
            self.history_changed.emit()
        if self.state is RunState.TRAINING and held and self._control.held:
            self._set_state(RunState.PAUSED)  # the step asked for has been taken

    def _on_message(self, message: object) -> None:
        if isinstance(message, Progress):
            self.progress_changed.emit(message)
        elif isinstance(message, DataLoaded):
            if self._beginning is not None:
                self._beginning.split = message.split
            self.loader.take(message.config, message.split)
        elif isinstance(message, TrainingStarted):
            self._on_started(message)
        elif isinstance(message, TrainingFinished):
            self._on_finished(message)
        elif isinstance(message, JobFailed):
            self._outcome = message
        elif isinstance(message, RunOpened | RunNotKept) and self._beginning is not None:
            self._beginning.opened = message
        elif isinstance(message, RunMeasured | DoubtLearnt):
            self._on_known(message)
        elif isinstance(message, RunNotKept):
            self.current_run.set_write_error(message.error)
        elif isinstance(message, RunWrittenAgain):
            self.warned.emit(message.sentence)
        elif isinstance(message, RecordingStatus):
            self.current_run.set_write_error(message.error, ended=message.ended)
            if message.ended and not self.current_run.kept:
                self.current_model.note_lost()
        elif not isinstance(message, JobCancelled | CheckpointTaken | StepTraced):
            log.error("A message nobody expects: %r", message)

    def _on_known(self, message: RunMeasured | DoubtLearnt) -> None:
        """Note what is known of the model at the end."""
        if isinstance(message, DoubtLearnt):
            self.current_model.set_doubt(message.doubt)
            return
        self._test = Measured(message.results["test_accuracy"], message.count)
        for name, value in message.results.items():
            self.current_model.set_result(name, value)
        if self.current_model.is_of_run and self.current_model.model is not None:
            self.current_model.model.advice = message.advice

    def _begin(self, beginning: _Beginning) -> None:
        """Let go of the run before, now that there is another; one that is gone on with comes with its curves."""
        opened = beginning.opened
        self.history = opened.history if isinstance(opened, RunOpened) else History()
        self.progress, self.outcome, self._test = None, Phrase(""), None
        self._again = None  # from now on it is the current run that may be done again
        replaced = self._replaced_sentence() if beginning.by_step else None
        self.current_run.begin()
        self.current_model.begin_run(beginning.experiment, beginning.split, beginning.before)
        if isinstance(opened, RunOpened):
            self.current_model.set_run(opened.experiment, before=opened.before)
            self.current_run.opened(opened.run, opened.history, opened.experiment.training.epochs)
        self.run_started.emit()
        if isinstance(opened, RunNotKept):
            self.current_run.set_write_error(opened.error)
        for warning in () if opened is None else opened.warnings:
            self.warned.emit(warning)
        if replaced is not None:
            self.warned.emit(replaced)

    def _replaced_sentence(self) -> Phrase | None:
        """Say that the network at hand makes room for a new one; None where there is none."""
        if self.current_model.model is None:
            return None
        if self.current_run.kept:
            return Phrase(
                "No run was under way to go on with: a new one has begun, from new random weights. The run before "
                "is kept under “Runs”."
            )
        return Phrase("No run was under way to go on with: a new one has begun, from new random weights.")

    def _on_started(self, event: TrainingStarted) -> None:
        self.history.add(event)
        other_precision = precision_sentence(event)
        if other_precision is not None:
            self.warned.emit(other_precision)
        experiment = self.current_model.run_experiment or self.editor.experiment
        self.progress = RunProgress.begun(event, experiment.training.batch_size, self.history.seconds)
        self.progress_changed.emit(None)
        if self.state is RunState.PREPARING:
            self._set_state(RunState.TRAINING)

    def _on_grown(self, event: StepsDone | EpochDone | LearningRateChanged | ThreadsChanged) -> None:
        self.history.add(event)
        if isinstance(event, StepsDone) and self.progress is not None:
            self.progress.update(event.last_step, event.seconds)
        elif isinstance(event, LearningRateChanged):
            experiment = self.current_model.run_experiment or self.editor.experiment
            self.current_model.set_run(experiment.with_(**{"training.learning_rate": event.new}))
        elif isinstance(event, EpochDone):
            self.current_run.note(event)

    def _on_finished(self, event: TrainingFinished) -> None:
        self.history.add(event)
        self._outcome = event
        self.current_model.take(event.last_state, event.step, kept=self.current_run.kept)
        measured = self.history.measured_after(event.step)
        self.current_model.set_result("validation_accuracy", measured.accuracy if measured else math.nan)
        if event.privacy_spent is not None:
            self.current_model.set_result(SPENT, event.privacy_spent)
        if event.kept_epoch:
            self.current_run.add(Moment(event.kept_step, event.kept_epoch), event.state)
            measured = self.history.measured_after(event.kept_step)
            known = {"validation_accuracy": measured.accuracy} if measured else {}
            known |= {} if event.privacy_spent is None else {SPENT: event.privacy_spent}
            self.current_model.end_with(event.state, event.kept_step, known)

    def _set_state(self, state: RunState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)
