"""What the views of the Understand station look at: a model of their own, and the image it is asked about."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from engine.goals.registry import CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor, nn

    from engine.config import Experiment
    from engine.data.dataset import Dataset
    from engine.inputs.feature import Feature

_tr = partial(QCoreApplication.translate, "UnderstandPage")


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One moment of one network, and one image.

    Attributes:
        model: A copy of the model, which nobody trains.
        state: Its weights.
        experiment: The settings it was made with.
        classes: Names of its classes.
        image_shape: ``(C, H, W)`` of the images it takes, or ``(F,)``.
        step: Steps of training behind its weights.
        moment: The same where other weights are the newest, else None.
        image: ``(H, W)`` or ``(H, W, 3)`` uint8, ``(F,)`` float32 or ``(T,)`` uint16, that it is asked about; or None.
        label: Index of the image's true class where it is known.
        is_drawing: Whether the image comes from the pad.
        probabilities: ``(classes,)`` float32, the answer to the image, or None.
        is_live: Whether the network learns at this moment and what it learns is shown as it comes.
        examples: Images that the network did not learn from and that it can take, or None.
        features: What each number is that it takes; of images none.
        goal: What it gives.
        following: Of a text ``(T, classes)`` float32, how likely each character is to come next, at every place.
    """

    model: nn.Sequential
    state: Mapping[str, Tensor]
    experiment: Experiment
    classes: tuple[str, ...]
    image_shape: tuple[int, ...]
    step: int = 0
    moment: int | None = None
    image: NDArray[Any] | None = None
    label: int | None = None
    is_drawing: bool = False
    probabilities: NDArray[np.float32] | None = None
    is_live: bool = False
    examples: Dataset | None = None
    features: tuple[Feature, ...] = ()
    goal: str = CLASSES.name
    following: NDArray[np.float32] | None = None

    @property
    def answer(self) -> int:
        """Index of the class that the network takes the image for; -1 without an image."""
        return -1 if self.probabilities is None else int(self.probabilities.argmax())


def number_words(value: float, digits: int = 2) -> str:
    """Return a number with a true minus sign; a dash for what is no number."""
    if not math.isfinite(value):
        return "–"
    text = QLocale().toString(value, "f", digits)
    if not any(figure in text for figure in "123456789"):
        text = text.lstrip("-")
    return text.replace("-", "−")
