"""What was dragged onto the window, if it is something that can be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDropEvent

    from gui.window.model_files import ModelFiles
    from gui.window.stations import Stations


def opens_dropped(event: QDropEvent, files: ModelFiles, stations: Stations) -> Callable[[], object] | None:
    """Return what opens the first dragged file that something can open, or None where there is none."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        opener = (files.opener(path) or stations.opener(path)) if url.isLocalFile() else None
        if opener is not None:
            return partial(opener, path)
    return None
