"""What an exported script shows its network of a picture: the drawings that are in it, or all of it in its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.data.ink.picture import image_stages
from engine.data.ink.segment import image_digits, stand_in_lines
from engine.data.photo import picture_for

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def drawings_in(pixels: NDArray[np.uint8], about: dict[str, Any]) -> list[NDArray[np.uint8]]:
    """Return what is drawn in a picture, each ``(28, 28)`` uint8; none where there is no ink."""
    if stand_in_lines(about["classes"]):
        stages = [digit.stages for digit in image_digits(pixels)]
    else:
        stages = [image_stages(pixels)]
    views = [stage[-1].image for stage in stages]
    return views if any(view.any() for view in views) else []


def all_of_it(pixels: NDArray[np.uint8], about: dict[str, Any]) -> list[NDArray[np.uint8]]:
    """Return a picture as a network of pictures in colour takes it, ``(H, W, 3)`` uint8."""
    return [picture_for(pixels, tuple(about["image_shape"]))]
