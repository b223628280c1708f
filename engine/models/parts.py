"""The layers of a built network: each module with the description it was built from, and the weights in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from torch import Tensor, nn

    from engine.layers import Layer

OUTPUT = "output"
CHARACTERS = "characters"  # what prepares a text; all else goes through ``normalize``


def hidden_name(number: int) -> str:
    """Return the name of a hidden layer, counted from 1."""
    return f"hidden_{number}"


def is_layer(name: str) -> bool:
    """Whether a part of that name is a layer, and no preparation of the image."""
    return name == OUTPUT or name.startswith("hidden_")


def describe(part: nn.Module, layer: Layer) -> nn.Module:
    """Let a module keep the description it was built from, and return it."""
    part.described_by = layer  # type: ignore[assignment]
    return part


def layer_of(part: nn.Module) -> Layer | None:
    """Return the description that a part of a network was built from; None where it is no layer."""
    found: Layer | None = getattr(part, "described_by", None)
    return found


def layers(model: nn.Module) -> Iterator[tuple[str, nn.Module, Layer]]:
    """Go through the layers of a network, the output the last: name, module, description."""
    for name, part in model.named_children():
        layer = layer_of(part)
        if layer is not None:
            yield name, part, layer


def is_matrix(tensor: Tensor) -> bool:
    """Whether a trained tensor holds weights, and not biases, scales or shifts."""
    return tensor.ndim > 1


def weights_of(part: nn.Module) -> list[Tensor]:
    """Return the weights of a layer, biases left out; none where it has none."""
    return [tensor for tensor in part.parameters() if is_matrix(tensor)]


def as_one(tensors: Iterable[Tensor]) -> Tensor:
    """Return the numbers of several tensors as one; a single one stays as it is."""
    import torch

    first, *others = tensors
    return torch.cat([tensor.flatten() for tensor in (first, *others)]) if others else first
