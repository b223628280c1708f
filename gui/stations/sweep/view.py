"""What all views of a sweep have in common.

A new view is one file beside this and one line in ``registry.py``. Subclass ``View``; set ``name``, write ``title``,
``help_text``, ``set_scene`` and ``table``, and lay the parts out with ``lay_out``.

- ``set_scene`` is called whenever a trial has come on or others are chosen, while the view is in sight; so it may come
  with nothing new, and several times a second.
- ``chosen`` tells which trials are meant by a press; the page shows them in every view.
- What takes more than a moment goes into a ``Task`` whose parent is the view; the page ends it at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from gui.widgets.views.view import DeckView

if TYPE_CHECKING:
    from gui.stations.sweep.scene import Scene


class View(DeckView):
    """One way to look at a sweep; ``registry.VIEWS`` says which there are.

    Signals:
        chosen: Trials are to be looked at (their numbers, the foremost first).
    """

    chosen = Signal(object)

    def set_scene(self, scene: Scene) -> None:
        """Show a sweep; called only while the view is in sight, in the window's thread."""
        raise NotImplementedError
