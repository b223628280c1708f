"""The lab made ready for the next class: what goes and what stays is said before, and nothing unsaved is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox

from gui.bench.run_changes import RunChanges
from gui.look.dressed import dressed
from gui.look.spoken import Words, words_of
from gui.look.words import listed
from gui.widgets.fields.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gui.window.body import WindowBody
    from gui.window.model_files import ModelFiles
    from gui.workbench import Workbench


class LabReset(QObject):
    """Asks, and then brings a window to where it stood at its first start.

    Args:
        window: The window.
        workbench: Whose settings, model and run go.
        body: What is in the window.
        files: What asks about a model that is not saved.

    Signals:
        done: All of that is gone; who shows where things stand brings that back to the first start, too.
    """

    done = Signal()

    def __init__(self, window: QWidget, workbench: Workbench, body: WindowBody, files: ModelFiles) -> None:
        super().__init__(window)
        self._window, self._workbench, self._body, self._files = window, workbench, body, files
        self._changes = RunChanges(workbench.catalogue, workbench.undo_stack, self)
        self._more: list[tuple[Words, Callable[[], object]]] = []

    def add(self, what: Words, clear: Callable[[], object]) -> None:
        """Let something more go.

        Args:
            what: How it is called among what goes, such as “the progress of the lessons”.
            clear: Clears it.
        """
        self._more.append((what, clear))

    @Slot()
    def ask(self) -> None:
        """Ask whether to do it, and about a model that is not saved."""
        from gui.widgets.message_box import MessageBox

        if self._workbench.running:
            return
        runs = [run.id for run in self._workbench.catalogue.summaries if not run.sweep]
        box = MessageBox(
            self._window,
            MessageBox.Icon.Question,
            lambda: self.tr("Reset the Lab"),
            lambda: self.tr("Make the lab ready for the next lesson?"),
            self._said,
        )
        box.setObjectName("labResetDialog")
        delete = dressed(
            QCheckBox(box),
            name="labResetRuns",
            text=lambda: self._deletes(len(runs)),
        )
        if runs:
            box.setCheckBox(delete)
        else:
            delete.hide()
        reset = box.add_button(lambda: self.tr("Reset"), MessageBox.ButtonRole.AcceptRole)
        box.addButton(MessageBox.StandardButton.Cancel)
        box.setDefaultButton(MessageBox.StandardButton.Cancel)

        def go_on() -> None:
            box.deleteLater()
            if box.clickedButton() is reset:
                gone = runs if delete.isChecked() else []
                self._files.ask_about_unsaved(lambda: self._reset(gone))

        box.finished.connect(go_on)
        box.open()

    def _deletes(self, count: int) -> str:
        """Return what is asked about so many runs."""
        if count == 1:
            return self.tr("Delete the run, too; it can be brought back for 30 days")
        return self.tr("Delete the {count} runs, too; they can be brought back for 30 days").format(
            count=QLocale().toString(count)
        )

    def _said(self) -> str:
        """Return what goes and what stays, in words."""
        goes = [
            self.tr("the settings"),
            self.tr("the model and its curves"),
            self.tr("what is on the pad"),
            self.tr("how the window is laid out"),
            *(words_of(what) for what, _clear in self._more),
        ]
        return self.tr(
            "This goes: {what}.\n\nThis stays: runs, files, My Digits, data sets of your own, and preferences. Undo "
            "brings settings, model and drawing back."
        ).format(what=listed(goes))

    def _reset(self, runs: list[str]) -> None:
        if self._workbench.running:
            return
        for field in self._body.findChildren(QAbstractSpinBox):
            if isinstance(field, NumberField):
                field.take_back()
        self._body.pad.reset()
        self._workbench.clearing.clear(lambda: self.tr("reset the lab"))
        for station in self._body.stations:
            station.reset()
        for _what, clear in self._more:
            clear()
        self._changes.delete(runs)
        self.done.emit()
