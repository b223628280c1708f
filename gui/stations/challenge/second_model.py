"""The model that stands beside the one at hand: a kept run, chosen from a menu and read behind the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from engine.errors import DataError
from gui.bench.kept_file import load_kept
from gui.bench.run_menu import RunMenu
from gui.look import icons
from gui.look.plain import caption, paragraphs
from gui.look.spoken import follow_language, words_of
from gui.stations.challenge.scene import Challenged
from gui.tasks.task import Task

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from engine.errors import NetSketchError
    from engine.storage.runs.summary import RunSummary
    from gui.look.spoken import Words
    from gui.tasks.task import Job
    from gui.workbench import Workbench


class SecondModel(QToolButton):
    """A button with the name of the second model; its menu offers the kept runs, and none.

    Args:
        workbench: Whose runs.
        none: What stands there while there is no second model.
        parent: The widget it belongs to.

    Signals:
        changed: Another is chosen, it was read, or it is gone.
        failed: It cannot be read (NetSketchError, traceback or empty string).
    """

    changed = Signal()
    failed = Signal(object, str)
    _words = ""

    def __init__(self, workbench: Workbench, none: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._none = workbench, none
        self._first: Challenged | None = None
        self._model: Challenged | None = None
        self._coming = ""  # the name of what is being read
        self._task = Task("challenge-second", self)
        self._task.failed.connect(self._on_task_failed)
        self.setObjectName("secondModel")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        icons.set_icon(self, "down", "text_muted")
        self.runs = RunMenu(
            workbench.catalogue,
            lambda: self.tr("Choose a second network"),
            lambda: self.tr("Choose"),
            self,
            with_present=False,
        )
        self.runs.aboutToShow.connect(self._fill)
        self.runs.run_chosen.connect(self._on_runs_run_chosen)
        self.setMenu(self.runs)
        follow_language(self, self._say_words)

    @property
    def model(self) -> Challenged | None:
        """The second model; None where there is none, or before it is read."""
        return self._model

    def set_first(self, first: Challenged) -> None:
        """Stand beside this one; a second that takes other images goes."""
        self._first = first
        if self._model is not None and not self._model.takes_what(first):
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Have no second model."""
        self._task.give_up()
        self._set(None)

    def _set(self, model: Challenged | None, coming: str = "") -> None:
        self._model, self._coming = model, coming
        self._say_words()
        self.changed.emit()

    def _say_words(self) -> None:
        words = words_of(self._none)
        if self._coming:
            words = self.tr("{name} …").format(name=self._coming)
        elif self._model is not None:
            words = self._model.name
        self._words = words
        self.setAccessibleName(self.tr("Beside it: {what}").format(what=words))
        help_text = self.tr("What stands beside the network at hand")
        self.setToolTip(paragraphs(words, help_text))
        self._fit()

    def _fit(self) -> None:
        """Show as much of the words as there is room for; the tooltip says all."""
        frame = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = self.width() - max(frame, 0)
        self.setText(
            caption(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0)))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @Slot()
    def _fill(self) -> None:
        self.runs.fill()
        none = self.runs.addAction(words_of(self._none))
        none.triggered.connect(self.clear)
        first = self.runs.actions()[0]
        if first is not none:
            self.runs.insertAction(first, none)
            self.runs.insertSeparator(first)

    @Slot(object, str)
    def _on_runs_run_chosen(self, run: RunSummary, which: str) -> None:
        path = self._workbench.catalogue.model_path(run.id, which)
        self._set(None, run.name)
        self._task.give_up()
        self._task.ask(partial(_read, run.name, path), self._take)

    def _take(self, second: Challenged) -> None:
        """Let what was read stand beside the network at hand, which may be another than when it was chosen."""
        if self._first is None or second.takes_what(self._first):
            self._set(second)
            return
        error = DataError(
            "“{name}” cannot stand beside the network at hand.",
            cause="It was trained on images of another size or with other classes.",
            remedy="Choose a run that was trained on the same kind of examples.",
            name=second.name,
        )
        self._on_task_failed(error, "")

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, details: str) -> None:
        self._set(None)
        self.failed.emit(error, details)


def _read(name: str, path: Path, job: Job) -> Challenged:
    """Read the model of a kept run.

    Raises:
        NetSketchError: If it cannot be read.
    """
    del job  # it takes a moment
    return Challenged.of(load_kept(name, path), name)
