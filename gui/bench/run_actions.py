"""What can be done with runs beside training one: begin again, go on with one, go back in time, branch off."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.config import MAX_SEED
from engine.data.learnt import Learnt
from engine.errors import TrainingError
from engine.training.control import TrainingControl
from engine.training.manner import Manner
from gui.bench.kept_weights import Weights
from gui.bench.replacement import Replacement
from gui.bench.training_job import Branch

if TYPE_CHECKING:
    from engine.config import Experiment
    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History
    from gui.bench.trained_model import TrainedModel
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
        self._take_settings(experiment, run)
        trainer.begin(TrainingControl(), run, epochs)

    def open(self, run: RunFolder, history: History | None = None) -> None:
        """Bring back a run that has ended, with its model and its curves, its settings taken into the editor.

        Args:
            run: Its folder.
            history: Its history where it has been read; else it is read now.

        Raises:
            NetSketchError: If it cannot be read, or while another run is under way; nothing changes then.
        """
        experiment = self._trainer.open_run(run, history)
        self._take_settings(experiment, run)

    def use_settings(self, run: RunSummary) -> None:
        """Take the settings of a run into the editor; trained as they are, it is done again as it was."""
        self._trainer.do_again(run.experiment, Manner(run.threads, run.precision), run.fingerprint)
        self._replace(run.experiment, run.name, run.preset)

    def _take_settings(self, experiment: Experiment, run: RunFolder) -> None:
        self._replace(experiment, run.id)

    def _replace(self, experiment: Experiment, name: str, preset: str = "") -> None:
        self._trainer.editor.replace(
            experiment, lambda: self.tr("settings of “{name}”").format(name=name), begun_with=preset
        )

    def view(self, step: int | None) -> None:
        """Show the network as it was after ``step`` steps of the run, or as it is now for None.

        Raises:
            RunError: If its weights are not kept.
        """
        trainer = self._trainer
        trainer.current_model.view(step, None if step is None else trainer.current_run.weights(step))

    def keep(self, step: int) -> None:
        """Make a moment of the run the model, undoably; a run under way ends first, and can be gone on with later.

        Raises:
            RunError: If its weights are not kept.
        """
        self.view(step)
        current_model = self._trainer.current_model

        def keep() -> None:
            model, viewed = current_model.model, current_model.viewed
            if model is None or viewed is None:
                return
            home = Weights(model.recognizer.state, viewed, saved=False, kept=False)
            before, after = (model, current_model.home), (model, home)
            self._trainer.editor.undo_stack.push(
                Replacement(lambda: self.tr("keep a moment of the run"), before, after, self._keep)
            )

        self._trainer.after_the_run(keep)

    def _keep(self, kept: tuple[TrainedModel, Weights | None]) -> None:
        """Keep weights of a model, or its newest ones; nothing where another model has come meanwhile."""
        model, home = kept
        if self._trainer.current_model.model is model:
            self._trainer.current_model.keep(home)

    def branch(self, step: int) -> None:
        """Let the next run begin with the weights of this moment; a run under way ends first.

        Raises:
            RunError: If they are not kept.
        """
        current_run, model = self._trainer.current_run, self._trainer.current_model.model
        branch = Branch(
            current_run.run.id if current_run.run is not None else "",
            step,
            current_run.weights(step),
            Learnt() if model is None else model.learnt,
            () if model is None else tuple(model.recognizer.classes),
        )
        self._trainer.after_the_run(lambda: current_run.set_branch(branch))
