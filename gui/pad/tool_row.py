"""The row of tools under the canvas: pen, eraser, width, undo, redo, clear, and images."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from gui.look.dressed import dressed
from gui.look.icons import set_icon, set_side
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, said
from gui.pad.sketch import PEN_WIDTHS, Tool
from gui.pad.undo_tip import undo_tip
from gui.tasks.behind_paint import behind_paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QUndoStack

    from gui.pad.canvas import DrawingCanvas

ICON = 18
"""Pixels of an icon at the usual size."""


class ToolRow(QWidget):
    """The tools of one canvas.

    Args:
        canvas: The canvas that they work on.
        parent: Qt's parent.

    Signals:
        opened: An image file was chosen (str).
    """

    opened = Signal(str)

    def __init__(self, canvas: DrawingCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._stack: QUndoStack | None = None
        self._build_ui()
        self._connect()
        self.set_undo_stack(canvas.undo_stack)
        follow_language(self, self._say_undo)

    def _build_ui(self) -> None:
        self._pen = self._button("penButton", "pad", lambda: self.tr("Pen"), lambda: self.tr("Pen"))
        self._eraser = self._button(
            "eraserButton",
            "eraser",
            lambda: self.tr("Eraser"),
            lambda: self.tr("Eraser (E); the right mouse button erases too"),
        )
        for button in (self._pen, self._eraser):
            button.setCheckable(True)
        self._tools = QButtonGroup(self)
        self._tools.addButton(self._pen)
        self._tools.addButton(self._eraser)
        self._pen.setChecked(True)
        self._width = dressed(QSlider(Qt.Orientation.Horizontal, self), name="penWidth")
        self._width.setRange(round(PEN_WIDTHS[0]), round(PEN_WIDTHS[1]))
        self._width.setValue(round(self._canvas.pen_width))
        self._width.setMinimumWidth(36)
        self._width.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said(self._width.setAccessibleName, lambda: self.tr("Width of the pen"))
        dressed(self._width, tip=lambda: self.tr("Width of the pen and the eraser (+ and −)"))
        self._undo = self._button(
            "undoStrokeButton", "undo", lambda: self.tr("Undo"), lambda: self.tr("Undo")
        )
        self._redo = self._button(
            "redoStrokeButton", "redo", lambda: self.tr("Redo"), lambda: self.tr("Redo")
        )
        self._clear = self._button(
            "clearButton", "clear", lambda: self.tr("Clear"), lambda: self.tr("Clear the pad (Delete)")
        )
        self._image = self._button(
            "imageButton",
            "image",
            lambda: self.tr("Image"),
            lambda: self.tr("Open, paste or copy an image; files can be dropped too"),
        )
        self._image.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._image.setMenu(self._image_menu())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in (self._pen, self._eraser):
            layout.addWidget(button)
        layout.addSpacing(2)
        layout.addWidget(self._width, 1)
        layout.addSpacing(2)
        for button in (self._undo, self._redo, self._clear, self._image):
            layout.addWidget(button)

    def _button(self, name: str, icon: str, label: Words, tip: Words) -> QToolButton:
        button = dressed(QToolButton(self), name=name, accessible=label, tip=tip)
        button.setIconSize(QSize(ICON, ICON))
        set_icon(button, icon)
        return button

    def _image_menu(self) -> QMenu:
        menu = QMenu(self._image)
        self._open_action, self._paste_action, self._copy_action = (QAction(menu) for _ in range(3))
        said(self._open_action.setText, lambda: self.tr("Open image…"))
        said(self._paste_action.setText, lambda: self.tr("Paste image"))
        said(self._copy_action.setText, lambda: self.tr("Copy drawing"))
        for action, icon in (
            (self._open_action, "open"),
            (self._paste_action, "image"),
            (self._copy_action, "copy"),
        ):
            behind_paint(partial(set_icon, action, icon))
            menu.addAction(action)
        return menu

    def _connect(self) -> None:
        self._pen.clicked.connect(self._on_pen_clicked)
        self._eraser.clicked.connect(self._on_eraser_clicked)
        self._width.valueChanged.connect(self._canvas.set_pen_width)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._redo.clicked.connect(self._on_redo_clicked)
        self._clear.clicked.connect(self._canvas.clear)
        self._open_action.triggered.connect(self._on_open_triggered)
        self._paste_action.triggered.connect(self._canvas.paste)
        self._copy_action.triggered.connect(self._canvas.copy)
        self._canvas.tool_changed.connect(self._on_canvas_tool_changed)
        self._canvas.pen_width_changed.connect(self._on_canvas_pen_width_changed)
        self._canvas.drawing_changed.connect(self._on_canvas_drawing_changed)
        self._on_canvas_drawing_changed()

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Let undo and redo follow a stack."""
        if self._stack is not None:
            for signal, slot in self._signals(self._stack):
                signal.disconnect(slot)
        self._stack = stack
        for signal, slot in self._signals(stack):
            signal.connect(slot)
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        self._say_undo()

    def _say_undo(self) -> None:
        if self._stack is not None:
            self._on_stack_undo_text_changed(self._stack.undoText())
            self._on_stack_redo_text_changed(self._stack.redoText())

    def _signals(self, stack: QUndoStack) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        # What has changed comes with the signals: a stack that is going away must not be asked.
        return (
            (stack.canUndoChanged, self._undo.setEnabled),
            (stack.canRedoChanged, self._redo.setEnabled),
            (stack.undoTextChanged, self._on_stack_undo_text_changed),
            (stack.redoTextChanged, self._on_stack_redo_text_changed),
        )

    def seal(self) -> None:
        """Offer no images: neither to open, nor to paste, nor to copy."""
        self._image.hide()

    def set_scale(self, scale: float) -> None:
        """Make icons larger than usual."""
        side = round(ICON * scale)
        for button in self.findChildren(QToolButton):
            set_side(button, side)

    @Slot()
    def _on_pen_clicked(self) -> None:
        self._canvas.set_tool(Tool.PEN)

    @Slot()
    def _on_eraser_clicked(self) -> None:
        self._canvas.set_tool(Tool.ERASER)

    @Slot()
    def _on_undo_clicked(self) -> None:
        if self._stack is not None:
            self._stack.undo()

    @Slot()
    def _on_redo_clicked(self) -> None:
        if self._stack is not None:
            self._stack.redo()

    @Slot()
    def _on_open_triggered(self) -> None:
        pattern = self.tr("Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open image"), "", pattern)
        if name:
            self._canvas.load_image(name)
            self.opened.emit(name)

    @Slot(object)
    def _on_canvas_tool_changed(self, tool: Tool) -> None:
        (self._pen if tool is Tool.PEN else self._eraser).setChecked(True)

    @Slot(float)
    def _on_canvas_pen_width_changed(self, width: float) -> None:
        self._width.setValue(round(width))

    @Slot()
    def _on_canvas_drawing_changed(self) -> None:
        drawn = not self._canvas.is_empty
        self._clear.setEnabled(drawn)
        self._copy_action.setEnabled(drawn)

    @Slot(str)
    def _on_stack_undo_text_changed(self, what: str) -> None:
        self._undo.setToolTip(plain(undo_tip(self.tr("Undo"), what, QKeySequence.StandardKey.Undo)))

    @Slot(str)
    def _on_stack_redo_text_changed(self, what: str) -> None:
        self._redo.setToolTip(plain(undo_tip(self.tr("Redo"), what, QKeySequence.StandardKey.Redo)))
