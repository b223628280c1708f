"""In front of a class: curves and pad alone, in letters that are read from the last row; afterwards all is as before.

Nothing of it is kept anywhere: whoever starts the program next finds the window as it stood before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFontInfo, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from engine.records import dataclass
from gui.look import text_size, theme
from gui.pad.place import Place
from gui.widgets import remembered_layout
from gui.window.still_pointer import StillPointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from gui.pad.place import Standing
    from gui.window.body import WindowBody
    from gui.window.placing import WindowPlacing
    from gui.workbench import Workbench

LETTERS = 33
"""So many letters one above the other fill the height of the picture, as they do on slides that are read from afar."""
SHAPE = 16 / 9
"""Width to height of the picture for which ``LETTERS`` counts; in a narrower one letters go by its width."""
MOST = 300
"""Percent of the usual size of letters."""
PAD_SHARE = 0.44
"""Of the window's width for the pad."""
WIDE_PAD = 0.66
"""The same where drawing comes first, and curves have come later."""
SETTLE_MS = 120
"""How long a window that changes its size is to stand still before letters follow it."""


@dataclass(frozen=True, slots=True)
class Before:
    """How everything stood.

    Attributes:
        layout: All of it as it is remembered, for a window that is closed in front of the class.
        state: Of the window: maximised, all over the screen, or neither.
        size: Of the window.
        shown: The parts of the frame that were to be seen.
        station: The page in sight.
        rows: How the room was shared beside the page.
        splitters: How the room was shared on each page, by its station.
        pad: Where the pad stood.
        focus: Where the keys went.
    """

    layout: dict[str, object]
    state: Qt.WindowState
    size: QSize
    shown: tuple[QWidget, ...]
    station: str
    rows: QByteArray
    splitters: dict[str, list[tuple[QSplitter, QByteArray]]]
    pad: Standing
    focus: QWidget | None


def percent_for(size: QSize, letter: float, least: int) -> int:
    """Return how large letters are to be, in percent.

    Args:
        size: Of the window.
        letter: Pixels of its size at 100 %.
        least: What is preferred; they are never smaller.
    """
    high = min(size.height(), size.width() / SHAPE)
    return max(least, min(MOST, 5 * round(20 * high / LETTERS / letter)))


