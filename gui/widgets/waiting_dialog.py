"""A small window over the large one while something takes its time, with a button that ends it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from engine.visible import visible
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.text_size import px, sized
from gui.look.words import translate_engine
from gui.widgets.label import Label
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from gui.tasks.task import Task
    from gui.tasks.worker import Progress

WIDTH, LONGEST = 380, 560  # pixels: of the window, and of a line in it


class WaitingDialog(QProgressDialog):
    """Shows how far something is; comes up only where that takes longer than a blink.

    Cancelled, it stays and says so until what is under way has come to its end: the next picture of a folder, a file
    that is being written.

    Args:
        name: Object name.
        title: Title of the window.
        text: What is being done.
        cancel: Words on the button.
        ending: What is said once that was pressed; “Cancelling …” if left out.
        parent: The window that waits beneath it.
    """

    def __init__(
        self, name: str, title: Words, text: Words, cancel: Words, parent: QWidget, ending: Words = ""
    ) -> None:
        super().__init__("", "", 0, 100, parent)
        self._ending: Words = ending or (lambda: self.tr("Cancelling …"))
        self.canceled.disconnect()  # Qt would hide it at once
        self.canceled.connect(self._on_canceled)
        self._is_ending = False
        self.setLabel(Label(self, alignment=Qt.AlignmentFlag.AlignCenter))
        self._text: Words = text
        follow_language(self, self._say_text)
        self.setObjectName(name)
        said(self.setWindowTitle, title)
        said(self.setCancelButtonText, cancel)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        bar = ProgressBar(self, textVisible=False)
        bar.setRange(0, 100)
        self.setBar(bar)
        self._bar = bar
        self.setAutoReset(False)
        self.setAutoClose(False)
        sized(self.setMinimumWidth, WIDTH)
        self.setValue(0)
        self._has_words = True

    def setLabelText(self, text: str) -> None:
        """Say what is being done, names letter by letter and the longest ones cut."""
        words = self.fontMetrics().elidedText(visible(text), Qt.TextElideMode.ElideMiddle, px(LONGEST))
        super().setLabelText(words)

    def wait_for(self, task: Task, *, with_words: bool = True) -> None:
        """Show how far the job of a task is, cancel it by the button, and go away at its end.

        Args:
            task: Whose job has just been asked for.
            with_words: Whether its words take the place of the text.
        """
        self._has_words = with_words
        self.canceled.connect(task.cancel)
        task.progressed.connect(self._on_task_progressed)
        task.finished.connect(self.dismiss)

    @Slot(object)
    def _on_task_progressed(self, progress: Progress) -> None:
        self.show_progress(
            progress.share, partial(translate_engine, progress.text) if self._has_words else ""
        )

    @Slot()
    def dismiss(self) -> None:
        """Go away without a word; closing it would count as a click on the button."""
        self.blockSignals(True)
        self.close()
        self.deleteLater()

    def show_progress(self, share: float, text: Words = "") -> None:
        """Show a share, 0 to 1; nothing moves where it is not a number.

        Args:
            share: The share that is done.
            text: What is being done now, where that has changed.
        """
        if 0 <= share <= 1 and not self._is_ending:
            self.setValue(min(99, round(100 * share)))
        if text and not self._is_ending:
            self._text = text
            self._say_text()

    def show_unknown(self) -> None:
        """Show that something goes on, where nobody knows how long it takes."""
        self._bar.setRange(0, 0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand, it is cancelled and waits for the end."""
        if self.signalsBlocked():
            super().closeEvent(event)
        else:
            event.ignore()
            self.canceled.emit()

    @Slot()
    def _on_canceled(self) -> None:
        self._is_ending = True
        self._text = self._ending
        self._say_text()
        for button in self.findChildren(QPushButton):
            button.setEnabled(False)
        self.show_unknown()

    def _say_text(self) -> None:
        self.setLabelText(words_of(self._text))
