"""What was dragged onto the window, if it is something that can be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.importing.registry import is_image_source
from gui.window.model_files import MODEL_ENDING

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the model, the experiment or the images that are dragged, or None where it is something else."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and (path.suffix.lower() in (MODEL_ENDING, ".json") or is_image_source(path)):
            return path
    return None