class Presenting(QObject):
    """Lets a window stand in front of a class, and brings it back.

    Args:
        window: The window.
        workbench: Whose preferences say how large letters are else.
        body: What is in the window.
        placing: What knows the pages with splitters.

    Signals:
        changed: It began or ended.
    """

    changed = Signal()

    def __init__(
        self, window: QMainWindow, workbench: Workbench, body: WindowBody, placing: WindowPlacing
    ) -> None:
        super().__init__(window)
        self._window, self._body, self._placing = window, body, placing
        self._workbench, self._preferences = workbench, workbench.preferences
        self._before: Before | None = None
        self._awaited: Before | None = None  # the window is still to come back to its size
        self._visited: set[str] = set()  # the pages that were seen since it began
        self._keys: list[QAction] = []
        self._is_left_by_keys = True
        self._is_pad_first = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._fit)
        self._pointer = StillPointer(body.stations.pages)
        body.run_bar.leave_wanted.connect(self.end)
        body.stations.rail.station_shown.connect(self._on_rail_station_shown)
        body.pad_placement.place_changed.connect(self._on_pad_place_changed)
        body.pad.face_changed.connect(self._show_page)
        body.pad.face_changed.connect(self._settled.start)
        for changed in (workbench.state_changed, workbench.model_changed, workbench.run_started):
            changed.connect(self._show_page)
        self._preferences.follow("text_size", self._on_text_size_preferred)

    @property
    def active(self) -> bool:
        """Whether the window stands in front of a class."""
        return self._before is not None

    @Slot()
    def toggle(self) -> None:
        """Begin, or end what began."""
        if self.active:
            self.end()
        else:
            self.begin()

    def begin(
        self,
        *,
        full_screen: bool = True,
        bar: bool = True,
        keys: bool = True,
        pad_first: bool = False,
    ) -> None:
        """Show curves and pad alone, in large letters.

        Args:
            full_screen: Whether all over the screen.
            bar: Whether training can be steered by a bar above; it has the button that leads back, too.
            keys: Whether the menus' keys are heard, and Esc ends it. The menus are not to be seen.
            pad_first: Whether one comes to draw: the pad is alone until there are curves, and wide beside them.
        """
        if self.active:
            return
        window, body = self._window, self._body
        frame = (
            window.menuBar(),
            window.statusBar(),
            *body.beside(),
            body.pad_placement.edge,
            body.run_bar,
        )
        self._before = before = Before(
            layout=self._placing.layout(),
            state=window.windowState(),
            size=window.size(),
            shown=tuple(part for part in frame if not part.isHidden()),
            station=body.stations.rail.station,
            rows=body.rows.saveState(),
            splitters=self._splitters(),
            pad=body.pad_placement.standing(),
            focus=window.focusWidget(),
        )
        self._awaited, self._visited, self._is_pad_first = None, set(), pad_first
        self._hear()
        body.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # or it goes on to what comes next when its place is hidden
        for part in before.shown:
            part.setVisible(bar and part is body.run_bar)
        body.run_bar.set_presented(True)
        body.stations.set_presented(True)
        body.stations.show(body.stations.first.name)
        self._is_left_by_keys = keys
        if keys:
            self._keys = list(_actions_of(window.menuBar()))
            window.addActions(self._keys)  # those of a menu bar that is hidden are not heard
        body.pad_placement.set_place(Place.SECOND_SCREEN)  # at the right where there is none
        body.pad.set_presented(body.pad_placement.place is Place.RIGHT)
        if full_screen:
            window.setWindowState(before.state | Qt.WindowState.WindowFullScreen)
        self._show_page()
        self._fit()
        self._pointer.set_watching(True)
        self.changed.emit()

    @Slot()
    def end(self) -> None:
        """Bring everything back to where it stood."""
        before, self._before = self._before, None
        if before is None:
            return
        window, body = self._window, self._body
        self._settled.stop()
        self._pointer.set_watching(False)
        for action in self._keys:
            if isValid(action):
                window.removeAction(action)
        self._keys = []
        body.setFocus(Qt.FocusReason.OtherFocusReason)
        window.setWindowState(before.state)
        self._apply(self._preferences.value("text_size"))
        body.stations.pages.show()
        body.run_bar.set_presented(False)
        body.stations.set_presented(False)
        body.pad.set_presented(False)
        for part in before.shown:
            part.show()
        self._share_room(before)
        self._awaited = None if window.size() == before.size else before
        self._hear()
        if before.focus is not None and isValid(before.focus) and before.focus.isVisible():
            before.focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def close(self) -> bool:
        """Remember the layout as it was before, and end; tell whether there is anything to remember so."""
        before = self._before or self._awaited
        if before is None:
            return False
        remembered_layout.write(before.layout)
        self.end()
        return True

    def _hear(self) -> None:
        """Hear what happens to the windows while it counts: else every event of theirs would come by here."""
        for heard in (self._window, self._body.pad_placement.own_window):
            heard.removeEventFilter(self)
            if self.active or self._awaited is not None:
                heard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and hear the key that ends it where nothing else wants that key."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self._window:
            if self.active:
                self._settled.start()
            elif self._awaited is not None and self._window.size() == self._awaited.size:
                QTimer.singleShot(0, self, self._settle)  # as soon as what is in it has its room
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_end(event):
            if self._is_left_by_keys:
                self.end()
            return True
        return super().eventFilter(watched, event)

    def _is_end(self, event: QKeyEvent) -> bool:
        is_escape = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        return self.active and is_escape

    @Slot()
    def _settle(self) -> None:
        """Share the room once more: what was shared while the window was larger has been rounded."""
        before, self._awaited = self._awaited, None
        if before is not None and not self.active:
            self._share_room(before)
        self._hear()

    @Slot()
    def _fit(self) -> None:
        """Let letters and pad be as large as the window asks for."""
        if not self.active:
            return
        size, app = self._window.size(), _app()
        letter = QFontInfo(app.font()).pixelSize() / theme.scale()
        self._apply(percent_for(size, letter, self._preferences.value("text_size")))
        if self._body.pad_placement.place is Place.RIGHT:
            share = WIDE_PAD if self._is_pad_first else PAD_SHARE
            self._body.pad_placement.insist(round(share * size.width()))

    @Slot()
    def _show_page(self) -> None:
        """Let the pad have the room of curves that are not there, where a network waits for drawings."""
        if not self.active:
            return
        bench, body = self._workbench, self._body
        has_curves = bench.running or len(bench.history.steps) > 0
        waits = (bench.model is not None or self._is_pad_first) and body.pad.draws and not has_curves
        is_alone = waits and body.pad_placement.place is Place.RIGHT
        is_shown = not is_alone or body.stations.rail.station != body.stations.first.name
        if is_shown == body.stations.pages.isHidden():
            body.stations.pages.setVisible(is_shown)
            self._settled.start()

    @Slot(object)
    def _on_pad_place_changed(self, place: Place) -> None:
        """Let a pad that comes beside the curves have its share, and one on a screen of its own show all it has."""
        if self.active:
            self._body.pad.set_presented(place is Place.RIGHT)
            self._show_page()
            self._settled.start()

    @Slot(object)
    def _on_text_size_preferred(self, percent: int) -> None:
        if self.active:
            self._fit()
        else:
            self._apply(percent)

    def _apply(self, percent: int) -> None:
        text_size.apply(_app(), percent)

    def _splitters(self) -> dict[str, list[tuple[QSplitter, QByteArray]]]:
        found: dict[str, list[tuple[QSplitter, QByteArray]]] = {}
        for station in self._body.stations:
            page = station.place.laid_out
            splitters = [] if page is None else page.splitters().values()
            found[station.name] = [(splitter, splitter.saveState()) for splitter in splitters]
        return found

    def _share_room(self, before: Before) -> None:
        """Share the room as it was, on the pages that were seen: one that is not in sight does not take its room."""
        body = self._body
        self._window.setUpdatesEnabled(False)
        body.rows.restoreState(before.rows)
        body.pad_placement.stand(before.pad)
        for name in (*self._visited, before.station):
            body.stations.show(name)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            for splitter, state in before.splitters[name]:
                if isValid(splitter):
                    splitter.restoreState(state)
        self._window.setUpdatesEnabled(True)

    @Slot(str)
    def _on_rail_station_shown(self, name: str) -> None:
        if self.active:
            self._visited.add(name)
            self._show_page()


def _actions_of(bar: QMenuBar) -> Iterator[QAction]:
    """Return what the menus can do by a key."""
    above = list(bar.actions())
    while above:
        action = above.pop()
        menu = action.menu()
        if isinstance(menu, QMenu):
            above += menu.actions()
        elif action.shortcuts():
            yield action


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
