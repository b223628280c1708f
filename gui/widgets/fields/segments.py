"""A few buttons in a row of which one is pressed: a choice between views."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QToolTip, QWidget

from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Words, said
from gui.look.text_size import px
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import row_of

SHORTENED = 96  # pixels of a choice whose words are longer, where there is no room for all of them


class Choice(QToolButton):
    """A button that shortens long words where there is no room, and then says all of them in its tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(px(SHORTENED), self.sizeHint().height()))

    def is_cut(self) -> bool:
        """Whether there is no room for all of its words."""
        return self.width() < self.sizeHint().width()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut():
            words = "\n".join(filter(None, (self.text(), self.toolTip())))
            QToolTip.showText(event.globalPos(), plain(words), self)
            return True
        return super().event(event)


class Segments(QWidget):
    """One of several, each in sight.

    Args:
        name: What is chosen here, for those who hear the window.
        parent: The widget it belongs to.
        wraps: Whether those that have no room in a row stand in another; else long words are shortened.
    """

    chosen = Signal(str)
    """Another one was pressed by hand: its key."""

    def __init__(self, name: Words, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        super().__init__(parent)
        said(self.setAccessibleName, name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._flow = FlowBox(spacing=2, parent=self) if wraps else None
        self._row = row_of(*([] if self._flow is None else [(self._flow, 1)]), on=self, spacing=2)
        self._group.buttonClicked.connect(self._on_group_clicked)

    def add(self, key: str, text: Words, help_text: Words = "") -> None:
        """Append a choice; the first one is pressed until another is."""
        button = dressed(Choice(self), text=text, tip=help_text, segment=True)
        button.setCheckable(True)
        button.setChecked(not self._buttons)
        self._group.addButton(button)
        self._buttons[key] = button
        if self._flow is None:
            self._row.addWidget(button)
        else:
            self._flow.add(button)

    @property
    def value(self) -> str:
        """Key of the one that is pressed."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def has(self, key: str) -> bool:
        """Whether there is a choice of this key."""
        return key in self._buttons

    def button(self, key: str) -> QToolButton:
        """Return the button of a choice."""
        return self._buttons[key]

    def set_value(self, key: str) -> None:
        """Press one, telling nobody."""
        self._buttons[key].setChecked(True)

    @Slot()
    def _on_group_clicked(self) -> None:
        self.chosen.emit(self.value)
