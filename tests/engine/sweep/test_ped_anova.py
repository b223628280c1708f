"""What decides, held against Optuna's own, number for number.

That brings scikit-learn and SciPy's statistics, seconds of loading: only whoever runs these tests waits for them.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.sweep.importance import BEST_SHARE, BEST_TRIALS, LEAST_TRIALS, importance
from engine.sweep.optuna_terms import quiet
from engine.sweep.ped_anova import divergence
from engine.sweep.plan import Goal
from engine.sweep.ranges import Range
from engine.sweep.trial import Trial, TrialState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from optuna.distributions import BaseDistribution

    from engine.sweep.plan import SweepPlan

RANGES = {
    "training.learning_rate": "1e-4:1e-1:log",
    "training.batch_size": "8:4096:log",
    "training.epochs": "1:9",
    "layer.dropout": "0:0.5",
    "training.optimizer": "sgd,adam,adamw",
    "training.momentum": "0.9",
}


def distribution(what: Range) -> BaseDistribution:
    """Return a range as Optuna has it."""
    from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

    if what.choices:
        return CategoricalDistribution(what.choices)  # type: ignore[arg-type]
    if what.whole:
        return IntDistribution(int(what.low), int(what.high), log=what.log)
    return FloatDistribution(what.low, what.high, log=what.log)


def by_optuna(plan: SweepPlan, trials: Sequence[Trial]) -> dict[str, float]:
    import optuna
    from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances

    study = optuna.create_study(direction="maximize" if plan.larger_is_better else "minimize")
    known: dict[str, Any] = {item.path: distribution(item) for item in plan.ranges}
    for trial in trials:
        study.add_trial(optuna.trial.create_trial(params=trial.values, distributions=known, value=trial.goal))
    best = PedAnovaImportanceEvaluator(target_quantile=max(BEST_SHARE, BEST_TRIALS / len(trials)))
    return get_param_importances(study, evaluator=best, normalize=True)


def drawn(what: Range, chance: np.random.Generator) -> object:
    if what.choices:
        return what.choices[int(chance.integers(len(what.choices)))]
    if what.log:
        value = float(np.exp(chance.uniform(np.log(what.low), np.log(what.high))))
    else:
        value = float(chance.uniform(what.low, what.high))
    return min(max(round(value), int(what.low)), int(what.high)) if what.whole else value


@pytest.mark.parametrize("count", [LEAST_TRIALS, 60, 300])
@pytest.mark.parametrize("goal", [Goal.ACCURACY, Goal.LOSS])
def test_it_is_what_optuna_says(plan_of: Callable[..., SweepPlan], goal: Goal, count: int) -> None:
    chance = np.random.default_rng(count)
    plan = plan_of(RANGES, goal=goal)
    trials = []
    for number in range(count):
        values = {item.path: drawn(item, chance) for item in plan.ranges}
        reached = round(
            abs(np.log10(float(str(values["training.learning_rate"]))) + 2) / 4, 2
        )  # some are equal
        trials.append(Trial(number, TrialState.DONE, values, goal=reached))
    with quiet(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = by_optuna(plan, trials)
    found = dict(importance(plan, trials))
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-9)
    assert next(iter(found)) == "training.learning_rate"


def test_a_setting_of_one_value_decides_nothing() -> None:
    is_best = np.array([True, False])
    assert divergence(Range.of("training.momentum", (0.9,)), [0.9, 0.9], is_best) == 0
    assert divergence(Range("training.momentum", low=0.5, high=0.5), [0.5, 0.5], is_best) == 0
