"""The model that pad and views ask: of the run that trains, of a moment of its past, or from a file."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.errors import TrainingError
from gui.bench.trained_model import TrainedModel

if TYPE_CHECKING:
    import torch

    from engine.config import Experiment
    from engine.data.dataset import Split


@dataclass(frozen=True, slots=True, eq=False)
class _Weights:
    state: dict[str, torch.Tensor]
    step: int
    saved: bool
    kept: bool


class CurrentModel(QObject):
    """Holds a model of the window's own; training only ever hands copies of its weights over.

    Signals:
        changed: Another model is the current one, or it was saved.
        weights_changed: It has other weights.
        viewed_changed: Weights of the past are shown, or the newest again.
        newest_changed: There are newer weights, while those of the past are shown.
    """

    changed = Signal()
    weights_changed = Signal()
    viewed_changed = Signal()
    newest_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model: TrainedModel | None = None
        self._experiment: Experiment | None = None
        self._data: Split | None = None
        self._results: dict[str, float] = {}
        self._is_of_run = False
        self._kept = False
        self._viewed: int | None = None
        self._newest: _Weights | None = None  # what is shown again after a look at the past

    @property
    def viewed(self) -> int | None:
        """The step of the past that is shown, or None for the newest weights."""
        return self._viewed

    @property
    def newest(self) -> tuple[dict[str, torch.Tensor], int] | None:
        """The newest weights and their step while those of the past are shown, else None."""
        return None if self._newest is None else (self._newest.state, self._newest.step)

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

    def begin_run(self, experiment: Experiment, data: Split | None) -> None:
        """Let the next weights that come make a new model."""
        self._experiment, self._data, self._results = experiment, data, {}
        self._is_of_run = False
        self._newest = None
        self._set_viewed(None)

    def set_run(self, experiment: Experiment | None = None, data: Split | None = None) -> None:
        """Note that the current run has other settings, or that its data have come."""
        self._data = data or self._data
        if experiment is not None:
            self._experiment = experiment
            if self.is_of_run and self.model is not None:
                self.model.experiment = experiment

    def set_result(self, name: str, value: float) -> None:
        """Note what is known of the weights of the current run, such as ``validation_accuracy``; nan for nothing."""
        if math.isfinite(value):
            self._results[name] = value
        else:
            self._results.pop(name, None)

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
            self._newest = _Weights(state, step, saved=False, kept=kept)
            self.newest_changed.emit()

    def view(self, step: int | None, state: dict[str, torch.Tensor] | None = None) -> None:
        """Show weights of the past of the current run, or the newest again.

        Args:
            step: Steps that were done, or None for the newest weights.
            state: The weights after that step.
        """
        model = self.model
        if step is None:
            newest, self._newest = self._newest, None
            self._set_viewed(None)
            if newest is not None and model is not None:
                self._show(newest.state, newest.step)
                model.saved, model.kept = newest.saved, newest.kept
        elif state is not None:
            if self._viewed is None and model is not None:
                self._newest = _Weights(model.recognizer.state, model.step, model.saved, model.kept)
            self._set_viewed(step)
            self._show(state, step)

    def keep_viewed(self) -> None:
        """Make the weights of the past that are shown the model; what came after them stays in the run alone."""
        model = self.model
        if self._viewed is None or model is None:
            return
        self._newest = None
        model.results.clear()  # they were measured with other weights
        model.saved = model.kept = self._kept = False
        self._set_viewed(None)
        self.changed.emit()
        self.weights_changed.emit()

    def _show(self, state: dict[str, torch.Tensor], step: int) -> None:
        if not self.is_of_run or self.model is None:
            from engine.inference import Recognizer

            assert self._data is not None, "training starts with data"
            assert self._experiment is not None
            data = self._data
            recognizer = Recognizer(self._experiment, data.classes, state, image_shape=data.train.image_shape)
            self.model = TrainedModel(self._experiment, recognizer, results=self._results)
            self._is_of_run = True
            self.changed.emit()
        else:
            self.model.recognizer.update(state)
        self.model.step = step
        self.model.saved, self.model.kept = False, self._kept
        self.weights_changed.emit()

    def _set_viewed(self, step: int | None) -> None:
        if step != self._viewed:
            self._viewed = step
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
        recognizer = self.model.recognizer
        model_file.save(
            path,
            experiment=self.model.experiment,
            classes=recognizer.classes,
            state=recognizer.state,
            image_shape=recognizer.image_shape,
            results=self.model.results if self._viewed is None else {},
        )
        self.model.path = path
        self.model.saved = True
        self.changed.emit()

    def open(self, path: Path) -> Experiment:
        """Make the model in ``path`` the current one and return its settings.

        Raises:
            NetSketchError: If it is not a usable model file; nothing changes then.
        """
        from engine.inference import Recognizer
        from engine.storage import model_file

        saved = model_file.load(path)
        recognizer = Recognizer(saved.experiment, saved.classes, saved.state, image_shape=saved.image_shape)
        results = dict(saved.results or {})
        self._is_of_run = False
        self._newest = None
        self._set_viewed(None)
        self.model = TrainedModel(saved.experiment, recognizer, path, saved=True, results=results)
        return saved.experiment
