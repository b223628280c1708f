"""A map on which pictures and sentences lie together.

In the space itself they lie apart, for only the order of likenesses counts for the loss: what belongs together is
nearer than what does not, and still the sentences keep to a side of their own. So each of the two is moved into the
middle first; then t-SNE lays them out, and what comes later is put between its nearest.

Source: Liang et al. 2022, "Mind the Gap", arXiv:2203.02053, on why they lie apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.insight.pca import Pca
from engine.insight.tsne import tsne

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

NEIGHBOURS = 5


@dataclass(frozen=True, slots=True, eq=False)
class PlaneMap:
    """Where pictures and sentences lie on the map.

    Attributes:
        pictures: ``(N, 2)`` float32.
        sentences: ``(M, 2)`` float32.
    """

    pictures: NDArray[np.float32]
    sentences: NDArray[np.float32]
    _middle_of_pictures: NDArray[np.float32]
    _middle_of_sentences: NDArray[np.float32]
    _centred: NDArray[np.float32]

    def place_of_picture(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return where a picture belongs that lies at ``vector (SPACE,)``: ``(2,)`` float32."""
        return self._between(vector - self._middle_of_pictures)

    def place_of_sentence(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return where a sentence belongs that lies at ``vector (SPACE,)``: ``(2,)`` float32."""
        return self._between(vector - self._middle_of_sentences)

    def _between(self, centred: NDArray[np.float32]) -> NDArray[np.float32]:
        distances = np.square(self._centred - _long_as_one(centred)).sum(axis=1)
        nearest = np.argsort(distances)[:NEIGHBOURS]
        weights = np.asarray(1 / (distances[nearest] + 1e-6), np.float32)
        place: NDArray[np.float32] = weights @ self.pictures[nearest] / weights.sum()
        return place


def laid_out(
    pictures: NDArray[np.float32],
    sentences: NDArray[np.float32],
    *,
    roughly: bool = False,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PlaneMap:
    """Lay pictures and sentences out.

    Args:
        pictures: ``(N, SPACE)``, N some hundreds: t-SNE looks at every pair.
        sentences: ``(M, SPACE)``.
        roughly: Whether their two principal components do, which are there at once.
        progress: Told what is done, and the share that is done.
        cancelled: Asked again and again whether to give up.

    Raises:
        Cancelled: If ``cancelled`` says so.
    """
    middles = pictures.mean(axis=0), sentences.mean(axis=0)
    centred = [
        _long_as_one(part - middle) for part, middle in zip((pictures, sentences), middles, strict=True)
    ]
    vectors = np.concatenate(centred)
    if roughly:
        places = Pca.fit(vectors).project(vectors)
    else:
        places = tsne(vectors, progress=progress, cancelled=cancelled)
    return PlaneMap(places[: len(pictures)], places[len(pictures) :], *middles, centred[0])


def _long_as_one(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-6), np.float32)
