"""The canvas: paper that takes mouse, touch and stylus, keeps vectors, and shows images that are dropped on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QEventPoint,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.errors import NetSketchError
from gui.pad.commands import ChangeDrawing
from gui.pad.cursors import ring
from gui.pad.drawing import BLACK, WHITE, Drawing, Picture, image_of, paint, paint_stroke
from gui.pad.strokes import SIDE, Stroke, erased, mean_width, on_paper, smoothed

if TYPE_CHECKING:
    from numpy.typing import NDArray

PEN_WIDTH = 20.0
PEN_WIDTHS = (6.0, 48.0)
"""Narrowest and widest pen in pad pixels."""
ERASER_RATIO = 1.5
"""Width of the eraser to that of the pen."""
COPY_SIDE = 560
"""Pixels of a copied drawing."""
FOREIGN_ENDINGS = (".safetensors", ".json")
"""Files that are not for the pad but for the window around it."""
MOUSE, STYLUS = "mouse", "stylus"


class Tool(Enum):
    """What the left button does."""

    PEN = "pen"
    ERASER = "eraser"


@dataclass(slots=True, eq=False)
class _Pull:
    """One pull of the pen or the eraser from press to release.

    Attributes:
        source: What pulls: the mouse, the stylus or a finger.
        erasing: Whether it erases.
        before: The drawing as it was at the press.
        path: The points passed, in pad pixels.
        ink: What was drawn so far; None until it is asked for.
    """

    source: object
    erasing: bool
    before: Drawing
    path: list[tuple[float, float]]
    ink: tuple[Stroke, ...] | None = field(default=None)


class DrawingCanvas(QWidget):
    """Square paper to draw on.

    Strokes are kept in pad pixels (``gui.pad.strokes.SIDE`` to a side), so that the drawing keeps its shape at any
    size of the window. The right button erases, whatever the tool.

    Signals:
        drawing_changed: Something was drawn, erased, pasted, undone; also while the pen still moves.
        failed: An image could not be shown; a sentence for the person (str).
        tool_changed: The tool is another (Tool).
        pen_width_changed: The pen is another, in pad pixels (float).
    """

    drawing_changed = Signal()
    failed = Signal(str)
    tool_changed = Signal(object)
    pen_width_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingCanvas")
        self._drawing = Drawing()
        self._pull: _Pull | None = None
        self._tool = Tool.PEN
        self._pen_width = PEN_WIDTH
        self._placeholder = self.tr("Draw a digit here")
        self._layer: tuple[object, QPixmap] | None = None
        self._dropping = False
        self._stack = QUndoStack(self)
        self._build_ui()

    def _build_ui(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the right button erases
        self.setAcceptDrops(True)
        self.setMinimumSize(96, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Drawing"))
        self.setAccessibleDescription(
            self.tr("Draw here with mouse, finger or stylus; the right button erases, Delete clears.")
        )
        self._show_cursor()

    def sizeHint(self) -> QSize:
        return QSize(256, 256)

    # What is on the paper

    def strokes(self) -> list[NDArray[np.float64]]:
        """Return the strokes, each ``(N, 2)`` in pad pixels, x right and y down; also the one being drawn."""
        return [stroke.points.copy() for stroke in self.drawing().strokes]

    def drawing(self) -> Drawing:
        """Return all that is on the paper, also the stroke being drawn."""
        ink = self._ink()
        return Drawing(self._drawing.strokes + ink, self._drawing.picture) if ink else self._drawing

    def stroke_width(self) -> float:
        """Return the mean width of the pen along all strokes in pad pixels."""
        return mean_width(self.drawing().strokes, self._pen_width)

    def image(self) -> NDArray[np.uint8] | None:
        """Return the image on the paper with what was drawn on it, ``(H, W, 4)`` uint8; None without an image."""
        return self.drawing().pixels()

    @property
    def is_empty(self) -> bool:
        """Whether the paper is blank."""
        return self._drawing.is_empty and not self._ink()

    # What can be done with it

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change becomes one command."""
        self._stack = stack

    @property
    def undo_stack(self) -> QUndoStack:
        """The stack that holds the changes."""
        return self._stack

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Take the pen or the eraser."""
        if tool is not self._tool:
            self._tool = tool
            self._show_cursor()
            self.tool_changed.emit(tool)

    @property
    def pen_width(self) -> float:
        """Width of the pen in pad pixels."""
        return self._pen_width

    def set_pen_width(self, width: float) -> None:
        """Choose the width of the pen in pad pixels, held within ``PEN_WIDTHS``."""
        width = float(min(max(width, PEN_WIDTHS[0]), PEN_WIDTHS[1]))
        if width != self._pen_width:
            self._pen_width = width
            self._show_cursor()
            self.pen_width_changed.emit(width)

    def set_placeholder(self, text: str) -> None:
        """Set the words on blank paper."""
        self._placeholder = text
        self.update()

    def clear(self) -> None:
        """Take a blank sheet; can be undone."""
        self._drop_pull()
        if not self._drawing.is_empty:
            self._change(self.tr("clear drawing"), Drawing())

    def set_image(self, image: QImage | NDArray[np.uint8]) -> None:
        """Show an image in place of the drawing; can be undone.

        Raises:
            DataError: If it is not usable.
        """
        picture = Picture.of(image if isinstance(image, QImage) else image_of(image))
        self._drop_pull()
        self._change(self.tr("paste image"), Drawing(picture=picture))

    def load_image(self, path: Path | str) -> bool:
        """Show an image file; ``failed`` tells why if that does not work.

        Returns:
            Whether it is shown.
        """
        from engine.data.image_file import read_image

        try:
            self.set_image(read_image(Path(path)))
        except NetSketchError as error:
            self.failed.emit(str(error))
            return False
        return True

    def paste(self) -> bool:
        """Show the image on the clipboard; ``failed`` tells if there is none.

        Returns:
            Whether one is shown.
        """
        return self._take(QGuiApplication.clipboard().mimeData())

    def copy(self) -> None:
        """Put the drawing on the clipboard as an image, black on white."""
        if not self.is_empty:
            QGuiApplication.clipboard().setImage(self.drawing().render(COPY_SIDE, BLACK, WHITE))

    def _take(self, data: QMimeData | None) -> bool:
        path = _image_path(data) if data is not None else None
        if path is not None:
            return self.load_image(path)
        image = data.imageData() if data is not None and data.hasImage() else None
        if isinstance(image, QPixmap):
            image = image.toImage()
        if not isinstance(image, QImage):
            self.failed.emit(self.tr("There is no image to paste. Copy an image or drop an image file."))
            return False
        try:
            self.set_image(image)
        except NetSketchError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _change(self, text: str, after: Drawing, before: Drawing | None = None) -> None:
        before = before or self._drawing
        self._drawing = after
        self._stack.push(ChangeDrawing(text, before, after, self._show_drawing))
        self._tell()

    def _show_drawing(self, drawing: Drawing) -> None:
        """Show the drawing of a command; what is being drawn meanwhile is dropped."""
        if drawing is not self._drawing or self._pull is not None:
            if self._pull is not None:
                self._let_go()
            self._drawing = drawing
            self._tell()

    def _tell(self) -> None:
        self.update()
        self.drawing_changed.emit()

    # Pulling pen and eraser

    def _begin(self, position: QPointF, source: object, *, erasing: bool) -> None:
        self._end()
        self._pull = _Pull(source, erasing or self._tool is Tool.ERASER, self._drawing, [])
        # Between two frames the hand passes several points; all of them make the stroke smooth.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
        self._show_cursor()
        self._extend(position)

    def _extend(self, position: QPointF) -> None:
        pull = self._pull
        if pull is None:
            return
        point = self._on_pad(position)
        last = pull.path[-1] if pull.path else point
        if pull.path and point == last:
            return
        pull.path.append(point)
        pull.ink = None
        if pull.erasing:
            self._erase(last, point)
        else:
            self._tell()

    def _erase(self, last: tuple[float, float], point: tuple[float, float]) -> None:
        radius = self._pen_width * ERASER_RATIO / 2
        drawing = self._drawing
        strokes, picture = erased(drawing.strokes, last, point, radius), drawing.picture
        changed = len(strokes) != len(drawing.strokes) or any(
            old is not new for old, new in zip(drawing.strokes, strokes, strict=True)
        )
        if picture is not None:
            wipe = Stroke(np.array([last, point]) if last != point else np.array([point]), 2 * radius)
            picture = Picture(picture.image, picture.paper, picture.ink, (*picture.wipes, wipe))
        if changed or picture is not None:
            self._drawing = Drawing(strokes, picture)
            self._tell()

    def _end(self) -> None:
        """Let go: what was pulled becomes one command."""
        pull = self._pull
        if pull is None:
            return
        after = self.drawing()
        self._let_go()
        if after is not pull.before:
            self._change(self.tr("erase") if pull.erasing else self.tr("stroke"), after, pull.before)

    def _drop_pull(self) -> None:
        """Let go as if nothing had been pulled."""
        pull = self._pull
        if pull is not None:
            self._let_go()
            self._drawing = pull.before
            self._tell()

    def _let_go(self) -> None:
        self._pull = None
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, True)
        self._show_cursor()

    def _ink(self) -> tuple[Stroke, ...]:
        """Return the stroke being drawn, cut at the edges of the paper."""
        pull = self._pull
        if pull is None or pull.erasing:
            return ()
        if pull.ink is None:
            pull.ink = tuple(Stroke(part, self._pen_width) for part in on_paper(smoothed(pull.path)))
        return pull.ink

    def _area(self) -> QRectF:
        """Return the square of the paper in the widget."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _on_pad(self, position: QPointF) -> tuple[float, float]:
        area = self._area()
        scale = SIDE / max(area.width(), 1.0)
        return (position.x() - area.x()) * scale, (position.y() - area.y()) * scale

    def _show_cursor(self) -> None:
        erasing = self._pull.erasing if self._pull is not None else self._tool is Tool.ERASER
        width = self._pen_width * (ERASER_RATIO if erasing else 1.0)
        self.setCursor(ring(width * self._area().width() / SIDE, self.devicePixelRatioF()))

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        if button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            if self._pull is None:
                self._begin(event.position(), button, erasing=button == Qt.MouseButton.RightButton)
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is not None and isinstance(self._pull.source, Qt.MouseButton):
            self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pull is not None and self._pull.source == event.button():
            self._extend(event.position())
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        event.accept()
        if kind == QEvent.Type.TabletPress and self._pull is None:
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            barrel = event.button() == Qt.MouseButton.RightButton
            self._begin(event.position(), STYLUS, erasing=eraser or barrel)
        elif self._pull is None:
            event.ignore()  # a hovering stylus moves the mouse pointer
        elif self._pull.source == STYLUS:
            self._extend(event.position())
            if kind == QEvent.Type.TabletRelease:
                self._end()

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent):
            self._on_touch(event)
            return True
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._key_is_ours(event):
            event.accept()
            return True
        if kind in (QEvent.Type.WindowDeactivate, QEvent.Type.UngrabMouse) and self._pull is not None:
            self._end()
        elif kind in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self.update()
        elif kind == QEvent.Type.DevicePixelRatioChange:
            self._show_cursor()
        return super().event(event)

    def _on_touch(self, event: QTouchEvent) -> None:
        """Draw with the first finger; the palm and further fingers do nothing."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._drop_pull()
            return
        for point in event.points():
            state, finger = point.state(), ("finger", point.id())
            if state == QEventPoint.State.Pressed:
                if self._pull is None:
                    self.setFocus(Qt.FocusReason.MouseFocusReason)
                    self._begin(point.position(), finger, erasing=False)
            elif self._pull is not None and self._pull.source == finger:
                self._extend(point.position())
                if state == QEventPoint.State.Released:
                    self._end()

    def _key_is_ours(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        clears = plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
        return clears or event.matches(keys.Copy) or event.matches(keys.Paste)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Paste):
            self.paste()
        elif event.matches(keys.Copy):
            self.copy()
        elif event.matches(keys.Undo):
            self._stack.undo()
        elif event.matches(keys.Redo):
            self._stack.redo()
        elif event.key() == Qt.Key.Key_Escape and self._pull is not None:
            self._drop_pull()
        elif self._key_is_ours(event):
            self.clear()
        elif event.text() in ("+", "-"):
            self.set_pen_width(self._pen_width + (2 if event.text() == "+" else -2))
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.set_tool(Tool.PEN if self._tool is Tool.ERASER else Tool.ERASER)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _image_path(event.mimeData()) is not None or event.mimeData().hasImage():
            self._dropping = True
            self.update()
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QEvent) -> None:
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping = False
        self._take(event.mimeData())
        event.acceptProposedAction()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._end()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_cursor()
        super().resizeEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        frame = area.adjusted(0.75, 0.75, -0.75, -0.75)
        sheet = QPainterPath()
        sheet.addRoundedRect(frame, 6, 6)
        colors = self.palette()
        ink = colors.color(QPalette.ColorRole.Text)
        painter.fillPath(sheet, colors.color(QPalette.ColorRole.Base))
        if self.is_empty:
            self._paint_placeholder(painter, frame)
        else:
            painter.save()
            painter.setClipPath(sheet)
            painter.drawPixmap(area.topLeft(), self._painted(area, ink))
            painter.translate(area.topLeft())
            painter.scale(area.width() / SIDE, area.height() / SIDE)
            picture = self._drawing.picture
            for stroke in self._ink():
                paint_stroke(painter, stroke, picture.ink if picture is not None else ink)
            painter.restore()
        marked = self.hasFocus() or self._dropping
        edge = QPalette.ColorRole.Highlight if marked else QPalette.ColorRole.Mid
        painter.setPen(QPen(colors.color(edge), 1.5 if marked else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 6, 6)
        painter.end()

    def _painted(self, area: QRectF, ink: QColor) -> QPixmap:
        """Return the finished strokes, painted once for each change."""
        ratio = self.devicePixelRatioF()
        key = (self._drawing, area.width(), ratio, ink.rgba())
        if self._layer is None or self._layer[0] != key:
            pixmap = QPixmap((area.size() * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.scale(area.width() / SIDE, area.height() / SIDE)
            paint(painter, self._drawing, ink)
            painter.end()
            self._layer = (key, pixmap)
        return self._layer[1]

    def _paint_placeholder(self, painter: QPainter, frame: QRectF) -> None:
        color = self.palette().color(QPalette.ColorRole.PlaceholderText)
        color.setAlpha(160)
        painter.setPen(color)
        font = self.font()
        font.setPixelSize(max(11, round(frame.height() / 18)))
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        margin = frame.width() / 12
        painter.drawText(frame.adjusted(margin, margin, -margin, -margin), int(flags), self._placeholder)


def _image_path(data: QMimeData) -> Path | None:
    """Return the first file of a drop that may be an image."""
    if not data.hasUrls():
        return None
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() not in FOREIGN_ENDINGS), None)


if __name__ == "__main__":
    from gui.widgets.demo import show

    show(DrawingCanvas)
