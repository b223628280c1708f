"""train(): what it tells, when it tells it, and what it learns."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch

from engine.config import Experiment, OptimizerName, load_preset
from engine.data.dataset import Split
from engine.models.build import build
from engine.training import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingControl,
    TrainingEvent,
    TrainingFinished,
    TrainingStarted,
    train,
)
from engine.training.learner import Learner
from engine.training.loop import work_of_a_step
from engine.training.moments import is_early
from tests.engine.training.told import Ticks, finish_of, history_of

HIDDEN = ["8,8", "conv3,8"]  # the steps by hand, and those of autograd


def same_numbers(first: list[TrainingEvent], second: list[TrainingEvent]) -> bool:
    """Whether two runs told the same, to the bit, times left out."""
    one, other = history_of(first), history_of(second)
    names = ("loss", "accuracy", "learning_rate", "train_loss", "validation_loss", "validation_accuracy")
    states = finish_of(first).state, finish_of(second).state
    return all(
        np.array_equal(one.series(name), other.series(name), equal_nan=True) for name in names
    ) and all(torch.equal(states[0][name], states[1][name]) for name in states[0])


def test_events_come_in_order_and_count_up(experiment: Experiment, split: Split) -> None:
    events = list(train(experiment, split))
    started, snapshot = events[0], events[1]
    assert started == TrainingStarted(
        epochs=3, steps_per_epoch=7, train_count=64, validation_count=16, parameters=404, device="cpu", threads=1,
        learning_rate=0.01,
    )  # fmt: skip
    assert isinstance(snapshot, ModelSnapshot)
    assert (snapshot.step, snapshot.epoch) == (0, 0)
    numbers = [n for e in events if isinstance(e, StepsDone) for n in range(e.first_step, e.last_step + 1)]
    assert numbers == list(range(1, 22))
    epochs = [e for e in events if isinstance(e, EpochDone)]
    assert [(e.epoch, e.step) for e in epochs] == [(1, 7), (2, 14), (3, 21)]
    for kind in (StepsDone, EpochDone):
        seconds = [e.seconds for e in events if isinstance(e, kind)]
        assert seconds == sorted(seconds)
        assert seconds[-1] <= finish_of(events).seconds
    finished = finish_of(events)
    assert (finished.reason, finished.step, finished.epoch) == (FinishReason.COMPLETED, 21, 3)
    assert finished.message == ""


def test_steps_are_told_before_the_epoch_they_end(experiment: Experiment, split: Split) -> None:
    told = 0
    for event in train(experiment, split):
        if isinstance(event, StepsDone):
            told = event.last_step
        elif isinstance(event, EpochDone | ModelSnapshot | TrainingFinished):
            assert event.step <= told


def test_what_is_told_of_an_epoch_is_the_mean_over_its_images(experiment: Experiment, split: Split) -> None:
    events = list(train(experiment, split))
    history = history_of(events)
    sizes = np.array([10] * 6 + [4])  # the last batch holds the four images left
    for row, epoch in enumerate(e for e in events if isinstance(e, EpochDone)):
        steps = slice(7 * row, 7 * row + 7)
        assert epoch.train_loss == pytest.approx(np.average(history.losses[steps], weights=sizes), rel=1e-6)
        assert epoch.train_accuracy == pytest.approx(
            np.average(history.series("accuracy")[steps], weights=sizes)
        )


def test_the_validation_figures_are_those_of_the_weights_told(experiment: Experiment, split: Split) -> None:
    events = list(train(experiment, split))
    last = [e for e in events if isinstance(e, EpochDone)][-1]
    model = build(experiment.network, image_shape=(1, 6, 6), classes=4)
    model.load_state_dict(finish_of(events).state)
    images = torch.from_numpy(split.validation.images).float()[:, None] / 255
    labels = torch.from_numpy(split.validation.labels)
    logits = model.eval()(images)
    assert last.validation_loss == pytest.approx(
        torch.nn.functional.cross_entropy(logits, labels).item(), rel=1e-5
    )
    assert last.validation_accuracy == (logits.argmax(1) == labels).float().mean().item()


@pytest.mark.parametrize("optimizer", OptimizerName)
def test_loss_falls_on_64_images(experiment: Experiment, split: Split, optimizer: OptimizerName) -> None:
    rate = 0.1 if optimizer in ("sgd", "momentum", "nesterov") else 0.01
    changes = {"training.optimizer": optimizer, "training.learning_rate": rate, "training.epochs": 30}
    losses = history_of(train(experiment.with_(**changes), split)).train_losses
    assert losses[-1] < losses[0] / 4


@pytest.mark.parametrize(
    "changes",
    [
        {"network.hidden": ()},
        {"network.hidden": ({"size": 8, "dropout": 0.3, "activation": "tanh"},), "network.batch_norm": True},
        {"training.gradient_clipping": 0.1, "training.label_smoothing": 0.2, "training.weight_decay": 0.1},
        {"training.schedule": "one_cycle"},
        {"training.batch_size": 1},
        {"training.batch_size": 1000},
        {"training.learning_rate": 1e-9, "training.optimizer": "sgd"},
    ],
    ids=str,
)
def test_same_seed_same_run_whenever_events_come_and_whoever_draws(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    experiment = experiment.with_(**changes)
    first: list[TrainingEvent] = []
    for event in train(experiment, split, clock=Ticks(1.0)):  # tells after every step
        torch.rand(3)
        first.append(event)
    torch.manual_seed(99)
    second = list(train(experiment, split, clock=Ticks(1e-4)))
    assert len(first) >= len(second)
    assert same_numbers(first, second)


def test_other_seed_other_run(experiment: Experiment, split: Split) -> None:
    assert not same_numbers(
        list(train(experiment, split)), list(train(experiment.with_(**{"training.seed": 1}), split))
    )


def test_the_global_generator_and_the_thread_count_are_left_alone(
    experiment: Experiment, split: Split
) -> None:
    threads, state = torch.get_num_threads(), torch.get_rng_state()
    inside = set()
    for event in train(experiment.with_(**{"training.threads": threads + 1}), split):
        inside.add(torch.get_num_threads())
        assert event is not None
    assert inside == {threads + 1}
    assert torch.get_num_threads() == threads
    assert torch.equal(torch.get_rng_state(), state)


def test_a_run_closed_half_way_restores_the_threads(experiment: Experiment, split: Split) -> None:
    threads = torch.get_num_threads()
    run = train(experiment.with_(**{"training.threads": threads + 1}), split)
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert torch.get_num_threads() == threads


@pytest.mark.parametrize("tick", [1e-5, 1e-3, 0.02, 0.5])
def test_at_most_thirty_progress_events_and_ten_snapshots_a_second(
    experiment: Experiment, split: Split, tick: float
) -> None:
    clock = Ticks(tick)
    progress, snapshots = [], []
    events = train(experiment.with_(**{"training.epochs": 40}), split, clock=clock)
    for event in events:
        if isinstance(event, StepsDone):
            progress.append(clock.now)
        elif isinstance(event, ModelSnapshot) and event.step % 7 and not is_early(event.step):
            snapshots.append(clock.now)  # those amid an epoch
    assert all(
        later - earlier >= 1 / 30 for earlier, later in pairwise(progress[:-1])
    )  # the end waits for nothing
    assert all(later - earlier >= 1 / 10 for earlier, later in pairwise(snapshots))


def test_each_telling_takes_one_stretch_of_steps_though_their_times_vary(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, stretches, really = Ticks(0.0), [], Learner.steps

    def steps(learner: Learner, first: int, rates: list[float], strengths: Sequence[float] = ()) -> None:
        really(learner, first, rates, strengths)
        stretches.append(len(rates))
        clock.now += 0.001 * len(rates) * (0.98 if len(stretches) % 2 else 1.02)

    monkeypatch.setattr(Learner, "steps", steps)
    experiment = experiment.with_(**{"training.batch_size": 1, "training.epochs": 10})
    events = list(train(experiment, split, clock=clock))
    told = sum(isinstance(event, StepsDone) for event in events)
    early = sum(map(is_early, range(sum(stretches))))
    assert told > 10
    assert len(stretches) <= told + 10 + early  # cut short by an epoch's end, or a moment that is kept


def test_every_epoch_has_a_snapshot_of_its_weights(experiment: Experiment, split: Split) -> None:
    snapshots = [e for e in train(experiment, split, clock=Ticks(1e-5)) if isinstance(e, ModelSnapshot)]
    assert [s.step for s in snapshots] == [0, 1, 2, 4, 7, 8, 14, 16, 21]  # close at first, then by epoch
    snapshots = [s for s in snapshots if s.step % 7 == 0]
    assert [(s.step, s.epoch) for s in snapshots] == [(0, 0), (7, 1), (14, 2), (21, 3)]
    assert not torch.equal(snapshots[1].state["output.weight"], snapshots[2].state["output.weight"])
    model = build(experiment.network, image_shape=(1, 6, 6), classes=4)
    model.load_state_dict(snapshots[3].state)


def test_the_model_is_normalised_by_the_training_images(experiment: Experiment, split: Split) -> None:
    state = finish_of(list(train(experiment, split))).state
    assert state["normalize.mean"].item() == pytest.approx(split.train.images.mean() / 255, rel=1e-5)
    assert state["normalize.deviation"].item() == pytest.approx(split.train.images.std() / 255, rel=1e-5)


@pytest.mark.parametrize("schedule", ["cosine", "step", "one_cycle"])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_rate_that_is_told_is_the_one_that_the_schedule_made(
    experiment: Experiment, split: Split, schedule: str, hidden: str
) -> None:
    changes = {"training.schedule": schedule, "training.schedule_period": 1, "network.hidden": hidden}
    events = list(train(experiment.with_(**changes), split))
    history = history_of(events)
    rates = {"step": [0.01] * 7 + [0.001] * 7 + [0.0001] * 7}
    rates["cosine"] = [0.005 * (1 + math.cos(math.pi * step / 21)) for step in range(21)]
    if schedule in rates:
        np.testing.assert_allclose(history.series("learning_rate"), rates[schedule], rtol=1e-6)
    told = [event.learning_rate for event in events if isinstance(event, EpochDone)]
    assert told == pytest.approx(history.series("learning_rate")[[6, 13, 20]].tolist())
    assert len({round(rate, 9) for rate in told}) == 3


@pytest.mark.slow
def test_training_never_loads_the_compiler() -> None:
    code = """
