"""A row of example images with what the network takes each for, right or wrong; cheap to bring up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QRegion
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.look.text_size import px
from gui.look.words import listed, percent, plain_number
from gui.stations.train.strip import Strip
from gui.widgets.images import pictures
from gui.widgets.images.cells import CellRows, pad_words
from gui.widgets.images.rows import paint_row, row_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray
    from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

    from engine.inputs.feature import Feature

LEAST_SIDE, MOST_SIDE = 34, 44  # of an image, pixels
GAP = 8  # pixels from one image to the next
EDGE = 3  # pixels around the row, for frames
SMALLER = 0.85  # the font of long names in relation to the usual one
WIDEST = 1.7  # a cell in relation to its image, where the classes have long names
WIDE_ROW = 2.6  # the same of a row of numbers
NO_ARRAY = cast("NDArray[Any]", ())  # as good as an empty one, before NumPy is loaded
MOST_TOLD = 6  # features of an example that is pointed at


class ExampleStrip(Strip):
    """As many examples as have room, with the predicted class beneath each.

    A tick or a cross tells right from wrong, and a colour besides.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exampleStrip")
        self._images: NDArray[Any] = NO_ARRAY
        self._labels: NDArray[Any] = NO_ARRAY
        self._features: tuple[Feature, ...] = ()
        self._classes: tuple[str, ...] = ()
        self._longest = 0.0  # pixels, of their names
        self._font = theme.tabular_font(self.font())
        self._probabilities: NDArray[np.float32] | None = None
        self._predicted: NDArray[np.int64] | None = None
        self._pixmaps: dict[int, QPixmap] = {}
        self._drawn_for = (0, 0.0)  # side and pixel ratio that the pixmaps were made for
        self._exposed = QRegion()
        self._tell()

    def set_examples(
        self,
        images: NDArray[Any],
        labels: ArrayLike,
        classes: Sequence[str],
        features: tuple[Feature, ...] = (),
    ) -> None:
        """Show other examples, without predictions; the images are kept, not copied.

        Args:
            images: ``(N, H, W)`` grey or ``(N, H, W, 3)`` colour, uint8; with features ``(N, F)`` float32.
            labels: ``(N,)``, index of each image's class; or the number that is right, float32.
            classes: Names of the classes.
            features: What each number is; of pictures none.

        Raises:
            ValueError: If there are not as many labels as images.
        """
        labels = np.asarray(labels)
        labels = labels.astype(np.float32 if labels.dtype.kind == "f" else np.int64)
        if len(labels) != len(images):
            raise ValueError(f"{len(images)} images have {len(labels)} labels")
        self._images, self._labels, self._classes = images, labels, tuple(classes)
        self._features = features
        self._measure()
        self._probabilities = self._predicted = None
        self._pixmaps.clear()
        self.hovered = self.chosen = -1
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
        found = None if probabilities is None else probabilities.argmax(axis=1)
        if probabilities is not None and self._have_numbers:
            found = probabilities[:, 0]
        self._predicted = found
        count = self.shown()
        if before is None or self._predicted is None:
            if before is not self._predicted:
                self._tell()
                self.update()
            return
        changed = np.flatnonzero(before[:count] != self._predicted[:count])
        for place in changed:
            self.update(self.cell(int(place)))
        if len(changed):
            self._tell()

    @property
    def _have_numbers(self) -> bool:
        """Whether a number is right for each example, and no class."""
        return len(self._images) > 0 and self._labels.dtype.kind == "f"

    def shown(self) -> int:
        """Return how many examples have room."""
        return min(len(self._images), self._room())

    def right(self) -> int | None:
        """Return how many of those in sight are recognised, or None where it is not known."""
        if self._predicted is None or self._have_numbers:
            return None
        count = self.shown()
        return int((self._predicted[:count] == self._labels[:count]).sum())

    def words_of(self, index: int) -> str:
        """Return what is known of an example, such as “true 7, predicted 1 with 83 %, 7 with 12 %”."""
        words = self._answer_words(index)
        if not self._features:
            return words
        return listed((words, *row_words(self._images[index], self._features, MOST_TOLD)))

    def _answer_words(self, index: int) -> str:
        if self._have_numbers:
            return self._number_words(index)
        label = int(self._labels[index])
        if self._probabilities is None or self._predicted is None:
            return self.tr("true {label}").format(label=self._classes[label])
        predicted = int(self._predicted[index])
        shares = self._probabilities[index]
        words = self.tr("true {label}, predicted {predicted} with {percent}").format(
            label=self._classes[label],
            predicted=self._classes[predicted],
            percent=percent(float(shares[predicted]), 0),
        )
        if predicted != label:
            rest = self.tr("{label} with {percent}")
            share = percent(float(shares[label]), 0)
            words = listed((words, rest.format(label=self._classes[label], percent=share)))
        return words

    def _number_words(self, index: int) -> str:
        value = plain_number(float(self._labels[index]), 4)
        words = self.tr("true {label}").format(label=value)
        if self._predicted is None:
            return words
        answer = plain_number(float(self._predicted[index]), 4)
        return listed((words, self.tr("predicted {value}").format(value=answer)))

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

    def _grown(self, side: int) -> int:
        return px(side, share=0.4)

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + 1

    def _side(self) -> int:
        return max(
            self._grown(LEAST_SIDE),
            min(self._grown(MOST_SIDE), self.height() - self._caption_height() - 2 * EDGE),
        )

    def _cell_width(self) -> int:
        """Return the width of an image, or of its caption where the classes have long names."""
        side = self._side()
        if self._features:
            return round(WIDE_ROW * side)
        return round(min(WIDEST * side, max(side, self._longest + px(pictures.MARK_ROOM))))

    def _measure(self) -> None:
        """Choose the captions' font and find how wide the longest is; too dear to be done at each painting."""
        for scale in (1.0, SMALLER):
            self._font = theme.tabular_font(self.font(), scale=scale)
            metrics = QFontMetricsF(self._font)
            self._longest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0.0)
            if self._longest + px(pictures.MARK_ROOM) <= WIDEST * self._grown(MOST_SIDE):
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

    def count(self) -> int:
        return self.shown()

    def rows(self) -> CellRows:
        """Return where images lie, each with its frame and caption."""
        size = QSize(self._cell_width() + 2 * EDGE, self.height())
        return CellRows(max(1, self.shown()), size, self._pitch(), self.height() + GAP, reach=GAP / 2 - EDGE)

    def sizeHint(self) -> QSize:
        return QSize(10 * (40 + GAP), self._grown(40) + self._caption_height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * (LEAST_SIDE + GAP), self._grown(LEAST_SIDE) + self._caption_height() + 2 * EDGE)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._exposed = event.region()
        super().paintEvent(event)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        if not len(self._images):
            painter.setPen(theme.current().color("text_disabled"))
            words = self.tr("Examples appear here with the data.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        rows = self.rows()
        for place in range(self.shown()):
            cell = rows.cell(place)
            if self._exposed.intersects(cell):
                self._paint_example(painter, cell, place)

    def _paint_example(self, painter: QPainter, cell: QRect, place: int) -> None:
        side = self._side()
        picture = QRect(cell.center().x() - side // 2, EDGE, side, side)
        if self._features:
            picture = QRect(cell.x() + EDGE, EDGE, cell.width() - 2 * EDGE, side)
            painter.setFont(theme.tabular_font(self.font(), scale=SMALLER))
            paint_row(painter, picture.adjusted(3, 0, -3, 0), self._images[place], self._features)
            painter.setFont(self._font)
        else:
            pictures.paint_image(painter, picture, self._pixmap(place))
        role = ""
        line = QRect(cell.x(), picture.bottom() + 2, cell.width(), self._caption_height())
        if self._predicted is not None and self._have_numbers:
            target, answer = (plain_number(float(each[place])) for each in (self._labels, self._predicted))
            painter.setPen(theme.current().color("text"))
            text = painter.fontMetrics().elidedText(
                f"{target} → {answer}", Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        elif self._predicted is not None:
            is_right = self._predicted[place] == self._labels[place]
            role = "success" if is_right else "error"
            name = self._classes[int(self._predicted[place])]
            pictures.paint_answer(painter, line, name, role, is_right=bool(is_right))
        if place == self.chosen and self.hasFocus():
            role = "text"
        elif place == self.hovered:
            role = "accent"
        elif self._features and not role:
            role = "border"  # or one row would run into the next
        if role:
            pictures.paint_frame(painter, picture, role)

    def _pixmap(self, index: int) -> QPixmap:
        """Return an example at the size it is drawn, kept until that size changes."""
        drawn_for = (self._side(), self.devicePixelRatioF())
        if drawn_for != self._drawn_for:
            self._pixmaps.clear()
            self._drawn_for = drawn_for
        if index not in self._pixmaps:
            self._pixmaps[index] = pictures.scaled(self._images[index], *drawn_for)
        return self._pixmaps[index]

    # Pointing and keys

    def click_words(self) -> str:
        return pad_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._measure()
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
            self.update()
        super().changeEvent(event)
