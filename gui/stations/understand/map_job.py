"""Lays the examples out on a plane by what a hidden layer makes of them, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import nn

    from engine.data.dataset import Dataset
    from engine.insight.pca import Pca
    from gui.stations.understand.scene import Scene
    from gui.tasks.task import Job

NEIGHBOURS = 5  # between which a drawing is placed where there is no formula for it
FEATURES_SHARE = 0.1  # of the work of t-SNE is to ask the network


@dataclass(frozen=True, slots=True, eq=False)
class MapResult:
    """A map, and what is needed to put another image into it.

    Attributes:
        method: ``pca`` or ``tsne``.
        layer: Whose activations.
        step: Steps of training behind the weights.
        examples: The images of the points.
        places: ``(N, 2)`` float32.
        model: The network, a copy that nobody changes.
        pca: The plane, where it is one.
        features: ``(N, D)`` float32, what the layer makes of the examples; kept for t-SNE alone.
    """

    method: str
    layer: str
    step: int
    examples: Dataset
    places: NDArray[np.float32]
    model: nn.Sequential
    pca: Pca | None
    features: NDArray[np.float32] | None

    def place_of(self, image: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return where an image falls, ``(2,)``; on a t-SNE map between the examples that the layer finds most like it.

        Args:
            image: ``(H, W)`` or ``(H, W, 3)`` uint8.
        """
        from engine.insight.activations import layer_features

        found = layer_features(self.model, image[None], self.layer)
        if self.pca is not None:
            on_plane: NDArray[np.float32] = self.pca.project(found)[0]
            return on_plane
        assert self.features is not None
        distances = np.square(self.features - found).sum(axis=1)
        nearest = np.argsort(distances)[:NEIGHBOURS]
        weights = np.asarray(1 / (distances[nearest] + 1e-6), np.float32)
        place: NDArray[np.float32] = weights @ self.places[nearest] / weights.sum()
        return place


def make_map(
    scene: Scene, examples: Dataset, layer: str, method: str, before: MapResult | None, job: Job
) -> MapResult | None:
    """Make a map.

    Args:
        scene: Whose moment it is.
        examples: The images of the points.
        layer: Whose activations.
        method: ``pca`` or ``tsne``.
        before: The map before it; the new one is not mirrored against it.
        job: Told how far it is, and asked many times a second whether to give up.

    Returns:
        The map, or None where the network has diverged: what it makes of the examples are no numbers then.
    """
    from engine.insight.activations import layer_features
    from engine.insight.model import own_model
    from engine.insight.pca import Pca
    from engine.insight.tsne import tsne

    model = own_model(
        scene.experiment, scene.state, classes=len(scene.classes), image_shape=scene.image_shape
    )
    is_plane = method == "pca"

    def on_features(text: str, share: float) -> None:
        job.progress(text, share if is_plane else share * FEATURES_SHARE)

    def on_tsne(text: str, share: float) -> None:
        job.progress(text, FEATURES_SHARE + share * (1 - FEATURES_SHARE))

    features = layer_features(model, examples.images, layer, progress=on_features, cancelled=job.cancelled)
    if not np.isfinite(features).all():
        return None
    pca: Pca | None = None
    if is_plane:
        pca = Pca.fit(features)
        places = pca.project(features)
        if before is not None and before.method == "pca" and before.places.shape == places.shape:
            signs = np.where((before.places * places).sum(axis=0) < 0, -1, 1).astype(np.float32)
            pca = Pca(pca.mean, pca.components * signs[:, None], pca.shares)
            places = places * signs
    else:
        places = tsne(features, progress=on_tsne, cancelled=job.cancelled)
    kept = None if is_plane else features
    return MapResult(method, layer, scene.step, examples, places, model, pca, kept)
