"""The model that pad and views ask: of the run that trains, of a moment of its past, or from a file."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.data.learnt import Learnt
from engine.errors import TrainingError
from engine.training.private.promise import is_private
from gui.bench.kept_weights import Standing, Weights
from gui.bench.trained_model import TrainedModel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import torch

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from engine.training.events import TrainingFinished

_HELD = (
    *("model", "_experiment", "_data", "_results", "_before"),
    *("_is_of_run", "_kept", "_viewed", "_newest", "_home"),
)


class CurrentModel(QObject):
    """Holds a model of the window's own; training only ever hands copies of its weights over.

    It has the newest weights of the run, unless others are viewed. Some of the past may be kept in their place, by the
    person or as those of the best epoch: they are viewed then, and returned to before anything is closed.

    Signals:
        changed: Another model is the current one, or it was saved.
        weights_changed: It has other weights.
        viewed_changed: Weights of the past are shown, or the newest again.
        newest_changed: There are newer weights, while those of the past are shown.
        doubt_changed: It is known which drawings are none of its classes.
    """

    changed = Signal()
    weights_changed = Signal()
    viewed_changed = Signal()
    newest_changed = Signal()
    doubt_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model: TrainedModel | None = None
        self._experiment: Experiment | None = None
        self._data: Split | None = None
        self._results: dict[str, float] = {}
        self._before = Learnt()
        self._is_of_run = False
        self._kept = False
        self._viewed: int | None = None
        self._newest: Weights | None = None  # what is shown again after a look at the past
        self._home: Weights | None = None

    @property
    def viewed(self) -> int | None:
        """The step of the past that is shown, or None for the newest weights."""
        return self._viewed

    @property
    def home(self) -> Weights | None:
        """The weights of the past that were kept in place of the newest, or None."""
        return self._home

    @property
    def is_home(self) -> bool:
        """Whether the weights at hand are those that were kept."""
        return self._home is not None and self._home.step == self._viewed

    @property
    def newest(self) -> tuple[dict[str, torch.Tensor], int] | None:
        """The newest weights and their step while those of the past are shown, else None."""
        return None if self._newest is None else (self._newest.state, self._newest.step)

    @property
    def newest_weights(self) -> Weights | None:
        """The newest weights with what is known of them while those of the past are shown, else None."""
        return self._newest

    @property
    def is_of_run(self) -> bool:
        """Whether it is the model of the current run, and not one from a file."""
        return self._is_of_run and self.model is not None

    @property
    def run_experiment(self) -> Experiment | None:
        """The settings of the current run, or None before the first."""
        return self._experiment

    @property
    def run_data(self) -> Split | None:
        """The data of the current run, or None while they are not loaded."""
        return self._data

    # The current run

    def begin_run(self, experiment: Experiment, data: Split | None, before: Learnt | None = None) -> None:
        """Let the next weights that come make a new model.

        Args:
            experiment: The settings of the run.
            data: Its data, or None while they are not loaded.
            before: What the weights it begins with have learnt from.
        """
        self._experiment, self._data, self._results = experiment, data, {}
        self._before = before or Learnt()
        self._is_of_run = False
        self._leave_the_past()

    def set_run(
        self,
        experiment: Experiment | None = None,
        data: Split | None = None,
        before: Learnt | None = None,
    ) -> None:
        """Note that the current run has other settings, that its data have come, or from what it learnt before."""
        self._data = data or self._data
        self._before = before or self._before
        if experiment is not None:
            self._experiment = experiment
            if self.is_of_run and self.model is not None:
                self.model.experiment = experiment

    def set_result(self, name: str, value: float) -> None:
        """Note what is known of what the run has come to, such as ``validation_accuracy``; nan for nothing."""
        results = self._results if self._home is None else self._home.results
        if math.isfinite(value):
            results[name] = value
        else:
            results.pop(name, None)

    def set_doubt(self, doubt: Doubt) -> None:
        """Note which drawings are none of the classes of the current run's model."""
        if self.is_of_run and self.model is not None:
            self.model.recognizer.doubt = doubt
            self.doubt_changed.emit()

    def take(self, state: dict[str, torch.Tensor], step: int, *, kept: bool = False) -> None:
        """Take the newest weights of the current run; they are shown unless the person looks at the past.

        Args:
            state: The weights, which nobody changes any more.
            step: Steps that were done.
            kept: Whether the run is on the disk.
        """
        self._kept = kept
        if self._viewed is None:
            self._show(state, step)
        else:
            self._newest = Weights(state, step, saved=False, kept=kept, results=self._results)
            self.newest_changed.emit()

    def view(self, step: int | None, state: dict[str, torch.Tensor] | None = None) -> None:
        """Show weights of the past of the current run, or the newest again.

        Args:
            step: Steps that were done, or None for the newest weights.
            state: The weights after that step.
        """
        model, home = self.model, self._home
        if step is None:
            newest, self._newest = self._newest, None
            self._set_viewed(None)
            if newest is not None:
                self._show_again(newest)
        elif state is not None:
            if self._viewed is None and model is not None:
                self._newest = Weights(
                    model.recognizer.state, model.step, model.saved, model.kept, self._results
                )
            self._set_viewed(step)
            if home is not None and home.step == step:
                self._show_again(home)
            else:
                self._show_again(Weights(state, step, saved=False, kept=self._kept))

    def end_with(self, state: dict[str, torch.Tensor], step: int, results: Mapping[str, float]) -> None:
        """Keep weights of the past as what the run has come to; they are at hand unless the person looks at others.

        Args:
            state: The weights.
            step: Steps that were done.
            results: What is known of them.
        """
        self._home = Weights(state, step, saved=False, kept=self._kept, results=dict(results))
        if self._viewed is None:
            self.view(step, state)

    def keep(self, home: Weights | None) -> None:
        """Let weights of the past be the model in place of the newest, or the newest again for None."""
        self._home = home
        if home is None:
            self.view(None)
        else:
            self.view(home.step, home.state)
        self.changed.emit()

    def go_home(self) -> None:
        """Bring back what was kept, else the newest weights."""
        home = self._home
        if home is None:
            self.view(None)
        elif not self.is_home:
            self.view(home.step, home.state)

    def be_newest(self) -> Standing:
        """Let the weights at hand be the newest, as those that learn on are of no moment of the past.

        Returns:
            Where they stood, for `stand_again`.
        """
        before = Standing(self._viewed, self._newest, self._home)
        self._leave_the_past()
        return before

    def _leave_the_past(self) -> None:
        self._newest = self._home = None
        self._set_viewed(None)

    def stand_again(self, before: Standing) -> None:
        """Let the weights at hand, which are those of then again, stand where they stood."""
        self._newest, self._home = before.newest, before.home
        self._set_viewed(before.viewed)

    def _show_again(self, weights: Weights) -> None:
        self._show(weights.state, weights.step, weights)

    def note_lost(self) -> None:
        """Note that the run's newest weights did not reach the disk, and that nothing more is written."""
        if not self.is_of_run or self.model is None:
            return
        self._kept = self.model.kept = False
        if self._newest is not None:
            self._newest = replace(self._newest, kept=False)
        if self._home is not None:
            self._home = replace(self._home, kept=False)

    def _show(self, state: dict[str, torch.Tensor], step: int, known: Weights | None = None) -> None:
        if not self.is_of_run or self.model is None:
            from engine.data.doubt.learning import known_doubt
            from engine.inference import Recognizer

            assert self._data is not None, "training starts with data"
            assert self._experiment is not None
            data = self._data
            recognizer = Recognizer(
                *(self._experiment, data.classes, state),
                image_shape=data.train.image_shape,
                features=data.train.features,
                goal=data.goal,
                doubt=None if is_private(self._experiment.training) else known_doubt(data),
            )
            self.model = TrainedModel(
                *(self._experiment, recognizer),
                results=self._results,
                learnt=self._before.and_division(self._experiment.data),
            )
            self._is_of_run = True
            self.changed.emit()
        else:
            self.model.recognizer.update(state)
        self.model.step = step
        self.model.saved, self.model.kept = False, self._kept
        if known is not None:  # before it is told, as those who hear it ask whether they are saved
            self.model.saved, self.model.kept, self.model.results = known.saved, known.kept, known.results
        self.weights_changed.emit()

    def _set_viewed(self, step: int | None) -> None:
        if step != self._viewed:
            self._viewed = step
            self.viewed_changed.emit()

    # Another model in its place

    def put_aside(self) -> dict[str, Any]:
        """Return all that is held, for ``put_back``."""
        return {name: getattr(self, name) for name in _HELD}

    def alone(self, model: TrainedModel | None) -> dict[str, Any]:
        """Return what is held where another model or none is at hand, of no run and with no past, for ``put_back``."""
        no_past = {"_is_of_run": False, "_kept": False, "_viewed": None, "_newest": None, "_home": None}
        return self.put_aside() | {"model": model} | no_past

    def put_back(self, held: Mapping[str, Any]) -> None:
        """Hold again what was put aside; that it is another model is for the caller to tell."""
        viewed = self._viewed
        for name in _HELD:
            setattr(self, name, held[name])
        if viewed != self._viewed:
            self.viewed_changed.emit()

    # Files

    def save(self, path: Path) -> None:
        """Write the model to ``path``, replacing what is there only when all is written.

        Raises:
            NetSketchError: If there is no model or it cannot be written; nothing is lost then.
        """
        from engine.storage import model_file

        if self.model is None:
            raise TrainingError("There is no model to save yet.", remedy="Train one first.")
        advice = self.model.advice if "train_accuracy" in self.model.results else ()  # of these very weights
        saved = replace(self.model.as_saved(), learnt=self._learnt(self.model), advice=advice)
        model_file.save_copy(path, saved)
        self.model.path = path
        self.model.saved, self.model.is_shipped = True, False
        if self.is_home and self._home is not None:
            self._home.saved = True
        self.changed.emit()

    def _learnt(self, model: TrainedModel) -> Learnt:
        """Return what a model has learnt from, with what its images are known by, where they are at hand."""
        if not self.is_of_run or self._data is None:
            return model.learnt
        return model.learnt.and_division(model.experiment.data, self._data.train)

    def open_run(
        self, path: Path, ended: TrainingFinished, newest: dict[str, torch.Tensor] | None
    ) -> Experiment:
        """Make the model of a run that has ended the current one, as it was at its end, and return its settings.

        Args:
            path: The run's model file.
            ended: How it ended.
            newest: Its last weights, where others are its model; None where they are lost.

        Raises:
            NetSketchError: If it is not a usable model file; nothing changes then.
        """
        experiment = self.open(path)
        assert self.model is not None, "it was opened"
        model = self.model
        self._experiment, self._data, self._results = experiment, None, model.results
        self._is_of_run = self._kept = model.kept = True
        model.path, model.saved, model.step = None, False, ended.step_of_state
        if ended.kept_epoch and newest is not None:
            kept, self._results = model.recognizer.state, {}
            self._newest = Weights(newest, ended.step, saved=False, kept=True)
            self._home = Weights(kept, ended.kept_step, saved=False, kept=True, results=model.results)
            self._set_viewed(ended.kept_step)
        return experiment

    def open(self, path: Path, *, is_shipped: bool = False) -> Experiment:
        """Make the model in ``path`` the current one and return its settings.

        Args:
            path: The file.
            is_shipped: Whether it is the program's own, which saving must leave alone: then it has no file.

        Raises:
            NetSketchError: If it is not a usable model file; nothing changes then.
        """
        from engine.inference import Recognizer
        from engine.storage import model_file

        saved = model_file.load(path)
        recognizer = Recognizer.of(saved)
        results = dict(saved.results or {})
        self._is_of_run = False
        self._leave_the_past()
        learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
        self.model = TrainedModel(
            *(saved.experiment, recognizer, None if is_shipped else path),
            saved=True,
            results=results,
            learnt=learnt,
            advice=saved.advice,
            is_shipped=is_shipped,
        )
        return saved.experiment
