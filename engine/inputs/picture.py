"""Pictures: bytes, 0 the background, brought to the numbers from 0 to 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from engine.inputs.kind import InputKind

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.inputs.kind import Shape

WHITE = 255


class PictureKind(InputKind):
    """Kept as ``(H, W)`` or ``(H, W, C)`` uint8; a network takes ``(C, H, W)`` from 0 to 1."""

    name: ClassVar[str] = "picture"
    dtype: ClassVar[str] = "uint8"
    one: ClassVar[float] = float(WHITE)

    def holds(self, examples: NDArray[Any]) -> bool:
        """Whether an array is bytes of pictures."""
        return examples.dtype == self.dtype and examples.ndim in (3, 4)

    def takes(self, shape: Shape) -> bool:
        """Whether there are channels, height and width."""
        return len(shape) == 3

    def shape_of(self, form: Shape, names: int = 0) -> Shape:
        """Return ``(C, H, W)``."""
        del names
        height, width, *channels = form
        return (channels[0] if channels else 1, height, width)

    def form_of(self, shape: Shape) -> Shape:
        """Return ``(H, W)``, or ``(H, W, C)`` in colour."""
        channels, height, width = shape
        return (height, width) if channels == 1 else (height, width, channels)

    def arranged(self, examples: NDArray[Any]) -> NDArray[Any]:
        """Return ``(N, C, H, W)``."""
        return examples[:, None] if examples.ndim == 3 else examples.transpose(0, 3, 1, 2)

    def statistics(self, rows: Tensor, shape: Shape) -> tuple[list[float], list[float]]:
        """Return mean and deviation of each channel; pictures of one grey still have a deviation to be divided by."""
        import torch

        pixels = rows.view(len(rows), shape[0], -1)
        values = torch.arange(WHITE + 1, dtype=torch.float64)
        means, deviations = [], []
        for channel in range(shape[0]):
            counts = torch.bincount(pixels[:, channel].reshape(-1), minlength=WHITE + 1).cpu().double()
            shares = counts / counts.sum()
            mean = float((shares * values).sum())
            variance = float((shares * (values - mean) ** 2).sum())
            means.append(mean / WHITE)
            deviations.append(max(variance**0.5, 1.0) / WHITE)
        return means, deviations


KIND = PictureKind()
