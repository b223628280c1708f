"""The legend of the runs that are drawn: a line of each with its name, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import caption, plain
from gui.look.spoken import follow_language
from gui.look.text_size import px, sized
from gui.widgets.curves.legend import SWATCH, swatch
from gui.widgets.flow_box import FlowBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.widgets.curves.series import CurveSeries

NAME_WIDTH = 150  # pixels; longer names are cut in their middle


class RunLegend(FlowBox):
    """An entry a run; a click chooses the run in the table.

    Signals:
        clicked: An entry was pressed (the run's id).
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=2, parent=parent)
        self._series: tuple[CurveSeries, ...] = ()
        theme.notifier.theme_changed.connect(self._show)
        follow_language(self, self._show)

    def set_series(self, series: Sequence[CurveSeries]) -> None:
        """Show entries for these curves, one of each run."""
        self._series = tuple(series)
        while len(self.parts) > len(self._series):
            self.remove_last()
        while len(self.parts) < len(self._series):
            self.add(self._new_entry())
        self._show()

    def entries(self) -> tuple[QToolButton, ...]:
        """Return the buttons, in order."""
        return tuple(part for part in self.parts if isinstance(part, QToolButton))

    def _new_entry(self) -> QToolButton:
        entry = dressed(QToolButton(self), legend=True)
        entry.setCheckable(True)  # the style of legends: what is shown is checked
        entry.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        sized(entry.setIconSize, SWATCH)
        entry.clicked.connect(self._on_entry_clicked)
        return entry

    @Slot()
    def _show(self) -> None:
        look = theme.current()
        for entry, series in zip(self.entries(), self._series, strict=True):
            entry.setIcon(swatch(series, look.series_color(series.color)))
            middle = Qt.TextElideMode.ElideMiddle
            text = entry.fontMetrics().elidedText(series.label, middle, px(NAME_WIDTH))
            entry.setText(caption(text))
            entry.setAccessibleName(series.label)
            entry.setToolTip(plain(self.tr("Go to “{name}” in the table").format(name=series.label)))
            entry.setChecked(True)
        self.arrange()

    @Slot()
    def _on_entry_clicked(self) -> None:
        for entry, series in zip(self.entries(), self._series, strict=True):
            if entry is self.sender():
                entry.setChecked(True)
                self.clicked.emit(series.key)
