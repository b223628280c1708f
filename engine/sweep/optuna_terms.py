"""A plan in Optuna's terms: samplers, pruners; loads it where it is asked for."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

import numpy as np

from engine.sweep.plan import Ending, Way

if TYPE_CHECKING:
    from collections.abc import Iterator

    import optuna

    from engine.sweep.plan import SweepPlan

STARTUP_TRIALS = 10  # of TPE that are random: it has to know something first
MEDIAN_STARTUP = 5  # trials before the median is asked
REDUCTION = 2  # of successive halving: so much longer is each rung, and so few go on


@contextmanager
def quiet() -> Iterator[None]:
    """Let Optuna neither log nor warn: what is new in it to its authors is no news to a person here."""
    import optuna

    before = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        optuna.logging.set_verbosity(before)


def direction(plan: SweepPlan) -> Literal["maximize", "minimize"]:
    """Return which way the goal lies."""
    return "maximize" if plan.larger_is_better else "minimize"


def sampler(plan: SweepPlan, number: int) -> optuna.samplers.BaseSampler:
    """Return what chooses the values of one trial.

    Each trial has a sampler of its own, whose seed follows from that of the plan and the place of the trial: a worker
    that begins anew goes on as the one before it would have.

    Args:
        plan: The plan.
        number: Its place among the trials that do no other again, from 0.
    """
    from optuna.samplers import RandomSampler, TPESampler

    seed = int(np.random.SeedSequence((plan.seed, number)).generate_state(1)[0])
    if plan.way is Way.TPE:
        return TPESampler(seed=seed, n_startup_trials=STARTUP_TRIALS)
    return RandomSampler(seed=seed)


def pruner(plan: SweepPlan) -> optuna.pruners.BasePruner:
    """Return what says of a trial under way that it is hopeless."""
    from optuna.pruners import MedianPruner, NopPruner, SuccessiveHalvingPruner

    if plan.ending is Ending.MEDIAN:
        return MedianPruner(n_startup_trials=MEDIAN_STARTUP)
    if plan.ending is Ending.HALVING:
        return SuccessiveHalvingPruner(min_resource=1, reduction_factor=REDUCTION)
    return NopPruner()
