"""Pictures of the training images that a model betrays most, each with what it is betrayed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.look.spoken import said
from gui.look.words import percent
from gui.widgets.images.image_grid import ImageGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from engine.challenge.membership import ExposedImage


class ExposedGrid(ImageGrid):
    """The most exposed first; a tooltip says how sure the model is of each, and of the same moved by a pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exposedImages")
        self._exposed: tuple[ExposedImage, ...] = ()
        said(self.setAccessibleName, lambda: self.tr("The most exposed training images"))

    def show_images(self, exposed: Sequence[ExposedImage], classes: Sequence[str]) -> None:
        """Show images, unless they are shown already."""
        if tuple(exposed) == self._exposed:
            return
        self._exposed = tuple(exposed)
        if exposed:
            images = np.stack([each.image for each in exposed])
            self.set_images(images, np.array([each.label for each in exposed], np.int64), classes)

    def click_words(self) -> str:
        return ""

    def words_of(self, index: int) -> str:
        each = self._exposed[index]
        words = self.tr(
            "“{name}”: it is sure of that to {sure}, and of copies moved by one pixel to {moved}. The difference is "
            "larger than of {unlike} of the images that it has not learnt from."
        )
        return words.format(
            name=self._caption(index),
            sure=percent(each.sure, 1),
            moved=percent(each.sure_moved, 1),
            unlike=percent(each.unlike, 1),
        )
