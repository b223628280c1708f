"""A widget as a file, with words above it: PNG, SVG, or its numbers as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPaintDevice, QPainter
from PySide6.QtWidgets import QWidget

from engine.atomic import write_bytes
from engine.records import dataclass
from gui.look import theme
from gui.look.text_size import px

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QBuffer

    TableSource = Callable[[], tuple[Sequence[str], Iterable[Sequence[Any]]]]

HEAD = 32  # pixels for what stands above


@dataclass(frozen=True, slots=True)
class Figure:
    """What is drawn into a file.

    Attributes:
        title: What is written above it.
        canvas: The widget.
    """

    title: str
    canvas: QWidget

    @property
    def size(self) -> QSize:
        """Its size in device-independent pixels."""
        return self.canvas.size() + QSize(0, px(HEAD))

    def paint(self, painter: QPainter) -> None:
        """Draw the head, and the widget below it."""
        self.paint_head(painter)
        # The plain widget's way: the graphics view's own draws its scene alone, without the label of the axis.
        QWidget.render(self.canvas, painter, QPoint(0, px(HEAD)))

    def paint_head(self, painter: QPainter, ground: str = "window") -> QRect:
        """Fill the ground, write the title and return the line it stands in."""
        look = theme.current()
        painter.fillRect(QRect(QPoint(0, 0), self.size), look.color(ground))
        painter.setFont(theme.tabular_font(self.canvas.font(), bold=True))
        painter.setPen(look.color("text"))
        line = QRect(10, 4, self.size.width() - 20, px(HEAD) - 8)
        words = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
        return line


def image_of(figure: Figure, scale: float) -> QImage:
    """Return the figure as a picture of ``scale`` pixels for each of its own."""
    image = QImage(figure.size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    _paint(figure, image)
    return image


def _paint(figure: Figure, device: QPaintDevice) -> None:
    painter = QPainter(device)
    try:
        figure.paint(painter)
    finally:
        painter.end()  # a device must not go while a painter is at work on it


def _open_buffer() -> QBuffer:
    from PySide6.QtCore import QBuffer, QIODevice  # a window that opens has no use for Qt's devices

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def save_png(figure: Figure, path: str, scale: float) -> None:
    """Write the figure as a picture.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    buffer = _open_buffer()
    image_of(figure, scale).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, the binding words
    write_bytes(path, bytes(buffer.data().data()))


def save_svg(figure: Figure, path: str) -> None:
    """Write the figure as lines and words.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    from PySide6.QtSvg import QSvgGenerator

    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(figure.title)
    generator.setSize(figure.size)
    generator.setViewBox(QRect(QPoint(0, 0), figure.size))
    generator.setResolution(figure.canvas.logicalDpiX())
    _paint(figure, generator)
    write_bytes(path, bytes(buffer.data().data()))
