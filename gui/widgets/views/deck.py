"""Several views of which one is in sight, with the buttons that choose it and the image it is asked about above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.look.dressed import dressed
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton
from gui.widgets.views.subject_bar import SubjectBar
from gui.widgets.views.view import DeckView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.look.spoken import Words

MARGIN = 24  # pixels around words that stand in the place of a view

V = TypeVar("V", bound=DeckView)


class ViewDeck(QWidget, Generic[V]):
    """The views of a station, the row of tools above them, and what stands in the place of a view that has nothing.

    Args:
        name: Of the station; the buttons are called after it, as ``understandViews``.
        title: What is chosen by the buttons, for those who hear the window.
        views: The views, in the order of the buttons.
        beside: Widgets that stand between the buttons and the image.
        parent: The widget it belongs to.

    Attributes:
        views: By their names.
        subject: Shows the image that is asked about.
        save_button: Saves what is in sight.

    Signals:
        chosen: Another view was chosen by hand (its name).
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        title: Words,
        views: Sequence[V],
        *beside: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.views = {view.name: view for view in views}
        self._segments = dressed(Segments(title, self, wraps=True), name=f"{name}Views")
        self._stack = QStackedWidget(self)
        for view in views:
            self._segments.add(view.name, view.title, view.help_text)
            self._stack.addWidget(view)
        self.subject = SubjectBar(self)
        self.save_button = SaveButton(self)
        image = QWidget(self)
        row_of(self.subject, self.save_button, on=image, spacing=10)
        flow = FlowBox(spacing=10, parent=self, last_at_end=True)  # a small screen takes two rows
        for part in (self._segments, *beside, image):
            flow.add(part)
        head = row_of((flow, 1), margins=(14, 10, 10, 4))
        column_of(head, (self._stack, 1), on=self, spacing=4)
        self._segments.chosen.connect(self.chosen)

    @property
    def view(self) -> V:
        """The view that is chosen."""
        return self.views[self._segments.value]

    def choose(self, name: str) -> None:
        """Choose a view; it comes into sight when the deck is turned."""
        self._segments.set_value(name)

    def words(self, text: Words = "") -> Label:
        """Return a new label that can stand in the place of a view."""
        label = dressed(Label(text, self), role="muted")
        label.setWordWrap(True)
        label.setMargin(MARGIN)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(label)
        return label

    def add_page(self, page: QWidget) -> None:
        """Take another widget that can stand in the place of a view."""
        self._stack.addWidget(page)

    def turn(self, instead: QWidget | None = None) -> None:
        """Bring the chosen view into sight, or what stands in its place; that cannot be saved."""
        turn_to(self._stack, instead or self.view)
        self.save_button.set_source(self._savable if instead is None else None)

    def shutdown(self) -> None:
        """End what is under way in each view; nothing starts after this."""
        for view in self.views.values():
            view.shutdown()

    def _savable(self) -> Savable:
        return Savable(self.view.title(), Figure(self.view.caption(), self.view.figure()), self.view.table)
