"""Writes a folder of PNG images: one folder a class."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from engine.atomic import new_folder
from engine.data.exporting.export_format import ExportFormat
from engine.data.saving import not_kept
from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import IsCancelled, Progress


class PngFormat(ExportFormat):
    """A new folder."""

    name = "png"
    title = Phrase("Folder of PNG images, one folder a class")

    def check(self, path: Path) -> None:
        """See that nothing is there yet."""
        if os.path.exists(path):  # noqa: PTH110 - says no of a name that no folder can have
            raise DataError(
                "There is something at “{path}” already.",
                remedy="Choose a folder that is not there yet.",
                path=path,
            )
        super().check(path)

    def write(
        self, data: Dataset, path: Path, progress: Progress | None, cancelled: IsCancelled | None
    ) -> tuple[Path, ...]:
        """Write the images, numbered within their class."""
        from PIL import Image

        self.check(path)
        counts = [0] * len(data.classes)
        with new_folder(path, refused=not_kept) as whole:
            for number, (image, label) in enumerate(zip(data.images, data.labels, strict=True)):
                if cancelled is not None and cancelled():
                    raise Cancelled
                if progress is not None and number % 32 == 0:
                    progress(Phrase("Writing images"), number / len(data))
                folder = whole / folder_name(data.classes[label])
                folder.mkdir(parents=True, exist_ok=True)
                counts[label] += 1
                Image.fromarray(image).save(folder / f"{counts[label]:05}.png")
        return (path,)


FORMAT = PngFormat()


def folder_name(label: str) -> str:
    """Return a name that every file system takes for a class; what it may not hold is written ``%2F``."""
    name = quote(label, safe=" !#$&'()+,;=@[]^_`{}~-" + "".join(set(re.findall(r"\w", label))))
    name = re.sub(r"^\.|\.$| $", lambda match: f"%{ord(match[0]):02X}", name)
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)", name)
    return f"%{ord(name[0]):02X}{name[1:]}" if reserved else name
