"""A table on the screen as all of ours stand: dense rows, no grid, figures of equal width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QTableView

from gui.look import theme
from gui.look.text_size import follow_size

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROW_ROOM = 8  # pixels above and below the words of a row


class DenseTable(QTableView):
    """Rows as high as their words, and Tab that leads out of the table.

    Args:
        parent: The widget it belongs to.
        row_room: Pixels above and below the words of a row.
    """

    def __init__(self, parent: QWidget | None = None, *, row_room: int = ROW_ROOM) -> None:
        super().__init__(parent)
        self.setFont(theme.tabular_font(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        follow_size(self, lambda: rows.setDefaultSectionSize(self.fontMetrics().height() + row_room))
        rows.setHighlightSections(False)
        self.horizontalHeader().setHighlightSections(False)
