"""The bench as at a first start, undoably: its first settings, no model, and no run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from engine.config import first_preset
from engine.records import dataclass
from engine.training.history import History
from engine.words import Phrase
from gui.bench.replacement import Replacement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.config import Experiment
    from gui.bench.trainer import Trainer
    from gui.look.spoken import Words


@dataclass(frozen=True, slots=True, eq=False)
class _OnBench:
    """All that goes and comes.

    Attributes:
        model: What the current model holds.
        run: What the current run holds; None where there is no way back.
        settings: The settings, and the preset that they began with.
        history: The curves.
        outcome: The sentence on what came of the run.
    """

    model: Mapping[str, Any]
    run: Mapping[str, Any] | None
    settings: tuple[Experiment, str]
    history: History
    outcome: Phrase


class Clearing(QObject):
    """Clears the bench.

    Args:
        trainer: Whose model, run and settings; it owns this.
    """

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._trainer = trainer

    def clear(self, text: Words) -> None:
        """Take model, run and settings off; nothing while a training is under way.

        Args:
            text: Name for the Edit menu.
        """
        trainer, first = self._trainer, first_preset()
        if trainer.running:
            return
        model = trainer.current_model
        before = _OnBench(
            model.put_aside(),
            trainer.current_run.put_aside(),
            trainer.editor.standing,
            trainer.history,
            trainer.outcome,
        )
        nothing = model.alone(None) | {"_experiment": None, "_data": None, "_results": {}}
        after = _OnBench(nothing, None, (first.experiment, first.name), History(), Phrase(""))
        trainer.editor.forget_refused()
        show = partial(self._show, (before.model["model"], None))
        trainer.editor.undo_stack.push(Replacement(text, before, after, show))

    def _show(self, expected: tuple[object, object], on_bench: _OnBench) -> None:
        """Bring one of two states to the bench; nothing where another model has come meanwhile."""
        trainer = self._trainer
        if trainer.running or trainer.current_model.model not in expected:
            return
        trainer.current_model.put_back(on_bench.model)
        if on_bench.run is None:
            trainer.current_run.begin()
        else:
            trainer.current_run.put_back(on_bench.run)
        trainer.editor.stand(on_bench.settings)
        trainer.show_history(on_bench.history, on_bench.outcome)
        trainer.current_model.changed.emit()
        trainer.current_model.weights_changed.emit()
