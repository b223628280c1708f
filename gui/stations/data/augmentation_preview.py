"""A few images, and beside each what the augmentation makes of it: drawn anew at once when a setting changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.config import AugmentationConfig
from gui.look import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS = 4
COLUMNS = 7  # the image itself and six variations
GAP = 4
LARGEST = 56  # pixels of an image where there is room
STRIPE = 6  # pixels between an image and its variations


class AugmentationPreview(QWidget):
    """Rows of one image each and its variations, which stay the same while no setting changes.

    The arithmetic is PyTorch's, which the window loads behind its first picture; until ``set_ready`` the images
    stand alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = AugmentationConfig()
        self._images: NDArray[np.uint8] = np.zeros((0, 28, 28), np.uint8)
        self._varied: NDArray[np.uint8] | None = None
        self._seed = 0
        self._is_ready = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say_words()

    def set_ready(self) -> None:
        """Say that PyTorch is in memory."""
        self._is_ready = True
        self._change()

    def set_config(self, config: AugmentationConfig) -> None:
        """Show other variations, whether they are switched on or not."""
        config = config.model_copy(update={"enabled": True})
        if config != self._config:
            self._config = config
            self._change()

    def set_images(self, images: NDArray[np.uint8]) -> None:
        """Vary other images: the first four of ``(N, H, W)`` or ``(N, H, W, 3)`` uint8."""
        images = np.ascontiguousarray(images[:ROWS])
        if not np.array_equal(images, self._images):
            self._images = images
            self._change()
            self.setMinimumHeight(self.heightForWidth(self.width()))
            self.updateGeometry()

    def vary_again(self) -> None:
        """Draw other variations of the same settings."""
        self._seed += 1
        self._change()

    def varied(self) -> NDArray[np.uint8] | None:
        """Return what stands beside the images, ``(images, variations, H, W[, 3])`` uint8; None before it is drawn."""
        return self._varied

    def _change(self) -> None:
        self._varied = None
        if self.isVisible():
            self._draw()
        self.update()

    def _draw(self) -> None:
        if self._varied is not None or not self._is_ready or not len(self._images):
            return
        import torch

        from engine.runtime import generator
        from engine.training.augment import Augmenter

        images = self._images if self._images.ndim == 4 else self._images[..., None]  # (N, H, W, C)
        count, height, width, channels = images.shape
        many = np.repeat(np.moveaxis(images, 3, 1).reshape(count, -1), COLUMNS - 1, axis=0)
        augmenter = Augmenter(self._config, (channels, height, width), generator(self._seed, "preview"))
        with torch.inference_mode():
            varied = augmenter(torch.from_numpy(many)).mul(255).round().to(torch.uint8).numpy()
        varied = np.moveaxis(varied, 1, 3).reshape(count, COLUMNS - 1, *self._images.shape[1:])
        self._varied = np.ascontiguousarray(varied)

    def _side(self, width: int) -> int:
        return max(12, min(LARGEST, (width - STRIPE - GAP * (COLUMNS - 1)) // COLUMNS))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._images)) * (self._side(width) + GAP) - GAP

    def sizeHint(self) -> QSize:
        width = COLUMNS * (36 + GAP) + STRIPE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * (12 + GAP) + STRIPE, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = self._side(self.width())
        for row, original in enumerate(self._images):
            y = row * (side + GAP)
            painter.drawImage(QRect(0, y, side, side), _picture(original))
            for column in range(1, COLUMNS):
                place = QRect(column * (side + GAP) + STRIPE, y, side, side)
                if self._varied is None:
                    painter.fillRect(place, theme.current().color("border"))
                else:
                    painter.drawImage(place, _picture(self._varied[row, column - 1]))
            painter.setPen(theme.current().color("border_strong"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(0, y, side - 1, side - 1))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_words()
        super().changeEvent(event)

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Preview of augmentation"))
        self.setToolTip(self.tr("At the left the images as they are, beside them as training may see them"))


def _picture(image: NDArray[np.uint8]) -> QImage:
    """Return ``(H, W)`` or ``(H, W, 3)`` uint8 as a picture of its own."""
    image = np.ascontiguousarray(image)
    height, width, *colour = image.shape
    kind = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
    return QImage(image.data, width, height, width * (3 if colour else 1), kind).copy()


if __name__ == "__main__":
    from gui.widgets.demo import show

    def demo() -> AugmentationPreview:
        """Show four of the built-in digits, varied strongly."""
        from engine.config import DataConfig
        from engine.data import datasets

        preview = AugmentationPreview()
        preview.set_images(datasets.load("generated", config=DataConfig(generated_count=100)).images)
        preview.set_config(AugmentationConfig(elastic=1.5))
        preview.set_ready()
        return preview

    show(demo)
