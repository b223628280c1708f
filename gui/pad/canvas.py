"""The canvas: paper that takes mouse, touch and stylus, keeps vectors, and shows images that are dropped on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.errors import DataError
from gui.look.spoken import said
from gui.look.words import told
from gui.pad.arrivals import Arrivals
from gui.pad.cursors import ring
from gui.pad.drawing import BLACK, WHITE, Drawing, Picture, image_of
from gui.pad.intake import offers_image, picture_in, picture_of_file
from gui.pad.paper import Paper, area_in, on_screen, paint_words
from gui.pad.pens import Pens
from gui.pad.sketch import Sketch, Tool
from gui.pad.strokes import SIDE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import QMimeData

    from gui.pad.strokes import Stroke

COPY_SIDE = 560
"""Pixels of a copied drawing."""


class DrawingCanvas(QWidget):
    """Square paper to draw on.

    Strokes are kept in pad pixels (``gui.pad.strokes.SIDE`` to a side), so that the drawing keeps its shape at any
    size of the window. The right button erases, whatever the tool.

    Attributes:
        pens: What draws on it.

    Signals:
        drawing_changed: Something was drawn, erased, pasted, undone; also while the pen still moves.
        failed: An image could not be shown; a sentence for the person (Words).
        tool_changed: The tool is another (Tool).
        pen_width_changed: The pen is another, in pad pixels (float).
    """

    drawing_changed = Signal()
    failed = Signal(object)
    tool_changed = Signal(object)
    pen_width_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingCanvas")
        self._sketch = Sketch(self)
        self._paper = Paper()
        self.pens = Pens(self, self._sketch)
        self._placeholder = ""
        self._left_keys: frozenset[str] = frozenset()
        self._dropping = self._is_sealed = False
        self._arrivals = Arrivals(self)
        self._build_ui()
        self._connect()
        said(self.set_placeholder, lambda: self.tr("Draw a digit here"))

    def _build_ui(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setTabletTracking(True)  # a stylus that hovers says that whatever touches is a palm
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the right button erases
        self.setAcceptDrops(True)
        self.setMinimumSize(96, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Drawing"))
        said(
            self.setAccessibleDescription,
            lambda: self.tr(
                "Draw here with mouse, finger or stylus; the right button erases, Delete clears."
            ),
        )
        self._show_cursor()

    def _connect(self) -> None:
        self._sketch.changed.connect(self._on_sketch_changed)
        self._sketch.tool_changed.connect(self._on_sketch_tool_changed)
        self._sketch.pen_width_changed.connect(self._on_sketch_pen_width_changed)
        self._sketch.pull_began.connect(self._show_cursor)
        self._sketch.pull_ended.connect(self._show_cursor)
        self._arrivals.arrived.connect(self._on_arrivals_arrived)
        self._arrivals.failed.connect(self.failed)

    def sizeHint(self) -> QSize:
        return QSize(256, 256)

    # What is on the paper

    def strokes(self) -> list[NDArray[np.float64]]:
        """Return the strokes, each ``(N, 2)`` in pad pixels, x right and y down; also the one being drawn."""
        return [stroke.points.copy() for stroke in self.drawing().strokes]

    def drawing(self) -> Drawing:
        """Return all that is on the paper, also the stroke being drawn."""
        return self._sketch.drawing

    def image(self) -> NDArray[np.uint8] | None:
        """Return the image on the paper with what was drawn on it, ``(H, W, 4)`` uint8; None without an image."""
        return self.drawing().pixels()

    @property
    def is_empty(self) -> bool:
        """Whether the paper is blank."""
        return self._sketch.is_blank

    @property
    def is_pulling(self) -> bool:
        """Whether pen or eraser is down."""
        return self._sketch.pulling

    @property
    def _has_nothing(self) -> bool:
        return self.is_empty and not self._sketch.pulling and not self.awaits_image

    # What can be done with it

    @property
    def undo_stack(self) -> QUndoStack:
        """The stack on which every change becomes one command."""
        return self._sketch.undo_stack

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take another stack."""
        self._sketch.undo_stack = stack

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._sketch.tool

    def set_tool(self, tool: Tool) -> None:
        """Take the pen or the eraser."""
        self._sketch.set_tool(tool)

    @property
    def pen_width(self) -> float:
        """Width of the pen in pad pixels."""
        return self._sketch.pen_width

    def set_pen_width(self, width: float) -> None:
        """Choose the width of the pen in pad pixels."""
        self._sketch.set_pen_width(width)

    def set_placeholder(self, text: str) -> None:
        """Set the words on blank paper."""
        self._placeholder = text
        self.update()

    def leave_keys(self, keys: Iterable[str]) -> None:
        """Leave signs that are typed to whom the canvas belongs: there E may be a letter and no eraser."""
        self._left_keys = frozenset(key.casefold() for key in keys)

    def lift(self) -> None:
        """Lift the pen, where it is down: what it drew so far stays."""
        self._sketch.end()

    def clear(self) -> None:
        """Take a blank sheet; can be undone."""
        self._sketch.clear()

    def begin_anew(self) -> None:
        """Take a blank sheet that leads back to nothing, and the pen as it is at first."""
        self._arrivals.give_up()
        self._sketch.begin_anew()

    def take_first_pen(self) -> None:
        """Take the pen as it is at first."""
        self._sketch.take_first_pen()

    def seal(self) -> None:
        """Take no images from now on, and give none away: it is for drawing alone."""
        self._is_sealed = True
        self.setAcceptDrops(False)

    def remove(self, strokes: Iterable[Stroke]) -> None:
        """Take some of the drawing's strokes away; can be undone."""
        self._sketch.remove(strokes)

    def set_image(self, image: QImage | NDArray[np.uint8]) -> None:
        """Show an image in place of the drawing; can be undone.

        Raises:
            DataError: If it is not usable.
        """
        self._arrivals.give_up()
        self._sketch.set_picture(Picture.of(image if isinstance(image, QImage) else image_of(image)))

    def load_image(self, path: Path | str) -> None:
        """Show an image file as soon as it is read, beside the window; ``failed`` tells why if that does not work.

        What is drawn meanwhile can be undone to. Of several files or images asked for, the newest is shown.
        """
        self._arrivals.ask(partial(picture_of_file, path))

    def paste(self) -> None:
        """Show the image on the clipboard as ``load_image`` does; ``failed`` tells if there is none."""
        self._take(QGuiApplication.clipboard().mimeData())

    @property
    def awaits_image(self) -> bool:
        """Whether an image is on its way."""
        return self._arrivals.is_awaited

    def shutdown(self) -> None:
        """Give up an image that is on its way; none comes after this."""
        self._arrivals.shutdown()

    def copy(self) -> None:
        """Put the drawing on the clipboard as an image, black on white."""
        if not self.is_empty:
            QGuiApplication.clipboard().setImage(self.drawing().render(COPY_SIDE, BLACK, WHITE))

    def _take(self, data: QMimeData) -> None:
        if self._is_sealed:
            return
        try:
            read = picture_in(data)
        except DataError as error:
            self.failed.emit(partial(told, error))
        else:
            self._arrivals.ask(read)

    # What is heard

    @Slot(object)
    def _on_arrivals_arrived(self, picture: Picture) -> None:
        self._sketch.end()  # what is being drawn is kept, to be undone to
        self._sketch.set_picture(picture)

    @Slot(object)
    def _on_sketch_changed(self, where: QRectF | None) -> None:
        """Paint only what is another: with every movement of the pen, all of the paper took the longest."""
        self.update(self.rect() if where is None else on_screen(where, area_in(self.size())))
        self.drawing_changed.emit()

    @Slot(object)
    def _on_sketch_tool_changed(self, tool: Tool) -> None:
        self._show_cursor()
        self.tool_changed.emit(tool)

    @Slot(float)
    def _on_sketch_pen_width_changed(self, width: float) -> None:
        self._show_cursor()
        self.pen_width_changed.emit(width)

    @Slot()
    def _show_cursor(self) -> None:
        width = self._sketch.tip_width * area_in(self.size()).width() / SIDE
        self.setCursor(ring(width, self.devicePixelRatioF()))

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pens.press_mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pens.move_mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pens.release_mouse(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        self.pens.take_stylus(event)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QTouchEvent):
            self.pens.take_touch(event)
            return True
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._key_is_ours(event):
            event.accept()
            return True
        if kind in (QEvent.Type.WindowDeactivate, QEvent.Type.UngrabMouse) and self._sketch.pulling:
            self._sketch.end()
        elif kind in (QEvent.Type.PaletteChange, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif kind == QEvent.Type.DevicePixelRatioChange:
            self._show_cursor()
        return super().event(event)

    def _key_is_ours(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        clears = plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        # On blank paper it is left to whom the canvas belongs, as it may lead out of something there.
        gives_up = plain and event.key() == Qt.Key.Key_Escape and not self._has_nothing
        shares = event.matches(keys.Copy) or event.matches(keys.Paste)
        return clears or gives_up or (shares and not self._is_sealed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Paste) and not self._is_sealed:
            self.paste()
        elif event.matches(keys.Copy) and not self._is_sealed:
            self.copy()
        elif event.matches(keys.Undo):
            self.undo_stack.undo()
        elif event.matches(keys.Redo):
            self.undo_stack.redo()
        elif event.key() == Qt.Key.Key_Escape and self._sketch.pulling:
            self._sketch.drop()
        elif event.key() == Qt.Key.Key_Escape and self.awaits_image:
            self._arrivals.give_up()
        elif self._key_is_ours(event):
            self.clear()
        elif event.text().casefold() in self._left_keys and not self.is_empty:
            super().keyPressEvent(event)
        elif event.text() in ("+", "-"):
            self.set_pen_width(self.pen_width + (2 if event.text() == "+" else -2))
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.set_tool(Tool.PEN if self.tool is Tool.ERASER else Tool.ERASER)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offers_image(event.mimeData()):
            self._mark_drop(True)
            self._accept_copy(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(False)
        self._accept_copy(event)
        self._take(event.mimeData())

    def _accept_copy(self, event: QDropEvent) -> None:
        """Take it as a copy, so that nobody removes what was dragged."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _mark_drop(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._sketch.end()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_cursor()
        self._arrivals.note.settle()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        marked = self.hasFocus() or self._dropping
        finished, under_way = self._sketch.finished, self._sketch.under_way
        area = area_in(self.size())
        frame = self._paper.paint(
            *(painter, area, finished, under_way),
            palette=self.palette(),
            marked=marked,
            part=event.rect(),
        )
        if finished.is_empty and not under_way:
            paint_words(painter, frame, self._placeholder, self.font(), self.palette())
        painter.end()
