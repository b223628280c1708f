"""What can be done with runs beside training one: begin again, go on with one, go back in time, branch off."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.config import MAX_SEED
from engine.errors import TrainingError
from engine.training.control import TrainingControl
from gui.bench.training_job import Branch

if TYPE_CHECKING:
    from engine.storage.runs.folder import RunFolder
    from gui.bench.trainer import Trainer


class RunActions(QObject):
    """Acts on the runs of a trainer.

    Args:
        trainer: Whose runs; it owns this.
    """

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._trainer = trainer

    @Slot()
    def restart(self) -> None:
        """End the run where there is one, and train from the beginning with the same seed."""
        self._trainer.after_the_run(lambda: self._trainer.begin(TrainingControl()))

    @Slot()
    def restart_with_new_seed(self) -> None:
        """As ``restart``, with other first weights and another order of the images."""

        def begin() -> None:
            self._trainer.editor.edit("training.seed", secrets.randbelow(MAX_SEED))
            self._trainer.begin(TrainingControl())

        self._trainer.after_the_run(begin)

    def resume(self, run: RunFolder, more_epochs: int = 0) -> None:
        """Go on with a run on disk, its settings taken into the editor.

        Args:
            run: Its folder.
            more_epochs: How many epochs to add to those planned.

        Raises:
            RunError: If its settings cannot be read.
            TrainingError: While another run is under way.
        """
        trainer = self._trainer
        if trainer.running:
            raise TrainingError(
                "A training is under way.", remedy="Stop it before you go on with another run."
            )
        experiment = run.experiment()
        epochs = experiment.training.epochs + more_epochs
        if more_epochs:
            experiment = experiment.with_(**{"training.epochs": epochs})
        trainer.editor.replace(experiment, self.tr("settings of “{name}”").format(name=run.id))
        trainer.begin(TrainingControl(), run, epochs)

    def view(self, step: int | None) -> None:
        """Show the network as it was after ``step`` steps of the run, or as it is now for None.

        Raises:
            RunError: If its weights are not kept.
        """
        trainer = self._trainer
        trainer.current_model.view(step, None if step is None else trainer.current_run.weights(step))

    def keep(self, step: int) -> None:
        """Make a moment of the run the model; a run under way ends first, and can be gone on with later.

        Raises:
            RunError: If its weights are not kept.
        """
        self.view(step)
        self._trainer.after_the_run(self._trainer.current_model.keep_viewed)

    def branch(self, step: int) -> None:
        """Let the next run begin with the weights of this moment; a run under way ends first.

        Raises:
            RunError: If they are not kept.
        """
        current_run = self._trainer.current_run
        branch = Branch(
            current_run.run.id if current_run.run is not None else "", step, current_run.weights(step)
        )
        self._trainer.after_the_run(lambda: current_run.set_branch(branch))
