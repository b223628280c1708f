"""Small images in columns that fill the width; the height follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.painted import Painted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent, QShowEvent

GAP = 4  # pixels between images
LARGEST = 56  # pixels of an image where there is room


class Preview(Painted):
    """Images that are made anew while somebody looks, and when they come into sight.

    Attributes:
        shape: Rows and columns.
        least: Pixels of an image at least.
        usual: Pixels of an image where nobody has given it another width.
        stripe: Pixels more between the first column and the others.
    """

    shape: tuple[int, int]
    least: ClassVar[int]
    usual: ClassVar[int] = LARGEST
    stripe: ClassVar[int] = 0
    image_chosen = Signal(object)
    """An image was clicked: ``(H, W)`` or ``(H, W, 3)`` uint8."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def make(self) -> None:
        """Make the images, if they are not what is wanted."""
        raise NotImplementedError

    def place(self, row: int, column: int) -> QRect:
        """Return where an image lies."""
        side = self.side(self.width())
        left = column * (side + GAP) + (self.stripe if column else 0)
        return QRect(left, row * (side + GAP), side, side)

    def image_at(self, row: int, column: int) -> NDArray[np.uint8] | None:
        """Return the image at a place, or None where there is none yet."""
        raise NotImplementedError

    def _clicked_image(self, point: QPoint) -> NDArray[np.uint8] | None:
        rows, columns = self.shape
        places = ((row, column) for row in range(rows) for column in range(columns))
        return next((self.image_at(*place) for place in places if self.place(*place).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which image is clicked."""
        image = self._clicked_image(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and image is not None:
            self.image_chosen.emit(image)
        else:
            super().mousePressEvent(event)

    def side(self, width: int) -> int:
        """Return the pixels of an image in a room of this width."""
        columns = self.shape[1]
        return max(self.least, min(LARGEST, (width - self.stripe - GAP * (columns - 1)) // columns))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, self.shape[0]) * (self.side(width) + GAP) - GAP

    def sizeHint(self) -> QSize:
        width = self.shape[1] * (self.usual + GAP) - GAP + self.stripe
        return QSize(width, self.heightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.make()
