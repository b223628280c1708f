"""The order in which one reads what is in a widget, and with it the stops that Tab makes there.

Qt's own order is that in which widgets were made, mended by hand wherever that was noticed. Here it is asked for when
Tab is pressed, of the layouts themselves: what is built later, hidden or moved needs nobody's care.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHOLE = (QAbstractSpinBox, QComboBox)
"""Widgets that are one stop, whatever they are made of."""


def tab_stops(root: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """Return what Tab goes through within a widget, first to last.

    Of buttons of which one is chosen, such as a rail's, the chosen one is the stop; arrow keys lead to the others.

    Args:
        root: What is gone through; itself no stop.
        also: A widget that is to be among them though it cannot be used just now, as its neighbours are wanted.
    """
    return [widget for widget in _stops(root) if widget is also or _leads_its_group(widget)]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets in sight that take Tab, and those that cannot be used just now."""
    for part in parts_of(widget):
        if not part.isVisible():
            continue
        inner = [] if isinstance(part, WHOLE) else list(_stops(part))
        if isinstance(part, QScrollArea):  # what is in it scrolls it; where nothing is, the keys do
            scrolls = part.verticalScrollBar().maximum() > 0 or part.horizontalScrollBar().maximum() > 0
            if scrolls and not any(map(_takes_tab, inner)):
                yield part
        elif _group(part) is not None or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        yield from inner


def _group(widget: QWidget) -> list[QAbstractButton] | None:
    """Return the buttons of which one is chosen and of which this is one, else None."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else None


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusProxy() is None


def _leads_its_group(widget: QWidget) -> bool:
    """Return whether Tab stops at a usable widget: always, or for the chosen one of several buttons."""
    if not _takes_tab(widget):
        return False
    usable = [item for item in _group(widget) or () if item.isEnabled() and item.isVisible()]
    return not usable or widget is next((item for item in usable if item.isChecked()), usable[0])


def parts_of(widget: QWidget) -> list[QWidget]:
    """Return the widgets directly in another one as one reads them: by its layout, else by where they stand."""
    if isinstance(widget, QSplitter):
        return [part for part in map(widget.widget, range(widget.count())) if part is not None]
    if isinstance(widget, QScrollArea):
        return [part for part in (widget.widget(),) if part is not None]
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    children = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    return laid_out + _as_they_stand([child for child in children if child not in laid_out])


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    for place in places:
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _as_they_stand(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Sort by rows, and each row from left to right; what reaches less than half below a row's middle is of it."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda item: item.geometry().center().y()):
        place = widget.geometry()
        if rows and place.top() <= rows[-1][0].geometry().center().y():
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda item: item.x())]
