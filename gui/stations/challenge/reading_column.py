"""One image and what a model says to it: a title, the picture, the answer in words, the bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import percent
from gui.pad.probability_bars import ProbabilityBars
from gui.widgets.images.pixel_picture import PixelPicture
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QGridLayout, QWidget

    from gui.look.spoken import Words


class ReadingColumn(QObject):
    """The parts of a column of a grid: its rows are as high as those of the columns beside it.

    Args:
        name: Of its label with the answer.
        title: What it is.
        parent: The widget in which it stands.
        head: Stands at the top in place of the title.
    """

    def __init__(self, name: str, title: Words, parent: QWidget, *, head: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._probabilities: NDArray[np.float32] | None = None
        if head is None:
            head = heading = dressed(ShortLabel(parent), role="heading")
            said(heading.setText, title)
        self._head = head
        self.picture = dressed(PixelPicture(parent), accessible=title)
        self.answer = dressed(ShortLabel(parent), name=name)
        self.bars = ProbabilityBars(parent)
        follow_language(self, self._show)

    def put(self, grid: QGridLayout, column: int) -> None:
        """Take a column of a grid, from its first row on."""
        for row, part in enumerate((self._head, self.picture, self.answer, self.bars)):
            grid.addWidget(part, row, column)
        grid.setColumnStretch(column, 1)

    def show_reading(
        self,
        pixels: NDArray[np.uint8] | None,
        classes: tuple[str, ...],
        probabilities: NDArray[np.float32] | None,
    ) -> None:
        """Show an image, ``(H, W)`` or ``(H, W, 3)`` uint8, and the answer ``(classes,)``; None for nothing."""
        self.picture.set_pixels(pixels)
        self._classes, self._probabilities = classes, probabilities
        self.bars.set_classes(classes)
        self.bars.set_probabilities(probabilities)
        self._show()

    def _show(self) -> None:
        shares = self._probabilities
        if shares is None:
            self.answer.setText("")
            return
        best = int(shares.argmax())
        words = self.tr("{name}, {share}")
        self.answer.setText(words.format(name=self._classes[best], share=percent(float(shares[best]), 0)))
