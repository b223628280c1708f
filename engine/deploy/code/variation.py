"""The part of a script that varies training images: only the variations that are on, each in lines of its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import AugmentationConfig

LUMINANCE = (0.299, 0.587, 0.114)  # as in ``engine/training/augment.py``, which needs PyTorch


def variation_lines(config: AugmentationConfig, image_shape: tuple[int, ...]) -> list[str]:
    """Return the lines that define ``varied``, which does what ``Augmenter`` does in training; none where it is off.

    Args:
        config: Which variations, and how strong each may be.
        image_shape: ``(C, H, W)`` of an image.
    """
    channels, height, width = image_shape
    moved = any((config.rotation, config.scale, config.shear, config.shift))
    colour = config.colour if channels == len(LUMINANCE) else 0.0
    plain = (config.elastic, config.thickness, config.erasing, config.noise, config.mirror)
    if not config.enabled or not any((moved, colour, *plain)):
        return []
    lines = [
        "def varied(images):",
        '    """Vary each of the images (B, C, H, W), anew each time."""',
        "    count, images = len(images), images.float()",
    ]
    if config.thickness or moved or colour:
        lines += ["", "    def up_to(most):", "        return most * (2 * torch.rand(count, 1, 1) - 1)", ""]
    if config.mirror:
        lines.append(
            "    images = torch.where(torch.rand(count, 1, 1, 1) < 0.5, images.flip(3), images)  # as in a mirror"
        )
    if config.thickness:
        lines += _thickness(config.thickness)
    if moved or config.elastic:
        lines += _geometry(config, channels, height, width)
    if colour:
        lines += _colour(colour)
    if config.erasing:
        lines += _erasing(config.erasing, height, width)
    if config.noise:
        lines.append(
            f"    images = (images + {255 * config.noise:g} * torch.randn_like(images)).clamp(0, 255)"
        )
    return [*lines, "    return images"]


def _thickness(most: float) -> Iterator[str]:
    yield f"    amount = up_to({most:g})[:, None]  # thicker strokes, or thinner ones"
    yield "    turned = torch.where(amount < 0, -images, images)"
    yield "    down, across = F.max_pool2d(turned, (3, 1), 1, (1, 0)), F.max_pool2d(turned, (1, 3), 1, (0, 1))"
    yield "    images = images + amount * (torch.maximum(down, across) - turned)"


def _geometry(config: AugmentationConfig, channels: int, height: int, width: int) -> Iterator[str]:
    """Go through the lines that say for each pixel where in the image it comes from."""
    yield "    # Where each pixel comes from, in pixels from the middle."
    yield f'    y, x = torch.meshgrid({_places(height)}, {_places(width)}, indexing="ij")'
    yield "    x, y = x.expand(count, -1, -1), y.expand(count, -1, -1)"
    if config.shift:
        yield f"    x, y = x - up_to({config.shift:g}), y - up_to({config.shift:g})"
    if config.rotation:
        yield f"    angle = up_to({math.radians(config.rotation):.4g})"
        yield "    x, y = angle.cos() * x + angle.sin() * y, angle.cos() * y - angle.sin() * x"
    if config.shear:
        yield f"    x = x + up_to({math.radians(config.shear):.4g}).tan() * y  # strokes lean"
    if config.scale:
        reach = f"up_to({math.log1p(config.scale):.4g}).exp()"
        yield f"    x, y = x * {reach}, y * {reach}  # smaller or larger"
    if config.elastic:
        yield from _warp(config.elastic, height, width)
    yield f"    grid = torch.stack([x * {2 / width:.6g}, y * {2 / height:.6g}], dim=-1)"
    beyond = 'padding_mode="reflection", ' if channels == len(LUMINANCE) else ""
    yield f"    images = F.grid_sample(images, grid, {beyond}align_corners=False)"


def _warp(strength: float, height: int, width: int) -> Iterator[str]:
    """Go through the lines that bend an image like rubber: random numbers on a lattice, spread by Gaussians."""
    for name, side in {"down": height, "across": width}.items():
        if name == "across" and height == width:
            yield "    across = down"
            continue
        yield f"    places = {_places(side)}[:, None] * {7 / side:g}"
        yield f"    {name} = torch.exp(-((places - torch.arange(8) + 3.5) ** 2) / 2)  # ({side}, 8)"
        yield f"    {name} = {name} / {name}.norm(dim=1, keepdim=True)"
    yield f"    bent = {strength:g} * down @ torch.randn(2, count, 8, 8) @ across.T  # as a sheet of rubber"
    yield "    x, y = x + bent[0], y + bent[1]"


def _colour(most: float) -> Iterator[str]:
    yield f"    brightness, contrast, saturation = (1 + up_to({most:g})[:, None] for _ in range(3))"
    yield f"    grey = (images * torch.tensor({list(LUMINANCE)}).view(1, 3, 1, 1)).sum(1, keepdim=True)"
    yield "    images = images * saturation + grey * (1 - saturation)"
    yield "    images = images * contrast + grey.mean((2, 3), keepdim=True) * (1 - contrast)"
    yield "    images = (images * brightness).clamp(0, 255)"


def _places(side: int) -> str:
    return f"(torch.arange({side}) - {(side - 1) / 2:g})"


def _erasing(most: float, height: int, width: int) -> Iterator[str]:
    yield f"    sides = {most:g} * torch.rand(2, count, 1)  # a rectangle is blanked out"
    yield "    starts = torch.rand(2, count, 1) * (1 - sides)"
    for number, (name, side) in enumerate({"rows": height, "columns": width}.items()):
        yield f"    {name} = (torch.arange({side}) + 0.5) / {side}"
        yield f"    {name} = ({name} >= starts[{number}]) & ({name} < starts[{number}] + sides[{number}])"
    yield "    images = images.masked_fill((rows[:, :, None] & columns[:, None])[:, None], 0)"
