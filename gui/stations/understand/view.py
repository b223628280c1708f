"""What all views of the Understand station have in common, and the pictures they are made of."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.look import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench


class Canvas(QWidget):
    """A picture that is painted by hand, in the colours of the theme, and tells what the painting cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painting_seconds = 0.0
        theme.notifier.theme_changed.connect(self._on_notifier_theme_changed)

    def paint(self, painter: QPainter) -> None:
        """Draw all of it."""
        raise NotImplementedError

    def forget_colours(self) -> None:
        """Let go what was drawn in the colours of another theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        started = time.perf_counter()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()
        self.painting_seconds += time.perf_counter() - started

    @Slot(object)
    def _on_notifier_theme_changed(self, _look: object) -> None:
        self.forget_colours()
        self.update()


class View(QWidget):
    """One way to look into a network; ``views.VIEWS`` says which there are.

    Args:
        workbench: Whose model is shown.
        parent: The widget it belongs to.

    Attributes:
        name: Its name for the program.
        needs_image: Whether it says nothing without an image.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        moment_wanted: The time slider is to go to a moment (its step).
    """

    name: ClassVar[str]
    needs_image: ClassVar[bool] = False

    failed = Signal(object, str)
    moment_wanted = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def title(self) -> str:
        """Return what it shows, for its button and the name of a file."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Return in a sentence what one sees in it."""
        raise NotImplementedError

    def caption(self) -> str:
        """Return what is written above a saved picture."""
        return self.title()

    def set_scene(self, scene: Scene) -> None:
        """Show another moment or another image; called only while the view is in sight."""
        raise NotImplementedError

    def figure(self) -> QWidget:
        """Return what is saved as a picture."""
        return self

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        """Return what is saved as numbers: the names of the columns, and the rows."""
        raise NotImplementedError

    def painting_seconds(self) -> float:
        """Return what the painting of its pictures has cost since it was made."""
        return sum(canvas.painting_seconds for canvas in self.findChildren(Canvas))

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
