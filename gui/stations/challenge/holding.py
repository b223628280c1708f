"""Lets images of what a model holds form beside the window, and tells of them as they form."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from gui.tasks.working import Working

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.stations.challenge.scene import Challenged
    from gui.tasks.task import Job


PACE = 0.04  # seconds from one moment to the next at least, or nobody could see them form


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What a model holds for the surest of its classes, as far as it has formed.

    Attributes:
        challenged: The model.
        classes: Indices of the classes, one for each image.
        images: ``(K, H, W)`` or ``(K, H, W, 3)`` uint8.
        probabilities: ``(K,)`` float32, how sure the model is of each.
        share: How far it is, 0 to 1.
    """

    challenged: Challenged
    classes: tuple[int, ...]
    images: NDArray[np.uint8]
    probabilities: NDArray[np.float32]
    share: float


class Holding(Working):
    """Forms the images of one model at a time, or of two together, step by step.

    Signals:
        formed: How far they are (Held).
        ended: They are done, given up, or could not be formed.
        failed: They could not be formed (NetSketchError, traceback or empty string).
    """

    formed = Signal(object)
    ended = Signal()
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("challenge-holds", parent)
        self._task.reported.connect(self._on_task_reported)
        self._task.failed.connect(self.failed)
        self._task.idle.connect(self.ended)

    def start(
        self, models: tuple[Challenged, ...], classes: tuple[int, ...], seed: int, *, helped: bool
    ) -> None:
        """Begin anew; what is being formed is given up.

        Args:
            models: Of each, images form.
            classes: Indices of the classes, one for each image.
            seed: Of the noise that they begin with.
            helped: Whether ink that brings nothing fades, and images are moved a little before each step.
        """
        self._task.give_up()
        self._task.ask(partial(_form, models, classes, seed, helped))

    def cancel(self) -> None:
        """Stop; what has formed so far stays."""
        self._task.give_up()

    @Slot(object)
    def _on_task_reported(self, held: Held) -> None:
        self.formed.emit(held)


def _form(
    models: tuple[Challenged, ...], classes: tuple[int, ...], seed: int, helped: bool, job: Job
) -> None:
    from engine.challenge.inversion import invert

    pace = threading.Event()  # set by nobody: it waits without holding anything up

    together = [
        invert(each.model, each.saved.image_shape, classes, seed=seed, helped=helped, cancelled=job.cancelled)
        for each in models
    ]
    for moments in zip(*together, strict=True):
        for challenged, moment in zip(models, moments, strict=True):
            pixels = (moment.images.permute(0, 2, 3, 1) * 255).round().numpy().astype(np.uint8)
            images = pixels[..., 0] if pixels.shape[3] == 1 else pixels
            shares = moment.probabilities.numpy()
            job.report(Held(challenged, classes, images, shares, moment.step / moment.steps))
        pace.wait(PACE)
