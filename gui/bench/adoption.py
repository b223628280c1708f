"""Takes a model that came of the one at hand as the model, undoably: weights, settings, and the way back of its run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from engine.data.learnt import Learnt
from engine.errors import TrainingError
from engine.records import dataclass
from gui.bench.replacement import Replacement
from gui.bench.trained_model import TrainedModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from gui.bench.trainer import Trainer
    from gui.look.spoken import Words


@dataclass(frozen=True, slots=True, eq=False)
class _AtHand:
    """All that goes and comes with a model.

    Attributes:
        model: What the current model holds.
        run: What the current run holds; None where there is no way back.
        settings: The settings, and the preset that they began with.
        data: The data as they were divided for an adopted model.
    """

    model: Mapping[str, Any]
    run: Mapping[str, Any] | None
    settings: tuple[Experiment, str]
    data: Split | None


class Adoption(QObject):
    """Lets another model take the place of the one at hand.

    Args:
        trainer: Whose model, run and settings; it owns this.
    """

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._trainer = trainer
        self._own: tuple[TrainedModel, Split | None] | None = None

    def data_of(self, model: TrainedModel | None) -> Split | None:
        """Return the data as they were divided for an adopted model, or None where they are not in memory."""
        return self._own[1] if self._own is not None and self._own[0] is model else None

    def take(self, saved: SavedModel, data: Split | None, steps: int, text: Words) -> None:
        """Make a model the one at hand, and its settings those that are edited.

        Args:
            saved: The model, made from the one at hand.
            data: What that one was trained on.
            steps: Steps of training that it did since.
            text: Name for the Edit menu.

        Raises:
            TrainingError: While a training is under way; nothing changes then.
        """
        from engine.inference import Recognizer

        if self._trainer.running:
            raise TrainingError("A training is under way.", remedy="Stop it before you take another model.")
        current = self._trainer.current_model
        recognizer = Recognizer.of(saved)
        model = TrainedModel(
            *(saved.experiment, recognizer),
            step=max(1, steps + (0 if current.model is None else current.model.step)),
            results=dict(saved.results),
            learnt=saved.learnt or Learnt.assumed(saved.experiment.data),
            advice=saved.advice,
        )
        before = _AtHand(
            current.put_aside(),
            self._trainer.current_run.put_aside(),
            self._trainer.editor.standing,
            self.data_of(current.model),
        )
        after = _AtHand(current.alone(model), None, (saved.experiment, ""), data)
        self._trainer.editor.forget_refused()
        show = partial(self._show, (current.model, model))
        self._trainer.editor.undo_stack.push(Replacement(text, before, after, show))

    def _show(self, expected: tuple[TrainedModel | None, TrainedModel], at_hand: _AtHand) -> None:
        """Bring one of two models to hand with its settings; nothing where yet another has come meanwhile."""
        trainer = self._trainer
        if trainer.running or trainer.current_model.model not in expected:
            return
        model = at_hand.model["model"]
        self._own = None if model is None else (model, at_hand.data)
        trainer.current_model.put_back(at_hand.model)
        if at_hand.run is None:
            trainer.current_run.begin()
        else:
            trainer.current_run.put_back(at_hand.run)
        trainer.editor.stand(at_hand.settings)
        trainer.current_model.changed.emit()
        trainer.current_model.weights_changed.emit()
