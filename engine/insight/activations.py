"""What each layer makes of an image, and of many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from engine.errors import Cancelled, ModelError
from engine.evaluation.evaluate import model_input
from engine.insight.model import pixels_of
from engine.layers import units_first
from engine.models.at_once import portions
from engine.models.parts import OUTPUT, layers
from engine.models.rescale import Rescale
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from torch import Tensor

BATCH = 256
MOST_NUMBERS = 2**26  # of all images together, that a map is made of: a quarter of a gigabyte


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivations:
    """What one layer makes of one image.

    Attributes:
        layer: ``hidden_1`` and on, or ``output``.
        sums: ``(units,)``, ``(units, steps)`` or ``(C, H, W)`` float32: the weighted sums, before pooling,
            normalisation and activation; None where the layer has none.
        values: Likewise: what the layer gives on; probabilities for ``output``, or its number.
    """

    layer: str
    sums: NDArray[np.float32] | None
    values: NDArray[np.float32]

    @property
    def is_image(self) -> bool:
        """Whether the layer gives channels, each an image of its own."""
        return self.values.ndim == 3


def layer_names(model: nn.Sequential) -> tuple[str, ...]:
    """Return the names of the layers: ``hidden_1`` and on, then ``output``."""
    return tuple(name for name, _, _ in layers(model))


def activations(model: nn.Sequential, image: NDArray[np.uint8]) -> tuple[LayerActivations, ...]:
    """Return what each layer makes of an image, the first hidden layer first.

    Args:
        model: A model in evaluation mode.
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
    """
    made: dict[str, Tensor] = {}
    with torch.inference_mode():
        given = inputs_of_layers(model, pixels_of(image), made)
        found = []
        for name, part, layer in layers(model):
            values = _answers(model, made[name]) if name == OUTPUT else made[name]
            sums = layer.sums(part, given[name])
            found.append(LayerActivations(name, None if sums is None else _array(sums), _array(values)))
    return tuple(found)


def _answers(model: nn.Sequential, outputs: Tensor) -> Tensor:
    """Return what the output layer's sums come to: probabilities, or the number in the target's own unit."""
    for part in model:
        if isinstance(part, Rescale):
            found: Tensor = part(outputs)
            return found
    return outputs.softmax(dim=1)


def layer_features(
    model: nn.Sequential,
    images: NDArray[np.uint8],
    layer: str,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Return what a layer makes of many images, each as one vector: the material of a map.

    Args:
        model: A model in evaluation mode.
        images: ``(N, H, W)`` or ``(N, H, W, C)`` uint8.
        layer: Its name.
        progress: Told what is done, and the share that is done.
        cancelled: Asked before each batch whether to give up.

    Returns:
        ``(N, D)`` float32.

    Raises:
        ModelError: If there is no such layer, or it makes too much of so many images.
        Cancelled: If ``cancelled`` says so.
    """
    part = part_until(model, layer)
    found = np.zeros((0, 0), np.float32)
    for portion in portions(model, len(images), BATCH):
        if cancelled is not None and cancelled():
            raise Cancelled
        with torch.inference_mode():
            rows = part(model_input(images[portion])).flatten(1).float().numpy()
        if portion.start == 0:
            found = _room_for(len(images), rows.shape[1])
        found[portion] = rows
        if progress is not None:
            progress(Phrase("Looking into the layer"), portion.stop / len(images))
    return found


def _room_for(images: int, numbers: int) -> NDArray[np.float32]:
    """Return room for what a layer makes of images.

    Raises:
        ModelError: If that is more than a map can be made of.
    """
    if images * numbers > MOST_NUMBERS:
        raise ModelError(
            "This layer is too large for a map.",
            cause="It makes {count:,} numbers of each image.",
            remedy="Choose another layer.",
            count=numbers,
        )
    return np.empty((images, numbers), np.float32)


def part_until(model: nn.Sequential, layer: str) -> nn.Sequential:
    """Return the model up to a layer, that one included; it shares the weights.

    Raises:
        ModelError: If there is no such layer.
    """
    names = [name for name, _ in model.named_children()]
    if layer not in names:
        raise ModelError(
            "The network has no layer “{layer}”.",
            remedy="Layers are: {known}.",
            layer=layer,
            known=Phrase.listed(layer_names(model)),
        )
    parts = list(model.children())[: names.index(layer) + 1]
    return nn.Sequential(*parts)


def inputs_of_layers(
    model: nn.Sequential, pixels: Tensor, made: dict[str, Tensor] | None = None
) -> dict[str, Tensor]:
    """Return what each part of the model is given, by its name.

    Args:
        model: The model.
        pixels: ``(B, C, H, W)`` in [0, 1].
        made: Filled with what each part gives on, if wanted.
    """
    given: dict[str, Tensor] = {}
    values = pixels
    for name, part in model.named_children():
        given[name] = values
        values = part(values)
        if made is not None:
            made[name] = values
    return given


def _array(values: Tensor) -> NDArray[np.float32]:
    result: NDArray[np.float32] = units_first(values[0]).float().contiguous().numpy().copy()
    return result
