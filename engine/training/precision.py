"""In which numbers the products of a step are done: float32, or bfloat16 where that is there and pays.

A number of bfloat16 has the range of float32 and two to three digits. Weights, gradients as the optimiser takes
them, losses and whatever is measured on validation images stay float32 ("mixed precision"); only the products, which
take nearly all of the time, are done with rounded numbers, and their sums are float32 again.

What a run took belongs to its record: gone on with, it takes that again.

Source: Micikevicius et al. 2018, arXiv:1710.03740 (mixed precision); Kalamkar et al. 2019, arXiv:1905.12322 (bfloat16).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Precision
from engine.errors import TrainingError
from engine.models.placed_layers import placed_layers
from engine.training.private.promise import is_private
from engine.words import Phrase

if TYPE_CHECKING:
    import torch

    from engine.config import Experiment

LEAST_WORK = 30_000_000
"""Multiply-adds in the forward pass of a step; with fewer, rounding to bfloat16 costs as much as it saves."""
SHARE = 0.5  # of them that lie in layers which are known to gain
LEAST_WEIGHTS = 32_768
"""Of a dense layer: with fewer, rounding takes what its products gain; that of 784 × 64 gains, one of 64 × 64 loses."""


def choose_precision(
    experiment: Experiment,
    image_shape: tuple[int, ...],
    work: int,
    device: torch.device,
    before: str = "",
    *,
    by_hand: bool = True,
) -> Precision:
    """Return in which numbers the products of a run are done, never automatic.

    Args:
        experiment: Its settings.
        image_shape: ``(C, H, W)``.
        work: Multiply-adds in the forward pass of one step.
        device: Where it is done.
        before: What the run took before, where it is gone on with; where this machine cannot, float32 goes on.
        by_hand: Whether what is learnt are classes, of which an output needs few digits; a number needs all of them.

    Raises:
        TrainingError: If the settings ask for bfloat16 where it cannot be had.
    """
    asked = experiment.training.precision
    reason = why_not(experiment, device)
    if asked is Precision.BFLOAT16 and reason:
        raise TrainingError(
            "The training cannot be done in bfloat16.",
            cause=reason,
            remedy="Set the numerical precision to automatic or float32.",
        )
    if asked is not Precision.AUTO:
        return asked
    if reason:
        return Precision.FLOAT32
    if before:
        return Precision(before)
    pays = _pays(experiment, image_shape, work, device, by_hand=by_hand)
    return Precision.BFLOAT16 if pays else Precision.FLOAT32


def why_not(experiment: Experiment, device: torch.device) -> str:
    """Say why the products of a training cannot be done in bfloat16; an empty string where they can."""
    import torch

    if is_private(experiment.training):
        return Phrase("A private training clips the gradient of every example, and does so in float32.")
    if device.type == "cuda" and torch.cuda.is_bf16_supported():
        return ""
    if device.type == "cpu" and multiplies_bfloat16():
        return ""
    if device.type == "cpu":
        return Phrase("This processor has no instructions for it.")
    return Phrase("The graphics card has no instructions for it, or PyTorch does not use them.")


def multiplies_bfloat16() -> bool:
    """Whether the processor multiplies in bfloat16 by itself; imitated, it would be slower than float32."""
    import torch

    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def _pays(
    experiment: Experiment, image_shape: tuple[int, ...], work: int, device: torch.device, *, by_hand: bool
) -> bool:
    """Whether bfloat16 is known to be faster, on a card for all large steps.

    On processors it is for convolutions and wide dense layers, where these have most of the work.
    """
    if work < LEAST_WORK or device.type == "cuda":
        return work >= LEAST_WORK
    gaining, all_work = 0, 0
    for placed in placed_layers(experiment.network, image_shape):
        if placed.layer.faster_in_bfloat16 is False:
            return False
        of_layer = placed.layer.work(placed.input_shape)
        all_work += of_layer
        is_wide = placed.layer.faster_in_bfloat16 is None and by_hand and of_layer >= LEAST_WEIGHTS
        gaining += of_layer * (placed.layer.faster_in_bfloat16 is True or is_wide)
    return gaining >= SHARE * all_work > 0
