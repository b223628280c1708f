"""Variations of the training images, drawn anew for every batch: geometry, thickness, colour, erasing and noise.

Everything is done for a whole batch at once, on its device, with random numbers of the run's own generator. Geometry is
one lookup: rotation, scale, shear, shift and the elastic warp together say for each pixel where in the image it comes
from, and each image is sampled once.

A point q of the result, in pixels from the image's middle, comes from p = S⁻¹ K⁻¹ R⁻¹ (q − t) + d(q), with rotation R,
shear K, scale S, shift t, and a displacement d that is a sum of Gaussians with random weights on a lattice.
Source: Simard, Steinkraus and Platt 2003, “Best practices for convolutional neural networks” (elastic distortions).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from engine.inputs.picture import WHITE
from engine.layers.rows import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.config import AugmentationConfig

WARP_SPACES = 7  # between the Gaussians of the elastic warp along a side; one space is also their deviation

STRETCHES = 2**16  # of random numbers drawn once, to choose from; all of it stays close to the processor
NOISE_SEED, WARP_SEED = 1, 2

COLOURS = 3  # channels of a picture whose colours can be changed: red, green, blue
LUMINANCE = (0.299, 0.587, 0.114)  # Source: ITU-R BT.601, as torchvision's ColorJitter has it


class Augmenter:
    """Varies batches of images.

    The few numbers that say how each image is varied are drawn and worked out on the processor, where small sums cost
    least, and brought to the device at once; all that is done to pixels is done there, in places allocated once.

    Args:
        config: Which variations, and how strong each may be.
        image_shape: ``(C, H, W)``.
        generator: Where the random numbers come from, on the processor.
        device: Where the images are.

    Attributes:
        rows: Which images of each batch it is given, where several processes share it; None where it is given all.
    """

    def __init__(
        self,
        config: AugmentationConfig,
        image_shape: tuple[int, ...],
        generator: torch.Generator,
        device: torch.device | str = "cpu",
    ) -> None:
        self._config = config
        self._image_shape = image_shape
        self._generator = generator
        self.rows: Rows | None = None
        self._device = torch.device(device)
        self._has_geometry = any((config.rotation, config.scale, config.shear, config.shift, config.elastic))
        channels, height, width = image_shape
        # Ink lies on empty paper; a picture in colour goes on beyond its edges, as in a mirror.
        self._beyond = "reflection" if channels == COLOURS else "zeros"
        self._has_colour = config.colour > 0 and channels == COLOURS
        self._luminance = torch.tensor(LUMINANCE, device=self._device).view(1, COLOURS, 1, 1)
        self._rows = _basis(height, warp=config.elastic > 0).to(self._device)  # (H, functions)
        self._columns = (
            _basis(width, warp=config.elastic > 0).T.contiguous().to(self._device)
        )  # (functions, W)
        # What is drawn for an image: each number lies so far to either side of 0.
        turned = [math.radians(config.rotation), *[math.log1p(config.scale)] * 2, math.radians(config.shear)]
        reaches = (
            [config.thickness] * (config.thickness > 0),
            [*turned, config.shift, config.shift] * self._has_geometry,
            [1.0] * 4 * (config.erasing > 0),
            [1.0] * (config.elastic > 0),
            [1.0] * (config.noise > 0),
            [1.0] * config.mirror,
            [config.colour] * 3 * self._has_colour,
        )
        self._reach = np.array([[reach] for some in reaches for reach in some], np.float32).reshape(-1, 1)
        self._borders = np.cumsum([len(some) for some in reaches])[:-1]
        pixels, lattice = math.prod(image_shape), (WARP_SPACES + 1) ** 2
        self._noise = self._warps = torch.empty(0)
        if config.noise:
            grey = _numbers(1, pixels, NOISE_SEED)[0] * config.noise
            self._noise = grey.to(self._device).unfold(0, pixels, 1)
        if config.elastic:
            halves = torch.tensor([[width / 2], [height / 2]])  # a grid's unit in pixels
            warps = _numbers(2, lattice, WARP_SEED) * (config.elastic / halves)
            self._warps = warps.unfold(1, lattice, 1).transpose(0, 1)  # (STRETCHES, 2, lattice)
        self._lengths = np.array([[height], [width]])
        self._lines = _lines(width).to(self._device) if config.erasing else torch.empty(0)
        self._places: dict[int, _Places] = {}

    def __call__(self, images: Tensor) -> Tensor:
        """Vary ``images (B, C · H · W)`` uint8; return ``(B, C, H, W)`` float32 in [0, 1], good until the next call."""
        config, count = self._config, len(images)
        if count not in self._places:
            self._places[count] = _Places(count, self._image_shape, self._rows.shape[1], self._device)
        places = self._places[count]
        images = images.view(places.images.shape)
        thickness, geometry, erasing, warp, noise, mirror, colour = self._draw(count)
        if config.mirror:
            images = torch.where(self._column(mirror > 0), images.flip(-1), images)
        varied = places.images.copy_(images)
        if config.thickness:
            self._thicken(images, thickness, places)
        varied.mul_(1 / WHITE)
        if self._has_geometry:
            grid = self._grid(geometry, warp, places)
            varied = functional.grid_sample(
                varied, grid, mode="bilinear", padding_mode=self._beyond, align_corners=False
            )
        if self._has_colour:
            varied = self._recoloured(varied, colour)
        if config.erasing:
            varied.mul_(self._kept(erasing, places))
        if config.noise:
            added = self._noise.index_select(0, starts_of(noise).to(self._device))
            varied.view(count, -1).add_(added).clamp_(0, 1)
        return varied

    def _draw(self, count: int) -> list[NDArray[np.float32]]:
        """Draw all numbers that vary ``count`` images at once, ``(numbers, B)`` for each variation, none where off.

        Few large steps cost least: the processor has just been busy with the network and finds nothing at hand.
        """
        return np.split(self._uniform(len(self._reach), count) * self._reach, self._borders)

    # Stroke thickness

    def _thicken(self, images: Tensor, amounts: NDArray[np.float32], places: _Places) -> None:
        """Mix each image with its dilated or its eroded one, in ``places.images``; ``amounts (1, B)``."""
        # What erosion takes from an image, dilation adds to its negative: turned over, all are dilated at once.
        negative = self._column((amounts < 0) * np.uint8(255))
        torch.bitwise_xor(images, negative, out=places.turned)
        added = dilate(places.turned, out=places.dilated).sub_(places.turned)
        places.images.addcmul_(places.others.copy_(added), self._column(amounts))

    def _column(self, values: NDArray[Any]) -> Tensor:
        """Return one value for each image, to be spread over its pixels."""
        return torch.from_numpy(values).to(self._device).view(-1, 1, 1, 1)

    # Geometry

    def grid(self, count: int) -> Tensor:
        """Draw for ``count`` images where each pixel comes from.

        Returns:
            ``(B, H, W, 2)``: x and y, −1 and 1 being the outer edges of the image.
        """
        _, geometry, _, warp, *_ = self._draw(count)
        places = _Places(count, self._image_shape, self._rows.shape[1], self._device)
        return self._grid(geometry, warp, places)

    def _grid(self, geometry: NDArray[np.float32], warp: NDArray[np.float32], places: _Places) -> Tensor:
        _, height, width = self._image_shape
        count = len(places.images)
        inverse, origin = inverse_affine(*geometry)
        # Coefficients of products of a function of y and one of x: the lattice's Gaussians, then y or x, then 1.
        weights = places.weights  # (B, 2, functions, functions)
        if self._config.elastic:
            lattice = WARP_SPACES + 1
            warps = self._warps.index_select(0, starts_of(warp))
            weights[..., :lattice, :lattice] = warps.view(count, 2, lattice, lattice)
        numbers = weights.numpy()
        scales = np.array([2 / width, 2 / height], np.float32)
        numbers[..., -2, -1] = inverse[..., 1] * scales
        numbers[..., -1, -2] = inverse[..., 0] * scales
        numbers[..., -1, -1] = origin * scales
        functions = len(self._columns)
        torch.mm(weights.to(self._device).view(-1, functions), self._columns, out=places.by_column)
        by_column = places.by_column.view(-1, functions, width)
        torch.bmm(self._rows.expand(2 * count, -1, -1), by_column, out=places.grid)
        return places.grid.view(count, 2, height, width).permute(0, 2, 3, 1)

    # Colour

    def _recoloured(self, images: Tensor, amounts: NDArray[np.float32]) -> Tensor:
        """Change brightness, contrast and saturation of ``images (B, 3, H, W)``; ``amounts (3, B)`` around 0.

        Saturation mixes a pixel with its grey, contrast with the mean grey of its image, brightness with black; a
        factor above 1 leads away from these.
        """
        brightness, contrast, saturation = (self._column(1 + amount) for amount in amounts)
        grey = (images * self._luminance).sum(1, keepdim=True)  # (B, 1, H, W)
        mean = grey.mean((2, 3), keepdim=True)
        changed = images * saturation + grey * (1 - saturation)
        return (changed * contrast + mean * (1 - contrast)).mul_(brightness).clamp_(0, 1)

    # Erasing

    def _kept(self, numbers: NDArray[np.float32], places: _Places) -> Tensor:
        """Return 0 in a rectangle of each image and 1 elsewhere; ``numbers (4, B)`` for height, width, y, x."""
        _, height, width = self._image_shape
        shares = (numbers + 1) / 2
        sides = shares[:2] * self._config.erasing
        starts = shares[2:] * (1 - sides)
        # Pixels whose middles lie inside, from the first to one past the last.
        (top, left), (bottom, right) = np.ceil(np.stack([starts, starts + sides]) * self._lengths - 0.5)
        rows = np.arange(height)
        inside = (rows >= top[:, None]) & (rows < bottom[:, None])  # (B, H)
        # What is left of each line: all of it, or what lies outside of the rectangle.
        lines = torch.from_numpy(inside * (left * (width + 1) + right)[:, None].astype(np.int64))
        kept = places.others.view(-1, height, width)[: len(inside)]  # (B, H, W), one for all channels
        torch.index_select(self._lines, 0, lines.view(-1).to(self._device), out=kept.view(-1, width))
        return kept[:, None]

    def _uniform(self, rows: int, count: int) -> NDArray[np.float32]:
        """Draw ``(rows, B)`` numbers from −1 to 1."""
        part = self.rows or Rows(0, count, count)  # all draw for the whole batch, and so alike
        numbers = torch.empty(rows, part.whole).uniform_(-1, 1, generator=self._generator)
        own: NDArray[np.float32] = numbers[:, part.first : part.last].numpy()
        return own


class _Places:
    """Where the results lie for one size of batch.

    Thickened strokes, the grid and the rectangle follow one upon the other and share one place: what the processor has
    just used is soonest at hand.
    """

    def __init__(
        self, count: int, image_shape: tuple[int, ...], functions: int, device: torch.device
    ) -> None:
        channels, height, width = image_shape
        self.images = torch.empty((count, *image_shape), device=device)
        shared = torch.empty(max(channels, 2), count, height, width, device=device)
        self.others = shared[:channels].view(self.images.shape)
        self.grid = shared[:2].view(count * 2, height, width)
        self.turned = torch.empty_like(self.images, dtype=torch.uint8)
        self.dilated = torch.empty_like(self.turned)
        self.weights = torch.zeros(count, 2, functions, functions)
        self.by_column = torch.empty(count * 2 * functions, width, device=device)


def inverse_affine(
    angle: NDArray[Any],
    log_width: NDArray[Any],
    log_height: NDArray[Any],
    slant: NDArray[Any],
    right: NDArray[Any],
    down: NDArray[Any],
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the maps S⁻¹ K⁻¹ R⁻¹ ``(B, 2, 2)`` and where they bring −t, ``(B, 2)``; all arguments are ``(B,)``.

    Args:
        angle: Turn in radians, clockwise as y points down.
        log_width: Logarithm of the factor on widths.
        log_height: Logarithm of the factor on heights.
        slant: By how many radians upright lines lean to the right.
        right: Shift in pixels.
        down: Shift in pixels.
    """
    cosine, sine, lean = np.cos(angle), np.sin(angle), np.tan(slant)
    narrow, flat = np.exp(-log_width), np.exp(-log_height)
    # K = [1, −lean; 0, 1] as y points down, so K⁻¹ R⁻¹ = [cos − lean·sin, sin + lean·cos; −sin, cos]
    inverse = np.empty((len(angle), 2, 2), angle.dtype)
    inverse[:, 0, 0] = narrow * (cosine - lean * sine)
    inverse[:, 0, 1] = narrow * (sine + lean * cosine)
    inverse[:, 1, 0] = -flat * sine
    inverse[:, 1, 1] = flat * cosine
    return inverse, -(inverse[:, :, 0] * right[:, None] + inverse[:, :, 1] * down[:, None])


