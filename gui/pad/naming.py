"""“That was a 7”: keeps what is on the pad in My Digits and makes room for the next drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.data import ink
from engine.errors import NetSketchError
from gui.pad.strokes import mean_width

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from gui.bench.my_digits import MyDigitsEditor
    from gui.pad.panel import DrawingPanel


class PadNaming(QObject):
    """Joins the pad and the person's drawings: one undoable step keeps a digit and takes it off the pad.

    Args:
        panel: The pad.
        my_digits: The person's drawings.
        stack: The stack of the pad's changes.
    """

    def __init__(self, panel: DrawingPanel, my_digits: MyDigitsEditor, stack: QUndoStack) -> None:
        super().__init__(panel)
        self._panel = panel
        self._my_digits = my_digits
        self._stack = stack
        self._kept_at = -1
        panel.set_naming(True)
        panel.named.connect(self._on_panel_named)
        panel.naming_row.undo_requested.connect(self._on_naming_row_undo_requested)

    @Slot(str)
    def _on_panel_named(self, label: str) -> None:
        panel, drawing = self._panel, self._panel.canvas.drawing()
        digits = panel.digits()
        if not digits:
            return
        strokes = digits[panel.chosen].strokes if len(digits) > 1 else drawing.strokes
        image = None
        if drawing.picture is not None:
            # Of one image, all steps of the preparation, whatever is switched off on the strip to look at it.
            pixels = panel.canvas.image() if len(digits) == 1 else None
            try:
                image = digits[panel.chosen].view if pixels is None else ink.normalize_image(pixels)
            except NetSketchError as error:
                self._my_digits.failed.emit(error, "")
                return
        pen = mean_width(strokes, panel.canvas.pen_width)
        command = self._my_digits.add([stroke.points for stroke in strokes], label, pen=pen, image=image)
        if command is None:
            return
        self._stack.beginMacro(command.text())
        self._stack.push(command)
        panel.take_away()
        self._stack.endMacro()
        self._kept_at = self._stack.index()
        panel.naming_row.show_kept(self.tr("Kept as {name} in My Digits").format(name=label))

    @Slot()
    def _on_naming_row_undo_requested(self) -> None:
        if self._stack.index() == self._kept_at:
            self._stack.undo()
