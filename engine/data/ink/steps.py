"""The steps from a drawing to the network's view; each can be switched off to show why it is there."""

from __future__ import annotations

from dataclasses import field, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.records import dataclass

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def _step(label: str, help: str) -> Any:  # noqa: A002 - the same word as in engine.config.setting
    return field(default=True, metadata={"label": label, "help": help})


@dataclass(frozen=True, slots=True)
class InkSteps:
    """Which steps are taken; all of them, unless said otherwise.

    Attributes:
        crop: Cut the picture to the box around the ink; else the whole pad is shrunk.
        keep_aspect: Scale both directions alike; else the ink is stretched to a square.
        mass_centre: Shift by whole pixels to the centre of mass; else to the middle of the box.
        pen: Bring the pen to a fixed width; else it grows and shrinks with the drawing.
        antialias: Soft edges; else each pixel is either ink or paper.
    """

    crop: bool = _step(
        "Crop to the ink", "Cuts away the empty paper around the drawing, so that size does not matter."
    )
    keep_aspect: bool = _step(
        "Keep the aspect",
        "Scales width and height alike; otherwise a 1 is stretched until it fills the square.",
    )
    mass_centre: bool = _step(
        "Centre by mass",
        "Shifts the drawing until its centre of mass lies in the middle, as in MNIST; otherwise its box is centred.",
    )
    pen: bool = _step(
        "Even pen width", "Draws the strokes 2.5 pixels wide whatever pen was used, as most of MNIST is."
    )
    antialias: bool = _step(
        "Soft edges", "Gives edge pixels the grey of their share of ink instead of black or white."
    )


class StepText(NamedTuple):
    """What a person reads about one step.

    Attributes:
        name: Field of ``InkSteps``.
        label: A few words for a tick box.
        help: One sentence that says why the step is there.
    """

    name: str
    label: str
    help: str


def step_texts() -> tuple[StepText, ...]:
    """Return name, label and help of each step in the order in which they are taken."""
    return tuple(
        StepText(item.name, item.metadata["label"], item.metadata["help"]) for item in fields(InkSteps)
    )


@dataclass(frozen=True, slots=True, eq=False)
class InkStage:
    """One picture on the way from the drawing to the network's view.

    Attributes:
        name: Fixed name: ``drawn``, ``cropped``, ``scaled`` or ``centred``.
        label: What a person reads under the picture.
        image: ``(H, W)`` uint8, 255 is ink; the last stage is the ``(28, 28)`` that the network sees.
    """

    name: str
    label: str
    image: NDArray[np.uint8]


STAGE_LABELS = {"drawn": "As drawn", "cropped": "Cropped", "scaled": "Scaled", "centred": "Centred"}
