"""Asks a caption model: which pictures a sentence is likely of, and which sentences a picture.

How well a sentence and a picture go together is their **likeness**, the cosine of the angle between them, -1 to 1. The
loss makes likeness, divided by the temperature, the logarithm of how probable it is that the sentence is true, apart
from a constant. So the likeliest sentence is always a short one, which risks nothing. That is why a picture is read by
the fullest sentence that is at least half as probable as the likeliest.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from engine.captions.words import every_caption

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.captions.model import CaptionModel

AT_A_TIME = 1000  # pictures
AS_PROBABLE = 0.5  # as the likeliest sentence; what is less is not said


class Told(NamedTuple):
    """A sentence that a picture is read by.

    Attributes:
        caption: ``(3,)`` int64, as ``words`` numbers it.
        likeness: To the picture, -1 to 1.
    """

    caption: NDArray[np.int64]
    likeness: float


class Finder:
    """Compares pictures and sentences; the model is not changed.

    Args:
        model: A caption model.

    Attributes:
        captions: ``(M, 3)`` int64, every sentence there is.
        sentences: ``(M, SPACE)`` float32, where they lie.
    """

    def __init__(self, model: CaptionModel) -> None:
        self._model = model
        self._scale = float(model.scale.detach())
        self.captions = every_caption()
        self.sentences = self.places_of_sentences(self.captions)

    def places_of_sentences(self, captions: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return where captions ``(M, 3)`` lie: ``(M, SPACE)`` float32, each of length 1."""
        with torch.inference_mode():
            found: NDArray[np.float32] = self._model.sentences(torch.from_numpy(captions)).numpy()
        return found

    def places_of_pictures(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return where images ``(N, 28, 28)`` uint8 lie: ``(N, SPACE)`` float32, each of length 1."""
        with torch.inference_mode():
            parts = [
                self._model.pictures(
                    torch.from_numpy(images[start : start + AT_A_TIME]).float() / 255
                ).numpy()
                for start in range(0, len(images), AT_A_TIME)
            ]
        return np.concatenate(parts) if parts else np.zeros((0, self.sentences.shape[1]), np.float32)

    def find(self, caption: NDArray[np.int64], places: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the likeness of each picture to a caption.

        Args:
            caption: ``(3,)``, not empty.
            places: ``(N, SPACE)``, where the pictures lie.

        Returns:
            ``(N,)`` float32.
        """
        found: NDArray[np.float32] = places @ self.places_of_sentences(caption[None])[0]
        return found

    def read(self, place: NDArray[np.float32], count: int = 5) -> list[Told]:
        """Return the sentences that a picture is read by, the best first; see the module for which that is.

        Args:
            place: ``(SPACE,)``, where the picture lies.
            count: How many; behind those that are probable enough, fullest first, the next likely ones follow.
        """
        likeness = self.sentences @ place  # (M,)
        is_probable = likeness >= likeness.max() + math.log(AS_PROBABLE) / self._scale
        fullness = np.where(is_probable, (self.captions > 0).sum(axis=1), 0)
        order = np.lexsort((-likeness, -fullness))[:count]
        return [Told(self.captions[index], float(likeness[index])) for index in order]
