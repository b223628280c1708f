from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from engine.challenge import membership
from engine.challenge.membership import Exposure, exposure, private_bound
from engine.config import Experiment, VariationConfig
from engine.data.dataset import Dataset, Split
from engine.data.datasets import load_split
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, DataError, ModelError
from engine.storage.model_file import SavedModel
from engine.training import train
from engine.training.events import TrainingFinished


@cache
def digits() -> Split:
    return load_split(described(1).data)


def described(epochs: int, variation: float = 1.0) -> Experiment:
    return Experiment().with_(
        **{
            "data.dataset": "generated",
            "data.generated_count": 600,
            "data.train_count": 120,
            "data.variation": dict.fromkeys(VariationConfig.model_fields, variation),
            "network.hidden": "32",
            "training.epochs": epochs,
            "training.batch_size": 20,
            "training.learning_rate": 0.005,
            "training.threads": 1,
        }
    )


def learnt(epochs: int, split: Split | None = None, variation: float = 1.0) -> SavedModel:
    experiment, split = described(epochs, variation), split or digits()
    (state,) = (event.state for event in train(experiment, split) if isinstance(event, TrainingFinished))
    known = Learnt().and_division(experiment.data, split.train)
    return SavedModel(experiment, split.classes, split.train.image_shape, learnt=known, state=state)


@cache
def by_heart() -> SavedModel:
    return learnt(60)


@cache
def found() -> Exposure:
    return exposure(by_heart(), digits())


@pytest.mark.slow
def test_what_is_learnt_by_heart_is_found_and_said() -> None:
    assert found().loss.tells
    assert found().loss.auc > 0.55
    assert str(found().sentences[0]).startswith("The loss tells")
    assert found().sentences[-1] == membership.STRONGER


def test_of_random_weights_nothing_is_found_and_that_is_said() -> None:
    from engine.models.build import build

    model = build(by_heart().experiment.network)
    fresh = replace(by_heart(), state=dict(model.state_dict()))
    told = exposure(fresh, digits())
    assert 0.5 in told.loss.interval
    assert "cannot tell" in told.sentences[0]
    assert "does not tell" in told.sentences[1]


def test_both_kinds_are_as_many_of_each_class_and_none_of_the_others_was_learnt() -> None:
    split = digits()
    twice = Dataset(
        split.test.name,
        np.concatenate([split.test.images, split.train.images[:40]]),
        np.concatenate([split.test.labels, split.train.labels[:40]]),
        split.classes,
    )
    inside, outside, part = membership._chosen(
        Split(split.train, split.validation, twice), set(membership.digests_of(split.train)), 80, 0
    )
    assert part == "test", "there are too few for validation"
    assert (inside.class_counts() == outside.class_counts()).all()
    assert 75 <= len(inside) <= 85
    assert not {*membership.digests_of(inside)} & {*membership.digests_of(outside)}


def test_validation_images_are_the_others_where_there_are_enough() -> None:
    split = digits()
    many = Split(split.train, split.test, split.validation)
    assert exposure(by_heart(), many, count=50).part == "validation"


def test_the_odds_are_the_loss_without_ties() -> None:
    from torch.nn import functional

    from engine.evaluation.evaluate import model_input

    data = digits().train
    model = membership._model(by_heart())
    odds = membership._odds(model, data.images, data.labels)
    with torch.inference_mode():
        losses = functional.cross_entropy(
            model(model_input(data.images)).double(), torch.from_numpy(data.labels), reduction="none"
        )
    assert np.allclose(np.logaddexp(0, -odds), losses.numpy())
    certain = replace(
        by_heart(),
        state={
            name: tensor * 100 if name.startswith("output") else tensor
            for name, tensor in by_heart().state.items()
        },
    )
    odds = membership._odds(membership._model(certain), data.images, data.labels)
    assert len(set(odds.tolist())) == len(odds), "where the loss is 0 for all of them"


