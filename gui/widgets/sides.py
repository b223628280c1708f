"""What stands side by side, and one below the other where the page is too narrow for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast
from weakref import WeakSet

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget
from shiboken6 import isValid

from gui.look.text_size import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

MOST_LEAST = 400
"""Pixels in height, at 100 %, that a part gets in a column at least, if it wants so many."""

_there: WeakSet[Sides] = WeakSet()


class Wide(Protocol):
    """A part that can be narrower than it is to be beside others."""

    def wanted_width(self) -> int:
        """Return the pixels that it gets there at least."""


class Sides(QSplitter):
    """A splitter that needs no more width than its widest part: with less than all need, they stand in a column.

    There a part that scrolls is as high as all that is in it, as the page scrolls already. How the room is shared side
    by side is kept meanwhile, and is all that is remembered of it.

    Args:
        parent: The widget it belongs to.
    """

    # As they are while this is going, when Qt still asks: an override of Qt's must never raise.
    _kept = QByteArray()
    _shares: tuple[int, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        _there.add(self)
        self._kept = QByteArray()  # how the parts stood side by side
        self._shares = ()  # or how they are to stand there

    @property
    def is_column(self) -> bool:
        """Whether the parts stand one below the other now."""
        return self.orientation() is Qt.Orientation.Vertical

    def wanted_size(self) -> QSize:
        """Return what the parts need side by side: with less width, they stand one below the other."""
        parts = self._parts()
        wide = sum(_beside(part) for part in parts) + self.handleWidth() * max(0, len(parts) - 1)
        return QSize(wide, max((_least(part).height() for part in parts), default=0))

    def minimumSizeHint(self) -> QSize:
        parts = self._parts()
        wide = max((_least(part).width() for part in parts), default=0)
        if not self.is_column:
            return QSize(wide, self.wanted_size().height())
        return QSize(wide, sum(self._heights()) + self.handleWidth() * max(0, len(parts) - 1))

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Share the width, now or as soon as the parts stand side by side."""
        if self.is_column:
            self._kept, self._shares = QByteArray(), tuple(sizes)
        else:
            super().setSizes(sizes)

    def saveState(self) -> QByteArray:
        return self._kept if self.is_column else super().saveState()

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview[int]) -> bool:
        if self.is_column:
            self._kept, self._shares = QByteArray(state), ()
            return True
        is_known = super().restoreState(state)
        self.setOrientation(Qt.Orientation.Horizontal)  # whatever the file says
        self.setChildrenCollapsible(False)
        return is_known

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Hear of a part that needs another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def _turn(self) -> None:
        """Put the parts side by side or in a column, whichever there is room for."""
        is_narrow = self.width() < self.wanted_size().width()
        for part in self._parts():
            if _is_wide(part):
                part.setMinimumWidth(0 if is_narrow else cast("Wide", part).wanted_width())
        if is_narrow is not self.is_column:
            if is_narrow:
                self._kept, self._shares = super().saveState(), ()
                self.setOrientation(Qt.Orientation.Vertical)
            else:
                self.setOrientation(Qt.Orientation.Horizontal)
                if self._shares:
                    super().setSizes(self._shares)
                elif not self._kept.isEmpty():
                    self.restoreState(self._kept)
            self.updateGeometry()
        if self.is_column:
            least = self._heights()
            more = max(0, self.height() - self.handleWidth() * max(0, len(least) - 1) - sum(least))
            super().setSizes([height + more // len(least) for height in least])

    def _parts(self) -> list[QWidget]:
        parts = (self.widget(place) for place in range(self.count()))
        return [part for part in parts if part is not None and not part.isHidden()]

    def _heights(self) -> list[int]:
        """Return how high each part is in a column at least."""
        most = px(MOST_LEAST, share=0.5)
        return [
            max(_least(part).height(), _inner_height(part), min(part.sizeHint().height(), most))
            for part in self._parts()
        ]


def sides_in(page: QWidget) -> list[Sides]:
    """Return what stands side by side anywhere in a page; asked with every layout, so that nothing is searched."""
    return [sides for sides in _there if isValid(sides) and page.isAncestorOf(sides)]


def _is_wide(part: QWidget) -> bool:
    """Whether a part is ``Wide``: asked often, of the class, as a check of the protocol itself takes long."""
    return hasattr(type(part), Wide.wanted_width.__name__)


def _beside(part: QWidget) -> int:
    return max(_least(part).width(), cast("Wide", part).wanted_width() if _is_wide(part) else 0)


def _least(part: QWidget) -> QSize:
    least = part.minimumSizeHint()
    return least if _is_wide(part) else least.expandedTo(part.minimumSize())


def _inner_height(part: QWidget) -> int:
    """Return how high all is that scrolls in a part; 0 where it is none that scrolls."""
    inner = part.widget() if isinstance(part, QScrollArea) else None
    if inner is None:
        return 0
    width = part.width()
    grown = inner.heightForWidth(width) if inner.hasHeightForWidth() else 0
    return max(inner.minimumSizeHint().height(), inner.minimumHeight(), grown)
