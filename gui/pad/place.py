"""Where the pad is: at the right of the window, folded away, in a window of its own, or all over a second screen.

At the right it gives way to the page: first it becomes narrower, and where the page would still scroll from side to
side, as with large or long words on a small screen, it folds itself away until there is room or somebody wants it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QWidget

from engine.records import dataclass
from gui.look.room import room_for
from gui.look.spoken import said
from gui.pad.edge import PadEdge
from gui.pad.second_screen import SecondScreen
from gui.widgets.layouts import column_of
from gui.widgets.steady_focus import SteadyFocus

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.pad.pad import Pad

USUAL_WIDTH = 300
"""Pixels of the pad in the window at the first start."""
FLOATING_SIZE = QSize(520, 860)
LEAST_HEIGHT = 160
"""Pixels of the pad in a window that is too low for all of it."""
BACK = 40
"""Pixels more than it needs that there must be before a pad that gave way comes back: no page makes it flicker."""
NARROWEST = 300
"""Pixels of a window of its own, where the screen has them."""
TITLE, FRAME = 34, 6
"""Pixels that are left free for what the screen draws around a window: its title, and its other sides."""


class Place(StrEnum):
    """Where the pad can be."""

    RIGHT = "right"
    HIDDEN = "hidden"
    FLOATING = "floating"
    SECOND_SCREEN = "second-screen"


def floating_area(window: QRect, body: QRect, screen: QRect) -> QRect:
    """Return where a pad of its own is put: beside the window, or else in it, below its menus and buttons.

    Args:
        window: The main window with its frame, on the screen.
        body: What of it lies below menus and buttons, on the screen.
        screen: What of the screen is free for windows.

    Returns:
        The window without its frame; always on the screen.
    """
    inner = screen.adjusted(FRAME, TITLE, -FRAME, -FRAME)
    wide, high = FLOATING_SIZE.width(), min(FLOATING_SIZE.height(), inner.height())
    beside = inner.intersected(QRect(window.right() + 1 + 2 * FRAME, inner.top(), wide, inner.height()))
    if beside.width() < NARROWEST:
        before = QRect(window.left() - 2 * FRAME - wide, inner.top(), wide, inner.height())
        beside = inner.intersected(before)
    if beside.width() >= NARROWEST:
        top = min(max(window.top() + TITLE, inner.top()), inner.bottom() + 1 - high)
        return QRect(beside.left(), top, beside.width(), high)
    top = max(body.top() + TITLE, inner.top())
    height = min(FLOATING_SIZE.height(), inner.bottom() + 1 - top)
    if height < FLOATING_SIZE.height() // 3:  # the window stands at the screen's lower end
        height = min(FLOATING_SIZE.height(), inner.height())
        top = inner.bottom() + 1 - height
    ratio = FLOATING_SIZE.width() / FLOATING_SIZE.height()
    width = min(max(round(height * ratio), NARROWEST), inner.width())
    right = min(window.right() - FRAME, inner.right())
    return QRect(max(right + 1 - width, inner.left()), top, width, height)


class PadWindow(QWidget):
    """The pad's own window; closing it puts the pad back.

    Signals:
        closed: The person closed the window.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("padWindow")
        said(self.setWindowTitle, lambda: self.tr("Pad – NetSketch"))
        self.resize(FLOATING_SIZE)
        column_of(on=self)
        self._focus = SteadyFocus(self, rest=self, first=self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Lead Tab through the pad as one reads it, and nothing else anywhere."""
        return self._focus.step(forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the pad wants back, and close."""
        event.accept()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a screen that it fills, where there is no frame to close it by."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.close()
        else:
            super().keyPressEvent(event)

    def fill(self, screen: QRect) -> None:
        """Show it all over a screen."""
        self.setGeometry(screen)
        self.showFullScreen()

    def put_away(self) -> None:
        """Hide it; it has a frame again when it is shown next."""
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)