@pytest.mark.slow
def test_images_with_a_wrong_label_are_the_most_exposed() -> None:
    """They can only be learnt by heart: whoever is asked about one betrays that it was there.

    The digits vary little, so that the others need not be learnt by heart as well.
    """
    split = load_split(described(1, variation=0.3).data)
    labels = split.train.labels.copy()
    wrong = np.random.default_rng(0).permutation(len(labels))[:8]
    labels[wrong] = (labels[wrong] + 5) % 10
    false = Dataset(split.train.name, split.train.images, labels, split.classes)
    taught = Split(false, split.validation, split.test)
    told = exposure(learnt(100, taught, variation=0.3), taught)
    pictures = [image.tobytes() for image in split.train.images[wrong]]
    first = [each.image.tobytes() for each in told.exposed[:16]]
    assert sum(each in pictures for each in first) >= 4, "of 8 among 108"


def test_the_most_exposed_stand_in_front() -> None:
    drops = [each.sure - each.sure_moved for each in found().exposed]
    assert drops == sorted(drops, reverse=True)
    assert all(0 <= each.unlike <= 1 for each in found().exposed)
    assert found().exposed[0].unlike >= found().exposed[-1].unlike


def test_copies_are_moved_by_one_pixel() -> None:
    image = np.zeros((1, 4, 5), np.uint8)
    image[0, 1, 2] = 255
    places = {tuple(np.argwhere(copy[0])[0].tolist()) for copy in membership._moved(image)}
    assert places == {(0, 2), (2, 2), (1, 1), (1, 3)}
    colours = np.zeros((2, 4, 5, 3), np.uint8)
    assert all(copy.shape == colours.shape for copy in membership._moved(colours))


def test_the_same_seed_gives_the_same() -> None:
    again = exposure(by_heart(), digits())
    assert again.loss.auc == found().loss.auc
    assert again.loss.found_interval == found().loss.found_interval


@pytest.mark.parametrize("count", [0, 9, 20_001])
def test_a_count_out_of_bounds_is_refused(count: int) -> None:
    with pytest.raises(ConfigError, match="not possible"):
        exposure(by_heart(), digits(), count=count)


def test_a_model_that_learnt_from_none_of_the_images_is_refused() -> None:
    stranger = replace(by_heart(), learnt=Learnt())
    with pytest.raises(DataError, match="too few examples") as refused:
        exposure(stranger, digits())
    assert "0 images of these data" in str(refused.value.cause)


def test_other_data_are_refused() -> None:
    other = replace(by_heart(), classes=("a", "b"))
    with pytest.raises(ModelError, match="does not fit"):
        exposure(other, digits())


def test_what_is_not_known_for_certain_is_said() -> None:
    vague = replace(by_heart(), learnt=None)
    told = exposure(vague, digits())
    assert not told.is_known
    assert "is not known" in told.sentences[2]


def test_a_budget_is_told_with_what_it_promises() -> None:
    private = replace(by_heart(), results={"privacy_spent": 1.0})
    told = exposure(private, digits())
    assert told.budget is not None
    assert told.budget.most_found == pytest.approx(0.0271828 + 1e-5, abs=1e-6)
    assert "spent ε 1 at δ" in told.sentences[2]
    assert "2.7\u00a0%" in told.sentences[2]
    assert found().budget is None


def test_it_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        exposure(by_heart(), digits(), cancelled=lambda: True)


def test_progress_rises_to_the_end() -> None:
    told: list[float] = []
    exposure(by_heart(), digits(), progress=lambda _text, share: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize(
    ("epsilon", "delta", "alarms", "bound"),
    [(0, 0, 0.01, 0.01), (1, 0, 0.01, 0.0271828), (3, 1e-5, 0.01, 0.2008654), (50, 0, 0.01, 1.0), (1000, 0, 1e-6, 1.0)],
)  # fmt: skip
def test_what_a_budget_promises(epsilon: float, delta: float, alarms: float, bound: float) -> None:
    assert private_bound(epsilon, delta, alarms) == pytest.approx(bound)
