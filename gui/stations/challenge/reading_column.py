"""One image and what a model says to it: a title, the picture, the answer in words, the bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import percent
from gui.pad.probability_bars import ProbabilityBars
from gui.widgets.images.pixel_picture import PixelPicture
from gui.widgets.layouts import column_of
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from gui.look.spoken import Words


class ReadingColumn(QWidget):
    """A column of a picture and its answer.

    Args:
        name: Of its label with the answer.
        title: What it is; None leaves the place at the top to ``head``.
        parent: The widget it belongs to.
        head: Stands at the top in place of a title.
    """

    def __init__(
        self, name: str, title: Words, parent: QWidget | None = None, *, head: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._probabilities: NDArray[np.float32] | None = None
        if head is None:
            head = dressed(ShortLabel(self), role="heading")
            said(head.setText, title)
        self.picture = dressed(PixelPicture(self), accessible=title)
        self.answer = dressed(ShortLabel(self), name=name)
        self.bars = ProbabilityBars(self)
        column_of(head, (self.picture, 3), self.answer, (self.bars, 2), on=self, spacing=4)
        follow_language(self, self._show)

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
