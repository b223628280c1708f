"""A curve plot as a file: PNG, SVG, or its numbers as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.atomic import write_bytes, write_text
from gui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gui.widgets.curves.series import CurveSeries

    TableSource = Callable[[], tuple[Sequence[str], Iterable[Sequence[Any]]]]

HEAD = 32  # pixels for heading and legend
SWATCH = QSize(20, 12)


@dataclass(frozen=True, slots=True)
class Figure:
    """What an export draws.

    Attributes:
        title: Heading.
        series: The curves, for the legend.
        canvas: The widget with axes and curves.
    """

    title: str
    series: tuple[CurveSeries, ...]
    canvas: QWidget

    @property
    def size(self) -> QSize:
        """Its size in device-independent pixels."""
        return self.canvas.size() + QSize(0, HEAD)

    def paint(self, painter: QPainter) -> None:
        """Draw heading, legend and curves."""
        look = theme.current()
        painter.fillRect(QRect(QPoint(0, 0), self.size), look.color("surface"))
        font = theme.tabular_font(self.canvas.font(), bold=True)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        line = QRect(10, 4, self.size.width() - 20, HEAD - 8)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.title)
        left = line.left() + painter.fontMetrics().horizontalAdvance(self.title) + 20
        painter.setFont(self.canvas.font())
        for series in self.series:
            if not series.is_visible:
                continue
            painter.save()
            painter.translate(left, HEAD / 2 - 6)
            paint_swatch(painter, series, look.series_color(series.color))
            painter.restore()
            painter.setPen(look.color("text"))
            words = QRect(left + 26, 4, self.size.width(), HEAD - 8)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, series.label)
            left += 26 + painter.fontMetrics().horizontalAdvance(series.label) + 16
        # The plain widget's way: the graphics view's own draws its scene alone, without the label of the axis.
        QWidget.render(self.canvas, painter, QPoint(0, HEAD))


def paint_swatch(painter: QPainter, series: CurveSeries, color: QColor) -> None:
    """Draw a piece of a curve, ``SWATCH`` large, at the origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    styles = {"dashes": Qt.PenStyle.DashLine, "dots": Qt.PenStyle.DotLine}
    painter.setPen(QPen(color, 2, styles.get(series.style, Qt.PenStyle.SolidLine)))
    painter.drawLine(QPointF(1, 6), QPointF(19, 6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if series.symbol == "circle":
        painter.drawEllipse(QPointF(10, 6), 3.5, 3.5)
    elif series.symbol == "square":
        painter.drawRect(QRect(7, 3, 6, 6))
    elif series.symbol == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(10, 2), QPointF(14, 10), QPointF(6, 10)]))


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


def save_png(figure: Figure, path: str, scale: float) -> None:
    """Write the figure as a picture.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(figure, scale).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, the binding words
    write_bytes(path, bytes(buffer.data().data()))


def save_svg(figure: Figure, path: str) -> None:
    """Write the figure as lines and words.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(figure.title)
    generator.setSize(figure.size)
    generator.setViewBox(QRect(QPoint(0, 0), figure.size))
    generator.setResolution(figure.canvas.logicalDpiX())
    _paint(figure, generator)
    write_bytes(path, bytes(buffer.data().data()))


def save_csv(header: Sequence[str], rows: Iterable[Sequence[Any]], path: str) -> None:
    """Write numbers as a table that spreadsheets read.

    Raises:
        NetSketchError: If the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    write_text(path, text.getvalue())


def table_of(series: tuple[CurveSeries, ...], x_label: str) -> tuple[list[str], list[list[float | str]]]:
    """Return the points of all curves as one table: a column a curve, a row for each x that any of them has."""
    columns = [dict(zip(item.x.tolist(), item.y.tolist(), strict=True)) for item in series]
    places = sorted(set().union(*columns)) if columns else []
    rows: list[list[float | str]] = [
        [int(x) if x.is_integer() else x, *(column.get(x, "") for column in columns)] for x in places
    ]
    return [x_label, *(item.label for item in series)], rows
