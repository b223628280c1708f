"""Turning to a page of several that lie on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QWidget

_USUAL = "usualSizePolicy"


def turn_to(pages: QStackedWidget | QStackedLayout, page: QWidget) -> None:
    """Show a page.

    The focus of the one before comes to rest, where Qt would give it to the first field of this one; and the pages
    out of sight ask for no room, where Qt would keep as much as the largest of all needs.
    """
    before, focus = pages.currentWidget(), QApplication.focusWidget()
    if before is not page and before is not None and focus is not None and before.isAncestorOf(focus):
        focus.clearFocus()
    for place in range(pages.count()):
        _ask_for_room(pages.widget(place), asks=pages.widget(place) is page)
    pages.setCurrentWidget(page)


def _ask_for_room(page: QWidget | None, *, asks: bool) -> None:
    if page is None:
        return
    usual = page.property(_USUAL)
    if asks and usual is not None:
        page.setProperty(_USUAL, None)
        page.setSizePolicy(usual)
    elif not asks and usual is None:
        page.setProperty(_USUAL, page.sizePolicy())
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
