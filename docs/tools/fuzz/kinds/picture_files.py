"""Pictures that are dropped on the pad or read by ``predict``, one kind for each form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import picture
from docs.tools.fuzz.sound import CLASSES, experiment, sketch

if TYPE_CHECKING:
    from pathlib import Path

    from engine.inference import Recognizer


class PictureFile(Kind):
    """A picture of one form; of several, one with palette, opacity or colour beside a grey one."""

    modules = ("engine.data.image_file",)
    form = ""
    options: dict[str, object] = {}

    def make(self) -> Files:
        """A grey drawing."""
        return {f"drawing.{self.name}": picture(self.form or self.name, self.pixels(), **self.options)}

    def pixels(self) -> np.ndarray:
        """Return what is drawn."""
        return sketch()

    def read(self, folder: Path) -> bool:
        """Read it, find the digits on it, and ask a model about each."""
        from engine.data.image_file import read_image
        from engine.data.ink import image_digits

        pixels = read_image(folder / f"drawing.{self.name}")
        assert pixels.dtype == np.uint8
        assert pixels.ndim in (2, 3)
        views = [digit.stages[-1].image for digit in image_digits(pixels)]
        if views:
            answers = recognizer().probabilities(np.stack(views))
            assert np.isfinite(answers).all()
        return True


class Png(PictureFile):
    """A PNG."""

    name = "png"


class ScriptPng(PictureFile):
    """A PNG that an exported script reads, by what goes along with it."""

    name = "script.png"
    form = "png"
    modules = ("engine.deploy.script.png",)

    def read(self, folder: Path) -> bool:
        """Read it by NumPy and zlib alone."""
        from engine.deploy.script.png import read_png

        pixels = read_png(str(folder / f"drawing.{self.name}"))
        assert pixels.dtype == np.uint8
        assert pixels.ndim in (2, 3)
        return True


class ColourPng(PictureFile):
    """A PNG in colour, with opacity."""

    name = "colour.png"
    form = "png"

    def pixels(self) -> np.ndarray:
        """Return a drawing with transparent paper."""
        grey = sketch()
        return np.stack([grey, grey, grey, np.where(grey > 128, 0, 255).astype(np.uint8)], axis=2)


class Jpeg(PictureFile):
    """A JPEG."""

    name = "jpeg"


class Gif(PictureFile):
    """A GIF."""

    name = "gif"


class Bmp(PictureFile):
    """A BMP."""

    name = "bmp"


class Tiff(PictureFile):
    """A TIFF of sixteen bits."""

    name = "tiff"

    def pixels(self) -> np.ndarray:
        """Return a drawing of sixteen bits."""
        return sketch().astype(np.uint16) * 257


class Webp(PictureFile):
    """A WebP."""

    name = "webp"
    options = {"quality": 90}


class Ppm(PictureFile):
    """A PPM."""

    name = "ppm"

    def pixels(self) -> np.ndarray:
        """Return a drawing in colour."""
        return np.repeat(sketch()[:, :, None], 3, axis=2)


class Tga(PictureFile):
    """A TGA."""

    name = "tga"


class Ico(PictureFile):
    """An ICO."""

    name = "ico"


class Jpeg2000(PictureFile):
    """A JPEG 2000."""

    name = "jp2"
    form = "jpeg2000"


@cache
def recognizer() -> Recognizer:
    """Return an untrained model that takes drawings."""
    import torch

    from engine.inference import Recognizer
    from engine.models.build import build

    torch.manual_seed(0)
    network = experiment()
    state = build(network.network, image_shape=(1, 28, 28), classes=len(CLASSES)).state_dict()
    return Recognizer(network, CLASSES, state)
