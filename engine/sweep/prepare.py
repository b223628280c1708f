"""What is seen to before a sweep begins: that the images are there, and that the goal can be reached at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.data.datasets import load_split
from engine.sweep.plan import check_parameters
from engine.training.private.refusals import check_private

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.sweep.plan import SweepPlan

DRAWN = "generated"  # by the program itself: 28 pixels a side, ten classes
DRAWN_SHAPE, DRAWN_CLASSES = (1, 28, 28), 10


def prepare(
    plan: SweepPlan,
    *,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SweepPlan:
    """See that a plan can be begun, and return it with what its data ask for; they are fetched once for all workers.

    Args:
        plan: The plan.
        progress: Told what is done and which share of it.
        cancelled: Asked many times a second whether to stop.

    Raises:
        ConfigError: If the plan is not usable, or no network of it keeps within its limit.
        NetSketchError: If the images cannot be had.
        Cancelled: If ``cancelled`` said so.
    """
    plan.check()
    experiment = plan.experiment
    check_private(experiment, has_validation=experiment.data.validation_share > 0)
    if experiment.data.dataset == DRAWN:
        check_parameters(plan, DRAWN_SHAPE, DRAWN_CLASSES)
        return plan
    split = load_split(experiment.data, progress=progress, cancelled=cancelled)
    check_parameters(plan, split.train.image_shape, len(split.classes))
    return replace(plan, asks=split.goal)
