"""The program's icon in the forms of Windows and macOS, drawn from the one for Linux."""

from __future__ import annotations

import io
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)  # pixels
LARGEST = 1024


def make_icon(drawing: Path, target: Path) -> Path:
    """Write an icon and return its path.

    Args:
        drawing: The SVG.
        target: The file; its ending, ``.ico`` or ``.icns``, says in which form.
    """
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(LARGEST, LARGEST, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as picture:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".ico":
            picture.save(target, sizes=[(size, size) for size in SIZES])
        else:
            picture.save(target)
    return target
