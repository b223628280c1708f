"""Where the keys of a window go: Tab leads as one reads, and nothing but the person moves the focus.

Qt hands the focus of a widget that is disabled or hidden to the next one in its order. Nobody asked for that: the next
key lands in a field that happened to be near. Such a widget's focus goes to rest instead, where every shortcut of the
window works, and back to it once it can be used again.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget
from shiboken6 import isValid

from gui.widgets.reading_order import tab_stops


class SteadyFocus(QObject):
    """Keeps the focus of one window; the window's ``focusNextPrevChild`` is to call ``step``.

    Args:
        window: The window.
        rest: Where the focus is while it is nowhere; all stops of Tab are in it.
        first: What Tab enters first.
    """

    _led_to: ClassVar[QWidget | None] = None  # by Tab or a search, in whichever window the keys are

    def __init__(self, window: QWidget, rest: QWidget, first: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rest = rest
        self._first = first
        self._left: QWidget | None = None  # what had the focus before it came to rest
        self._near: list[QWidget] = []  # what that was in, from the inside
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_app_focus_changed)
        rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, forward: bool) -> bool:
        """Lead to the next stop or to the one before; Qt asks for one, too, where a widget cannot keep the focus."""
        focus: QWidget | None = self._window.focusWidget()
        if focus is not None and focus is not self._rest and not _can_have(focus):
            self._come_to_rest(focus)
            return True
        start = self._left if focus is None or focus is self._rest else focus
        if start is not None and not (isValid(start) and start.isVisible()):
            start = None
        stops = tab_stops(self._rest, start)
        if not stops:
            return False
        if start in stops:
            target = stops[(stops.index(start) + (1 if forward else -1)) % len(stops)]
        else:
            place = self._place_among(stops)
            target = stops[place if forward else place - 1]
        self._left = None
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        SteadyFocus.lead_to(target, reason)
        return True

    @staticmethod
    def lead_to(part: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give a part the focus at the person's word, by Tab or as it was searched for: Space presses it then."""
        part.setFocus(reason)
        SteadyFocus._led_to = part.focusProxy() or part
        _scroll_to(part)

    @staticmethod
    def has_led_to(part: QWidget) -> bool:
        """Return whether a part has the focus at the person's word, by Tab or as it was searched for."""
        return part is SteadyFocus._led_to

    @staticmethod
    def press() -> bool:
        """Do what Space does to the button or list that a key led to; return whether there was one."""
        focus = QApplication.focusWidget()
        if focus is None or focus is not SteadyFocus._led_to or not focus.isEnabled():
            return False
        if isinstance(focus, QComboBox):
            focus.showPopup()
        elif isinstance(focus, QAbstractButton):
            focus.click()
            SteadyFocus._led_to = QApplication.focusWidget()  # what follows the button that is gone now
        else:
            return False
        return True

    def _place_among(self, stops: list[QWidget]) -> int:
        """Return the place of the first stop in what the last one was in, else of the first one of all."""
        for around in (*self._near, self._first):
            if isValid(around) and around.isVisible():
                inside = (place for place, stop in enumerate(stops) if around.isAncestorOf(stop))
                place = next(inside, None)
                if place is not None:
                    return place
        return 0

    def _come_to_rest(self, focus: QWidget) -> None:
        if self._left is not None and isValid(self._left):
            self._left.removeEventFilter(self)
        self._left, self._near = focus, [part for part in _around(focus) if self._rest.isAncestorOf(part)]
        focus.installEventFilter(self)
        self._rest.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Let the focus rest where it would be nowhere: Qt would give it to any widget when the window is next used."""
        if new is not None or old is None or not (isValid(self._window) and isValid(old)):
            return  # a window that ends takes its focus away before it ends this
        if self._window.isActiveWindow() and old.window() is self._window:
            self._come_to_rest(old)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the focus back to what lost it, once it can be used again and nobody took it elsewhere."""
        if event.type() == QEvent.Type.EnabledChange:
            left = self._left
            if left is watched and self._window.focusWidget() is self._rest and _can_have(left):
                self._left = None
                left.removeEventFilter(self)
                left.setFocus(Qt.FocusReason.OtherFocusReason)
        return False


def _can_have(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.isVisible()


def _around(widget: QWidget) -> list[QWidget]:
    parent = widget.parentWidget()
    return [] if parent is None or widget.isWindow() else [parent, *_around(parent)]


def _scroll_to(widget: QWidget) -> None:
    for around in _around(widget):
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 12, 12)
