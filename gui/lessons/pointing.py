"""What a step points at: found in the window, brought into sight, and outlined without being touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from engine.lessons.places import PLACES, STATION, Place, parted
from gui.look import theme
from gui.look.text_size import px
from gui.widgets.fields.fold import bring_into_sight
from gui.widgets.fields.segments import Segments
from gui.widgets.fields.settings_form import SettingsForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.window.body import WindowBody

AROUND, WIDTH, ROUND = 3, 2, 6  # pixels: between a control and its outline, of the line, of its corners
MOVES = (
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange,
    QEvent.Type.LayoutRequest,
)  # fmt: skip
SETTING_PAGES = {
    "data": "data",
    "evaluation": "evaluate",
}  # of what begins so; all others stand on the page Train
LAYERS = "network.hidden"
OF_A_STEP = ("", "microscope", "step-batch", "pad", "canvas")  # looked at beside the microscope


class Pointing(QObject):
    """Finds what lessons name.

    Args:
        body: What is in the window.
        window: The window.
    """

    def __init__(self, body: WindowBody, window: QWidget) -> None:
        super().__init__(window)
        self._body = body
        self._window = window
        self._look = ""
        self._outline: Outline | None = None

    @property
    def target(self) -> QWidget | None:
        """What is outlined now."""
        return None if self._outline is None else self._outline.target

    def point(self, look: str) -> None:
        """Outline something from now on, wherever it comes to stand; nothing where it is empty."""
        self._look = look
        self.follow()

    def bring(self) -> None:
        """Turn to the page that it is on, unfold and scroll to it; a page itself is only pointed at on the rail."""
        place = PLACES.get(self._look)
        stations, pad = self._body.stations, self._body.pad
        if self._look.startswith(STATION) or not self._look:
            pass
        elif place is None:
            page = stations[SETTING_PAGES.get(self._look.partition(".")[0], "train")]
            stations.show(page.name)
        elif place.station or place.shows_at:
            stations.show(place.station or place.shows_at)
            if place.view and stations[place.station].view() != place.view:
                stations[place.station].show_view(place.view)
        elif any(pad is part or pad.isAncestorOf(part) for part in self._named(place)):
            self._body.pad_placement.bring_back()
        if self._look not in OF_A_STEP and stations.rail.station == "train" and stations["train"].view():
            stations["train"].page.show_microscope(shown=False)  # it lies over what is meant
        target = self._find(is_wanted=True)
        if target is not None:
            bring_into_sight(target)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Outline what is to be pointed at where it is in sight now."""
        target = self._find() if self._look else None
        if target is None:
            if self._outline is not None:
                self._outline.set_target(None)
            return
        top = target.window()
        if self._outline is None or not isValid(self._outline) or self._outline.parentWidget() is not top:
            self.take_away()
            self._outline = Outline(top)
        self._outline.set_target(target)

    def take_away(self) -> None:
        """Outline nothing."""
        outline, self._outline = self._outline, None
        if outline is not None and isValid(outline):
            outline.set_target(None)
            outline.deleteLater()

    def _find(self, *, is_wanted: bool = False) -> QWidget | None:
        """Return the widget that is meant; None where it is not in sight, unless it is to be brought there."""
        if self._look.startswith(STATION):
            found: Iterator[QWidget] = self._of_page(*parted(self._look.removeprefix(STATION)))
        elif self._look in PLACES:
            found = self._named(PLACES[self._look])
        else:
            found = self._of_setting(self._look)
        parts = list(found)
        in_sight = next((part for part in parts if part.isVisible()), None)
        return in_sight or (next(iter(parts), None) if is_wanted else None)

    def _of_page(self, name: str, view: str) -> Iterator[QWidget]:
        stations = self._body.stations
        if view and stations.rail.station == name and stations[name].is_built:
            for segments in stations[name].page.findChildren(Segments):
                if segments.has(view):
                    yield segments.button(view)
        button = stations.rail.findChild(QWidget, f"{name}StationButton")
        if button is not None:
            yield button

    def _named(self, place: Place) -> Iterator[QWidget]:
        stations, pad = self._body.stations, self._body.pad
        tops = (self._window, pad.window()) if not place.station else (stations[place.station].place,)
        for name in place.objects:
            for top in tops:
                yield from top.findChildren(QWidget, name)

    def _of_setting(self, path: str) -> Iterator[QWidget]:
        if path == LAYERS:
            yield from self._named(PLACES["layers"])
            return
        for station in self._body.stations:
            for form in station.page.findChildren(SettingsForm) if station.is_built else ():
                if path in form.paths():
                    yield form.row(path).field


class Outline(QWidget):
    """A frame around a control that lies over everything and takes no part in anything.

    Args:
        parent: The window; the frame lies over all that is in it.
    """

    target: QWidget | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lessonOutline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._followed: list[QWidget] = []
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        self.hide()

    def set_target(self, target: QWidget | None) -> None:
        """Frame a control, as it moves and changes; nothing where it is None."""
        if target is not self.target:
            for part in self._followed:
                if isValid(part):
                    part.removeEventFilter(self)
            self.target = target
            self._followed = [] if target is None else list(_up(target))
            for part in self._followed:
                part.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def _place(self) -> None:
        """Lie around what is seen of the control."""
        target, window = self.target, self.parentWidget()
        if window is None or target is None or not isValid(target):
            self.hide()
            return
        if not target.isVisible() or not window.isAncestorOf(target):  # the pad may go to a window of its own
            self.hide()
            return
        seen = _seen(target, window)
        if seen.isEmpty():
            self.hide()
            return
        around = px(AROUND + WIDTH)
        area = seen.adjusted(-around, -around, around, around).intersected(window.rect())
        if area != self.geometry():
            self.setGeometry(area)
            edge = px(WIDTH) + 2 + px(ROUND) // 2  # within it the frame leaves everything to be painted alone
            inner = QRect(QPoint(), area.size()).adjusted(edge, edge, -edge, -edge)
            self.setMask(QRegion(QRect(QPoint(), area.size())) - QRegion(inner))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = px(WIDTH)
        painter.setPen(QPen(theme.current().color("accent"), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(ROUND), px(ROUND))
        painter.end()

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self.update()


def _seen(target: QWidget, window: QWidget) -> QRect:
    """Return the part of a widget that nothing it is in cuts off, in the window; its own parts may cover it."""
    area, part = target.rect(), target
    while part is not window:
        above = part.parentWidget()
        if above is None:
            break
        area = area.translated(part.pos()).intersected(above.rect())
        part = above
    return area


def _up(widget: QWidget) -> Iterator[QWidget]:
    """Go from a widget up to its window."""
    above: QWidget | None = widget
    while above is not None:
        yield above
        if above.isWindow():
            return
        above = above.parentWidget()
