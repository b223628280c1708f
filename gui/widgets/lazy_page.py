"""A page that is built when it is shown for the first time, so that the window opens without waiting for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from gui.widgets.layouts import column_of
from gui.widgets.remembered_layout import HasLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

Page = TypeVar("Page", bound=QWidget)


class LazyPage(QWidget, Generic[Page]):
    """Holds the place of a page until somebody looks at it.

    Args:
        build: Makes the page, given its parent; called once.
    """

    def __init__(self, build: Callable[[QWidget], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._page: Page | None = None

    @property
    def page(self) -> Page | None:
        """The page, or None before it was built."""
        return self._page

    @property
    def laid_out(self) -> HasLayout | None:
        """The page where it was built and has splitters, else None."""
        page: object = self._page
        return page if isinstance(page, HasLayout) else None

    def built(self) -> Page:
        """Return the page, built now where it was not."""
        if self._page is None:
            self._page = self._build(self)
            column_of(self._page, on=self)
            if self.laid_out is not None:
                self.laid_out.restore_layout()
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page before it is seen."""
        self.built()
        super().showEvent(event)
