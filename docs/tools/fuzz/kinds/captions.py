"""Files of caption models."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from docs.tools.fuzz.kind import Files, Kind


class CaptionFile(Kind):
    """A caption model."""

    name = "captions"
    modules = ("engine.captions.file", "engine.storage.tensor_file")

    def make(self) -> Files:
        """A model that has learnt nothing."""
        from engine.captions import file
        from engine.captions.model import CaptionModel
        from engine.captions.plan import Plan

        with tempfile.TemporaryDirectory(prefix="netsketch-fuzz-") as folder:
            path = file.save(Path(folder, "captions"), CaptionModel(), Plan(), 1)
            return {path.name: path.read_bytes()}

    def read(self, folder: Path) -> bool:
        """Load it, and read a picture."""
        from engine.captions import file
        from engine.captions.finding import Finder

        finder = Finder(file.load(folder / "captions.safetensors")[0])
        assert finder.read(finder.places_of_pictures(np.zeros((1, 28, 28), np.uint8))[0])
        return True
