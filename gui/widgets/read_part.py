"""How far an image is read that a network reads step by step: where what is read ends, over any picture of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What a network has read of an image.

    Attributes:
        steps: How many steps are read, at least 1.
        down: Where steps end from top to bottom, in shares of the height, from 0 to 1; ``(0, 1)`` for whole columns.
        across: Where they end from left to right, likewise; ``(0, 1)`` for whole rows. Steps go row by row.
    """

    steps: int
    down: tuple[float, ...]
    across: tuple[float, ...]

    @property
    def goes_right(self) -> bool:
        """Whether whole columns are read, from left to right."""
        return len(self.down) == 2 and len(self.across) > 2

    def unread(self, area: QRectF) -> list[QRectF]:
        """Return what is still to be read of an image that lies in ``area``, as one or two rectangles."""
        row, column = divmod(self.steps, len(self.across) - 1)
        low = area.top() + self.down[row] * area.height()
        if column == 0:
            return [QRectF(QPointF(area.left(), low), area.bottomRight())]
        next_low = area.top() + self.down[row + 1] * area.height()
        x = area.left() + self.across[column] * area.width()
        rest = QRectF(QPointF(x, low), QPointF(area.right(), next_low))
        return [rest, QRectF(QPointF(area.left(), next_low), area.bottomRight())]

    def edge(self, area: QRectF) -> list[QPointF]:
        """Return the corners of the line between what is read and what is not, from the right to the left."""
        row, column = divmod(self.steps, len(self.across) - 1)
        low = area.top() + self.down[row] * area.height()
        if column == 0:
            return [QPointF(area.right(), low), QPointF(area.left(), low)]
        next_low = area.top() + self.down[row + 1] * area.height()
        x = area.left() + self.across[column] * area.width()
        if self.goes_right:
            return [QPointF(x, low), QPointF(x, next_low)]
        return [
            QPointF(area.right(), low),
            QPointF(x, low),
            QPointF(x, next_low),
            QPointF(area.left(), next_low),
        ]

    def step_at(self, area: QRectF, point: QPointF) -> int:
        """Return the step that reads a point of an image in ``area``, counted from 0; of points outside the nearest."""
        down = (point.y() - area.top()) / area.height()
        right = (point.x() - area.left()) / area.width()
        row = sum(down >= end for end in self.down[1:-1])
        return row * (len(self.across) - 1) + sum(right >= end for end in self.across[1:-1])
