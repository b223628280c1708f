"""A few images, and beside each what the augmentation makes of it: drawn anew at once when a setting changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt

from engine.config import AugmentationConfig
from gui.look import theme
from gui.look.plain import plain
from gui.look.spoken import Spoken
from gui.stations.data.preview import GAP, Preview
from gui.widgets.images.cells import pad_words
from gui.widgets.images.pictures import as_image

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

ROWS = 4
COLUMNS = 7  # the image itself and six variations
LEAST = 12  # pixels of an image


class AugmentationPreview(Spoken, Preview):
    """Rows of one image each and its variations, which stay the same while no setting changes.

    The arithmetic is PyTorch's, which the window loads behind its first picture; until ``set_ready`` the images
    stand alone.
    """

    shape = (0, COLUMNS)
    least = LEAST
    usual = 36
    stripe = 6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = AugmentationConfig()
        self._images: NDArray[np.uint8] = np.zeros((0, 28, 28), np.uint8)
        self._varied: NDArray[np.uint8] | None = None
        self._seed = 0
        self._is_ready = False
        self.say_words()

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
            self.shape = (len(images), COLUMNS)
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
            self.make()
        self.update()

    def make(self) -> None:
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

    def image_at(self, row: int, column: int) -> NDArray[np.uint8] | None:
        if column == 0:
            original: NDArray[np.uint8] = self._images[row]
            return original
        return None if self._varied is None else self._varied[row, column - 1]

    def minimumSizeHint(self) -> QSize:
        return QSize(COLUMNS * (LEAST + GAP) + self.stripe, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setRenderHint(painter.RenderHint.Antialiasing, False)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.setPen(look.color("border_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row, original in enumerate(self._images):
            painter.drawImage(self.place(row, 0), as_image(original))
            for column in range(1, COLUMNS):
                place = self.place(row, column)
                if self._varied is None:
                    painter.fillRect(place, look.color("border"))
                else:
                    painter.drawImage(place, as_image(self._varied[row, column - 1]))
            painter.drawRect(self.place(row, 0).adjusted(0, 0, -1, -1))

    def say_words(self) -> None:
        self.setAccessibleName(self.tr("Preview of augmentation"))
        words = self.tr("At the left the images as they are, beside them as training may see them")
        self.setToolTip(plain(f"{words}\n{pad_words()}"))
