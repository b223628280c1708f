"""How much each setting decides of the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.sweep.ped_anova import best_of_all, divergence
from engine.sweep.trial import TrialState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.sweep.plan import SweepPlan
    from engine.sweep.trial import Trial

# Which trials are the best: fewer than five of them tell of chance alone.
BEST_SHARE, BEST_TRIALS = 0.1, 5
LEAST_TRIALS = 16  # with fewer it often is a setting that changes nothing which seems to decide


def importance(plan: SweepPlan, trials: Sequence[Trial]) -> tuple[tuple[str, float], ...]:
    """Return how much each setting decides whether a trial is among the best, the most first; shares that add up to 1.

    They add up to 1 also where nothing that was varied matters: chance shares it out then.

    Trials that failed or were ended early are left out: they were not measured as the others were. Settings that had
    one and the same value in all of them are left out, too.

    Args:
        plan: The plan of the sweep.
        trials: Its trials.

    Returns:
        Path of each range and its share; empty with fewer than ``LEAST_TRIALS`` trials, or where all came to the same.

    Source: Watanabe, Bansal, Hutter (2023), “PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in Arbitrary
    Subspaces”, IJCAI.
    """
    found = [
        trial
        for trial in trials
        if trial.state is TrialState.DONE
        and trial.goal is not None
        and all(item.takes(trial.values.get(item.path)) for item in plan.ranges)
    ]
    if len(found) < LEAST_TRIALS or len({trial.goal for trial in found}) < 2:
        return ()
    goals = np.array([trial.goal for trial in found])
    share = max(BEST_SHARE, BEST_TRIALS / len(found))
    is_best = best_of_all(-goals if plan.larger_is_better else goals, share)
    apart = {
        item.path: divergence(item, [trial.values[item.path] for trial in found], is_best)
        for item in plan.ranges
    }
    total = sum(apart.values())
    shares = {path: value / total if total else 1 / len(apart) for path, value in apart.items()}
    return tuple(sorted(shares.items(), key=lambda item: -item[1]))
