"""Which weights all views look at: the newest, the best of the run, or those of the moment on the time slider."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    import torch

    from engine.inference import Recognizer
    from gui.bench.trained_model import TrainedModel
    from gui.workbench import Workbench

NEWEST, BEST, SLIDER = "newest", "best", "slider"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One moment of the current model.

    Attributes:
        recognizer: The network with the weights of that moment.
        step: Steps of training behind them.
        moment: The same where it is not the newest moment, else None.
    """

    recognizer: Recognizer
    step: int
    moment: int | None


class Followed(QObject):
    """Follows the newest weights, until the time slider is moved or the person chooses.

    Once the slider stands at a moment, that is followed, and the newest again when the slider is back at the end.
    A choice made by hand stands: the best weights until there are none, the newest until the slider is moved anew.

    Args:
        workbench: Whose model.
        parent: Whom it belongs to.

    Signals:
        changed: The weights that are followed are others.
        choice_changed: Something else is followed, or can be.
    """

    changed = Signal()
    choice_changed = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._choice = NEWEST
        self._own: Recognizer | None = None  # for weights that the current model has not
        self._own_of: TrainedModel | None = None
        self._own_state: dict[str, torch.Tensor] | None = None
        current_model, current_run = workbench.current_model, workbench.current_run
        workbench.weights_changed.connect(self._on_workbench_weights_changed)
        workbench.model_changed.connect(self.choice_changed)
        current_model.viewed_changed.connect(self._on_current_model_viewed_changed)
        current_model.newest_changed.connect(self._on_current_model_newest_changed)
        current_run.best_changed.connect(self._on_current_run_best_changed)

    @property
    def choice(self) -> str:
        """What is followed: ``newest``, ``best`` or ``slider``."""
        return self._choice

    def can(self, choice: str) -> bool:
        """Whether there is such a moment now."""
        current_model = self._workbench.current_model
        if choice == BEST:
            return current_model.is_of_run and self._workbench.current_run.best is not None
        return choice == NEWEST or current_model.viewed is not None

    def choose(self, choice: str) -> None:
        """Follow something else."""
        if choice != self._choice and self.can(choice):
            self._set(choice)
            self.changed.emit()

    def look(self, trained: TrainedModel) -> Look:
        """Return the weights to look at.

        Args:
            trained: The current model.

        Raises:
            NetSketchError: If they cannot be read.
        """
        bench = self._workbench
        viewed, best, newest = bench.current_model.viewed, bench.current_run.best, bench.current_model.newest
        if self._choice == BEST and best is not None and self.can(BEST):
            return Look(self._with(trained, bench.current_run.best_weights()), best.step, best.step)
        if self._choice == NEWEST and newest is not None:
            state, step = newest
            return Look(self._with(trained, state), step, None)
        return Look(trained.recognizer, trained.step, viewed)

    def _with(self, trained: TrainedModel, state: dict[str, torch.Tensor]) -> Recognizer:
        """Return a network of our own with these weights."""
        if self._own is None or self._own_of is not trained:
            from engine.inference import Recognizer

            self._own = Recognizer.of(trained.as_saved(state))
        elif state is not self._own_state:
            self._own.update(state)
        self._own_of, self._own_state = trained, state
        return self._own

    def _set(self, choice: str) -> None:
        self._choice = choice
        self.choice_changed.emit()

    @Slot()
    def _on_workbench_weights_changed(self) -> None:
        is_at_hand = self._choice == SLIDER or self._workbench.current_model.viewed is None
        if self._choice != BEST and is_at_hand:
            self.changed.emit()

    @Slot()
    def _on_current_model_newest_changed(self) -> None:
        if self._choice == NEWEST:
            self.changed.emit()

    @Slot()
    def _on_current_model_viewed_changed(self) -> None:
        """Go along with the slider; the weights come with a signal of their own."""
        if self._choice != BEST:
            self._set(NEWEST if self._workbench.current_model.viewed is None else SLIDER)
        else:
            self.choice_changed.emit()

    @Slot()
    def _on_current_run_best_changed(self) -> None:
        if self._choice == BEST:
            if not self.can(BEST):
                self._choice = NEWEST
            self.changed.emit()
        self.choice_changed.emit()
