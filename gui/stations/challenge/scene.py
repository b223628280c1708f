"""What the views of the Challenge station look at: the model at hand, an image, and the data it learnt from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.inputs.feature import is_same_input

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import nn

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.inputs.feature import Feature
    from engine.storage.model_file import SavedModel


@dataclass(frozen=True, slots=True, eq=False)
class Challenged:
    """The model that is challenged; the same object as long as its weights are the same.

    Attributes:
        saved: It as if read from a file, with its weights; for threads, and to be measured.
        model: A copy with these weights, in evaluation mode and not asked for gradients of its weights.
        name: What the person calls the run that it comes from; empty for the model at hand.
    """

    saved: SavedModel
    model: nn.Sequential
    name: str = ""

    @classmethod
    def of(cls, saved: SavedModel, name: str = "") -> Challenged:
        """Build a model that was read.

        Raises:
            NetSketchError: If its weights do not fit its network.
        """
        from engine.insight.model import own_model

        shape, classes = saved.image_shape, len(saved.classes)
        return cls(
            saved,
            own_model(saved.experiment, saved.state, classes=classes, image_shape=shape, goal=saved.goal),
            name,
        )

    def takes_what(self, other: Challenged) -> bool:
        """Whether it takes the same images as another, and tells the same classes apart."""
        mine, others = self.saved, other.saved
        return is_same_input(mine, others) and mine.classes == others.classes


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is at hand; what a view says it needs is there when it is shown.

    Attributes:
        challenged: The model at hand, or None.
        image: ``(H, W)`` or ``(H, W, 3)`` uint8, or ``(F,)``, that it takes: from the pad, else an example; or None.
        label: Index of the image's true class where it is known: of examples, not of drawings.
        is_drawing: Whether the image comes from the pad.
        probabilities: ``(classes,)`` float32, the model's answer to the image, or None.
        own_split: The data that the model learnt from, as they were divided then; None before they are read.
        data: The data of the present settings, which may be others; None while they are not loaded.
        is_training: Whether a network learns at this moment; the model then changes again and again.
    """

    challenged: Challenged | None = None
    image: NDArray[Any] | None = None
    label: int | None = None
    is_drawing: bool = False
    probabilities: NDArray[np.float32] | None = None
    own_split: Split | None = None
    data: Split | None = None
    is_training: bool = False

    @property
    def model(self) -> nn.Sequential:
        """The copy of the model."""
        return self._there.model

    @property
    def saved(self) -> SavedModel:
        """The model as if read from a file; the same object as long as its weights are the same."""
        return self._there.saved

    @property
    def experiment(self) -> Experiment:
        """The settings it was made with."""
        return self.saved.experiment

    @property
    def image_shape(self) -> tuple[int, ...]:
        """``(C, H, W)`` of the images it takes, or ``(F,)``."""
        return self.saved.image_shape

    @property
    def features(self) -> tuple[Feature, ...]:
        """What each number is that it takes; none of images, and without a model."""
        return () if self.challenged is None else self.challenged.saved.features

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of its classes; none without a model."""
        return () if self.challenged is None else self.challenged.saved.classes

    @property
    def split(self) -> Split:
        """The data that the model learnt from, as they were divided then."""
        assert self.own_split is not None, "a view that is shown without them does not ask for them"
        return self.own_split

    @property
    def answer(self) -> int:
        """Index of the class that the model takes the image for; -1 without an image."""
        return -1 if self.probabilities is None else int(self.probabilities.argmax())

    @property
    def _there(self) -> Challenged:
        assert self.challenged is not None, "a view that is shown without a model does not ask for it"
        return self.challenged