class PadArea(QScrollArea):
    """Holds the pad, and scrolls where the window is too low for all of it.

    Args:
        pad: The pad.
    """

    def __init__(self, pad: Pad) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pad = pad
        self._is_beside_bar = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pad)
        pad.show()

    def sizeHint(self) -> QSize:
        return self._pad.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width that the pad needs beside a scroll bar, and a height in which one can draw."""
        return QSize(self._pad.minimumSizeHint().width() + self._bar_width(), LEAST_HEIGHT)

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of what the pad needs, as Qt's own class does."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._pad:
            self._fit()
        return done

    def _fit(self) -> None:
        """Give the pad all the room, and the height that it needs where that is more.

        Left to itself, Qt turns the scroll bar of something square on and off without end: beside the bar it is
        narrower, so lower, and needs none. Where there was a bar, there is one until so much more room has come.
        """
        room, bar = self.maximumViewportSize(), self._bar_width()
        wide = room.width()
        self._is_beside_bar = self._needed_height(wide) > room.height() - (bar if self._is_beside_bar else 0)
        if self._is_beside_bar:
            wide -= bar
        self._pad.resize(wide, max(room.height(), self._needed_height(wide)))

    def _needed_height(self, width: int) -> int:
        return max(self._pad.minimumSizeHint().height(), self._pad.heightForWidth(width))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a pad stands, to be brought back there.

    Attributes:
        place: Where it is.
        width: Pixels that the person gave it in the window.
        is_wanted: Whether it stays there though the page needs the room.
    """

    place: Place
    width: int
    is_wanted: bool


