"""What the Runs station shows while there are no runs, or none yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import icons
from gui.widgets.fold import Fold

PICTURE = 40  # pixels
WIDTH = 420  # pixels


class EmptyPage(QWidget):
    """Says what will be here, and leads to where it begins.

    Signals:
        train_wanted: The person wants to train.
        import_wanted: The person wants to bring runs in.
    """

    train_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noRuns")
        self._picture = QLabel(self)
        self._show_picture()
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        title = QLabel(self.tr("No runs yet"), self)
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "Press Train, and the run is kept here: its settings, its curves and its weights. It can be resumed "
                "another day, and compared with others."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setFixedWidth(WIDTH)
        words.setMinimumHeight(words.heightForWidth(WIDTH))  # a layout that centres it would cut it
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setProperty("role", "muted")
        train = QPushButton(self.tr("Go to Train"), self)
        train.setObjectName("goToTrain")
        train.setProperty("main", True)
        train.clicked.connect(self.train_wanted)
        bring = QPushButton(self.tr("Import runs …"), self)
        bring.clicked.connect(self.import_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(train)
        buttons.addWidget(bring)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for part in (self._picture, title, words):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(3)

    def _show_picture(self) -> None:
        self._picture.setPixmap(icons.pixmap("runs", PICTURE, "text_muted"))

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self._show_picture()


class UnreadableFold(Fold):
    """Folders that could not be read, and why; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("unreadableRuns")
        self._list = QLabel(self)
        self._list.setWordWrap(True)
        self._list.setTextFormat(Qt.TextFormat.PlainText)
        self._list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self.content())
        column.setContentsMargins(22, 0, 0, 4)
        column.addWidget(self._list)
        self.hide()

    def set_folders(self, lines: list[str]) -> None:
        """Show these folders, each with its reason."""
        one, several = self.tr("A folder could not be read"), self.tr("{count} folders could not be read")
        self.set_title(one if len(lines) == 1 else several.format(count=len(lines)))
        self._list.setText("\n".join(lines))
        self.setVisible(bool(lines))
