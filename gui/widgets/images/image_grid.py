"""Thousands of small images in rows, of which only those in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.look import theme
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, said, words_of
from gui.look.text_size import px
from gui.widgets.images.cells import CellRows, Cells, pad_words
from gui.widgets.images.pictures import as_image
from gui.widgets.images.rows import pictured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from engine.inputs.feature import Feature
    from gui.look.colours import Theme

SIZES = (28, 42, 56, 84, 112, 168)  # sides of an image, pixels
GAP = 8
MUCH = 0.75  # of a cell's width that a picture in colour takes at least


class ImageGrid(Cells, QAbstractScrollArea):
    """Images with their labels, to look through with mouse and keyboard.

    Arrow keys move the selection, a click or Enter activates it, Ctrl and the wheel (or + and -) change the size.
    """

    image_selected = Signal(int)
    """Index of the image that was selected."""
    image_activated = Signal(int)
    """Index of the image that was clicked, or selected when Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: NDArray[np.uint8] = np.zeros((0, 28, 28), np.uint8)
        self._given: NDArray[Any] = self._images
        self._features: tuple[Feature, ...] = ()
        self._labels: NDArray[np.int64] = np.zeros(0, np.int64)
        self._classes: tuple[str, ...] = ()
        self._captions: Sequence[str] | None = None
        self._empty_text: Words = lambda: self.tr("No examples")
        self._side = 56
        self.chosen = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        said(self.setAccessibleName, lambda: self.tr("Examples"))
        self.setMinimumSize(2 * (56 + GAP), 2 * (56 + GAP))
        self.viewport().setAutoFillBackground(False)
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)
        follow_language(self, self.viewport().update)

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Take what each number of an example is, before the examples; of pictures nothing."""
        self._features = features

    def set_images(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
    ) -> None:
        """Show images from the first on; the arrays are kept, not copied.

        Args:
            images: ``(N, H, W)`` grey or ``(N, H, W, 3)`` colour, uint8; with features ``(N, F)``, drawn as bars.
            labels: ``(N,)``, index of each image's class.
            classes: Names of the classes.
            captions: Words under each image, where they are to be other than the class.
        """
        self._given, self._labels = images, labels
        self._images = pictured(images, self._features)
        self._classes, self._captions = tuple(classes), captions
        self.chosen = -1
        self.verticalScrollBar().setValue(0)
        count = len(images)
        said(
            self.setAccessibleDescription,
            lambda: self.tr("{count} examples").format(count=QLocale().toString(count)),
        )
        self._update_scroll_bar()
        self.viewport().update()

    def set_empty_text(self, text: Words) -> None:
        """Change what is said where there are no images."""
        self._empty_text = text
        self.viewport().update()

    def set_image_size(self, side: int) -> None:
        """Draw images about this many pixels wide."""
        first = self.cell_at(QPoint(GAP, GAP))
        self._side = side
        self._update_scroll_bar()
        if first > 0:
            self.verticalScrollBar().setValue(first // self.columns() * self._cell_height())
        self.viewport().update()

    def image_size(self) -> int:
        """Return how many pixels wide an image is drawn."""
        return self._side

    def selected(self) -> int:
        """Return the index of the selected image, or -1."""
        return self.chosen

    def select(self, index: int) -> None:
        """Select an image and bring it into sight."""
        if not 0 <= index < len(self._images) or index == self.chosen:
            return
        self.chosen = index
        top = self.cell(index).top()
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(bar.value() + top - GAP)
        elif top + self._cell_height() > self.viewport().height():
            bar.setValue(bar.value() + top + self._cell_height() - self.viewport().height())
        self.viewport().update()
        self.image_selected.emit(index)

    # Where they lie

    def _drawn(self) -> int:
        """Return how many pixels wide an image is drawn beside words of this size."""
        return px(self._side, share=0.5)

    def count(self) -> int:
        return len(self._images)

    def columns(self) -> int:
        """Return how many images stand in a row."""
        return max(1, (self.viewport().width() - GAP) // (self._drawn() + GAP))

    def rows(self) -> CellRows:
        """Return where images and captions lie in the viewport."""
        return CellRows(
            self.columns(),
            QSize(self._drawn(), self._drawn() + self._caption_height()),
            across=self._cell_width(),
            down=self._cell_height(),
            left=GAP,
            top=GAP - self.verticalScrollBar().value(),
            reach=GAP // 2,
        )

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + 2

    def _cell_width(self) -> int:
        """Width of an image and the gap after it; what is left over at the end of a row is shared out."""
        return max(self._drawn() + GAP, (self.viewport().width() - GAP) // self.columns())

    def _cell_height(self) -> int:
        return self._drawn() + self._caption_height() + GAP

    def _update_scroll_bar(self) -> None:
        rows = -(-len(self._images) // self.columns())
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, rows * self._cell_height() + GAP - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._cell_height() // 2)

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self._update_scroll_bar()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_scroll_bar()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.color("surface"))
        if len(self._images):
            self._paint_images(painter, look)
        else:
            painter.setPen(look.color("text_muted"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words_of(self._empty_text))
        painter.end()

    def _paint_images(self, painter: QPainter, look: Theme) -> None:
        painter.setFont(theme.tabular_font(self.font()))
        metrics = painter.fontMetrics()
        first_row = max(0, (self.verticalScrollBar().value() - GAP) // self._cell_height())
        last_row = (self.verticalScrollBar().value() + self.viewport().height()) // self._cell_height()
        rows = self.rows()
        last = min(len(self._images), (last_row + 1) * rows.columns)
        for index in range(first_row * rows.columns, last):
            cell = rows.cell(index)
            is_selected = index == self.chosen
            if is_selected:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent_soft"))
                painter.drawRoundedRect(cell.adjusted(-4, -4, 4, 2), 5, 5)
            place = self._image_rect(cell)
            fits = (place.width() * self.devicePixelRatioF()) % self._images.shape[2] < 0.01
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not fits)
            painter.drawImage(place, as_image(self._images[index]))
            if is_selected:
                painter.setPen(QPen(look.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(cell.adjusted(-1, -1, 1, -self._caption_height() + 1))
            painter.setPen(look.color("text" if is_selected else "text_muted"))
            words = QRect(
                cell.x() - GAP // 2, cell.y() + self._drawn(), self._cell_width(), self._caption_height()
            )
            text = metrics.elidedText(self._caption(index), Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    def _image_rect(self, cell: QRect) -> QRectF:
        """Where the image lies in its cell: every pixel of it the same whole number of the screen's pixels.

        A picture in colour fills its cell where it would leave much of it empty, as its pixels are not looked at one by
        one.
        """
        height, width = self._images.shape[1:3]
        ratio = self.devicePixelRatioF()
        scale = max(1, int(self._drawn() * ratio / max(height, width) + 0.01)) / ratio
        fitting = (
            min(scale, self._drawn() / max(height, width))
            if max(height, width) > self._drawn() * ratio
            else scale
        )
        if self._images.ndim == 4 and max(height, width) * fitting < MUCH * self._drawn():
            fitting = self._drawn() / max(height, width)
        drawn = QRectF(0, 0, width * fitting, height * fitting)
        drawn.moveCenter(QRectF(cell.x(), cell.y(), self._drawn(), self._drawn()).center())
        drawn.moveTo(round(drawn.x() * ratio) / ratio, round(drawn.y() * ratio) / ratio)
        return drawn

    def _caption(self, index: int) -> str:
        if self._captions is not None:
            return self._captions[index]
        label = int(self._labels[index])
        return self._classes[label] if 0 <= label < len(self._classes) else str(label)

    # Mouse and keys

    def choose(self, index: int) -> None:
        self.select(index)

    def press(self, index: int) -> None:
        self.choose(index)
        self.activate(index)

    def activate(self, index: int) -> None:
        self.image_activated.emit(index)

    def image(self, index: int) -> NDArray[Any]:
        """Return an image, ``(H, W)`` or ``(H, W, 3)`` uint8, or a row as it was given."""
        image: NDArray[Any] = self._given[index]
        return image

    def click_words(self) -> str:
        return pad_words()

    def key_steps(self) -> dict[Qt.Key, int]:
        page = self.columns() * max(1, self.viewport().height() // self._cell_height())
        return super().key_steps() | {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(-1 if key == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # its first click has done it

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom(self, steps: int) -> None:
        place = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - self._side))
        self.set_image_size(SIZES[min(max(place + steps, 0), len(SIZES) - 1)])

    def words_of(self, index: int) -> str:
        number = QLocale().toString(index)
        return self.tr("Image {number} · {caption}").format(number=number, caption=self._caption(index))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain(self.tip_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)