class PadPlacement(QObject):
    """Moves the panel between the splitter and its own window, and folds it away.

    What comes onto a pad that is folded away unfolds it: nothing is drawn where nobody sees it.

    Args:
        pad: The pad.
        splitter: Where it stands, beside the page.
        window: The window that this is in.
        page_needs: Returns how many pixels the page beside the pad needs.

    Attributes:
        edge: The button that folds and unfolds.
        own_window: The window that it has to itself where it floats, or fills the second screen.
        second_screen: The screen on which the window does not stand.

    Signals:
        place_changed: Where it is now (Place), or that it gave way there or came back.
    """

    place_changed = Signal(object)

    def __init__(self, pad: Pad, splitter: QSplitter, window: QWidget, page_needs: Callable[[], int]) -> None:
        super().__init__(window)
        self._pad = pad
        self._area = PadArea(pad)
        self._splitter = splitter
        splitter.addWidget(self._area)
        self._page_needs = page_needs
        self._given: int | None = None  # pixels it was given, until somebody drags the line beside it
        self._gave_way = False  # folded away for the page, while its place is at the right
        self._is_wanted = False  # brought back by somebody where it gave way: it stays
        self._place = Place.RIGHT
        self._width = USUAL_WIDTH
        self._main = window
        self.own_window = PadWindow(window)
        self.edge = PadEdge(window)
        self.second_screen = SecondScreen(window)
        self.own_window.closed.connect(self._on_window_closed)
        self.edge.clicked.connect(self.fold)
        self.second_screen.changed.connect(self._on_second_screen_changed)
        splitter.installEventFilter(self)
        pad.panel.canvas.drawing_changed.connect(self._on_canvas_drawing_changed)

    @property
    def place(self) -> Place:
        """Where the pad is."""
        return self._place

    @property
    def gave_way(self) -> bool:
        """Whether it is folded away for want of room, and not because somebody folded it."""
        return self._gave_way

    @property
    def width(self) -> int:
        """Pixels that the person gave the pad in the window, also while there is less room or it stands elsewhere."""
        given = self._splitter.sizes()[-1]
        if not self._gave_way and self._place is Place.RIGHT and self._given not in (None, given):
            self._width = self._given = given
        return self._width

    def set_width(self, width: int) -> None:
        """Give the pad in the window so many pixels, now or when it comes back."""
        self._width, self._given = width, None
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give the pad its width, or what the page leaves of it; fold it where that is less than it needs itself."""
        if self._place is not Place.RIGHT:
            return
        width, room = self.width, self._splitter.width() - self._splitter.handleWidth()
        if self._splitter.isVisible():
            self._give_way(room)
        if self._gave_way:
            return
        if not self._area.isVisible():
            room = max(room, 2 * width)
        else:
            width = max(self._area.minimumSizeHint().width(), min(width, room - self._page_needs()))
        self._splitter.setSizes([room - width, width])
        self._given = self._splitter.sizes()[-1] if self._area.isVisible() else None

    def _give_way(self, room: int) -> None:
        """Fold the pad where the page needs the room, unless somebody works on it; bring it back where there is room.

        Args:
            room: Pixels for page and pad.
        """
        needed = self._page_needs() + self._area.minimumSizeHint().width()
        focus = QApplication.focusWidget()
        is_used = self._is_wanted or (focus is not None and self._pad.isAncestorOf(focus))
        gives_way = not is_used and room < needed + (BACK if self._gave_way else 0)
        if gives_way != self._gave_way:
            if gives_way:
                self._width, self._given = self.width, None
            self._gave_way = gives_way
            self._area.setVisible(not gives_way)
            self.edge.set_folded(gives_way)
            self.place_changed.emit(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the room anew where there is more or less of it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def standing(self) -> Standing:
        """Return where it stands."""
        return Standing(self._place, self.width, self._is_wanted)

    def stand(self, standing: Standing) -> None:
        """Bring it back to where it stood."""
        self.set_place(standing.place)
        self._is_wanted = standing.is_wanted
        self.set_width(standing.width)

    def insist(self, most: int) -> None:
        """Put the pad at the right and let it stay there whatever the page needs.

        Args:
            most: Pixels of its width; fewer where all of it has the height only then, such as of a square.
        """
        self.set_place(Place.RIGHT)
        self._is_wanted = True
        face, high = self._pad.currentWidget() or self._pad, self._splitter.height()
        fits = (width for width in range(most, USUAL_WIDTH, -4) if face.heightForWidth(width) <= high)
        self.set_width(next(fits, most))

    def bring_back(self) -> None:
        """Show the pad where it is folded away."""
        if self._place is Place.HIDDEN or self._gave_way:
            self.set_place(Place.RIGHT)

    def set_place(self, place: Place) -> None:
        """Put the pad at the right, away, into a window of its own or, if there is one, all over the second screen."""
        screen = self.second_screen.area() if place is Place.SECOND_SCREEN else None
        if place is Place.SECOND_SCREEN and screen is None:
            place = Place.RIGHT
        if place is self._place:
            if self._gave_way:
                self._is_wanted = True  # it stays there
                self.fit()
            return
        if self._place is Place.RIGHT:
            self._width, self._given = self.width, None
        focus = QApplication.focusWidget()
        if focus is not None and self._pad.isAncestorOf(focus):
            focus.clearFocus()  # or Qt hands it on to what comes next in the window
        before, self._place = self._place, place
        self._gave_way = False
        self._is_wanted = place is Place.RIGHT
        if before is Place.SECOND_SCREEN:
            self.own_window.put_away()
        if place in (Place.FLOATING, Place.SECOND_SCREEN):
            layout = self.own_window.layout()
            assert layout is not None
            layout.addWidget(self._area)
            self._area.show()
            if screen is not None:
                self.own_window.fill(screen)
            else:
                self._put_beside()
                self.own_window.show()
        else:
            if self._area.parentWidget() is not self._splitter:
                self._splitter.addWidget(self._area)
            self.own_window.hide()
            self._area.setVisible(place is Place.RIGHT)
            self.set_width(self._width)
        self.edge.set_folded(place is not Place.RIGHT)
        self.place_changed.emit(place)

    @Slot()
    def fold(self) -> None:
        """Fold the pad away; bring it back into the window where it is not there."""
        is_there = self._place is Place.RIGHT and not self._gave_way
        self.set_place(Place.HIDDEN if is_there else Place.RIGHT)

    def _put_beside(self) -> None:
        """Put the pad's own window where it covers neither menus nor buttons, as far as the screen lets us."""
        main, splitter = self._main, self._splitter
        body = QRect(splitter.mapToGlobal(QPoint()), splitter.size())
        screen = room_for(main)
        here = self.own_window.geometry()
        menus = QRect(main.frameGeometry().topLeft(), body.topRight())
        moved = self.own_window.testAttribute(Qt.WidgetAttribute.WA_Moved)
        if not moved or not screen.contains(here) or here.intersects(menus):
            self.own_window.setGeometry(floating_area(main.frameGeometry(), body, screen))

    @Slot()
    def _on_window_closed(self) -> None:
        if self._place in (Place.FLOATING, Place.SECOND_SCREEN):
            self.set_place(Place.RIGHT)

    @Slot()
    def _on_second_screen_changed(self) -> None:
        """Bring the pad back from a screen that is there no more; on another one it fills that."""
        if self._place is not Place.SECOND_SCREEN:
            return
        screen = self.second_screen.area()
        if screen is None:
            self.set_place(Place.RIGHT)
        else:
            self.own_window.fill(screen)

    @Slot()
    def _on_canvas_drawing_changed(self) -> None:
        is_folded = self._place is Place.HIDDEN or self._gave_way
        if is_folded and not self._pad.panel.canvas.is_empty:
            self.set_place(Place.RIGHT)
