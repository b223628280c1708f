"""What a run shows, and beside it, on wish, the code of the experiment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

CODE_SHARE = (480, 520)  # of the width, for the code and for what a run shows


class CodeBeside(QSplitter):
    """Puts the code at the left of what a run shows; where there is no room for both, in its place.

    Args:
        run: What a run shows.
        make: Makes what shows the code, given its parent; asked when it is shown for the first time.
        parent: The widget it belongs to.

    Attributes:
        code: What shows the code; None before it was wanted.
    """

    # As long as there is none, and while this is going, when Qt still asks: an override of Qt's must never raise.
    code: QWidget | None = None

    def __init__(
        self, run: QWidget, make: Callable[[QWidget], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self._run = run
        self._make = make
        self.addWidget(run)

    @property
    def is_code_shown(self) -> bool:
        """Whether the code is to be seen."""
        return self.code is not None and not self.code.isHidden()

    def show_code(self, shown: bool) -> None:
        """Show the code, or what a run shows alone."""
        if shown and self.code is None:
            self.code = self._make(self)
            self.insertWidget(0, self.code)
            self.share_width()
        if self.code is not None:
            self.code.setVisible(shown)
        self._fit()
        self.updateGeometry()

    def share_width(self) -> None:
        """Share the width as at the first time."""
        if self.code is not None:
            self.setSizes(CODE_SHARE)

    def minimumSizeHint(self) -> QSize:
        """Return what the wider of both needs: the other goes where there is no more room."""
        if self.code is None:
            return super().minimumSizeHint()
        parts = [self._run] if self.code.isHidden() else [self._run, self.code]
        least = QSize()
        for part in parts:
            least = least.expandedTo(part.minimumSizeHint())
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide what a run shows where there is no room for it beside the code."""
        if self.code is None:
            return
        both = sum(part.minimumSizeHint().width() for part in (self.code, self._run)) + self.handleWidth()
        self._run.setVisible(both <= self.width() or self.code.isHidden())
