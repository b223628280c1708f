"""A painted picture of trials: a press or a key chooses one, the mouse over it says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme
from gui.look.colours import contrast
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import joined
from gui.stations.sweep import words
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from gui.look.spoken import Words
    from gui.stations.sweep.scene import Scene

BACK, ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
WORST, BEST = (
    0.28,
    0.42,
)  # how much of blue is in the colour of the worst, and of the words' in that of the best


class TrialPicture(Painted):
    """Draws a sweep.

    Args:
        name: Its object name.
        title: What it shows, for those who hear the window.
        parent: The widget it belongs to.

    Signals:
        chosen: Trials are to be looked at (their numbers, the foremost first).
    """

    chosen = Signal(object)

    def __init__(self, name: str, title: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name=name, accessible=title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.scene: Scene | None = None
        self.hovered: tuple[int, ...] = ()
        follow_language(self, self._say)

    def sizeHint(self) -> QSize:
        return QSize(520, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260, share=0.5), px(170, share=0.5))

    def set_scene(self, scene: Scene) -> None:
        """Draw a sweep as it stands."""
        self.scene = scene
        self._say()
        self.update()

    def _say(self) -> None:
        scene = self.scene
        if scene is None:
            return
        chosen = [scene.by_number[number] for number in scene.chosen if number in scene.by_number]
        goal = scene.sweep.plan.goal
        spoken = chosen[:1] or ([scene.best] if scene.best is not None else [])
        text = joined(words.trial_words(trial, goal, scene.labels) for trial in spoken)
        if chosen or not text:
            self.setAccessibleDescription(text)
        else:
            self.setAccessibleDescription(self.tr("The best so far: {trial}").format(trial=text))

    # What a picture answers

    def numbers_at(self, _point: QPointF) -> tuple[int, ...]:
        """Return the numbers of the trials that are meant by a place, the foremost first."""
        raise NotImplementedError

    def order(self) -> Sequence[tuple[int, ...]]:
        """Return what the arrow keys go through, one after another: numbers of trials that are chosen together."""
        raise NotImplementedError

    def draw(self, painter: QPainter, scene: Scene) -> None:
        """Draw a sweep."""
        raise NotImplementedError

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.scene is None:
            return
        self.choose(
            self.numbers_at(event.position()),
            more=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.numbers_at(event.position()) if self.scene is not None else ())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(())

    def _hover(self, numbers: tuple[int, ...]) -> None:
        if numbers != self.hovered:
            self.hovered = numbers
            self.setCursor(Qt.CursorShape.PointingHandCursor if numbers else Qt.CursorShape.ArrowCursor)
            self.update()

    def choose(self, numbers: tuple[int, ...], *, more: bool = False) -> None:
        """Tell which trials are chosen now: these alone, or as well as those before; pressed again, they are not."""
        before = self.scene.chosen if self.scene is not None else ()
        if more and numbers:
            same = set(numbers) <= set(before)
            rest = tuple(number for number in before if number not in numbers)
            numbers = rest if same else (*numbers, *rest)
        if numbers != before:
            self.chosen.emit(numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from trial to trial, to the first or the last, or choose none."""
        order, key = self.order() if self.scene is not None else (), event.key()
        if key == Qt.Key.Key_Escape and self.scene is not None and self.scene.chosen:
            self.choose(())
        elif order and key in (*BACK, *ON, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(order[self._next_place(order, key)])
        else:
            super().keyPressEvent(event)

    def _next_place(self, order: Sequence[tuple[int, ...]], key: int) -> int:
        chosen = self.scene.chosen if self.scene is not None else ()
        place = next((place for place, each in enumerate(order) if chosen and chosen[0] in each), None)
        if key == Qt.Key.Key_Home or (place is None and key in ON):
            return 0
        if key == Qt.Key.Key_End or place is None:
            return len(order) - 1
        return min(max(place + (1 if key in ON else -1), 0), len(order) - 1)

    def tip_at(self, point: QPoint) -> str:
        """Return what lies at a place."""
        scene, numbers = self.scene, self.numbers_at(QPointF(point)) if self.scene is not None else ()
        if scene is None or not numbers:
            return ""
        told = [scene.by_number[number] for number in numbers[:1] if number in scene.by_number]
        return "\n".join(words.trial_words(trial, scene.sweep.plan.goal, scene.labels) for trial in told)

    # Painting

    def small_font(self) -> QFont:
        """Return the font of words in the picture."""
        return theme.tabular_font(self.font(), scale=0.9)

    def small_metrics(self) -> QFontMetricsF:
        """Return how large they are."""
        return QFontMetricsF(self.small_font())

    def paint(self, painter: QPainter) -> None:
        look, scene = theme.current(), self.scene
        painter.fillRect(self.rect(), look.color("surface"))
        painter.setFont(self.small_font())
        if scene is not None:
            self.draw(painter, scene)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(look.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def colour_of(share: float) -> QColor:
    """Return the colour of how good something is, 0 to 1: from pale to strong in one hue, which all eyes tell."""
    look = theme.current()
    ground, blue, ink = (look.color(role) for role in ("surface", "positive", "text"))
    pale, strong = _between(ground, blue, WORST), _between(blue, ink, BEST)
    return _between(pale, blue, 2 * share) if share < 0.5 else _between(blue, strong, 2 * share - 1)


def ink_on(colour: QColor) -> QColor:
    """Return in which colour words are read on another: black or white, one of which has a contrast of 4.5 to any."""
    return max((QColor("black"), QColor("white")), key=lambda ink: contrast(ink, colour))


def _between(first: QColor, second: QColor, share: float) -> QColor:
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
