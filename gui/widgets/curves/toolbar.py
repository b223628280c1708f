"""What stands above a curve plot: heading, legend, and the buttons for smoothing, axis, view and export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.look import icons
from gui.look.dressed import dressed
from gui.look.spoken import Spoken, Words, said
from gui.look.text_size import px
from gui.widgets.curves.legend import CurveLegend
from gui.widgets.curves.smoothing_menu import SmoothingMenu
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.saving.save_button import SaveMenu
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MARGINS, SPACING, GAP = (10, 4, 6, 0), 2, 4  # pixels
KEPT = 0.75  # of the heading, at least, where it is shortened for the legend
HIGH = 140  # pixels, at 100 %, of a plot that has the height for a second row


class CurveBar(Spoken, QWidget):
    """The parts a person works a plot with; the plot connects them.

    Args:
        title: Heading.
        parent: The plot beneath.
    """

    def __init__(self, title: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools: tuple[QToolButton, ...] = ()
        self._is_second = False  # whether the legend has a row of its own
        self.heading = dressed(ShortLabel(self), role="heading")
        # No wider than its words, and narrower where ``share_room`` says so.
        self.heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.heading.setMinimumWidth(1)
        said(self.heading.setText, title)
        self.legend = CurveLegend(self)
        self.smoothing_menu = SmoothingMenu(parent)
        self.smooth_button = self._tool("smooth", "smoothingButton")
        self.smooth_button.setMenu(self.smoothing_menu)
        self.smooth_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.log_button = self._tool("log", "logButton")
        self.log_button.setCheckable(True)
        self.fit_button = self._tool("fit", "fitButton")
        self.fit_button.setEnabled(False)
        self.export_menu = SaveMenu(parent, has_lines=True)
        self.export_button = self._tool("export", "exportButton")
        self.export_button.setMenu(self.export_menu)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tools = (self.smooth_button, self.log_button, self.fit_button, self.export_button)
        self._row = row_of(self.heading, GAP, self.legend, STRETCH, *self._tools, spacing=SPACING)
        self._second = row_of(STRETCH)
        column_of(self._row, self._second, on=self, margins=MARGINS, spacing=0)
        self.say_words()

    def event(self, event: QEvent) -> bool:
        """Share the room anew where a part wants another."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.share_room()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """Let the heading keep its words and the legend its names, as far as there is room.

        Where there is height for it, the legend gets a row of its own; else the heading is shortened a little, and
        before more of it goes, the legend has its marks alone. What has nothing to do yet gives way to the heading.
        """
        if self.heading.isHidden() or self.legend.isHidden() or not self._tools:
            return
        fit = self.fit_button
        widths = {button: button.sizeHint().width() + SPACING for button in self._tools}
        used = sum(width for button, width in widths.items() if button is fit or not button.isHidden())
        room = self.width() - MARGINS[0] - MARGINS[2] - used - GAP - 2 * SPACING
        whole = self.heading.sizeHint().width()
        if self.legend.columns < self.legend.count():  # in rows already, it shortens its names itself
            self.heading.setMinimumWidth(whole)
            return
        self.legend.setMinimumWidth(1)
        heading, legend, is_second = self._shares(room)
        gives_way = heading < whole and not fit.isEnabled()
        if gives_way:
            heading, legend, is_second = self._shares(room + widths[fit])
        fit.setHidden(gives_way)
        if is_second != self._is_second:
            self._is_second = is_second
            (self._row if is_second else self._second).removeWidget(self.legend)
            if is_second:
                self._second.insertWidget(0, self.legend)
            else:
                self._row.insertWidget(self._row.indexOf(self.heading) + 2, self.legend)
        self.heading.setMaximumWidth(heading)
        self.legend.setMaximumWidth(legend)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # with what is in sight, and not a moment later

    def _shares(self, room: int) -> tuple[int, int, bool]:
        """Return how wide heading and legend are where both have so much room, and whether the legend has its own row.

        Args:
            room: Pixels beside the buttons.
        """
        whole, names = self.heading.sizeHint().width(), self.legend.sizeHint().width()
        marks, above = self.legend.marks_width(), self.parentWidget()
        if room - names >= whole:
            return whole, names, False
        is_high = above is not None and above.height() >= px(HIGH)
        if is_high and names <= self.width() - MARGINS[0] - MARGINS[2]:
            return min(whole, room + GAP), names, True
        if room - names >= KEPT * whole:
            return room - names, names, False
        heading = max(min(whole, room - marks), 1)
        return heading, max(room - heading, marks), False

    def put_first(self, widget: QWidget) -> None:
        """Let something else stand in front, with all the room there is."""
        for place in range(self._row.count()):
            self._row.setStretch(place, 0)  # the gap in front of the buttons, too
        self._row.insertWidget(0, widget, 1)
        widget.show()

    def set_title(self, title: Words) -> None:
        """Say another heading."""
        said(self.heading.setText, title)

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = dressed(QToolButton(self), name=name)
        icons.set_icon(button, icon, "text_muted")
        return button

    def say_words(self) -> None:
        for button, words in (
            (self.smooth_button, self.tr("Smoothing")),
            (self.log_button, self.tr("Logarithmic axis")),
            (self.fit_button, self.tr("Show all (Home, or double click)")),
            (self.export_button, self.tr("Export")),
        ):
            dressed(button, tip=words, accessible=words)