import sys
import numpy as np
from engine.config import Experiment, OptimizerName, load_preset
from engine.data.dataset import Dataset, Split
from engine.training import train
part = Dataset("noise", np.zeros((6, 4, 4), np.uint8), np.zeros(6, np.int64), ("a", "b"))
for name in OptimizerName:
    network = {"hidden": [{"size": 3, "dropout": 0.5}], "batch_norm": True}
    experiment = Experiment().with_(network=network, training={"optimizer": name, "epochs": 1})
    list(train(experiment, Split(part, part, part)))
sys.exit("torch._dynamo" in sys.modules or "sympy" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_changed_learning_rate_is_told_and_the_schedule_goes_on(
    experiment: Experiment, split: Split
) -> None:
    control = TrainingControl()
    experiment = experiment.with_(**{"training.schedule": "cosine"})
    events = []
    for event in train(experiment, split, control, clock=Ticks(1.0)):
        events.append(event)
        if isinstance(event, StepsDone) and event.last_step == 5:
            control.set_learning_rate(0.5)
    (change,) = [e for e in events if isinstance(e, LearningRateChanged)]
    assert (change.step, change.old, change.new) == (6, 0.01, 0.5)
    expected = [(0.01 if step < 5 else 0.5) * (1 + math.cos(math.pi * step / 21)) / 2 for step in range(21)]
    np.testing.assert_allclose(history_of(events).series("learning_rate"), expected, rtol=1e-6)


@pytest.mark.slow
@pytest.mark.mnist
def test_the_articles_network_reads_nine_digits_in_ten_after_one_epoch() -> None:
    from engine.data.datasets import load_split

    experiment = load_preset("article").with_(**{"training.epochs": 1})
    events = list(train(experiment, load_split(experiment.data)))
    (epoch,) = [event for event in events if isinstance(event, EpochDone)]
    assert epoch.validation_accuracy is not None
    assert epoch.validation_accuracy > 0.9
    assert finish_of(events).state["normalize.mean"].item() == pytest.approx(0.1307, abs=0.002)


def test_a_step_is_no_more_work_than_the_images_there_are(experiment: Experiment, split: Split) -> None:
    half, all_of_them, more = (
        work_of_a_step(experiment.with_(**{"training.batch_size": size}), split) for size in (32, 64, 4096)
    )
    assert len(split.train) == 64
    assert all_of_them == 2 * half > 0
    assert more == all_of_them
