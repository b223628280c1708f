"""How the learning rate changes over a run: factors on the base rate, pure functions of the step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from engine.config import Adversary, Schedule

if TYPE_CHECKING:
    from engine.config import TrainingConfig

ONE_CYCLE_RISE = 0.3  # share of the run in which the rate rises
ONE_CYCLE_START = 1 / 25  # of the highest rate
ADVERSARY_RISE = 1 / 3  # share of the run in which an adversary's strength grows
ONE_CYCLE_END = ONE_CYCLE_START / 10_000


def factor(config: TrainingConfig, step: int, steps_per_epoch: int) -> float:
    """Return what the base learning rate is multiplied by in a step.

    Args:
        config: Which schedule, over how many epochs.
        step: Steps done before this one: 0 for the first.
        steps_per_epoch: Steps in one epoch.
    """
    total = config.epochs * steps_per_epoch
    if config.schedule is Schedule.ONE_CYCLE:
        asked = config.warm_up_steps / total if total else 0.0
        return one_cycle(step, total, asked or config.warm_up or ONE_CYCLE_RISE)
    warm = warm_up_steps(config, steps_per_epoch)
    rise = min(1.0, (step + 1) / (warm + 1))
    if config.schedule is Schedule.STEP:
        return rise * config.schedule_factor ** (step // steps_per_epoch // config.schedule_period)
    if config.schedule is Schedule.COSINE and step >= warm:
        return cosine((step - warm) / (total - warm))
    return rise


def warm_up_steps(config: TrainingConfig, steps_per_epoch: int) -> int:
    """Return in how many steps of a run the learning rate has not yet its full height, for a warm-up was asked for."""
    return config.warm_up_steps or round(config.warm_up * config.epochs * steps_per_epoch)


def adversary_strength(config: TrainingConfig, step: int, steps_per_epoch: int) -> float:
    """Return how much the adversary may change a pixel in a step: it grows over the first third of the run.

    A network that meets the whole strength with its first weights finds nothing to hold on to, and may learn nothing.

    Args:
        config: How far, over how many epochs.
        step: Steps done before this one: 0 for the first.
        steps_per_epoch: Steps in one epoch.
    """
    rise = ADVERSARY_RISE * config.epochs * steps_per_epoch
    return config.adversary_strength * min(1.0, (step + 1) / max(1.0, rise))


def growing_epochs(config: TrainingConfig) -> int:
    """Return how many epochs begin before the adversary has its whole strength; −1 without one."""
    if config.adversary is Adversary.OFF:
        return -1
    return math.ceil(ADVERSARY_RISE * config.epochs)


def averaged_epochs(config: TrainingConfig) -> int:
    """Return over how many epochs at the end of a run weights are averaged; at least one where any is asked for."""
    return max(1, round(config.averaging * config.epochs)) if config.averaging else 0


def cosine(share: float) -> float:
    """Fall from 1 to 0 along half a cosine wave while ``share`` runs from 0 to 1.

    Source: Loshchilov and Hutter 2016, arXiv:1608.03983.
    """
    return (1 + math.cos(math.pi * share)) / 2


def one_cycle(step: int, total: int, rise: float = ONE_CYCLE_RISE) -> float:
    """Rise to the base rate over the first 30 % of ``total`` steps, or another share, then fall to nearly nothing.

    Source: Smith and Topin 2017, arXiv:1708.07120, with cosines for both parts.
    """
    peak, last = rise * total - 1, total - 1
    if step <= peak or peak >= last:
        share = min(1.0, step / peak) if peak > 0 else 1.0
        return 1 + (ONE_CYCLE_START - 1) * cosine(share)
    return ONE_CYCLE_END + (1 - ONE_CYCLE_END) * cosine((step - peak) / (last - peak))
