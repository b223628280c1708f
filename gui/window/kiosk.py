"""The pad alone, all over the screen, for whoever comes by: it reads digits, forgets them, and leads nowhere else.

There are no menus here, no stations, no workbench and no preferences: what is not there need not be locked. What could
still open, paste or copy something is taken off the pad, and keys are heard only where drawing needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.data.photo import takes_drawings
from engine.errors import ModelError, NetSketchError
from gui.look.plain import window_title
from gui.pad.panel import DrawingPanel
from gui.tasks.task import Task
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.inference import Recognizer

QUIET_MS = 30_000
"""How long no hand may have been there before the pad is blank again."""
LEAVES = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Q
)
"""Ctrl+Shift+Q closes it; it stands in the help of the command line and nowhere on the screen."""
OF_A_HAND = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
    }
)
NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Shortcut,
        QEvent.Type.WhatsThis,
    }
)
"""What leads elsewhere."""
KEYS = frozenset(
    {
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_E),
        *(Qt.Key.Key_Plus, Qt.Key.Key_Minus),
    }
)
"""Those that draw, clear, and lead from one tool to the next, without Ctrl, Alt and their like."""
HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Kiosk(QWidget):
    """The window of a stand.

    Args:
        quiet_ms: Milliseconds without a hand after which the pad is blank again.

    Attributes:
        panel: The pad.
        quiet_timer: Runs since a hand was there last.

    Signals:
        refused: There is no network to read with, and why (NetSketchError, traceback or empty string).
    """

    refused = Signal(object, str)

    def __init__(self, quiet_ms: int = QUIET_MS) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle(window_title("NetSketch"))
        self._may_close = False
        self.panel = DrawingPanel(self)
        self.panel.set_presented(True)
        self.panel.set_coming(True)
        self.panel.seal()
        column_of((self.panel, 1), on=self)
        self.quiet_timer = QTimer(self, singleShot=True, interval=quiet_ms)
        self.quiet_timer.timeout.connect(self.begin_anew)
        self._task = Task("kiosk", self)
        self._task.failed.connect(self.refused)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)  # there is nothing else in this program but the pad

    def sizeHint(self) -> QSize:
        return QSize(1024, 600)

    @property
    def loading(self) -> bool:
        """Whether the network that is to read is on its way."""
        return self._task.busy

    def load(self, load: Callable[[], Recognizer]) -> None:
        """Load the network that reads beside the window; what is drawn meanwhile is read once it is there."""
        self._task.ask(lambda _job: _ready(load()), self._take)

    def _take(self, recognizer: Recognizer) -> None:
        try:
            self.set_recognizer(recognizer)
        except NetSketchError as error:
            self.refused.emit(error, "")

    def set_recognizer(self, recognizer: Recognizer) -> None:
        """Take the network that reads.

        Raises:
            ModelError: If it reads no drawings.
        """
        if recognizer.features or not takes_drawings(recognizer.image_shape):
            raise ModelError(
                "This network reads no drawings.",
                remedy="Start the kiosk with one that has learnt from digits.",
            )
        self.panel.set_coming(False)
        self.panel.set_predictor(
            recognizer.probabilities, recognizer.classes, image_shape=recognizer.image_shape
        )
        self.panel.set_doubt(recognizer.doubt)

    @Slot()
    def begin_anew(self) -> None:
        """Take a blank sheet that leads back to nothing, and the pen as it was at first."""
        self.panel.begin_anew()
        self.panel.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def end(self) -> None:
        """Close; the program ends."""
        self._may_close = True
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let nothing pass that leads elsewhere, and note whether a hand is there."""
        kind = event.type()
        if kind in NEVER:
            event.ignore()
            return True
        if kind in OF_A_HAND:
            self.quiet_timer.start()
        if isinstance(event, QKeyEvent) and not _is_for_drawing(event):
            if kind == QEvent.Type.KeyPress and event.keyCombination() == LEAVES:
                self.end()
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless the key or the end of the session says otherwise: Alt+F4 is a key that children know."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if self._may_close or app.isSavingSession():
            app.removeEventFilter(self)
            self._task.shutdown()
            self.panel.canvas.shutdown()
            event.accept()
        else:
            event.ignore()


def _ready(recognizer: Recognizer) -> Recognizer:
    """Let a network answer once, which loads what the first answer needs, and the first stroke does not wait for."""
    import numpy as np
    import numpy.ma

    if takes_drawings(recognizer.image_shape):
        recognizer.probabilities(np.zeros((1, 28, 28), np.uint8))
    return recognizer


def _is_for_drawing(event: QKeyEvent) -> bool:
    return event.key() in KEYS and not event.modifiers() & HELD
