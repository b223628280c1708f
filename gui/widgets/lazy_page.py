"""A page that is built when it is shown for the first time, so that the window opens without waiting for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.remembered_layout import HasLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent


class LazyPage(QWidget):
    """Holds the place of a station until somebody looks at it.

    Args:
        build: Makes the station; called once.
    """

    def __init__(self, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._page: QWidget | None = None

    @property
    def page(self) -> QWidget | None:
        """The station, or None before it was built."""
        return self._page

    @property
    def laid_out(self) -> HasLayout | None:
        """The station where it was built and has splitters, else None."""
        page: object = self._page
        return page if isinstance(page, HasLayout) else None

    def built(self) -> QWidget:
        """Return the station, built now where it was not."""
        if self._page is None:
            self._page = self._build()
            layout = QVBoxLayout(self)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(self._page)
            if self.laid_out is not None:
                self.laid_out.restore_layout()
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        """Build the station before it is seen."""
        self.built()
        super().showEvent(event)
