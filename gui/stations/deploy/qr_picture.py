"""An address as a square of dots that the camera of a phone reads."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from gui.look.text_size import px
from gui.widgets.painted import Painted

QUIET = 4  # dots of nothing around it, as the standard asks for
SIDE = 200  # pixels
LEVEL = "m"  # fifteen of a hundred dots may be spoilt


class QrPicture(Painted):
    """Dark on light in every theme, as not every camera reads it the other way round; sharp at every size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("qrPicture")
        self._text = ""
        self._dots: tuple[bytes, ...] = ()

    def set_text(self, text: str) -> None:
        """Show a text, such as an address; nothing for an empty one."""
        if text == self._text:
            return
        self._text, self._dots = text, ()
        if text:
            import segno

            code = segno.make(text, error=LEVEL, micro=False)
            self._dots = tuple(bytes(row) for row in code.matrix)
        self.update()

    @property
    def dots(self) -> tuple[bytes, ...]:
        """Its rows, 1 for dark."""
        return self._dots

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        count = len(self._dots) + 2 * QUIET
        if not self._dots:
            return
        room = min(self.width(), self.height())
        dot = max(1, room // count)  # whole pixels, so that no dot is larger than another
        corner = QPointF((self.width() - dot * count) // 2, (self.height() - dot * count) // 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(corner.x(), corner.y(), dot * count, dot * count), QColor("white"))
        for down, row in enumerate(self._dots):
            for across, is_dark in enumerate(row):
                if is_dark:
                    left, top = corner.x() + dot * (across + QUIET), corner.y() + dot * (down + QUIET)
                    painter.fillRect(QRectF(left, top, dot, dot), QColor("black"))
