"""Recognise images or rows of numbers with a model of one's own, while another copy of it may still be in training."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Self, TypeVar

import numpy as np
import torch

from engine.errors import ModelError
from engine.goals.registry import CLASSES, GOALS
from engine.inference.pixels import batch_of, pixels_of
from engine.layers import units_first
from engine.models.at_once import portions
from engine.models.build import build_with
from engine.storage import model_file

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray
    from torch import nn

    from engine.config import Experiment
    from engine.data.doubt.doubt import Doubt
    from engine.inputs.feature import Feature
    from engine.storage.model_file import SavedModel

Answer = TypeVar("Answer")


class Recognizer:
    """A model on the CPU that turns images into probabilities; any thread may use it at any time.

    Args:
        experiment: The settings the model was made with.
        classes: The names of the classes in the order of the model's outputs.
        state: The weights; they are copied.
        image_shape: ``(C, H, W)`` of the images it takes, of numbers ``(F,)``.
        features: What each number is; of images none.
        goal: What it gives for an example.
        doubt: What tells which drawings are none of its classes.

    Attributes:
        doubt: The same, or None while nothing is claimed.

    Raises:
        ModelError: If the weights do not fit the network of the experiment.
    """

    def __init__(
        self,
        experiment: Experiment,
        classes: tuple[str, ...],
        state: Mapping[str, torch.Tensor],
        *,
        image_shape: tuple[int, ...] = (1, 28, 28),
        features: tuple[Feature, ...] = (),
        goal: str = CLASSES.name,
        doubt: Doubt | None = None,
    ) -> None:
        self._experiment = experiment
        self._classes = tuple(classes)
        self._image_shape, self._features = tuple(image_shape), tuple(features)
        self._goal = GOALS[goal]
        self.doubt = doubt
        self._lock = threading.Lock()
        self._model = build_with(
            experiment.network, state, image_shape=image_shape, classes=len(self._classes), goal=goal
        )
        self._model.eval().requires_grad_(False)
        self._tensors = self._model.state_dict()  # the model's own tensors, not copies

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Read a recognizer from a model file.

        Raises:
            ModelFileError: If the file is missing, damaged, foreign, or of a newer program.
        """
        return cls.of(model_file.load(path))

    @classmethod
    def of(cls, saved: SavedModel) -> Self:
        """Make a recognizer of a model that was read, or is as if it had been.

        Raises:
            ModelError: If its weights do not fit its network.
        """
        return cls(
            *(saved.experiment, saved.classes, saved.state),
            image_shape=saved.image_shape,
            features=saved.features,
            goal=saved.goal,
            doubt=saved.doubt,
        )

    @property
    def experiment(self) -> Experiment:
        """The settings the model was made with."""
        return self._experiment

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes in the order of the probabilities."""
        return self._classes

    @property
    def image_shape(self) -> tuple[int, ...]:
        """Shape of the images it takes, ``(C, H, W)``, of numbers ``(F,)``."""
        return self._image_shape

    @property
    def features(self) -> tuple[Feature, ...]:
        """What each number is that it takes; none where it takes images."""
        return self._features

    @property
    def goal(self) -> str:
        """What it gives for an example, the name of a goal."""
        return self._goal.name

    @property
    def state(self) -> dict[str, torch.Tensor]:
        """A copy of the weights."""
        with self._lock:
            return {name: tensor.clone() for name, tensor in self._tensors.items()}

    def update(self, state: Mapping[str, torch.Tensor]) -> None:
        """Copy other weights in, such as those of a ``ModelSnapshot``; all of them or none.

        Raises:
            ModelError: If they do not fit the network.
        """
        fits = state.keys() == self._tensors.keys() and all(
            state[name].shape == tensor.shape for name, tensor in self._tensors.items()
        )
        if not fits:
            raise ModelError(
                "The weights do not belong to this network.",
                remedy="Train the network again with these settings.",
            )
        with self._lock, torch.inference_mode():
            for name, tensor in self._tensors.items():
                tensor.copy_(state[name])

    def probabilities(self, images: NDArray[Any]) -> NDArray[np.float32]:
        """Return how probable the model finds each class; of one that gives a number, that number in its own unit.

        Args:
            images: ``(N, H, W)`` uint8 as the data sets have them (0 is background), ``(N, H, W, C)`` in colour, or
                one such image without the leading N; of numbers ``(N, F)`` or ``(F,)`` float32.

        Returns:
            ``(N, classes)`` float32; each row adds up to 1. Of numbers ``(N, 1)``.

        Raises:
            DataError: If these are no images of the form the model takes.
        """
        pixels = self._pixels(images)  # (N, C, H, W) or (N, F)
        with self._lock, torch.inference_mode():
            parts = portions(self._model, len(pixels), len(pixels))
            answers = [self._goal.answers(self._model(torch.from_numpy(pixels[part]))) for part in parts]
        if not answers:
            return np.zeros((0, len(self._classes)), np.float32)
        found: NDArray[np.float32] = (answers[0] if len(answers) == 1 else torch.cat(answers)).numpy()
        return found

    def doubts(self, images: NDArray[Any]) -> NDArray[np.float32]:
        """Return how much each image is doubted to show any of the classes; above 1 it is said to show none.

        Args:
            images: As in ``probabilities``.

        Returns:
            ``(N,)`` float32; 0 where nothing is claimed.

        Raises:
            DataError: If these are no images of the form the model takes.
        """
        batch = batch_of(images, self._image_shape)
        if self.doubt is None:
            return np.zeros(len(batch), np.float32)
        return self.doubt.doubts(batch)

    def activations(self, image: NDArray[Any]) -> tuple[NDArray[np.float32], ...]:
        """Return what goes on inside the model when it sees an image.

        Args:
            image: ``(H, W)`` uint8, ``(H, W, C)`` in colour; of numbers ``(F,)`` float32.

        Returns:
            What each hidden layer gives, ``(units,)``, ``(units, steps)`` or ``(C, H, W)`` float32, and last the
            probabilities ``(classes,)``, or the number ``(1,)``.

        Raises:
            DataError: If this is no image of the form the model takes.
        """
        values = torch.from_numpy(self._pixels(image)[:1])  # (1, …)
        found = []
        with self._lock, torch.inference_mode():
            for name, module in self._model.named_children():
                values = module(values)
                if name.startswith("hidden_"):
                    found.append(units_first(values[0]).numpy())
        return *found, self._goal.answers(values)[0].numpy()

    def ask(self, question: Callable[[nn.Sequential], Answer]) -> Answer:
        """Return what a question about the model itself comes to; its weights stay as they are meanwhile."""
        with self._lock, torch.inference_mode():
            return question(self._model)

    def _pixels(self, images: NDArray[Any]) -> NDArray[np.float32]:
        return pixels_of(batch_of(images, self._image_shape))
