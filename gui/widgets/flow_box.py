"""A widget that puts its parts in rows like words, as many to a row as there is room for.

No ``QLayout`` of our own: Qt deletes the items of a layout that Python may still hold, which ends the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

GROWING = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Ignored)


class FlowBox(QWidget):
    """Rows from the left, as high as they need; what is hidden takes no room.

    Layouts around it ask for its height at one width after another, and stacks ask for that of pages out of sight, too.
    So it asks its parts once for what they want, until Qt tells that one of them wants something else. Out of sight Qt
    tells nobody, and what was true there last is good enough until it is shown.

    What would expand in any row of Qt's, or asks for no width, needs its least width, and takes what its row has left:
    several of such become as wide as each other, as far as that goes.

    Args:
        spacing: Pixels between the parts.
        parent: The widget it belongs to.
        last_at_end: Whether the last part stands at the right edge of its row.
        level: Whether what is lower than its row stands in the middle of it, or else at its top.
        fill: Whether all are as high as their row, and those of the last row no wider than those above.
    """

    # As they are while this is going, when Qt still asks: an override of Qt's must never raise.
    _spacing = 0
    _parts: list[QWidget] = []
    _placed = -1  # the height of the rows as they were put last
    # As long as they hold: what the parts want, and the height of all rows by width.
    _wants: list[tuple[QWidget, QSize, bool, QSize]] | None = None
    _heights: dict[int, int] | None = None

    def __init__(
        self,
        spacing: int = 4,
        parent: QWidget | None = None,
        *,
        last_at_end: bool = False,
        level: bool = True,
        fill: bool = False,
    ) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._last_at_end = last_at_end
        self._level = level
        self._fill = fill
        self._parts = []
        self._heights = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is in it, in order."""
        return tuple(self._parts)

    def add(self, part: QWidget) -> None:
        """Append a part."""
        was_hidden = part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        part.setParent(self)
        self._parts.append(part)
        part.setHidden(was_hidden)
        self.arrange()

    def remove_last(self) -> None:
        """Take the last part away."""
        part = self._parts.pop()
        part.hide()
        part.deleteLater()
        self.arrange()

    def arrange(self) -> None:
        """Place the parts anew, after one of them has become larger or smaller."""
        self._wants, self._heights = None, {}
        self.updateGeometry()
        if self.isVisible() or self._placed >= 0:  # it has its width
            self._place(self.width(), is_real=True)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        if self._heights is None:
            return self._place(width, is_real=False)
        if width not in self._heights:
            self._heights[width] = self._place(width, is_real=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the width of all parts in one row, and the height of the rows as wide as they are now."""
        wants = self._wanted()
        wide = sum(size.width() for _part, size, _grows, _least in wants)
        wide += self._spacing * max(0, len(wants) - 1)
        return QSize(wide, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part, and the height of the rows as wide as they are now.

        Whoever squeezed them, as a splitter that knows of no height for a width does, would lay them on each other.
        """
        size = QSize(0, 0)
        for _part, _size, _grows, least in self._wanted():
            size = size.expandedTo(least)
        is_placed = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        return size.expandedTo(QSize(0, self.heightForWidth(self.width()) if is_placed else 0))

    def event(self, event: QEvent) -> bool:
        """Hear of a part that needs another size, or comes or goes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._placed
        if self._place(self.width(), is_real=True) != before:
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Hear of what has come, gone or become another size out of sight, of which Qt tells nobody."""
        super().showEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()

    def _wanted(self) -> list[tuple[QWidget, QSize, bool, QSize]]:
        """Return each part that is shown with the size that it wants, whether it grows, and its least size."""
        if self._wants is None:
            self._wants = [(part, *_wanted(part)) for part in self._parts if not part.isHidden()]
        return self._wants

    def _place(self, width: int, *, is_real: bool) -> int:
        """Return the height of all rows, and put the parts into them where it is for real."""
        top = 0
        rows = self._rows(width)
        for row in rows:
            left = 0
            growing = [part for part, _size, grows in row if grows]
            fixed = sum(size.width() for _part, size, grows in row if not grows)
            room = width - fixed - self._spacing * (len(row) - 1)
            if self._fill and len(row) < len(rows[0]):
                room -= (width + self._spacing) // len(rows[0]) * (len(rows[0]) - len(row))
            if growing:
                grown = iter(_even([size.width() for _part, size, grows in row if grows], room))
                for part, size, grows in row:
                    if grows:
                        size.setWidth(min(next(grown), part.maximumWidth()))
                        if part.hasHeightForWidth():  # it needs less height than in its least width
                            size.setHeight(_height(part, size.width()))
            height = max(size.height() for _part, size, _grows in row)
            for place, (part, size, _grows) in enumerate(row):
                if growing:
                    pass
                elif self._last_at_end and row is rows[-1] and place == len(row) - 1:
                    left = max(left, width - size.width())
                if is_real:
                    if self._fill:
                        size.setHeight(height)
                    above = (height - size.height()) // 2 if self._level else 0
                    part.setGeometry(QRect(QPoint(left, top + above), size))
                left += size.width() + self._spacing
            top += height + self._spacing
        height = max(0, top - self._spacing)
        if is_real:
            self._placed = height
        return height

    def _rows(self, width: int) -> list[list[tuple[QWidget, QSize, bool]]]:
        """Part what is shown into rows that fit: each with the size that it wants, and whether it grows."""
        rows: list[list[tuple[QWidget, QSize, bool]]] = []
        used = 0
        for part, wanted, grows, least in self._wanted():
            size = QSize(min(wanted.width(), max(1, width)), wanted.height())
            if part.hasHeightForWidth():
                size.setHeight(max(part.heightForWidth(size.width()), least.height()))
            if rows and used + self._spacing + size.width() <= width:
                rows[-1].append((part, size, grows))
                used += self._spacing + size.width()
            else:
                rows.append([(part, size, grows)])
                used = size.width()
        return rows


def _height(part: QWidget, width: int) -> int:
    return max(part.heightForWidth(width), _least(part).height())


def _even(least: list[int], room: int) -> list[int]:
    """Return widths that fill a room, as even as can be with none below its least."""
    found = list(least)
    places = sorted(range(len(least)), key=least.__getitem__, reverse=True)
    for number, place in enumerate(places):
        found[place] = max(least[place], room // (len(places) - number))
        room -= found[place]
    return found


def _wanted(part: QWidget) -> tuple[QSize, bool, QSize]:
    """Return the size of a part in a row that has room for all, whether it takes what is left there, and its least."""
    policy = part.sizePolicy().horizontalPolicy()
    least = _least(part, policy)
    size = part.sizeHint().expandedTo(least).boundedTo(part.maximumSize())
    if policy in GROWING:
        size.setWidth(least.width())
        return size, True, least
    return size, False, least


def _least(part: QWidget, policy: QSizePolicy.Policy | None = None) -> QSize:
    """Return the least size of a part: what was set for it, or what it says itself."""
    said = part.minimumSizeHint()
    if (policy or part.sizePolicy().horizontalPolicy()) is QSizePolicy.Policy.Ignored:
        said.setWidth(0)
    return said.expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
