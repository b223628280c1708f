"""How images come to the pad: from a file, from the clipboard, from a drop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPixmap

from engine.errors import DataError
from gui.pad.drawing import Picture, image_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData

translate = QCoreApplication.translate
FOREIGN_ENDINGS = (".safetensors", ".json", ".txt")
"""Files that are not for the pad but for the window around it."""


def offers_image(data: QMimeData) -> bool:
    """Return whether there may be an image in what is dragged or copied."""
    return data.hasImage() or image_path(data) is not None


def image_path(data: QMimeData) -> Path | None:
    """Return the first file that may be an image."""
    from engine.data.importing.registry import (
        is_image_source,  # here, as nothing is dragged while a window opens
    )

    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next(
        (path for path in paths if path.suffix.lower() not in FOREIGN_ENDINGS and not is_image_source(path)),
        None,
    )


def picture_of_file(path: Path | str) -> Picture:
    """Read an image file.

    Raises:
        DataError: If it is none, or damaged, or far too large.
    """
    from engine.data.image_file import read_image

    return Picture.of(image_of(read_image(Path(path))))


def picture_in(data: QMimeData) -> Callable[[], Picture]:
    """Return how to read the image that is dropped or on the clipboard, a file or the image itself, on any thread.

    Raises:
        DataError: If there is none.
    """
    path = image_path(data)
    if path is not None:
        return partial(picture_of_file, path)
    image = data.imageData() if data.hasImage() else None
    if isinstance(image, QPixmap):
        image = image.toImage()
    if not isinstance(image, QImage):
        raise DataError(
            "There is no image to paste.", remedy="Copy an image, or drop an image file on the pad."
        )
    return partial(Picture.of, image)
