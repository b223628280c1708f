"""The experiment as code, beside the network: it follows each edit, and can be copied and saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from engine.atomic import write_text
from engine.deploy.code.keras import keras_obstacle, keras_script
from engine.deploy.code.pytorch import Subject, pytorch_script
from engine.errors import NetSketchError
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import told, translate_engine
from gui.widgets.code_view import CodeView
from gui.widgets.fields.segments import Segments
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.saving.save_as import save_as
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from gui.workbench import Workbench

LIBRARIES = {"pytorch": "PyTorch", "keras": "Keras"}  # names, in every language the same
SOON = 15  # milliseconds in which edits that follow each other are one
CONFIRMED = 2000  # milliseconds for which a button says that it has copied
FILE_NAME = "network"


class CodePanel(QWidget):
    """Shows the script that ``netsketch export --format code`` writes, and the same in Keras' words.

    Args:
        workbench: Whose experiment is written.
        parent: The widget it belongs to.

    Attributes:
        view: The text.

    Signals:
        close_wanted: It is to go.
    """

    close_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codePanel")
        self._workbench = workbench
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._confirmed = QTimer(self, singleShot=True, interval=CONFIRMED)
        self._build_ui()
        self._connect()
        follow_language(self, self._say_copy)
        follow_language(self, self._on_soon_timeout)

    def _build_ui(self) -> None:
        self.libraries = Segments(lambda: self.tr("Library"), self)
        for key, title in LIBRARIES.items():
            self.libraries.add(key, title)
        self._copy = dressed(
            QPushButton(self), name="copyCodeButton", tip=lambda: self.tr("Copy the whole script")
        )
        self._save = dressed(QPushButton(self), name="saveCodeButton", text=lambda: self.tr("Save …"))
        dressed(self._save, tip=lambda: self.tr("Save the script as a file of Python"))
        self._close = dressed(QToolButton(self), name="closeCodeButton")
        dressed(
            self._close, tip=lambda: self.tr("Close the code"), accessible=lambda: self.tr("Close the code")
        )
        icons.set_icon(self._close, "remove", "text_muted")
        self._why = dressed(WholeLabel(self), name="codeObstacle", role="muted")
        self.view = dressed(
            CodeView(self), name="codeView", accessible=lambda: self.tr("Code of the experiment")
        )
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.view)
        bar = row_of(self.libraries, STRETCH, self._copy, self._save, self._close, spacing=6)
        column_of(bar, self._why, (self.view, 1), on=self, margins=(10, 8, 10, 8), spacing=6)

    def _connect(self) -> None:
        self._workbench.experiment_changed.connect(self._soon.start)
        self._workbench.data_changed.connect(self._soon.start)
        self._soon.timeout.connect(self._on_soon_timeout)
        self._confirmed.timeout.connect(self._say_copy)
        self.libraries.chosen.connect(self._on_libraries_chosen)
        self._copy.clicked.connect(self.copy)
        self._save.clicked.connect(self._on_save_clicked)
        self._close.clicked.connect(self.close_wanted)

    def show_now(self) -> None:
        """Show the code of the experiment as it is now, or in a sentence why there is none."""
        try:
            text, why = self._text(), ""
        except NetSketchError as error:
            text, why = "", told(error)
        if not text and not why:
            why = translate_engine(keras_obstacle(self._workbench.experiment))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if text:
            self.view.set_code(text)
        self.view.setVisible(bool(text))
        self._copy.setEnabled(bool(text))
        self._save.setEnabled(bool(text))

    def copy(self) -> None:
        """Put the script on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(self.view.toPlainText())
        self._confirmed.start()
        self._say_copy()

    def save(self, path: str) -> None:
        """Write the script.

        Raises:
            FileWriteError: If it cannot be written.
        """
        write_text(Path(path), self.view.toPlainText())

    def _text(self) -> str:
        """Return the script; nothing where it is not told in Keras' words.

        Raises:
            NetSketchError: If it cannot be written.
        """
        bench = self._workbench
        split = bench.data
        subject = Subject(bench.experiment)
        if split is not None:
            subject = Subject(bench.experiment, split.train.image_shape, len(split.classes), split.goal)
        if self.libraries.value == "pytorch":
            return pytorch_script(subject)
        return "" if keras_obstacle(bench.experiment) else keras_script(subject)

    @Slot()
    def _say_copy(self) -> None:
        self._copy.setText(self.tr("Copied") if self._confirmed.isActive() else self.tr("Copy"))

    @Slot()
    def _on_soon_timeout(self) -> None:
        if self.isVisible():
            self.show_now()

    @Slot(str)
    def _on_libraries_chosen(self, _key: str) -> None:
        self.view.clear()
        self.show_now()

    @Slot()
    def _on_save_clicked(self) -> None:
        save_as(self, FILE_NAME, "py", self.save)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while it was hidden."""
        super().showEvent(event)
        self.show_now()
