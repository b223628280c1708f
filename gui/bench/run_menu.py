"""A menu that offers kept runs: the newest by their names, and all of them in a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from gui.look.plain import name_action

if TYPE_CHECKING:
    from engine.storage.runs.summary import RunSummary
    from gui.bench.run_catalogue import RunCatalogue
    from gui.look.spoken import Words

MOST_RUNS = 8  # in the menu


class RunMenu(QMenu):
    """Offers the runs that have finished an epoch, as they are when the menu is filled.

    Args:
        catalogue: The runs.
        title: What a run is chosen for, as the dialog is headed.
        button: What the button of the dialog does that chooses.
        parent: The widget it belongs to; its window has the dialog.
        with_present: Whether the run that is under way here is offered, too.

    Signals:
        run_chosen: A run was chosen (RunSummary, ``best`` where these weights are kept, else ``last``).
    """

    run_chosen = Signal(object, str)

    def __init__(
        self,
        catalogue: RunCatalogue,
        title: Words,
        button: Words,
        parent: QWidget,
        *,
        with_present: bool = True,
    ) -> None:
        super().__init__(parent)
        self._catalogue, self._with_present = catalogue, with_present
        self._title, self._button = title, button
        self._owner = parent

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The runs that are offered, the newest first."""
        return tuple(
            run for run in self._catalogue.summaries if run.step > 0 and (self._with_present or not run.here)
        )

    @Slot()
    def fill(self) -> None:
        """Offer what there is now."""
        from gui.bench.run_picker import run_entry

        self.clear()
        runs = self.runs
        own = [run for run in runs if not run.sweep] or runs  # the many trials of sweeps are in the dialog
        for run in own[:MOST_RUNS]:
            action = name_action(self.addAction(""), run_entry(run))
            action.triggered.connect(partial(self._choose, run, "best"))
        if runs:
            self.addSeparator()
            self.addAction(self.tr("Choose a run …")).triggered.connect(self.ask)

    @Slot()
    def ask(self) -> None:
        """Show all of them in a dialog."""
        from gui.bench.run_picker import RunPicker

        picker = RunPicker(self.runs, self._title, self._button, self._owner.window())
        picker.run_chosen.connect(self._choose)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _choose(self, run: RunSummary, which: str, *_checked: bool) -> None:
        """Take the best weights of a run where they are kept, else its last."""
        is_there = self._catalogue.model_path(run.id, which).exists()
        self.run_chosen.emit(run, which if is_there else "last")
