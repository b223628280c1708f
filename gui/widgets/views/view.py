"""What one of several views of a station is, whichever station it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.tasks.task import Task
from gui.widgets.layouts import column_of
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QLayout

    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind


class DeckView(QWidget):
    """One view of several; only the one in sight is told what there is to show.

    Args:
        parent: The widget it belongs to.

    Attributes:
        name: Its name for the program.
        needs_image: Whether it says nothing without an image.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
    """

    name: ClassVar[str]
    needs_image: ClassVar[bool] = False

    failed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def lay_out(self, head: QLayout, picture: QWidget, *below: QWidget) -> None:
        """Put a row of tools above a picture that takes the room there is, and panels below it."""
        column = column_of(head, (picture, 1), on=self, margins=(14, 4, 14, 10), spacing=8)
        for panel in below:
            column.addWidget(panel)

    def title(self) -> str:
        """Return what it shows, for its button and the name of a file."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Return in a sentence what one sees in it."""
        raise NotImplementedError

    def against(self, kind: InputKind, goal: Goal) -> str:
        """Return why it has nothing to show of a kind of input, or for a goal, as these say; empty where it has."""
        del kind, goal
        return ""

    def caption(self) -> str:
        """Return what is written above a saved picture."""
        return self.title()

    def figure(self) -> QWidget:
        """Return what is saved as a picture."""
        return self

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        """Return what is saved as numbers: the names of the columns, and the rows."""
        raise NotImplementedError

    def painting_seconds(self) -> float:
        """Return what the painting of its pictures has cost since it was made."""
        return sum(picture.painting_seconds for picture in self.findChildren(Painted))

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        for task in self.findChildren(Task):
            task.shutdown()
