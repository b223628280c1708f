"""The small card beside the mouse with the value of every curve at one x."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.look import theme
from gui.look.plain import escaped
from gui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.widgets.curves.series import CurveSeries

BESIDE = 14  # pixels from the line to the card


class CurveReadout(Label):
    """A card that lies over the plot it belongs to and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plot = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def apply_theme(self) -> None:
        """Take the colours of the theme in use."""
        look = theme.current()
        self.setStyleSheet(
            f"background: {look.surface}; border: 1px solid {look.border}; border-radius: 5px; padding: 4px 6px;"
        )

    def show_values(self, place: str, values: Sequence[tuple[CurveSeries, str]], at: float) -> None:
        """Show values beside a line.

        Args:
            place: Where they are read, such as ``step 120``.
            values: Each curve with its value in words.
            at: The line's x, pixels from the left of the plot.
        """
        look = theme.current()
        rows = "".join(
            f'<tr><td><span style="color:{look.series_color(series.color).name()}">■</span> '
            f"{escaped(series.label)}</td>"
            f'<td align="right" style="padding-left:12px">{escaped(text)}</td></tr>'
            for series, text in values
        )
        head = f'<tr><td colspan="2" style="color:{look.text_muted}">{escaped(place)}</td></tr>'
        self.setFont(theme.tabular_font(self._plot.font(), scale=0.95))
        self.set_markup(f"<table>{head}{rows}</table>")
        self.adjustSize()
        fits = at + BESIDE + self.width() < self._plot.width()
        self.move(max(0, round(at + BESIDE if fits else at - BESIDE - self.width())), 8)
        self.show()
