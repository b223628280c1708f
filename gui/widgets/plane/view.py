"""The plane: points, and behind them what the network answers at every place, live within a budget."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.plane.ground import Plane
from engine.errors import NetSketchError
from engine.goals import number
from engine.goals.registry import CLASSES
from gui.look import theme
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.text_size import px
from gui.look.words import joined, listed, plain_number
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.painted import Painted
from gui.widgets.plane.field import answer_picture
from gui.widgets.plane.heights import Heights, height_stamp, heights_of, heights_picture
from gui.widgets.plane.marks import ROOM, cross_stamp, size_on, stamp
from gui.widgets.plane.points import PlanePoints, no_points, points_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QHideEvent, QImage, QShowEvent

    Predictor = Callable[[NDArray[np.float32]], NDArray[np.float32]]

log = logging.getLogger(__name__)

LIVE_SIDE, STILL_SIDE = (
    32,
    120,
)  # places along an edge that the network is asked about, in training and after it
LIVE_SHARE = (
    0.01  # of the time while training; half of what it may cost, as training waits for the window, too
)
LIVE_LONGEST = 1.0  # seconds between two pictures then, however long one takes
EDGE = 1.0  # pixels of the frame
LEAST = 140  # pixels


class PlaneView(Painted):
    """A square with points on it, and the network's answer behind them.

    Nothing is asked while nobody looks; whoever looks then gets it at once.

    Attributes:
        pictures: How many times the network's answer was made a picture so far.
        asking_seconds: Seconds of the processor that asking the network, making these pictures and painting them took.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = 0
        self.asking_seconds = 0.0
        self._plane = Plane(("x", "y"))
        self._points: PlanePoints = no_points()
        self._classes: tuple[str, ...] = ()
        self._predictor: Predictor | None = None
        self._known: tuple[str, ...] = ()  # classes of the network
        self._goal = CLASSES.name  # of the network
        self._picture: QImage | None = None
        self._answers: NDArray[np.float32] | None = None  # of the places behind the picture
        self._wrong: NDArray[np.int64] = np.zeros(0, np.int64)
        self._off: NDArray[np.float64] = np.zeros(0)  # how far each point's number is from the network's
        self._is_live = False
        self._is_stale = False
        self._rows: NDArray[np.float32] | None = None  # of the grid, then of the points
        self._side = STILL_SIDE
        self._layer: QPixmap | None = None
        self._cross: QPixmap | None = None
        self._empty: Words = ""
        self._painted = 0.0
        self._budget = RepaintBudget(LIVE_SHARE, LIVE_LONGEST)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said(self.setAccessibleName, lambda: self.tr("Plane"))
        follow_language(self, self._tell)

    # What is shown

    @property
    def plane(self) -> Plane:
        """The plane that the network is asked about."""
        return self._plane

    @property
    def points(self) -> PlanePoints:
        """The points that are shown."""
        return self._points

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes of the points; those of the network where there are none."""
        return self._classes or self._known

    @property
    def gives_number(self) -> bool:
        """Whether the network gives a number at each place; where there is none, whether the points have one."""
        if self._predictor is None and len(self._points):
            return self._points.have_numbers
        return self._goal == number.GOAL.name

    @property
    def heights(self) -> Heights:
        """Which numbers get which colours: by those of the points, else by the answers."""
        if self._points.have_numbers:
            return heights_of(self._points.labels)
        return heights_of(np.zeros(0) if self._answers is None else self._answers[:, 0])

    @property
    def _is_of_points(self) -> bool:
        """Whether the network is to find what the points have."""
        return self._known == self._classes and self._points.have_numbers is (self._goal == number.GOAL.name)

    @property
    def has_network(self) -> bool:
        """Whether there is a network to ask."""
        return self._predictor is not None

    def set_plane(self, plane: Plane) -> None:
        """Show another plane, such as one with other features."""
        if plane != self._plane:
            self._plane = plane
            self._forget()

    def set_points(
        self,
        places: NDArray[np.float32],
        labels: NDArray[Any],
        is_test: NDArray[np.bool_],
        classes: Sequence[str],
    ) -> None:
        """Show other points.

        Args:
            places: ``(N, 2)``, x to the right and y up.
            labels: ``(N,)`` their classes, int64; or their numbers, float32.
            is_test: ``(N,)``, those that are not learnt from.
            classes: The names of the classes; of numbers that of the target.
        """
        self._points = points_of(places, labels, is_test)
        self._classes = tuple(classes)
        self._forget()

    def set_predictor(
        self, predictor: Predictor | None, classes: Sequence[str], goal: str = CLASSES.name
    ) -> None:
        """Take another network.

        Args:
            predictor: From rows ``(N, F)`` float32 to probabilities ``(N, classes)``, or numbers ``(N, 1)``; None while
                there is none.
            classes: The names of its classes, or of its number.
            goal: What it gives.
        """
        self._predictor, self._known, self._goal = predictor, tuple(classes), goal
        self._picture, self._answers = None, None
        self._wrong = np.zeros(0, np.int64)
        self.refresh()

    def set_live(self, is_live: bool) -> None:
        """Say whether the network is in training, so that little time may go into pictures of it."""
        if is_live != self._is_live:
            self._is_live = is_live
            self._budget.reset()
            self._rows = None
            self.refresh()

    def set_opaque(self) -> None:
        """Paint the window's ground by itself: what lies behind is not painted anew with every picture then."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_empty_text(self, text: Words) -> None:
        """Change what is said where there are neither points nor a network."""
        self._empty = text
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others; soon, and as often as the budget allows."""
        self._is_stale = True
        if self.isVisible():
            wait = round(1000 * self._budget.pause(time.perf_counter())) if self._is_live else 0
            if not self._timer.isActive() or wait < self._timer.remainingTime():
                self._timer.start(wait)

    @Slot()
    def catch_up(self) -> None:
        """Ask now where that is still to be done."""
        if self._is_stale:
            self._timer.stop()
            self._ask()

    def wrong(self) -> NDArray[np.int64]:
        """Return which of the points shown the network takes for something else."""
        self.catch_up()
        return self._wrong

    def answer_at(self, x: float, y: float) -> NDArray[np.float32] | None:
        """Return the network's probabilities at a place, ``(classes,)``; None without a network."""
        if self._predictor is None:
            return None
        try:
            answer = self._predictor(self._plane.rows(np.array([[x, y]], np.float32)))
        except NetSketchError:
            return None
        return answer[0] if np.isfinite(answer).all() else None

    def _forget(self) -> None:
        self._rows = self._layer = None
        self._wrong = np.zeros(0, np.int64)
        self._tell()
        self.refresh()
        self.update()

    # Asking

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self._is_stale and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        """Ask the network about every place and every point, in one go."""
        self._is_stale = False
        started = time.thread_time()
        if self._predictor is not None:
            if self._rows is None:
                self._side = LIVE_SIDE if self._is_live else STILL_SIDE
                rows = self._plane.grid_rows(self._side), self._plane.rows(self._points.places)
                self._rows = np.concatenate(rows)
            try:
                self._take(self._predictor(self._rows))
            except NetSketchError:
                self._take(None)
            except Exception:
                log.exception("The plane got no answer")
                self._take(None)
            self.pictures += 1
            self._tell()
        # What is waited for while training computes is not taken from it, so the thread's own time counts. Painting
        # comes later in the event loop: that of the picture before is counted.
        spent, now = time.thread_time() - started + self._painted, time.perf_counter()
        self.asking_seconds += spent
        self._painted = 0.0
        self._budget.spent(now - spent, now)
        self.update()

    def _take(self, answers: NDArray[np.float32] | None) -> None:
        self._answers, self._picture = None, None
        self._wrong = np.zeros(0, np.int64)
        if answers is None or answers.ndim != 2 or not len(self._known):
            return
        field, of_points = answers[: self._side**2], answers[self._side**2 :]
        self._answers = field
        self._picture = self._made_picture()
        self._off = np.zeros(0)
        if self._is_of_points and self._points.have_numbers:
            self._off = np.abs(of_points[:, 0].astype(np.float64) - self._points.labels)
        elif self._is_of_points:
            self._wrong = np.flatnonzero(of_points.argmax(axis=1) != self._points.labels)

    def _made_picture(self) -> QImage | None:
        """Return the answers as a picture."""
        if self._answers is None:
            return None
        if self._goal == number.GOAL.name:
            return heights_picture(self._answers, self._side, self.heights)
        return answer_picture(self._answers, self._side)

    def _tell(self) -> None:
        """Say what is there for those who hear the window."""
        if self._points.have_numbers:
            self.setAccessibleDescription(self._numbers_told())
            return
        counts = np.bincount(self._points.labels, minlength=len(self._classes))
        of_classes = [
            self.tr("{name}: {count}").format(name=name, count=int(count))
            for name, count in zip(self._classes, counts, strict=False)
        ]
        words = [
            self.tr("Points of each class: {counts}.").format(counts=listed(of_classes)) if of_classes else ""
        ]
        if self._picture is not None and len(self._points) and self._is_of_points:
            words.append(
                self.tr("The network takes {wrong} of {count} for something else.").format(
                    wrong=len(self._wrong), count=len(self._points)
                )
            )
        text = joined(words)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _numbers_told(self) -> str:
        """Say of points with numbers what there is."""
        labels = self._points.labels
        if not len(labels):
            return ""
        words = [
            self.tr("{count} points; {name} from {low} to {high}.").format(
                count=len(labels),
                name=self._classes[0],
                low=plain_number(float(labels.min())),
                high=plain_number(float(labels.max())),
            )
        ]
        if len(self._off):
            off = plain_number(float(self._off.mean()))
            words.append(self.tr("The network is off by {off} on average.").format(off=off))
        return joined(words)

    # Where things are

    def area(self) -> QRectF:
        """Return where the plane lies in the widget: the largest square."""
        side = max(1.0, min(self.width(), self.height()) - 2 * EDGE)
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def point_size(self) -> float:
        """Return how many pixels it is from the middle of a point to its edge."""
        return size_on(self.area().width(), len(self._points))

    def scale(self) -> tuple[float, float]:
        """Return the pixels of a unit along either axis."""
        area, plane = self.area(), self._plane
        (left, right), (low, high) = plane.x_range, plane.y_range
        return area.width() / (right - left), area.height() / (high - low)

    def pixel_of(self, x: float, y: float) -> QPointF:
        """Return where a place of the plane lies in the widget."""
        area, (across, up) = self.area(), self.scale()
        return QPointF(
            area.left() + (x - self._plane.x_range[0]) * across,
            area.bottom() - (y - self._plane.y_range[0]) * up,
        )

    def place_of(self, point: QPointF) -> tuple[float, float]:
        """Return the place of the plane at a point of the widget, the nearest one beside the plane."""
        area, (across, up) = self.area(), self.scale()
        x = self._plane.x_range[0] + (point.x() - area.left()) / across
        y = self._plane.y_range[0] + (area.bottom() - point.y()) / up
        return self._plane.within(x, y)

    def _pixels(self, places: NDArray[np.float32]) -> list[tuple[float, float]]:
        area, scale = self.area(), self.scale()
        x = area.left() + (places[:, 0] - self._plane.x_range[0]) * scale[0]
        y = area.bottom() - (places[:, 1] - self._plane.y_range[0]) * scale[1]
        found: list[tuple[float, float]] = np.column_stack([x, y]).tolist()
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST, share=0.4), px(LEAST, share=0.4))

    # Painting

    def paint(self, painter: QPainter) -> None:
        started = time.thread_time()
        self._paint(painter)
        self._painted += time.thread_time() - started

    def _paint(self, painter: QPainter) -> None:
        look, area = theme.current(), self.area()
        if self.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent):
            painter.fillRect(self.rect(), look.color("window"))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._picture)
        else:
            painter.fillRect(area, look.color("surface"))
        self._paint_axes(painter, area)
        painter.drawPixmap(0, 0, self._points_layer())
        if len(self._wrong):
            self._paint_crosses(painter)
        empty = words_of(self._empty)
        if empty and not len(self._points) and self._picture is None:
            painter.setPen(look.color("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(16, 16, -16, -16), int(flags), empty)
        self.paint_over(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("accent" if self.hasFocus() else "border_strong"), 1.0))
        painter.drawRect(area)

    def _paint_crosses(self, painter: QPainter) -> None:
        if self._cross is None:
            self._cross = cross_stamp(ratio=self.devicePixelRatioF(), size=self.point_size())
        for x, y in self._pixels(self._points.places[self._wrong]):
            painter.drawPixmap(round(x - ROOM), round(y - ROOM), self._cross)

    def paint_over(self, painter: QPainter) -> None:
        """Draw what lies above the points, such as the one that is chosen."""

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        look, plane = theme.current(), self._plane
        painter.setPen(QPen(look.color("border_strong", 110), 1.0))
        zero = self.pixel_of(0, 0)
        if plane.x_range[0] < 0 < plane.x_range[1]:
            painter.drawLine(QLineF(zero.x(), area.top(), zero.x(), area.bottom()))
        if plane.y_range[0] < 0 < plane.y_range[1]:
            painter.drawLine(QLineF(area.left(), zero.y(), area.right(), zero.y()))
        font = theme.tabular_font(self.font(), scale=0.85)
        metrics, room = QFontMetricsF(font), area.width() / 2 - 8
        painter.setFont(font)
        painter.setPen(look.color("text_muted"))
        across, up = (metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in plane.axes)
        below, above = area.bottom() - 4, area.top() + metrics.ascent() + 2
        has_zero = plane.y_range[0] < 0 < plane.y_range[1]
        level = zero.y() - 4 if has_zero else below
        painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(across) - 5, level), across)
        beside = zero.x() if plane.x_range[0] < 0 < plane.x_range[1] else area.left()
        painter.drawText(QPointF(beside + 5, above), up)

    def _points_layer(self) -> QPixmap:
        """Return all points as one picture, kept until they, the size or the colours are others."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._layer is not None and self._layer.size() == size:
            return self._layer
        layer = QPixmap(size)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        points = self._points
        make = height_stamp if points.have_numbers else stamp
        labels = self.heights.levels(points.labels) if points.have_numbers else points.labels.tolist()
        kinds = {
            (index, hollow): make(index, is_hollow=hollow, ratio=ratio, size=self.point_size())
            for index in sorted(set(labels))
            for hollow in (False, True)
        }
        pixels = self._pixels(points.places)
        for (x, y), label, hollow in zip(pixels, labels, points.is_test.tolist(), strict=True):
            picture = kinds[label, hollow]
            half = picture.width() / ratio / 2
            painter.drawPixmap(QPointF(x - half, y - half), picture)
        painter.end()
        self._layer, self._cross = layer, None
        return layer

    def forget_colours(self) -> None:
        """Draw points and answers in the colours of another theme."""
        self._layer = self._cross = None
        self._picture = self._made_picture()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._budget.reset()
        self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        """Ask soon where that was not done while nobody looked."""
        if self._is_stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
