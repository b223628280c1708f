"""What all views of the Understand station have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal

from gui.widgets.views.view import DeckView

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench


class View(DeckView):
    """One way to look into a network; ``registry.VIEWS`` says which there are.

    Args:
        workbench: Whose model is shown.
        parent: The widget it belongs to.

    Attributes:
        needs_model: Whether it says nothing without a network at hand; else it is told what is on the pad alone.

    Signals:
        moment_wanted: The time slider is to go to a moment (its step).
        read_so_far: How far the drawing on the pad is read is to be shown there (ReadPart), or no more (None).
        example_chosen: An image is to be tried on the pad (``(H, W)`` uint8).
    """

    needs_model: ClassVar[bool] = True

    moment_wanted = Signal(int)
    read_so_far = Signal(object)
    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def no_images(self) -> str:
        """Return why there are no images that the network did not learn from."""
        if self._workbench.loader.loading:
            return self.tr("The examples are being loaded …")
        return self.tr("There are no examples loaded that this network can take.")

    def lacks(self, scene: Scene) -> str:
        """Return in a sentence why this network gives it nothing to show; empty where it does."""
        del scene
        return ""

    def set_scene(self, scene: Scene) -> None:
        """Show another moment or another image; called only while the view is in sight."""
        raise NotImplementedError

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Take what is on the pad, or None; called only of a view that needs no model, while it is in sight."""
