"""A throw-away form of export: what the throw-away reader reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import save
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress


class BitsFormat(ExportFormat):
    """One image a line."""

    name = "bits"
    title = Phrase("File of bits")
    ending = ".bits"

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        lines = (
            f"{data.classes[label]} {image.tobytes().hex()}\n"
            for image, label in zip(data.images, data.labels, strict=True)
        )
        save(path, "".join(lines).encode())
        return (path,)


FORMAT = BitsFormat()
