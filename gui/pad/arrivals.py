"""Pictures on their way to the pad: read beside the window, told where that takes a while, and given up on a wish."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from engine.errors import NetSketchError
from gui.look.dressed import dressed
from gui.look.words import told
from gui.tasks.working import Working
from gui.widgets.label import Label
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.pad.drawing import Picture

SOON_MS = 500  # milliseconds after which it is told that a picture is on its way
MARGIN = 6  # pixels


class Arrivals(Working):
    """Reads pictures on a thread; of several asked for, only the newest comes.

    A picture that is being decoded cannot be interrupted: it is forgotten, and the next one waits until it is through.

    Args:
        paper: Where they come to; a note at its foot says that one is on its way.

    Signals:
        arrived: A picture is read (Picture).
        failed: It could not be read; a sentence for the person (Words).
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, paper: QWidget) -> None:
        super().__init__("pictures", paper)
        self._is_awaited = False
        self.note = ArrivalNote(paper)
        self._late = QTimer(self, singleShot=True, interval=SOON_MS)
        self._late.timeout.connect(self.note.appear)
        self.note.cancel.clicked.connect(self.give_up)
        self._task.failed.connect(self._on_task_failed)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.shutdown)

    @property
    def is_awaited(self) -> bool:
        """Whether a picture is on its way that is still wanted."""
        return self._is_awaited

    def ask(self, read: Callable[[], Picture]) -> None:
        """Read a picture in place of any that is on its way; ``read`` runs on the thread."""
        self._task.give_up()
        self._task.ask(lambda _job: read(), self._take)
        self._is_awaited = self._task.busy
        if self._is_awaited and not self._late.isActive() and not self.note.isVisible():
            self._late.start()

    @Slot()
    def give_up(self) -> None:
        """Want no picture any more."""
        self._task.give_up()
        self._end()

    @Slot()
    def shutdown(self) -> None:
        self._end()
        super().shutdown()

    def _end(self) -> None:
        self._is_awaited = False
        self._late.stop()
        self.note.hide()

    def _take(self, picture: Picture) -> None:
        self._end()
        self.arrived.emit(picture)

    @Slot(object, str)
    def _on_task_failed(self, error: NetSketchError, _details: str) -> None:
        self._end()
        self.failed.emit(partial(told, error))


class ArrivalNote(QFrame):
    """Says at the foot of the paper that a picture is being opened, and lets a person do without it."""

    def __init__(self, paper: QWidget) -> None:
        super().__init__(paper)
        self._paper = paper
        dressed(self, name="arrivalNote", banner="info")
        words = Label(lambda: self.tr("The picture is being opened …"), self, wordWrap=True)
        bar = dressed(ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Opening a picture"))
        bar.setRange(0, 0)  # a decoder does not say how far it is
        self.cancel = dressed(
            QPushButton(self),
            name="cancelArrival",
            text=lambda: self.tr("Cancel"),
            tip=lambda: self.tr("Leave the pad as it is (Esc)"),
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        for part in (words, bar, self.cancel):
            layout.addWidget(part)
        self.hide()

    @Slot()
    def appear(self) -> None:
        """Come into sight."""
        self.settle()
        self.show()
        self.raise_()

    def settle(self) -> None:
        """Take the place at the foot of the paper."""
        paper = self._paper
        width = max(paper.width() - 2 * MARGIN, 1)
        height = self.sizeHint().height()
        if self.hasHeightForWidth():
            height = self.heightForWidth(width)
        self.setGeometry(MARGIN, paper.height() - height - MARGIN, width, height)
