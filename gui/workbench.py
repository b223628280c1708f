"""The one owner of experiment, data, model, run state, threads and timer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QObject, Signal, Slot

from engine.errors import TrainingError
from engine.goals.registry import CLASSES, GOALS
from engine.models.size import IMAGE_SHAPE
from engine.runtime import prefer_threads
from gui.bench.adoption import Adoption
from gui.bench.clearing import Clearing
from gui.bench.counsel import Counsel
from gui.bench.data_loader import DataLoader
from gui.bench.doctor_watch import DoctorWatch
from gui.bench.doubting import Doubting
from gui.bench.experiment_editor import ExperimentEditor
from gui.bench.my_digits import MyDigitsEditor
from gui.bench.own_points import OwnPointsEditor
from gui.bench.preferences import Preferences
from gui.bench.remedy import Remedy
from gui.bench.run_actions import RunActions
from gui.bench.run_catalogue import RunCatalogue
from gui.bench.run_state import RunState
from gui.bench.trainer import Trainer
from gui.bench.undo_stack import UndoStack

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.goals.goal import Goal
    from engine.training.history import History
    from engine.training.progress import RunProgress
    from engine.words import Phrase
    from gui.bench.trained_model import TrainedModel
    from gui.tasks.worker import Progress

__all__ = ["RunState", "Workbench"]


class Workbench(QObject):
    """Holds what the window shows and does what its buttons say.

    Attributes:
        preferences: What the person prefers.
        undo_stack: What can be undone, the pad's drawing excepted.
        editor: The settings as they are edited.
        loader: The data of these settings.
        my_digits: The person's drawings.
        own_points: The person's points on a plane.
        trainer: What trains.
        current_run: The current run on the disk.
        current_model: The model that pad and views ask.
        actions: What can be done with runs beside training one.
        clearing: What brings all of it back to a first start.
        adoption: What lets a model that came of the one at hand take its place.
        doctor: What is wrong with the current run.
        remedy: What came of doing what a finding advises.
        counsel: The advice on the model at hand.
        catalogue: The runs on the disk.

    Signals:
        experiment_changed: The settings are others (Experiment).
        state_changed: The run state is another (RunState).
        progress_changed: How far a preparation is (Progress or None).
        data_changed: ``data`` is another split, or loading began or ended.
        run_started: A new, empty history takes the place of the old one.
        history_changed: The history has grown.
        run_finished: A run has ended (TrainingFinished).
        weights_changed: The current model has newer weights.
        model_changed: Another model is the current one, or it was saved.
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
        self._opened: TrainedModel | None = None  # from a file, and its data
        self._opened_data: Split | None = None
        self.preferences = Preferences(parent=self)
        self.undo_stack = UndoStack(self)
        self.editor = ExperimentEditor(self.undo_stack, experiment, self)
        self.loader = DataLoader(self.editor.experiment.data, self)
        self.my_digits = MyDigitsEditor(self.undo_stack, self)
        self.own_points = OwnPointsEditor(self.editor, self)
        self.trainer = Trainer(self.editor, self.loader, self)
        self.current_run = self.trainer.current_run
        self.current_model = self.trainer.current_model
        self.actions = RunActions(self.trainer)
        self.adoption = Adoption(self.trainer)
        self.clearing = Clearing(self.trainer)
        self.doctor = DoctorWatch(self.trainer)
        self.doubting = Doubting(self.trainer)
        self.remedy = Remedy(self.trainer, self.doctor, self.actions)
        self.counsel = Counsel(self.trainer, self.doctor)
        self.remedy.changed.connect(self.counsel.changed)
        self.catalogue = RunCatalogue(parent=self)
        self.catalogue.history_at_hand = self._history_at_hand
        self._connect()
        self.preferences.follow("checkpoint_seconds", self.current_run.set_safe_seconds)
        self.preferences.follow("threads", prefer_threads)

    def _connect(self) -> None:
        trainer, loader = self.trainer, self.loader
        self.editor.experiment_changed.connect(self._on_editor_experiment_changed)
        loader.changed.connect(self._on_loader_changed)
        loader.progressed.connect(self._on_loader_progressed)
        loader.failed.connect(self.failed)
        self.my_digits.changed.connect(loader.on_my_digits_changed)
        self.own_points.changed.connect(loader.on_own_points_changed)
        self.own_points.failed.connect(self.failed)
        self.current_model.changed.connect(self.model_changed)
        self.current_model.weights_changed.connect(self.weights_changed)
        trainer.state_changed.connect(self.state_changed)
        trainer.progress_changed.connect(self.progress_changed)
        trainer.run_started.connect(self.run_started)
        trainer.history_changed.connect(self.history_changed)
        trainer.run_finished.connect(self.run_finished)
        trainer.failed.connect(self.failed)
        trainer.warned.connect(self.warned)
        trainer.training_event.connect(self.training_event)

    # What is on the bench

    @property
    def experiment(self) -> Experiment:
        """The settings as edited now; always valid."""
        return self.editor.experiment

    @property
    def state(self) -> RunState:
        """The run state."""
        return self.trainer.state

    @property
    def running(self) -> bool:
        """Whether a run is under way, paused ones included."""
        return self.trainer.running

    def _history_at_hand(self, run: str, epochs: int) -> History | None:
        """Return what is in memory of the run at hand, which would be read anew from the disk as often as it grows.

        Args:
            run: Its id.
            epochs: How many are on the disk; at rest with more than are in memory, another window went on with it.
        """
        at_hand = self.current_run.run
        if at_hand is None or at_hand.id != run:
            return None
        return self.history if self.running or len(self.history.epochs) >= epochs else None

    @property
    def history(self) -> History:
        """The curves of the current run."""
        return self.trainer.history

    @property
    def run_progress(self) -> RunProgress | None:
        """How far the current run is, or None before its first step."""
        return self.trainer.progress

    @property
    def data(self) -> Split | None:
        """The data of the present settings, or None while they are not loaded."""
        return self.loader.split

    @property
    def own_data(self) -> Split | None:
        """The data as they were divided for the current model, or None where they are not in memory.

        They are not ``data`` where the settings of the data were changed since: among those are images that it learnt
        from.
        """
        current = self.current_model
        if current.is_of_run and current.run_data is not None:
            return current.run_data
        return self._opened_data if self.model is self._opened else self.adoption.data_of(self.model)

    @property
    def model(self) -> TrainedModel | None:
        """The current model, or None before the first training."""
        return self.current_model.model

    @property
    def goal(self) -> Goal:
        """What the network at hand is to give, or else what the data ask for."""
        at_hand = self.data if self.model is None else self.model
        if at_hand is None:
            return CLASSES
        goal, data = GOALS[at_hand.goal], self.own_data or self.data
        return goal.fitted(data.train.labels) if data is not None and data.goal == goal.name else goal

    @property
    def moment_at_hand(self) -> str:
        """Which moment of its run the model at hand is, in words such as “epoch 4”; empty for the newest weights."""
        step = self.current_model.viewed
        return "" if step is None else self._moment_after(step)

    @property
    def moment_kept_by_hand(self) -> str:
        """The moment that was kept in place of what the run ended with, in such words; empty where none was."""
        home, history = self.current_model.home, self.history
        if home is None or self.running:  # asked first: a long run has a million epochs
            return ""
        if home.step in history.epoch_steps[history.epochs == history.kept_epoch]:
            return ""
        return self._moment_after(home.step)

    def _moment_after(self, step: int) -> str:
        history = self.history
        place = int(np.searchsorted(history.epoch_steps, step, "right")) - 1  # they rise
        if place >= 0 and history.epoch_steps[place] == step:
            return self.tr("epoch {epoch}").format(epoch=history.epochs[place])
        number = QLocale().toString(step)
        return self.tr("step {step}").format(step=number) if step else self.tr("the untrained network")

    @property
    def outcome(self) -> Phrase:
        """A sentence on what came of the newest run; an empty one while there is none or it goes on."""
        return self.trainer.outcome

    @property
    def model_is_older(self) -> bool:
        """Whether the settings were edited since the current model was made."""
        return self.model is not None and not self.model.is_from(self.experiment)

    # Training

    @Slot()
    def start(self) -> None:
        """Train from the beginning; a paused run goes on."""
        self.trainer.start()

    @Slot()
    def pause(self) -> None:
        """Hold the run; acknowledged at once."""
        self.trainer.pause()

    @Slot()
    def stop(self) -> None:
        """End the run and keep its model."""
        self.trainer.stop()

    @Slot()
    def step_batch(self) -> None:
        """Do one step, then pause; starts a run where there is none."""
        self.trainer.step_batch()

    @Slot()
    def step_epoch(self) -> None:
        """Go on to the end of the epoch, then pause; starts a run where there is none."""
        self.trainer.step_epoch()

    def shutdown(self) -> None:
        """End the threads, keeping run and newest weights; nothing starts after this."""
        self.trainer.suspend()  # it ends while the others are waited for
        self.loader.shutdown()
        self.doctor.shutdown()
        self.doubting.shutdown()
        self.trainer.shutdown()
        self.catalogue.shutdown()

    # Model files

    def save_model(self, path: str | Path) -> None:
        """Write the current model to ``path``, replacing what is there only when all is written.

        Raises:
            NetSketchError: If there is no model or it cannot be written; nothing is lost then.
        """
        self.current_model.save(Path(path))

    def open_model(self, path: str | Path, *, is_shipped: bool = False) -> None:
        """Make the model in ``path`` the current one, and take its settings into the editor.

        Args:
            path: The file.
            is_shipped: Whether it is the program's own, which is never saved to.

        Raises:
            NetSketchError: If it is not a usable model file, or while a run is under way; nothing changes then.
        """
        if self.running:
            raise TrainingError("A training is under way.", remedy="Stop it before you open another model.")
        experiment = self.current_model.open(Path(path), is_shipped=is_shipped)
        self._opened, self._opened_data = self.model, None
        self.current_run.begin()  # the way back is not this model's
        self.editor.replace(experiment, lambda: self.tr("settings of “{name}”").format(name=Path(path).name))
        self._note_opened(self.data)
        self.current_model.changed.emit()
        self.current_model.weights_changed.emit()

    def _note_opened(self, split: Split | None) -> None:
        """Keep the data of a model from a file, when they come."""
        opened = self._opened
        if (
            opened is not None
            and split is not None
            and opened.experiment.data.images == self.experiment.data.images
        ):
            self._opened_data = split

    # What is heard

    @Slot(object, object)
    def _on_editor_experiment_changed(self, _before: Experiment, experiment: Experiment) -> None:
        self.experiment_changed.emit(experiment)
        self.loader.set_config(experiment.data)

    @Slot(object)
    def _on_loader_progressed(self, progress: Progress) -> None:
        if not self.running:
            self.progress_changed.emit(progress)

    @Slot()
    def _on_loader_changed(self) -> None:
        split = self.loader.split
        self._note_opened(split)
        self.editor.set_image_shape(IMAGE_SHAPE if split is None else split.train.image_shape)
        self.data_changed.emit()
        if not self.running and not self.loader.loading:
            self.progress_changed.emit(None)
