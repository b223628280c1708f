"""A row of example images with what the network takes each for, right or wrong; cheap to bring up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.look import theme
from gui.widgets.images import example_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from engine.data.dataset import Dataset

LEAST_SIDE, MOST_SIDE = 34, 44  # of an image, pixels
GAP = 8  # pixels from one image to the next
EDGE = 3  # pixels around the row, for frames
SMALLER = 0.85  # the font of long names in relation to the usual one
WIDEST = 1.7  # a cell in relation to its image, where the classes have long names


def pick_examples(dataset: Dataset, count: int, seed: int = 0) -> NDArray[np.int64]:
    """Return which images to show: the classes in turn, again and again, each time another image of a class.

    The first of many are the same as few.

    Args:
        dataset: Where they are from.
        count: How many are wanted; fewer come where there are fewer.
        seed: Decides which.

    Returns:
        Their indices.
    """
    generator = np.random.default_rng(seed)
    of_classes = [
        generator.permutation(np.flatnonzero(dataset.labels == label))
        for label in range(len(dataset.classes))
    ]
    rounds = max((len(indices) for indices in of_classes), default=0)
    picked: list[int] = []
    for turn in range(rounds):
        picked += [int(indices[turn]) for indices in of_classes if turn < len(indices)]
        if len(picked) >= count:
            break
    return np.array(picked[:count], np.int64)


class ExampleStrip(QWidget):
    """As many examples as have room, with the predicted class beneath each.

    A tick or a cross tells right from wrong, and a colour besides. Left and right go through the images, Enter
    activates one.

    Signals:
        example_activated: An image was clicked (its index, int).
    """

    example_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exampleStrip")
        self._images: NDArray[np.uint8] = np.zeros((0, 28, 28), np.uint8)
        self._labels: NDArray[np.int64] = np.zeros(0, np.int64)
        self._classes: tuple[str, ...] = ()
        self._longest = 0.0  # pixels, of their names
        self._font = theme.tabular_font(self.font())
        self._probabilities: NDArray[np.float32] | None = None
        self._predicted: NDArray[np.int64] | None = None
        self._pixmaps: dict[int, QPixmap] = {}
        self._drawn_for = (0, 0.0)  # side and pixel ratio that the pixmaps were made for
        self._hovered = self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        self._tell()

    def set_examples(self, images: NDArray[np.uint8], labels: ArrayLike, classes: Sequence[str]) -> None:
        """Show other examples, without predictions; the images are kept, not copied.

        Args:
            images: ``(N, H, W)`` grey or ``(N, H, W, 3)`` colour, uint8.
            labels: ``(N,)``, index of each image's class.
            classes: Names of the classes.

        Raises:
            ValueError: If there are not as many labels as images.
        """
        labels = np.asarray(labels, np.int64)
        if len(labels) != len(images):
            raise ValueError(f"{len(images)} images have {len(labels)} labels")
        self._images, self._labels, self._classes = images, labels, tuple(classes)
        self._measure()
        self._probabilities = self._predicted = None
        self._pixmaps.clear()
        self._hovered = self._current = -1
        self._tell()
        self.update()

    def set_probabilities(self, probabilities: NDArray[np.float32] | None) -> None:
        """Show what the network takes the images for; only images that it sees otherwise are painted anew.

        Args:
            probabilities: ``(N, classes)`` float32, or None for not known.

        Raises:
            ValueError: If there are not as many rows as images.
        """
        if probabilities is not None and probabilities.shape != (len(self._images), len(self._classes)):
            form = (len(self._images), len(self._classes))
            raise ValueError(f"probabilities of shape {form} are needed, not {probabilities.shape}")
        before, self._probabilities = self._predicted, probabilities
        self._predicted = None if probabilities is None else probabilities.argmax(axis=1)
        count = self.shown()
        if before is None or self._predicted is None:
            if before is not self._predicted:
                self._tell()
                self.update()
            return
        changed = np.flatnonzero(before[:count] != self._predicted[:count])
        for place in changed:
            self.update(self._cell(int(place)))
        if len(changed):
            self._tell()

    def shown(self) -> int:
        """Return how many examples have room."""
        return min(len(self._images), self._room())

    def example_at(self, x: float) -> int:
        """Return the index of the example at ``x``, or -1."""
        place = int((x - EDGE + GAP / 2) // self._pitch())
        return place if 0 <= place < self.shown() else -1

    def right(self) -> int | None:
        """Return how many of those in sight are recognised, or None where it is not known."""
        if self._predicted is None:
            return None
        count = self.shown()
        return int((self._predicted[:count] == self._labels[:count]).sum())

    def words_of(self, index: int) -> str:
        """Return what is known of an example, such as “true 7, predicted 1 with 83 %, 7 with 12 %”."""
        label = int(self._labels[index])
        if self._probabilities is None or self._predicted is None:
            return self.tr("true {label}").format(label=self._classes[label])
        predicted = int(self._predicted[index])
        shares = self._probabilities[index]
        words = self.tr("true {label}, predicted {predicted} with {percent}\u00a0%").format(
            label=self._classes[label],
            predicted=self._classes[predicted],
            percent=round(100 * float(shares[predicted])),
        )
        if predicted != label:
            rest = self.tr("{label} with {percent}\u00a0%")
            percent = round(100 * float(shares[label]))
            words = f"{words}, {rest.format(label=self._classes[label], percent=percent)}"
        return words

    def _tell(self) -> None:
        """Say how many are right for those who hear the window."""
        self.setAccessibleName(self.tr("Examples"))
        right = self.right()
        words = self.tr("{count} examples").format(count=self.shown())
        if not len(self._images):
            words = self.tr("No examples yet")
        elif right is not None:
            words = self.tr("{right} of {count} examples are recognised").format(
                right=right, count=self.shown()
            )
        self.setAccessibleDescription(words)

    # Measures

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + 1

    def _side(self) -> int:
        return max(LEAST_SIDE, min(MOST_SIDE, self.height() - self._caption_height() - 2 * EDGE))

    def _cell_width(self) -> int:
        """Return the width of an image, or of its caption where the classes have long names."""
        side = self._side()
        return round(min(WIDEST * side, max(side, self._longest + example_picture.MARK_ROOM)))

    def _measure(self) -> None:
        """Choose the captions' font and find how wide the longest is; too dear to be done at each painting."""
        for scale in (1.0, SMALLER):
            self._font = theme.tabular_font(self.font(), scale=scale)
            metrics = QFontMetricsF(self._font)
            self._longest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
            if self._longest + example_picture.MARK_ROOM <= WIDEST * MOST_SIDE:
                break

    def _room(self) -> int:
        """Return how many examples would have room."""
        return max(1, (self.width() - 2 * EDGE + GAP) // (self._cell_width() + GAP))

    def _pitch(self) -> float:
        """Return the pixels from one image to the next; what is left over in a full row is shared out."""
        width, room = self._cell_width(), self._room()
        if room == 1 or len(self._images) < room:
            return width + GAP
        return (self.width() - 2 * EDGE - width) / (room - 1)

    def _cell(self, place: int) -> QRect:
        """Return what an example takes, its frame and caption with it."""
        return QRect(round(place * self._pitch()), 0, self._cell_width() + 2 * EDGE, self.height())

    def sizeHint(self) -> QSize:
        return QSize(10 * (40 + GAP), 40 + self._caption_height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (LEAST_SIDE + GAP), LEAST_SIDE + self._caption_height() + 2 * EDGE)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        if not len(self._images):
            painter.setPen(look.color("text_disabled"))
            words = self.tr("Examples appear here with the data.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        for place in range(self.shown()):
            cell = self._cell(place)
            if event.region().intersects(cell):
                self._paint_example(painter, cell, place)
        painter.end()

    def _paint_example(self, painter: QPainter, cell: QRect, place: int) -> None:
        side = self._side()
        picture = QRect(cell.center().x() - side // 2, EDGE, side, side)
        example_picture.paint_image(painter, picture, self._pixmap(place))
        role = ""
        if self._predicted is not None:
            is_right = self._predicted[place] == self._labels[place]
            role = "success" if is_right else "error"
            line = QRect(cell.x(), picture.bottom() + 2, cell.width(), self._caption_height())
            name = self._classes[int(self._predicted[place])]
            example_picture.paint_answer(painter, line, name, role, is_right=bool(is_right))
        if place == self._current and self.hasFocus():
            role = "text"
        elif place == self._hovered:
            role = "accent"
        if role:
            example_picture.paint_frame(painter, picture, role)

    def _pixmap(self, index: int) -> QPixmap:
        """Return an example at the size it is drawn, kept until that size changes."""
        drawn_for = (self._side(), self.devicePixelRatioF())
        if drawn_for != self._drawn_for:
            self._pixmaps.clear()
            self._drawn_for = drawn_for
        if index not in self._pixmaps:
            self._pixmaps[index] = example_picture.scaled(self._images[index], *drawn_for)
        return self._pixmaps[index]

    # Pointing and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.example_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.example_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._go(index)
            self.example_activated.emit(index)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.shown() - 1
        moves = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._go(min(max(moves[key], 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._current <= last:
            self.example_activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current < 0 and len(self._images):
            self._current = 0
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go(self, index: int) -> None:
        self._current = index
        self.setAccessibleDescription(self.words_of(index))
        self.update()

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            if index >= 0:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.example_at(event.pos().x())
            text = "" if index < 0 else self.words_of(index)
            QToolTip.showText(event.globalPos(), text, self)  # no text hides what was shown
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
            self.update()
        super().changeEvent(event)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self.update()


if __name__ == "__main__":
    from gui.widgets.demo import show

    def demo() -> ExampleStrip:
        """Show generated digits, most of them recognised."""
        from engine.data.datasets import load

        data = load("generated")
        chosen = data.subset(pick_examples(data, 20))
        strip = ExampleStrip()
        strip.set_examples(chosen.images, chosen.labels, chosen.classes)
        shares = np.full((20, 10), 0.03, np.float32)
        shares[np.arange(20), chosen.labels] = 0.73
        shares[[3, 7], [8, 1]] = 0.9
        strip.set_probabilities(shares)
        return strip

    show(demo)
