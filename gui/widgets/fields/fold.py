"""A part of a page that folds away under its heading, and remembers whether it was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolButton, QWidget

from gui.look import icons
from gui.look.spoken import Words, said
from gui.widgets import remembered_layout
from gui.widgets.layouts import column_of
from gui.widgets.steady_focus import SteadyFocus

if TYPE_CHECKING:
    from collections.abc import Callable

ROOM_AROUND = 40  # pixels that are seen around what has the keyboard


class Fold(QWidget):
    """A heading that opens and closes what is under it.

    Args:
        title: The heading.
        key: Under which name to remember whether it is open; empty to forget.
        parent: The widget it belongs to.
    """

    toggled = Signal(bool)

    def __init__(self, title: Words = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._fill: Callable[[], object] | None = None
        self._build_ui(title)
        self._connect()
        self.set_open(self._remembered(), remember=False)

    def _build_ui(self, title: Words) -> None:
        self._heading = QToolButton(self, toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._heading.setCheckable(True)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heading.setProperty("heading", True)
        self._content = QWidget(self)
        self._layout = column_of(self._heading, self._content, on=self, spacing=4)
        self.set_title(title)

    def _connect(self) -> None:
        self._heading.toggled.connect(self._on_heading_toggled)

    def heading(self) -> QToolButton:
        """Return the button that opens and closes it."""
        return self._heading

    def content(self) -> QWidget:
        """Return the widget that folds away; give it a layout."""
        return self._content

    def fill_when_opened(self, fill: Callable[[], object]) -> None:
        """Have what is under the heading made when it is first opened; now where it is open.

        A field takes a millisecond to make and dress, and most of what is folded away is never looked at.
        """
        self._fill = fill
        self._fill_if_open()

    def _fill_if_open(self) -> None:
        if self._fill is not None and self.is_open():
            fill, self._fill = self._fill, None
            fill()

    def set_title(self, title: Words) -> None:
        """Change the heading."""
        said(self._heading.setText, title)
        said(self._heading.setAccessibleName, title)

    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self._heading.isChecked()

    def set_open(self, is_open: bool, *, remember: bool = True) -> None:
        """Open or close it.

        Args:
            is_open: Whether the content shall be shown.
            remember: Whether it shall be so the next time too.
        """
        with QSignalBlocker(self._heading):
            self._heading.setChecked(is_open)
        self._fill_if_open()
        icons.set_icon(self._heading, "down" if is_open else "right", "text_muted")
        self._content.setVisible(is_open)
        if remember and self._remembers():
            remembered_layout.write({f"folds/{self._key}": is_open})

    def _remembers(self) -> bool:
        return bool(self._key and QCoreApplication.organizationName())

    def _remembered(self) -> bool:
        return self._remembers() and bool(QSettings().value(f"folds/{self._key}", False, type=bool))

    @Slot(bool)
    def _on_heading_toggled(self, is_open: bool) -> None:
        self.set_open(is_open)
        self.toggled.emit(is_open)


def bring_focus(widget: QWidget) -> None:
    """Bring the keyboard to a widget, or to the first in it that takes it: folds open, it is scrolled into sight."""
    bring_into_sight(widget)
    inner = (part for part in widget.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    takes = widget if widget.focusPolicy() != Qt.FocusPolicy.NoFocus else next(inner, widget)
    SteadyFocus.lead_to(takes)


def bring_into_sight(widget: QWidget) -> None:
    """Open the folds that a widget stands in, and scroll to it."""
    above, areas = widget.parentWidget(), []
    while above is not None:
        if isinstance(above, Fold):
            above.set_open(True, remember=False)
        elif isinstance(above, QScrollArea):
            areas.append(above)
        above = above.parentWidget()

    def show() -> None:
        for area in areas:
            area.ensureWidgetVisible(widget, ROOM_AROUND, ROOM_AROUND)

    QTimer.singleShot(0, widget, show)  # once what was unfolded is laid out
