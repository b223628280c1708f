"""Turning to a page of several that lie on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QWidget


def turn_to(pages: QStackedWidget | QStackedLayout, page: QWidget) -> None:
    """Show a page; the focus of the one before comes to rest, where Qt would give it to the first field of this one."""
    before, focus = pages.currentWidget(), QApplication.focusWidget()
    if before is not page and before is not None and focus is not None and before.isAncestorOf(focus):
        focus.clearFocus()
    pages.setCurrentWidget(page)
