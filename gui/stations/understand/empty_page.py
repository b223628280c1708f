"""What the Understand station shows while there is no network to look into."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import icons

PICTURE = 40  # pixels
WIDTH = 420  # pixels


class EmptyPage(QWidget):
    """Says what will be here, and leads to where it begins.

    Signals:
        train_wanted: The person wants to train.
    """

    train_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nothingToUnderstand")
        self._picture = QLabel(self)
        self._show_picture()
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        title = QLabel(self.tr("No network to look into yet"), self)
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "Train a network or open one. Here you see what its neurons look for, what they make of your drawing, "
                "and why it answers as it does – while it learns, too."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setFixedWidth(WIDTH)
        words.setMinimumHeight(words.heightForWidth(WIDTH))  # a layout that centres it would cut it
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("role", "muted")
        train = QPushButton(self.tr("Go to Train"), self)
        train.setObjectName("goToTrainToUnderstand")
        train.setProperty("main", True)
        train.clicked.connect(self.train_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for part in (self._picture, title, words, train):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _show_picture(self) -> None:
        self._picture.setPixmap(icons.pixmap("understand", PICTURE, "text_muted"))

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self._show_picture()
