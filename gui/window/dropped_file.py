"""What was dragged onto the window, if it is something that can be opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

Opener = Callable[[Path], "Callable[[Path], object] | None"]


def opens_dropped(event: QDropEvent, *openers: Opener) -> Callable[[], object] | None:
    """Return what opens the first dragged file that something can open, or None where there is none.

    Args:
        event: What is dragged.
        openers: Each returns what opens a file, or None where it is none for it; the first that knows it is taken.
    """
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        for opener in openers if url.isLocalFile() else ():
            opens = opener(path)
            if opens is not None:
                return partial(opens, path)
    return None
