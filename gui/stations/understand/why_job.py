"""Asks a network why it answers as it does, beside the window: for a convolution that takes longer than a blink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.insight.contrast import PixelChanges
    from gui.stations.understand.scene import Scene
    from gui.tasks.task import Job

    Maps = dict[str, NDArray[np.float32]]

METHODS = ("gradient_times_input", "integrated_gradients", "occlusion")


@dataclass(frozen=True, slots=True, eq=False)
class WhyResult:
    """What speaks for a class, and what would make it another.

    Attributes:
        scene: Moment and image that were asked about.
        maps: By the names of ``METHODS``, each ``(H, W)`` float32 in logits.
        changes: The pixels to add and to remove.
        squares: Side of the squares of occlusion, and from one to the next, in pixels.
    """

    scene: Scene
    maps: Maps
    changes: PixelChanges
    squares: tuple[int, int]


def explain(scene: Scene, target: int, wanted: int, job: Job) -> WhyResult:
    """Explain an answer.

    Args:
        scene: Moment and image.
        target: Index of the class that is explained.
        wanted: Index of the class that it should be.
        job: Told how far it is, and asked about twice a second whether to give up.
    """
    from engine.insight.contrast import pixel_changes
    from engine.insight.gradient_input import gradient_times_input
    from engine.insight.integrated_gradients import integrated_gradients
    from engine.insight.occlusion import affordable_squares, occlusion

    model, image = scene.model, scene.image
    assert image is not None
    patch, stride = affordable_squares(scene.experiment.network, scene.image_shape)

    def first_half(text: str, share: float) -> None:
        job.progress(text, share / 2)

    def second_half(text: str, share: float) -> None:
        job.progress(text, 0.5 + share / 2)

    changes = pixel_changes(model, image, wanted)
    maps = {
        "gradient_times_input": gradient_times_input(model, image, target),
        "integrated_gradients": integrated_gradients(
            model, image, target, progress=first_half, cancelled=job.cancelled
        ),
        "occlusion": occlusion(
            *(model, image, target),
            patch=patch,
            stride=stride,
            progress=second_half,
            cancelled=job.cancelled,
        ),
    }
    return WhyResult(scene, maps, changes, (patch, stride))
