"""A table that is written bit by bit: one of a million rows takes half a minute, and the window lives meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from engine.atomic import replace_file
from engine.csv_text import csv_blocks
from engine.errors import NetSketchError
from gui.widgets.waiting_dialog import WaitingDialog

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

AT_ONCE = 5000  # rows that take a tenth of a second
ROWS = 300  # of a turn of the event loop, which they hold up for some milliseconds


class LongTable(QObject):
    """Writes one table at a time into a file, which is there when all of it is written.

    Args:
        window: Over which it is said that one waits.
        parent: Whom it belongs to; with it, what is under way is given up.

    Signals:
        failed: What was under way cannot be written (NetSketchError).
        ended: Nothing is under way any more.
    """

    failed = Signal(object)
    ended = Signal()

    def __init__(self, window: QWidget | None, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._left: Generator[int, None, None] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn_timeout)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.cancel)  # or half a file stays beside what was to be written

    @property
    def busy(self) -> bool:
        """Whether a table is being written."""
        return self._left is not None

    def write(self, header: Sequence[str], rows: Iterable[Sequence[Any]], path: str) -> None:
        """Write a table: a short one at once, and of a long one what follows in turns of the event loop.

        Raises:
            NetSketchError: If the file cannot be written.
        """
        if self.busy:  # the dialog of the one under way is in front
            return
        self._left = written(header, rows, path)
        if self._go_on(AT_ONCE):
            self._say_so()
            self._turn.start()

    @Slot()
    def cancel(self) -> None:
        """Give up what is under way; the file is as it was."""
        left, self._left = self._left, None
        self._turn.stop()
        if left is not None:
            left.close()
            self.ended.emit()

    def _say_so(self) -> None:
        if self._window is None:
            return
        dialog = WaitingDialog(
            "longTableProgress",
            lambda: self.tr("Save"),
            lambda: self.tr("Writing the numbers …"),
            lambda: self.tr("Cancel"),
            self._window,
        )
        dialog.setMinimumDuration(0)  # from the next turn on nothing else can be asked for
        dialog.show_unknown()
        dialog.canceled.connect(self.cancel)
        self.ended.connect(dialog.dismiss)

    def _go_on(self, count: int) -> bool:
        """Write so many rows more, and return whether there are others.

        Raises:
            NetSketchError: If they cannot be written; then it has ended, as it has with any other error.
        """
        assert self._left is not None, "it is under way"
        try:
            for rows in self._left:
                count -= rows
                if count <= 0:
                    return True
        except BaseException:
            self.cancel()
            raise
        self.cancel()
        return False

    @Slot()
    def _on_turn_timeout(self) -> None:
        try:
            self._go_on(ROWS)
        except NetSketchError as error:
            self.failed.emit(error)


def written(header: Sequence[str], rows: Iterable[Sequence[Any]], path: str) -> Generator[int, None, None]:
    """Write a table, and tell after each block how many rows it had; given up, the file is as it was.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    with replace_file(path) as file:
        for count, text in csv_blocks(header, rows, ROWS):
            file.write(text.encode())
            yield count
