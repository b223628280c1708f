"""What a station shows while it has nothing to show: what will be here, and where that begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language
from gui.look.text_size import px, sized
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of

PICTURE = 40  # pixels
WIDTH = 420  # pixels


class EmptyPage(QWidget):
    """A picture, a title, a few words, and a button that leads to training.

    Args:
        icon: Name of the picture, which names the button, too: ``runsGoToTrain``.
        title: What there is not yet.
        words: What will be here.
        parent: Whom it belongs to.

    Signals:
        station_wanted: The person wants to go to another station (its name).
    """

    station_wanted = Signal(str)

    def __init__(self, icon: str, title: Words, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{icon}Empty")
        self._icon = icon
        self._picture = Label(self)
        self._show_picture()
        theme.notifier.theme_changed.connect(self._show_picture)
        heading = dressed(Label(title, self), role="title")
        text = Label(words, self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        sized(text.setFixedWidth, WIDTH, share=0.5)  # wide words need no line as long as theirs to be read
        # A layout that centres it would cut it.
        follow_language(text, lambda: text.setMinimumHeight(text.heightForWidth(px(WIDTH, 0.5))))
        text.setProperty("role", "muted")
        train = dressed(
            QPushButton(self), text=lambda: self.tr("Go to Train"), name=f"{icon}GoToTrain", main=True
        )
        train.clicked.connect(lambda: self.station_wanted.emit("train"))
        self._buttons = row_of(STRETCH, train, STRETCH)
        layout = column_of(on=self, margins=None, spacing=12)
        layout.addStretch(2)
        for part in (self._picture, heading, text):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def add_button(self, title: Words) -> QPushButton:
        """Put another button beside the first, and return it."""
        button = dressed(QPushButton(self), text=title)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    @Slot()
    def _show_picture(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, PICTURE, "text_muted"))
