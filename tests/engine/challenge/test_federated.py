from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
import torch

from engine.challenge import federated as module
from engine.challenge.federated import (
    Learning,
    Plan,
    RoundDone,
    SchoolsReady,
    as_saved,
    averaged,
    check,
    federated,
)
from engine.challenge.schools import Shares, divided
from engine.config import Experiment
from engine.data.dataset import Split
from engine.data.datasets import load_split
from engine.errors import Cancelled, ConfigError, TrainingError
from engine.evaluation.evaluate import evaluate
from engine.evaluation.learnt_images import digests_of, known_digests
from engine.models.build import build_with

FEW = Plan(schools=4, rounds=3)


def described(hidden: str = "12", **changes: Any) -> Experiment:
    return Experiment().with_(
        **{
            "data.dataset": "generated",
            "data.generated_count": 600,
            "network.hidden": hidden,
            "training.batch_size": 20,
            "training.learning_rate": 0.01,
            "training.threads": 1,
            **{f"training.{name}": value for name, value in changes.items()},
        }
    )


@cache
def digits() -> Split:
    return load_split(described().data)


def played(plan: Plan, experiment: Experiment | None = None) -> list[SchoolsReady | Learning | RoundDone]:
    return list(federated(experiment or described(), digits(), plan))


@cache
def few() -> list[SchoolsReady | Learning | RoundDone]:
    return played(FEW)


def rounds(told: list[SchoolsReady | Learning | RoundDone]) -> list[RoundDone]:
    return [event for event in told if isinstance(event, RoundDone)]


def test_what_is_told_in_which_order() -> None:
    ready = few()[0]
    assert isinstance(ready, SchoolsReady)
    assert (ready.counts.sum(0) == digits().train.class_counts()).all()
    assert (ready.part, ready.measured) == ("validation", len(digits().validation))
    assert [event.round for event in rounds(few())] == [1, 2, 3]
    assert few()[-1] is rounds(few())[-1]
    shares = [event.share for event in few() if isinstance(event, Learning)]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_the_average_learns_more_than_schools_alone() -> None:
    done = rounds(few())
    assert done[-1].average > done[0].average
    assert done[-1].average > done[-1].alone_mean
    assert len(done[-1].alone) == 4
    assert done[-1].together is not None


def test_the_accuracy_told_is_that_of_the_weights_told() -> None:
    for done in rounds(few()):
        model = build_with(described().network, done.state, image_shape=(1, 28, 28), classes=10)
        assert evaluate(model, digits().validation).accuracy == done.average


def test_the_same_seed_gives_the_same_to_the_bit_also_without_the_comparison() -> None:
    alone = rounds(played(replace(FEW, beside=False)))
    for one, other in zip(alone, rounds(few()), strict=True):
        assert all(torch.equal(one.state[name], tensor) for name, tensor in other.state.items())
        assert (one.alone, one.together) == ((), None)
    other = rounds(played(replace(FEW, seed=1, beside=False, rounds=1)))
    assert not torch.equal(other[0].state["output.weight"], alone[0].state["output.weight"])


def test_one_step_of_plain_descent_at_every_school_is_one_step_on_all_images() -> None:
    """The mean of gradients, weighted by images, is the gradient of the mean: known without any training."""
    from engine.training import train
    from engine.training.events import TrainingFinished

    plain = described(optimizer="sgd", batch_size=1000)
    (done,) = rounds(played(Plan(schools=3, rounds=1, shares=Shares.EQUAL), plain))
    one = plain.with_(**{"training.epochs": 1})
    (state,) = (
        event.state for event in train(one, digits()) if isinstance(event, TrainingFinished)
    )  # from the same first weights
    for name, tensor in state.items():
        assert torch.allclose(done.state[name], tensor, atol=1e-5), name


@pytest.mark.slow
def test_schools_with_two_classes_know_two_alone() -> None:
    plan = Plan(schools=10, shares=Shares.TWO_CLASSES, rounds=2, local_epochs=2)
    told = played(plan, described("64", learning_rate=0.003))  # wide enough to learn all ten of the whole
    assert isinstance(told[0], SchoolsReady)
    assert ((told[0].counts > 0).sum(1) == 2).all()
    last = rounds(told)[-1]
    assert max(last.alone) < 0.25, "they have never seen the others"
    assert last.average > max(last.alone)
    assert last.together is not None
    assert last.together > max(last.alone)


