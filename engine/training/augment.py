"""Variations of the training images, drawn anew for every batch: geometry, stroke thickness, erasing and noise.

Everything is done for a whole batch at once, on its device, with random numbers of the run's own generator. Geometry is
one lookup: rotation, scale, shear, shift and the elastic warp together say for each pixel where in the image it comes
from, and each image is sampled once.

A point q of the result, in pixels from the image's middle, comes from p = S⁻¹ K⁻¹ R⁻¹ (q − t) + d(q), with rotation R,
shear K, scale S, shift t, and a displacement d that is a sum of Gaussians with random weights on a lattice.
Source: Simard, Steinkraus and Platt 2003, “Best practices for convolutional neural networks” (elastic distortions).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional

if TYPE_CHECKING:
    from torch import Tensor

    from engine.config import AugmentationConfig

WARP_SPACES = 7  # between the Gaussians of the elastic warp along a side; one space is also their deviation

NOISE_LENGTH = 2**18  # stretches of noise to choose from
NOISE_SEED = 1


class Augmenter:
    """Varies batches of images.

    Args:
        config: Which variations, and how strong each may be.
        image_shape: ``(C, H, W)``.
        generator: Where the random numbers come from, on the device of the batches.
    """

    def __init__(
        self, config: AugmentationConfig, image_shape: tuple[int, int, int], generator: torch.Generator
    ) -> None:
        self._config = config
        self._image_shape = image_shape
        self._generator = generator
        self._device = generator.device
        self._has_geometry = any((config.rotation, config.scale, config.shear, config.shift, config.elastic))
        _, height, width = image_shape
        self._rows = _basis(height, warp=config.elastic > 0).to(self._device)  # (H, lattice + 2)
        self._columns = (
            _basis(width, warp=config.elastic > 0).T.contiguous().to(self._device)
        )  # (lattice + 2, W)
        self._noise = torch.empty(0, device=self._device)
        if config.noise:
            length = NOISE_LENGTH + math.prod(image_shape)
            fixed = torch.Generator(self._device).manual_seed(NOISE_SEED)  # the same after a run is resumed
            self._noise = torch.empty(length, device=self._device).normal_(generator=fixed)
        radians = math.pi / 180
        self._widths = torch.tensor(
            [
                config.rotation * radians,
                math.log1p(config.scale),
                math.log1p(config.scale),
                config.shear * radians,
                config.shift,
                config.shift,
            ],
            device=self._device,
        )[:, None]

    def __call__(self, images: Tensor) -> Tensor:
        """Vary ``images (B, C · H · W)`` uint8; return ``(B, C, H, W)`` float32 in [0, 1]."""
        config = self._config
        images = images.view(-1, *self._image_shape)
        if config.thickness:
            varied = self._thicken(images)
        else:
            varied = images.to(torch.float32)
        varied.mul_(1 / 255)
        if self._has_geometry:
            varied = self._move(varied)
        if config.erasing:
            self._erase(varied)
        if config.noise:
            varied.view(len(images), -1).add_(self._draw_noise(len(images)), alpha=config.noise).clamp_(0, 1)
        return varied

    # Stroke thickness

    def _thicken(self, images: Tensor) -> Tensor:
        """Mix each image with its dilated or its eroded one; ``(B, C, H, W)`` float32 in [0, 255] comes back."""
        amounts = self._uniform(1, len(images)).mul_(self._config.thickness).view(-1, 1, 1, 1)
        # What erosion makes of an image, dilation makes of its negative: turned over, all are dilated at once.
        negative = amounts.lt(0).to(torch.uint8).mul_(255)
        turned = images ^ negative
        dilated = dilate(turned).bitwise_xor_(negative)
        return torch.lerp(images.to(torch.float32), dilated.to(torch.float32), amounts.abs_())

    # Geometry

    def _move(self, images: Tensor) -> Tensor:
        grid = self.grid(len(images))
        return functional.grid_sample(
            images, grid, mode="bilinear", padding_mode="zeros", align_corners=False
        )

    def grid(self, count: int) -> Tensor:
        """Draw for ``count`` images where each pixel comes from.

        Returns:
            ``(B, H, W, 2)``: x and y, −1 and 1 being the outer edges of the image.
        """
        _, height, width = self._image_shape
        inverse, origin = self._affine(count)
        rows, columns = self._rows.shape[1], len(self._columns)
        # Coefficients of products of a function of y and one of x: the lattice's Gaussians, then y or x, then 1.
        weights = torch.zeros(rows, count, 2, columns, device=self._device)
        if self._config.elastic:
            lattice = weights[: rows - 2, :, :, : columns - 2]
            lattice.copy_(
                torch.empty_like(lattice).normal_(0, self._config.elastic, generator=self._generator)
            )
        weights[-2, :, :, -1] = inverse[..., 1]
        weights[-1, :, :, -2] = inverse[..., 0]
        weights[-1, :, :, -1] = origin
        weights[:, :, 0] *= 2 / width
        weights[:, :, 1] *= 2 / height
        by_row = self._rows @ weights.view(rows, -1)  # (H, B · 2 · columns)
        grid = by_row.view(-1, columns) @ self._columns  # (H · B · 2, W)
        return grid.view(height, count, 2, width).permute(1, 0, 3, 2)

    def _affine(self, count: int) -> tuple[Tensor, Tensor]:
        """Draw linear maps ``(B, 2, 2)`` from the result back to the image, and where its middle comes from."""
        angle, log_width, log_height, slant, right, down = self._uniform(6, count).mul_(self._widths).unbind()
        return inverse_affine(angle, log_width, log_height, slant, right, down)

    # Erasing

    def _erase(self, images: Tensor) -> None:
        """Blank out a rectangle of each image, in place."""
        _, height, width = self._image_shape
        spans = self._uniform(4, len(images)).add_(1).mul_(0.5)  # height, width, y, x as shares
        sides = spans[:2] * self._config.erasing
        starts = spans[2:] * (1 - sides)
        inside = []
        for side, start, length in zip(sides, starts, (height, width), strict=True):
            places = (torch.arange(length, device=self._device) + 0.5) / length
            offset = places - start[:, None]  # (B, length)
            inside.append((offset.ge(0) & offset.lt(side[:, None])).float())
        erased = inside[0][:, None, :, None] * inside[1][:, None, None, :]  # (B, 1, H, W)
        images.mul_(erased.neg_().add_(1))

    # Noise

    def _draw_noise(self, count: int) -> Tensor:
        """Return normal noise of deviation 1 ``(B, C · H · W)``: for each image a stretch of a long one, from anywhere.

        Fresh numbers for every pixel would cost as much as all other variations together.
        """
        pixels = math.prod(self._image_shape)
        starts = torch.randint(NOISE_LENGTH, (count,), generator=self._generator, device=self._device)
        return self._noise.unfold(0, pixels, 1).index_select(0, starts)

    def _uniform(self, rows: int, count: int) -> Tensor:
        """Draw ``(rows, B)`` numbers from −1 to 1."""
        return torch.empty(rows, count, device=self._device).uniform_(-1, 1, generator=self._generator)


def inverse_affine(
    angle: Tensor, log_width: Tensor, log_height: Tensor, slant: Tensor, right: Tensor, down: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the maps S⁻¹ K⁻¹ R⁻¹ ``(B, 2, 2)`` and where they bring −t, ``(B, 2)``; all arguments are ``(B,)``.

    Args:
        angle: Turn in radians, clockwise as y points down.
        log_width: Logarithm of the factor on widths.
        log_height: Logarithm of the factor on heights.
        slant: By how many radians upright lines lean to the right.
        right: Shift in pixels.
        down: Shift in pixels.
    """
    cosine, sine, lean = torch.cos(angle), torch.sin(angle), torch.tan(slant)
    narrow, flat = torch.exp(-log_width), torch.exp(-log_height)
    # K = [1, −lean; 0, 1] as y points down, so K⁻¹ R⁻¹ = [cos − lean·sin, sin + lean·cos; −sin, cos]
    inverse = torch.stack(
        [narrow * (cosine - lean * sine), narrow * (sine + lean * cosine), -flat * sine, flat * cosine], dim=1
    ).view(-1, 2, 2)
    return inverse, -(inverse[:, :, 0] * right[:, None] + inverse[:, :, 1] * down[:, None])