def dilate(images: Tensor, *, out: Tensor) -> Tensor:
    """Put the greatest of each pixel and its four neighbours in ``images (B, C, H, W)`` into ``out``, and return it."""
    out.copy_(images)
    for inner, neighbours in (
        (out[:, :, 1:], images[:, :, :-1]),
        (out[:, :, :-1], images[:, :, 1:]),
        (out[..., 1:], images[..., :-1]),
        (out[..., :-1], images[..., 1:]),
    ):
        torch.maximum(inner, neighbours, out=inner)
    return out


def starts_of(numbers: NDArray[np.float32]) -> Tensor:
    """Turn ``numbers (1, B)`` from −1 to 1 into the stretches that they choose, ``(B,)``.

    Fresh random numbers for every pixel would cost as much as all variations together.
    """
    return torch.from_numpy(((numbers[0] + 1) * (STRETCHES / 2)).astype(np.int64)).clamp_(max=STRETCHES - 1)


def _numbers(rows: int, length: int, seed: int) -> Tensor:
    """Draw normal numbers from which stretches of ``length`` are taken, ``(rows, STRETCHES + length - 1)``.

    They are the same every time, so that a run that is resumed finds them again.
    """
    numbers = torch.empty(rows, STRETCHES + length - 1)
    return numbers.normal_(generator=torch.Generator().manual_seed(seed))


def _lines(width: int) -> Tensor:
    """Return lines of pixels, 0 inside an interval and 1 outside, ``((W + 1)², W)``.

    Row ``first · (W + 1) + end`` is that of an interval; row 0 is all 1.
    """
    first, end = (bound.reshape(-1, 1) for bound in np.indices((width + 1, width + 1)))
    pixels = np.arange(width)
    return torch.from_numpy(((pixels < first) | (pixels >= end)).astype(np.float32))


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
