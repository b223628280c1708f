"""What all views of the Challenge station have in common.

A new view is one file beside this and one line in ``registry.py``. Subclass ``View``; set ``name`` and what it needs,
write ``title``, ``help_text``, ``set_scene`` and ``table``, and lay the parts out with ``lay_out`` or by yourself.

- The page builds every view once, and shows only the one that is chosen. ``set_scene`` is called whenever anything at
  hand becomes another while the view is in sight, and when it comes into sight; so it may come with nothing new.
  ``scene.saved`` is the same object as long as the weights are the same: what was measured is kept under it.
- What a view says it needs is there: with ``needs_split`` it asks ``scene.split``, with ``needs_model`` (the default)
  ``scene.model`` and the rest. Where it is not, the page says why, and the view is not asked.
- What takes more than a moment goes into a ``Task`` whose parent is the view; the page ends it at the end. Its
  ``failed`` goes to the view's ``failed``.
- The kept runs are ``self.workbench.catalogue.summaries``; ``gui.bench.run_picker`` is the dialog to choose one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from gui.widgets.views.view import DeckView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.stations.challenge.scene import Scene
    from gui.workbench import Workbench


class View(DeckView):
    """One way to put a model to the test; ``registry.VIEWS`` says which there are.

    Args:
        workbench: Whose model and data.
        parent: The widget it belongs to.

    Attributes:
        workbench: The same.
        needs_model: Whether it says nothing without a model.
        needs_split: Whether it needs the data that the model learnt from (``scene.split``); they are read for it.
        needs_data: Whether it needs the data of the present settings (``scene.data``).
        follows_training: Whether it is shown while a network learns, and follows the newest weights then.

    Signals:
        notice_raised: Something is to be told above the page (Notice).
        station_wanted: Another station is to be shown (its name).
        achieved: Something was done that a lesson may wait for (Deed).
    """

    needs_model: ClassVar[bool] = True
    needs_split: ClassVar[bool] = False
    needs_data: ClassVar[bool] = False
    follows_training: ClassVar[bool] = False

    notice_raised = Signal(object)
    station_wanted = Signal(str)
    achieved = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench

    def set_scene(self, scene: Scene) -> None:
        """Show what is at hand; called only while the view is in sight, in the window's thread."""
        raise NotImplementedError

    def give_up(self) -> None:
        """End what nobody can see any more, as another view or another page is looked at; nothing by default."""
