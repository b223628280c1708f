"""A screen that shows only what a widget paints, to see that what it leaves out is as it was."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget


class Screen(QObject):
    """What a person sees of a widget: only what was painted anew is another."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_copying = False
        self.painted: list[QRegion] = []
        self.image = whole(widget)
        QCoreApplication.processEvents()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and not self._is_copying:
            self.painted.append(QRegion(event.region()))
        return False

    @property
    def painted_area(self) -> int:
        """How many pixels were painted."""
        return sum(part.width() * part.height() for region in self.painted for part in region)

    def follow(self) -> None:
        """Take over what the widget paints from now on."""
        self.painted.clear()
        QCoreApplication.processEvents()
        self._is_copying = True
        painter = QPainter(self.image)
        for region in self.painted:
            painter.setClipRegion(region)
            painter.eraseRect(region.boundingRect())
            self._widget.render(painter, region.boundingRect().topLeft(), region)
        painter.end()
        self._is_copying = False

    @property
    def is_true(self) -> bool:
        """Whether it shows what the widget is, painted at once."""
        self._is_copying = True
        same = self.image == whole(self._widget)
        self._is_copying = False
        return same


def whole(widget: QWidget) -> QImage:
    """Return all of a widget, painted at once."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image
