"""Asks a network why it answers as it does, beside the window: for a convolution that takes longer than a blink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.insight import PixelChanges
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
    """

    scene: Scene
    maps: Maps
    changes: PixelChanges


def explain(scene: Scene, target: int, wanted: int, _job: Job) -> WhyResult:
    """Explain an answer.

    Args:
        scene: Moment and image.
        target: Index of the class that is explained.
        wanted: Index of the class that it should be.
    """
    from engine import insight

    assert scene.image is not None
    maps = {name: getattr(insight, name)(scene.model, scene.image, target) for name in METHODS}
    return WhyResult(scene, maps, insight.pixel_changes(scene.model, scene.image, wanted))
