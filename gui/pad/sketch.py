"""What is being drawn: pen and eraser, the pull under way, and every change as one undoable command."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRectF, Signal

from engine.records import dataclass
from gui.bench.replacement import Replacement
from gui.bench.undo_stack import UndoStack
from gui.pad.drawing import Drawing, Picture
from gui.pad.strokes import SIDE, Stroke, erased, on_paper, smoothed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QUndoStack

    from gui.look.spoken import Words

PEN_WIDTH = 20.0
PEN_WIDTHS = (6.0, 48.0)
"""Narrowest and widest pen in pad pixels."""
ERASER_RATIO = 1.5
"""Width of the eraser to that of the pen."""
BENT = 6
"""So many of the last points of a path move ink as one more is added: smoothing bends the way before it, too."""
SWING = 0.5
"""How far beyond its points a smooth curve may swing, at most, in lengths of the segment."""


class Tool(Enum):
    """What the left button, a finger or the tip of the stylus does."""

    PEN = "pen"
    ERASER = "eraser"


@dataclass(slots=True, eq=False)
class _Pull:
    """One pull of the pen or the eraser from press to release.

    Attributes:
        erasing: Whether it erases.
        before: The drawing as it was at the press.
        path: The points passed, in pad pixels, each with how thick the pen was pressed where the device tells it.
        ink: What was drawn so far; None until it is asked for.
        inked: Whether some of it is known to lie on the paper.
        strays: Whether it has left the paper: what is drawn outside may count, or not, by what follows.
    """

    erasing: bool
    before: Drawing
    path: list[tuple[float, ...]] = field(default_factory=list)
    ink: tuple[Stroke, ...] | None = None
    inked: bool = False
    strays: bool = False

    def touched(self, width: float) -> QRectF | None:
        """Return where the newest point of an even pen may have changed the ink, in pad pixels; None for anywhere."""
        if self.erasing or self.strays or len(self.path) == 1 or len(self.path[-1]) > 2:
            return None
        xs, ys = zip(*self.path[-BENT:], strict=True)
        longest = max(abs(b - a) for way in (xs, ys) for a, b in pairwise(way))
        reach = width / 2 + SWING * longest
        area = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return area.adjusted(-reach, -reach, reach, reach)


class Sketch(QObject):
    """A drawing that changes; knows no widget.

    Signals:
        changed: The drawing is another, also while the pen still moves: where, in pad pixels (QRectF), or anywhere
            (None).
        tool_changed: The tool is another (Tool).
        pen_width_changed: The pen is another, in pad pixels (float).
        pull_began: The pen was set down.
        pull_ended: The pen was lifted, or what it drew was dropped.
    """

    changed = Signal(object)
    tool_changed = Signal(object)
    pen_width_changed = Signal(float)
    pull_began = Signal()
    pull_ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing()
        self._pull: _Pull | None = None
        self._tool = Tool.PEN
        self._pen_width = PEN_WIDTH
        self.undo_stack: QUndoStack = UndoStack(self)

    @property
    def finished(self) -> Drawing:
        """All that is drawn but the stroke under way."""
        return self._drawing

    @property
    def under_way(self) -> tuple[Stroke, ...]:
        """The stroke under way, cut far beyond the paper; empty while nothing is drawn."""
        pull = self._pull
        if pull is None or pull.erasing:
            return ()
        if pull.ink is None:
            path = np.array(pull.path, dtype=np.float64)
            if path.shape[1] > 2:
                path[:, 2] *= self._pen_width
            pull.ink = tuple(Stroke.of(part, self._pen_width) for part in on_paper(smoothed(path)))
        return pull.ink

    @property
    def drawing(self) -> Drawing:
        """All that is drawn."""
        ink = self.under_way
        return Drawing(self._drawing.strokes + ink, self._drawing.picture) if ink else self._drawing

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn; as it is asked at every movement, it does not smooth the whole stroke anew."""
        pull = self._pull
        if not self._drawing.is_empty:
            return False
        if pull is None or pull.erasing:
            return True
        pull.inked = pull.inked or bool(self.under_way)
        return not pull.inked

    @property
    def tool(self) -> Tool:
        """What a pull does unless it is told to erase."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Take the pen or the eraser."""
        if tool is not self._tool:
            self._tool = tool
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
            self.pen_width_changed.emit(width)
            if self._pull is not None:  # the stroke under way is as wide, all of it
                self._pull.ink = None
                self.changed.emit(None)

    @property
    def erasing(self) -> bool:
        """Whether the pull under way erases, or else the next one would."""
        return self._pull.erasing if self._pull is not None else self._tool is Tool.ERASER

    @property
    def tip_width(self) -> float:
        """Width of what is in the hand, pen or eraser, in pad pixels."""
        return self._pen_width * (ERASER_RATIO if self.erasing else 1.0)

    # One pull

    @property
    def pulling(self) -> bool:
        """Whether a pull is under way."""
        return self._pull is not None

    def begin(self, point: tuple[float, ...], *, erase: bool = False) -> None:
        """Put the pen, or the eraser, on the paper.

        Args:
            point: x and y in pad pixels; and, where the device tells how it is pressed, how wide that makes the pen: 1
                is the chosen width. The first point of a pull decides whether its pen has a changing width.
            erase: Whether it erases, whatever the tool.
        """
        self.end()
        self._pull = _Pull(erase or self._tool is Tool.ERASER, self._drawing)
        self.extend(point)
        self.pull_began.emit()

    def extend(self, point: tuple[float, ...]) -> None:
        """Pull to a further point, given as to ``begin``."""
        pull = self._pull
        if pull is None:
            return
        last = pull.path[-1] if pull.path else point
        if pull.path and last[:2] == point[:2]:
            if point[2:] <= last[2:]:
                return
            pull.path.pop()  # pressed harder where it is
        pull.path.append(point)
        pull.strays = pull.strays or not all(0 <= place <= SIDE for place in point[:2])
        pull.ink = None
        if pull.erasing:
            self._erase(last[:2], point[:2])
        else:
            self.changed.emit(pull.touched(self._pen_width))

    def _erase(self, last: tuple[float, ...], point: tuple[float, ...]) -> None:
        width = self._pen_width * ERASER_RATIO
        before, picture = self._drawing.strokes, self._drawing.picture
        strokes = erased(before, last, point, width / 2)
        if picture is not None:
            wipe = Stroke(np.array([last, point] if last != point else [point]), width)
            picture = Picture(picture.image, picture.paper, picture.ink, (*picture.wipes, wipe))
        touched = len(strokes) != len(before) or any(a is not b for a, b in zip(before, strokes, strict=True))
        if touched or picture is not None:
            self._drawing = Drawing(strokes, picture)
            self.changed.emit(None)

    def end(self) -> None:
        """Lift the pen: what was pulled becomes one command."""
        pull = self._pull
        if pull is None:
            return
        after = self.drawing
        self._pull = None
        if after is not pull.before:
            self._change(
                (lambda: self.tr("erase")) if pull.erasing else (lambda: self.tr("stroke")),
                pull.before,
                after,
            )
        self.pull_ended.emit()

    def drop(self) -> None:
        """Lift the pen as if nothing had been pulled."""
        if self._pull is not None:
            self._drawing = self._pull.before
            self._pull = None
            self.changed.emit(None)
            self.pull_ended.emit()

    # Other changes

    def clear(self) -> None:
        """Take a blank sheet."""
        self.drop()
        if not self._drawing.is_empty:
            self._change(lambda: self.tr("clear drawing"), self._drawing, Drawing())

    def begin_anew(self) -> None:
        """Take a blank sheet that leads back to nothing, and the pen as it is at first."""
        self.drop()
        self._drawing = Drawing()
        self.undo_stack.clear()
        self.take_first_pen()
        self.changed.emit(None)

    def take_first_pen(self) -> None:
        """Take the pen as it is at first."""
        self.set_tool(Tool.PEN)
        self.set_pen_width(PEN_WIDTH)

    def remove(self, strokes: Iterable[Stroke]) -> None:
        """Take some of the strokes away."""
        self.drop()
        gone = set(map(id, strokes))
        left = tuple(stroke for stroke in self._drawing.strokes if id(stroke) not in gone)
        if len(left) < len(self._drawing.strokes):
            self._change(lambda: self.tr("take away"), self._drawing, Drawing(left, self._drawing.picture))

    def set_picture(self, picture: Picture) -> None:
        """Lay an image on the paper in place of the drawing."""
        self.drop()
        self._change(lambda: self.tr("paste image"), self._drawing, Drawing(picture=picture))

    def _change(self, text: Words, before: Drawing, after: Drawing) -> None:
        self._drawing = after
        self.undo_stack.push(Replacement(text, before, after, self._show))
        self.changed.emit(None)

    def _show(self, drawing: Drawing) -> None:
        """Show the drawing of a command; what is being drawn meanwhile is dropped."""
        self.drop()
        if drawing is not self._drawing:
            self._drawing = drawing
            self.changed.emit(None)
