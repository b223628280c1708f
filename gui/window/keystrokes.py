"""The keys that are pressed, large at the foot of a window, for those who watch: commands, never what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.text_size import follow_size
from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

SHOWN_MS = 1500
"""How long a key is to be seen."""
LARGER = 2.2
"""So much larger than other words."""
FOOT = 28
"""Pixels below it."""
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
TYPING = Qt.WidgetAttribute.WA_InputMethodEnabled
"""What a widget has that text is typed into."""


class Keystrokes(QObject):
    """Shows keys over a window while that is wanted.

    Keys of menus are known as such. Of others one hears where they go to: those that go into a field of text are nobody
    else's business.

    Args:
        window: The window.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_shown = False
        self._label = dressed(Label(window), name="keystrokes", keystroke=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.hide()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._label.hide)
        follow_size(self._label, self._fit)

    @property
    def text(self) -> str:
        """The key that is to be seen, or nothing."""
        return self._label.text() if self._label.isVisible() else ""

    def set_shown(self, shown: bool) -> None:
        """Show keys from now on, or no more."""
        if shown == self._is_shown:
            return
        self._is_shown = shown
        app = QApplication.instance()
        assert app is not None
        if shown:
            app.installEventFilter(self)  # of all that happens: only as long as somebody wants it
        else:
            app.removeEventFilter(self)
            self._label.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of keys, and let them go on."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut and isinstance(event, QShortcutEvent):
            self._show(event.key())
        elif (
            kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_command(watched, event)
        ):
            self._show(QKeySequence(event.keyCombination()))
        elif kind == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _is_command(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key that goes to a widget is no text; one goes to all that the widget is in, and is shown once."""
        focus = QApplication.focusWidget()
        if watched is not (focus or QApplication.activeWindow()) or event.key() in MODIFIERS:
            return False
        return not watched.testAttribute(TYPING)

    def _show(self, key: QKeySequence) -> None:
        text = key.toString(QKeySequence.SequenceFormat.NativeText)
        if not text:
            return
        self._label.setText(text)
        self._place()
        self._label.show()
        self._label.raise_()
        self._timer.start()

    def _place(self) -> None:
        self._label.adjustSize()
        window, label = self._window.rect(), self._label.rect()
        self._label.move(
            QPoint((window.width() - label.width()) // 2, window.height() - label.height() - FOOT)
        )

    def _fit(self) -> None:
        self._label.setFont(theme.tabular_font(self._window.font(), scale=LARGER, bold=True))
        self._place()
