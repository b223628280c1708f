"""A small window over the large one while something takes its time, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

WIDTH = 380


class WaitingDialog(QProgressDialog):
    """Shows how far something is; comes up only where that takes longer than a blink.

    Args:
        name: Object name.
        title: Title of the window.
        text: What is being done.
        cancel: Words on the button.
        parent: The window that waits beneath it.
    """

    def __init__(self, name: str, title: str, text: str, cancel: str, parent: QWidget) -> None:
        super().__init__(text, cancel, 0, 100, parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setRange(0, 100)
        self.setBar(bar)
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setMinimumWidth(WIDTH)
        self.setValue(0)

    def dismiss(self) -> None:
        """Go away without a word; closing it would count as a click on the button."""
        self.blockSignals(True)
        self.close()
        self.deleteLater()

    def show_progress(self, share: float, text: str = "") -> None:
        """Show a share, 0 to 1; nothing moves where it is not a number.

        Args:
            share: The share that is done.
            text: What is being done now, where that has changed.
        """
        if 0 <= share <= 1:
            self.setValue(min(99, round(100 * share)))
        if text:
            self.setLabelText(text)