def dilate(images: Tensor) -> Tensor:
    """Return the greatest of each pixel and its four neighbours in ``images (B, C, H, W)``."""
    result = images.clone()
    for inner, outer in (
        (result[:, :, 1:], images[:, :, :-1]),
        (result[:, :, :-1], images[:, :, 1:]),
        (result[..., 1:], images[..., :-1]),
        (result[..., :-1], images[..., 1:]),
    ):
        torch.maximum(inner, outer, out=inner)
    return result


def _basis(side: int, *, warp: bool) -> Tensor:
    """Return functions along one side, ``(side, lattice + 2)``: Gaussians, the place from the middle, and 1.

    The Gaussians of a row are of squared sum 1, so that their sum with weights of deviation 1 has deviation 1
    everywhere.
    """
    places = torch.arange(side, dtype=torch.float64) - (side - 1) / 2
    plain = torch.stack([places, torch.ones_like(places)], dim=1)
    if not warp:
        return plain.float()
    length = side / WARP_SPACES
    lattice = (torch.arange(WARP_SPACES + 1, dtype=torch.float64) - WARP_SPACES / 2) * length
    gaussians = torch.exp(-((places[:, None] - lattice) ** 2) / (2 * length**2))
    gaussians /= gaussians.square().sum(1, keepdim=True).sqrt()
    return torch.cat([gaussians, plain], dim=1).float()