def test_the_mean_counts_images_and_keeps_whole_numbers() -> None:
    states = [
        {"weight": torch.tensor([1.0, 2.0]), "seen": torch.tensor(7)},
        {"weight": torch.tensor([4.0, 8.0]), "seen": torch.tensor(9)},
    ]
    mean = averaged(states, [1, 2])
    assert torch.equal(mean["weight"], torch.tensor([3.0, 6.0]))
    assert mean["seen"] == 9
    assert mean["weight"].dtype == torch.float32


def test_statistics_of_batch_normalisation_are_averaged() -> None:
    experiment = described("8").with_(**{"network.batch_norm": True})
    told = played(Plan(schools=2, rounds=1, beside=False), experiment)
    names = [name for name in rounds(told)[0].state if name.endswith("running_mean")]
    assert names
    assert all(bool(rounds(told)[0].state[name].abs().sum() > 0) for name in names)


def test_the_average_is_an_ordinary_model_that_knows_what_it_learnt_from() -> None:
    done = rounds(few())[-1]
    saved = as_saved(described(), digits(), FEW, done)
    assert saved.experiment.training.epochs == 3
    assert saved.results == {"validation_accuracy": done.average}
    known, is_known = (
        known_digests(saved.learnt, {described().data.images: digits()}) if saved.learnt else (set(), False)
    )
    assert is_known
    assert known == set(digests_of(digits().train))
    cut = replace(FEW, images=20)
    saved = as_saved(described(), digits(), cut, done)
    assert saved.learnt is not None
    parts = divided(digits().train, 4, Shares.EQUAL, images=20)
    assert set(saved.learnt.drawings) == {digest for part in parts for digest in digests_of(part)}


def test_settings_that_would_end_it_early_or_hold_weights_are_left_out() -> None:
    ended = described(target_accuracy=0.01, early_stopping=1, schedule="cosine")
    for one, other in zip(rounds(played(FEW, ended)), rounds(few()), strict=True):
        assert one.average == other.average
    assert (
        as_saved(ended, digits(), FEW, one).experiment.training == described(epochs=3).training
    )  # as it was trained


@pytest.mark.parametrize(
    "wrong",
    [{"rounds": 0}, {"rounds": 1001}, {"local_epochs": 0}, {"local_epochs": 101}, {"schools": 1}, {"schools": 101}],
)  # fmt: skip
def test_a_plan_out_of_bounds_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ConfigError):
        played(replace(FEW, **wrong))


def test_a_plan_is_looked_at_before_there_are_data() -> None:
    with pytest.raises(ConfigError, match="cannot be 1 schools"):
        check(described(), replace(FEW, schools=1))


def test_an_adversary_is_refused_as_it_would_begin_anew_in_each_round() -> None:
    with pytest.raises(ConfigError, match="cannot train against an adversary"):
        played(FEW, described(adversary="pgd"))


def test_a_private_training_is_refused_as_its_budget_is_not_counted() -> None:
    with pytest.raises(ConfigError, match="cannot train privately"):
        played(FEW, described(privacy_epsilon=3.0))


def test_a_school_that_diverges_is_one_clear_error() -> None:
    with pytest.raises(TrainingError, match="diverged"):
        played(FEW, described(learning_rate=1000, optimizer="sgd"))


def test_it_can_be_given_up_between_steps() -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 5

    with pytest.raises(Cancelled):
        list(federated(described(), digits(), FEW, cancelled=cancelled))
    assert asked == 6


def test_test_images_measure_where_nothing_was_set_aside() -> None:
    experiment = described().with_(**{"data.validation_share": 0})
    split = load_split(experiment.data)
    told = list(federated(experiment, split, Plan(schools=2, rounds=1, beside=False)))
    assert isinstance(told[0], SchoolsReady)
    assert (told[0].part, told[0].measured) == ("test", len(split.test))
    assert as_saved(experiment, split, FEW, rounds(told)[0]).results == {}


def test_seeds_of_rounds_and_schools_do_not_meet() -> None:
    assert module.FAR_APART > 101
    assert (
        np.unique([each * module.FAR_APART + school for each in range(9) for school in range(101)]).size
        == 909
    )
