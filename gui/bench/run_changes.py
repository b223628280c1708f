"""What a person changes of the runs on the disk: names, colours, the baseline, and which there are; all undoable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Slot

from gui.bench.kept_change import KeptChange, take_back
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QUndoStack

    from engine.storage.runs.library import RunLibrary
    from gui.bench.run_catalogue import Change, RunCatalogue
    from gui.look.spoken import Words

_tr = partial(QCoreApplication.translate, "RunChanges")


class RunChanges(QObject):
    """Changes runs; a change is on the undo stack once it is on the disk, and never where it failed.

    Args:
        catalogue: The runs; it makes the changes, and tells of deletions and of what failed.
        undo_stack: Where they can be undone.
        parent: Whom it belongs to.
    """

    def __init__(
        self, catalogue: RunCatalogue, undo_stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._undo_stack = undo_stack

    @Slot(str, str)
    def rename(self, name: str, title: str) -> None:
        """Call a run something else."""
        run = self._catalogue.get(name)
        if run is None or title == run.name:
            return
        before = run.name
        self._change(
            lambda: _tr("rename run"),
            lambda library: library.rename(name, title),
            lambda library: library.rename(name, before),
        )

    def set_colour(self, names: Sequence[str], colour: int | None) -> None:
        """Give runs a colour, or take it from them."""
        runs = filter(None, map(self._catalogue.get, names))
        before = {run.id: run.colour for run in runs if run.colour != colour}

        def change(library: RunLibrary) -> None:
            for name in before:
                library.set_colour(name, colour)

        def back(library: RunLibrary) -> None:
            for name, old in before.items():
                library.set_colour(name, old)

        if before:
            self._change(lambda: _tr("change colour of run"), change, back)

    def set_baseline(self, name: str | None) -> None:
        """Compare the others with a run, or with none."""
        baseline = self._catalogue.baseline
        before = baseline.id if baseline else None
        if name != before:
            self._change(
                lambda: _tr("pin baseline") if name else _tr("unpin baseline"),
                lambda library: library.set_baseline(name),
                lambda library: library.set_baseline(before),
            )

    def delete(self, names: Sequence[str]) -> None:
        """Take runs out of the library; they are kept in its bin for a month."""
        runs = list(filter(None, map(self._catalogue.get, names)))
        if not runs:
            return
        ids = [run.id for run in runs]

        def told() -> str:
            if len(runs) == 1:
                return self.tr("“{name}” is deleted.").format(name=runs[0].name)
            return self.tr("{count} runs are deleted.").format(count=QLocale().toString(len(runs)))

        def change(library: RunLibrary) -> None:
            library.delete(*ids)

        def back(library: RunLibrary) -> None:
            ids[:] = library.restore(*ids)  # another run may have taken an id meanwhile

        command = KeptChange(
            lambda: _tr("delete run") if len(runs) == 1 else _tr("delete runs"),
            self._catalogue.do,
            change,
            back,
        )
        self._catalogue.do(change, partial(self._tell_deleted, command, told))

    @Slot(str)
    def restore(self, name: str) -> None:
        """Bring a deleted run back."""
        ids = [name]

        def change(library: RunLibrary) -> None:
            ids[:] = library.restore(*ids)

        def back(library: RunLibrary) -> None:
            library.delete(*ids)

        self._change(lambda: _tr("bring run back"), change, back)

    def _change(self, text: Words, change: Change, back: Change) -> None:
        do = self._catalogue.do
        do(change, partial(self._undo_stack.push, KeptChange(text, do, change, back)))

    def _tell_deleted(self, command: KeptChange, told: Words) -> None:
        self._undo_stack.push(command)
        undo = partial(take_back, self._undo_stack, command)
        self._catalogue.notice_raised.emit(
            Notice(
                "info",
                told,
                action=lambda: self.tr("Undo"),
                on_action=undo,
                stands=lambda: command.is_done,
            )
        )
