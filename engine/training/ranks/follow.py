"""What every process but the first does: take what it is given, build a learner, and do as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.training.ranks.handing import receive
from engine.training.ranks.learner import SharedLearner

if TYPE_CHECKING:
    from engine.training.ranks.ranks import Ranks


def follow(ranks: Ranks) -> None:
    """Take part in a training that the first process leads, to its end.

    Raises:
        NetSketchError: If this machine cannot do its part.
        LostRankError: If another process has ended before.
    """
    handed = receive(ranks)
    before = torch.get_num_threads()
    device = ranks.agree_on_device(None)
    torch.set_num_threads(handed.experiment.training.threads or 1)
    try:
        rounded = ranks.agree(False)
        learner = SharedLearner(
            handed.experiment, handed.data, device, ranks=ranks, teacher=handed.teacher, rounded=rounded
        )
        if handed.resume is not None:
            learner.restore(handed.resume)
        learner.follow()
    finally:
        torch.set_num_threads(before)
