"""What a private training promises, what it refuses, and that it keeps both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import TrainingError
from engine.storage import checkpoint as checkpoint_file
from engine.training import train
from engine.training.control import TrainingControl
from engine.training.events import (
    EpochDone,
    FinishReason,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
)
from engine.training.private.promise import is_private, promise_of
from engine.training.private.refusals import privacy_problems
from tests.engine.training.told import Ticks, assert_same_weights, finish_of, history_of


def told(experiment: Experiment, split: Split, kind: type, **options: Any) -> list[Any]:
    return [event for event in train(experiment, split, **options) if isinstance(event, kind)]


def test_a_budget_lasts_for_the_planned_epochs_and_no_further(experiment: Experiment, split: Split) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 5.0, "training.epochs": 4})
    events = list(train(private, split))
    started = next(event for event in events if isinstance(event, TrainingStarted))
    spent = [event.privacy_spent for event in events if isinstance(event, EpochDone)]
    finished = events[-1]
    assert started.steps_per_epoch == 6  # 64 images in tens, on average
    assert started.privacy_epsilon == 5.0
    assert started.privacy_noise == promise_of(private.training, 64).noise  # type: ignore[union-attr]
    assert len(spent) == 4
    assert spent == sorted(spent)
    assert 4.99 < spent[-1] <= 5.0
    assert finished.reason is FinishReason.COMPLETED
    assert (finished.message, finished.privacy_spent) == ("", spent[-1])


def test_noise_of_ones_own_ends_before_the_budget_is_passed(experiment: Experiment, split: Split) -> None:
    free = promise_of(experiment.with_(**{"training.privacy_noise": 2.0}).training, 64)
    assert free is not None
    private = experiment.with_(
        **{"training.privacy_noise": 2.0, "training.privacy_epsilon": free.spent(13), "training.epochs": 9}
    )
    events = list(train(private, split))
    assert [event.epoch for event in events if isinstance(event, EpochDone)] == [1, 2]
    finished = events[-1]
    assert finished.reason is FinishReason.COMPLETED
    assert finished.privacy_spent == free.spent(12)
    assert "budget is spent" in finished.message


def test_noise_alone_has_no_limit(experiment: Experiment, split: Split) -> None:
    [started, *_] = told(experiment.with_(**{"training.privacy_noise": 0.5}), split, TrainingStarted)
    assert (started.privacy_noise, started.privacy_epsilon) == (0.5, None)


def test_a_run_without_privacy_says_nothing_of_it(experiment: Experiment, split: Split) -> None:
    events = list(train(experiment, split))
    assert not is_private(experiment.training)
    assert {event.privacy_spent for event in events if isinstance(event, EpochDone | TrainingFinished)} == {
        None
    }


def test_it_goes_on_to_the_bit_amid_an_epoch(experiment: Experiment, split: Split, tmp_path: Path) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 3.0, "training.batch_size": 3})
    whole = list(train(private, split))
    control, before = TrainingControl(), []
    for event in train(private, split, control, clock=Ticks(1.0)):  # every step is told
        before.append(event)
        if isinstance(event, StepsDone) and event.last_step == 32:  # amid the second epoch of 21 steps
            control.stop()
    checkpoint = finish_of(before).checkpoint
    assert checkpoint is not None
    assert checkpoint.position == 11
    checkpoint_file.save(tmp_path / "checkpoint", checkpoint, {})
    saved = checkpoint_file.load(tmp_path / "checkpoint").checkpoint
    after = list(train(private, split, resume=saved))
    assert finish_of(after).privacy_spent == finish_of(whole).privacy_spent
    assert_same_weights(finish_of(after).state, finish_of(whole).state)
    first, second = history_of(whole), history_of([*before, *after])
    for name in ("loss", "accuracy", "train_loss", "train_accuracy"):
        assert np.array_equal(first.series(name), second.series(name))
    assert np.array_equal(first.privacy_spent, second.privacy_spent)


def test_more_epochs_than_planned_end_with_a_sentence(experiment: Experiment, split: Split) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 3.0})
    checkpoint = told(private, split, TrainingFinished)[0].checkpoint
    longer = private.with_(**{"training.epochs": 10})
    events = list(train(longer, split, resume=checkpoint))
    assert not [event for event in events if isinstance(event, StepsDone)]
    assert "budget is spent" in events[-1].message
    assert events[-1].privacy_spent <= 3.0


def test_a_checkpoint_is_of_the_kind_of_its_settings(experiment: Experiment, split: Split) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 3.0})
    for made, other in ((private, experiment), (experiment, private)):
        checkpoint = told(made, split, TrainingFinished)[0].checkpoint
        with pytest.raises(TrainingError, match="cannot be resumed"):
            list(train(other.with_(**{"training.epochs": 5}), split, resume=checkpoint))


def test_steps_without_images_tell_what_the_one_before_told(
    experiment: Experiment, make_split: Callable[..., Split]
) -> None:
    private = experiment.with_(
        **{"training.privacy_noise": 3.0, "training.batch_size": 1, "training.epochs": 6}
    )
    events = list(train(private, make_split(train=12)))
    steps = [event for event in events if isinstance(event, StepsDone)]
    losses = np.concatenate([event.losses for event in steps])
    accuracies = np.concatenate([event.accuracies for event in steps])
    assert len(losses) == 6 * 12
    assert np.isfinite(losses).all()
    assert (losses[1:] == losses[:-1]).sum() > 10  # a third of them see none
    assert ((accuracies >= 0) & (accuracies <= 1)).all()
    for event in events:
        if isinstance(event, EpochDone):
            assert np.isfinite([event.train_loss, event.train_accuracy]).all()


def test_pixels_are_not_normalised_by_what_is_protected(experiment: Experiment, split: Split) -> None:
    private = experiment.with_(**{"training.privacy_noise": 1.0})
    state = told(private, split, ModelSnapshot)[0].state
    other = told(experiment, split, ModelSnapshot)[0].state
    mean = next(name for name in state if name.endswith("mean"))
    assert state[mean].item() != other[mean].item()
    darker = Split(split.train.subset(slice(0, 20)), split.validation, split.test)
    assert told(private, darker, ModelSnapshot)[0].state[mean].item() == state[mean].item()


REFUSED = [
    ({"network.hidden": ("conv4", 8)}, "dense layers alone, and hidden layer 1"),
    ({"network.batch_norm": True}, "batch normalisation"),
    ({"training.teacher": "some.safetensors"}, "teacher"),
    ({"training.adversary": "fgsm"}, "adversary"),
    ({"training.privacy_noise": 0.05}, "below 0.1"),
    ({"training.device": "cuda"}, "processor alone"),
]


@pytest.mark.parametrize(("changes", "words"), REFUSED, ids=str)
def test_what_does_not_go_with_privacy_is_refused_in_a_sentence(
    experiment: Experiment, split: Split, changes: dict[str, Any], words: str
) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 3.0} | changes)
    [problem] = privacy_problems(private)
    assert problem.path == "training.privacy_epsilon"
    assert words in problem.message
    assert not privacy_problems(
        private.with_(**{"training.privacy_epsilon": 0.0, "training.privacy_noise": 0.0})
    )
    if "teacher" not in words:
        with pytest.raises(TrainingError, match=words.split(",")[0]):
            list(train(private, split))


@pytest.mark.parametrize("setting", ["early_stopping", "target_accuracy"])
def test_training_images_do_not_decide_when_to_stop(
    experiment: Experiment, make_split: Callable[..., Split], setting: str
) -> None:
    private = experiment.with_(**{"training.privacy_noise": 1.0, f"training.{setting}": 1})
    assert not privacy_problems(private)
    assert privacy_problems(private, has_validation=False)[0].path == "training.privacy_noise"
    with pytest.raises(TrainingError, match="decide when to stop"):
        list(train(private, make_split(validation=0)))


def test_it_begins_with_random_weights(experiment: Experiment, split: Split) -> None:
    state = told(experiment, split, TrainingFinished)[0].state
    with pytest.raises(TrainingError, match="random weights"):
        list(train(experiment.with_(**{"training.privacy_noise": 1.0}), split, start=state))


def test_budgets_that_cannot_be_kept_are_refused(experiment: Experiment, split: Split) -> None:
    with pytest.raises(TrainingError, match="No noise is strong enough"):
        list(train(experiment.with_(**{"training.privacy_epsilon": 1e-4}), split))
    both = {"training.privacy_epsilon": 0.5, "training.privacy_noise": 0.5}
    with pytest.raises(TrainingError, match="first epoch alone"):
        list(train(experiment.with_(**both), split))


def test_it_stays_on_the_processor_however_much_there_is_to_do(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    works: list[int] = []

    def chosen(_wanted: object, work: int) -> torch.device:
        works.append(work)
        return torch.device("cpu")

    monkeypatch.setattr("engine.training.loop.choose_device", chosen)
    for noise in (1.0, 0.0):
        list(train(experiment.with_(**{"training.privacy_noise": noise}), split))
    assert works[0] == 0 < works[1]
