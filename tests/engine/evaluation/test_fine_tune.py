"""Fine-tuning on My Digits: they are learnt, the old data are not forgotten."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.config import Experiment
from engine.data import datasets
from engine.data.dataset import Dataset, Split
from engine.data.learnt import Learnt
from engine.data.my_digits import MyDigits
from engine.errors import DataError, ModelError, TrainingError
from engine.evaluation import fine_tune as fine_tuning
from engine.evaluation.fine_tune import EPOCHS, FineTuned, fine_tune, mixed, prepare_fine_tuning
from engine.training import TrainingControl, train
from engine.training.events import EpochDone, TrainingFinished, TrainingStarted

DIGITS = tuple("0123456789")
SMALL = Experiment().with_(
    **{"data.generated_count": 1500, "network.hidden": "48", "training.epochs": 4, "training.batch_size": 32,
       "training.learning_rate": 0.005}
)  # fmt: skip


def flag(number: int) -> list[np.ndarray]:
    """A sign that this person writes for 4, and nobody else: a mast with a flag to the left."""
    shift = np.array([3.0 * (number % 5), 2.0 * (number % 3)])
    mast = np.array([[150.0, 30.0], [150.0, 250.0]]) + shift
    sail = np.array([[150.0, 30.0], [60.0, 60.0], [150.0, 110.0]]) + shift
    return [mast, sail]


@pytest.fixture(scope="module")
def model() -> dict:
    data = datasets.load_split(SMALL.data)
    return next(event for event in train(SMALL, data) if isinstance(event, TrainingFinished)).state


@pytest.fixture
def drawings(tmp_path: Path) -> MyDigits:
    return MyDigits(tmp_path / "mine")


def test_a_hand_of_ones_own_is_learnt_and_nothing_forgotten(model: dict, drawings: MyDigits) -> None:
    for number in range(15):
        drawings.add(flag(number), "4")
    drawings.add(flag(0), "Ω")
    lesson = prepare_fine_tuning(SMALL, DIGITS, drawings)
    assert (len(lesson.learnt), len(lesson.kept_back), lesson.skipped) == (12, 3, 1)
    events = list(fine_tune(SMALL, model, lesson, TrainingControl()))
    taught = events[-1]
    assert isinstance(taught, FineTuned)
    assert taught.before.my_digits < 8
    assert taught.after.my_digits == 15
    assert taught.after.kept_back == 3
    assert taught.after.test > taught.before.test - 0.03 * len(lesson.old.test)
    assert isinstance(events[0], TrainingStarted)
    assert sum(isinstance(event, EpochDone) for event in events) == EPOCHS
    assert taught.steps == events[0].epochs * events[0].steps_per_epoch


def test_the_mixture_is_a_third_ones_own(drawings: MyDigits) -> None:
    for number in range(30):
        drawings.add(flag(number), "4")
    lesson = prepare_fine_tuning(SMALL, DIGITS, drawings)
    parts = mixed(lesson)
    old = len(lesson.old.train)
    assert abs(len(parts.train) - old * 1.5) < 30
    assert len(parts.validation) == 0
    few = mixed(type(lesson)(lesson.learnt.subset(slice(0, 1)), lesson.kept_back, lesson.old, 0))
    assert len(few.train) == old + 100


def test_old_images_are_drawn_at_random_and_not_from_the_front(
    drawings: MyDigits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fine_tuning, "OLD_IMAGES", 100)
    drawings.add(flag(0), "4")
    lesson = prepare_fine_tuning(SMALL, DIGITS, drawings)
    old = lesson.old.train.images
    place = {image.tobytes(): number for number, image in enumerate(old)}

    def taken(seed: int) -> list[int]:
        return [place[image.tobytes()] for image in mixed(lesson, seed).train.images[:100]]

    chosen = taken(0)
    assert len(set(chosen)) == 100
    assert 0.3 * len(old) < np.mean(chosen) < 0.7 * len(old)
    assert max(chosen) > 0.9 * len(old)
    assert taken(0) == chosen != taken(1)
    assert len(mixed(lesson).train) == 100 + 50


def test_what_was_learnt_as_part_of_another_set_is_not_kept_back(
    drawings: MyDigits, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        drawings.add([stroke * [1.0, 1.0 + number / 9] for stroke in flag(0)], "4")
    assert len(prepare_fine_tuning(SMALL, DIGITS, drawings).kept_back) == 2
    plain = datasets.load_split(SMALL.data)
    one = drawings.dataset().images[1:2]  # kept back
    train = Dataset(
        "all", np.concatenate([plain.train.images, one]), np.append(plain.train.labels, 4), DIGITS
    )
    monkeypatch.setattr(datasets, "load_split", lambda *_, **__: Split(train, plain.validation, plain.test))
    lesson = prepare_fine_tuning(SMALL, DIGITS, drawings)
    assert (len(lesson.learnt), len(lesson.kept_back)) == (6, 1)
    assert not (lesson.kept_back.images == one).all(axis=(1, 2)).any()


def test_what_a_model_was_taught_elsewhere_is_not_kept_back_here(drawings: MyDigits) -> None:
    for number in range(7):
        drawings.add([stroke * [1.0, 1.0 + number / 9] for stroke in flag(0)], "4")
    known = Learnt.assumed(SMALL.data).and_drawings(
        drawings.dataset().images[:2]
    )  # the second is kept back here
    lesson = prepare_fine_tuning(SMALL, DIGITS, drawings, model_learnt=known)
    assert (len(lesson.learnt), len(lesson.kept_back)) == (6, 1)


def test_relabelled_and_deleted_ones_do_not_turn_learnt_into_kept_back(drawings: MyDigits) -> None:
    ids = [
        drawings.add([stroke * [1.0, 1.0 + number / 9] for stroke in flag(0)], "4") for number in range(10)
    ]
    learnt = {image.tobytes() for image in prepare_fine_tuning(SMALL, DIGITS, drawings).learnt.images}
    drawings.delete(ids[0])
    drawings.relabel(ids[2], "9")
    kept_back = prepare_fine_tuning(SMALL, DIGITS, drawings).kept_back
    assert len(kept_back) == 2
    assert not learnt & {image.tobytes() for image in kept_back.images}


def test_training_starts_from_given_weights(model: dict) -> None:
    still = SMALL.with_(**{"training.learning_rate": 1e-12, "training.epochs": 1})
    end = next(
        e
        for e in train(still, datasets.load_split(SMALL.data), start=model)
        if isinstance(e, TrainingFinished)
    )
    assert all(np.allclose(end.state[name], model[name], atol=1e-6) for name in model)


def test_weights_of_another_network(model: dict) -> None:
    other = SMALL.with_(**{"network.hidden": "20"})
    with pytest.raises(TrainingError, match="do not belong"):
        next(train(other, datasets.load_split(SMALL.data), start=model))


def test_it_can_be_stopped(model: dict, drawings: MyDigits) -> None:
    drawings.add(flag(0), "4")
    control = TrainingControl()
    control.stop()
    *_, taught = fine_tune(SMALL, model, prepare_fine_tuning(SMALL, DIGITS, drawings), control)
    assert isinstance(taught, FineTuned)
    assert taught.steps == 0
    assert taught.after == taught.before


def test_what_cannot_be_taught(drawings: MyDigits) -> None:
    with pytest.raises(DataError, match="nothing to teach"):
        prepare_fine_tuning(SMALL, DIGITS, drawings)
    drawings.add(flag(0), "Ω")
    with pytest.raises(DataError, match="nothing to teach"):
        prepare_fine_tuning(SMALL, DIGITS, drawings)
    drawings.add(flag(0), "4")
    with pytest.raises(ModelError, match="cannot learn from drawings"):
        prepare_fine_tuning(SMALL, DIGITS, drawings, image_shape=(3, 32, 32))
    with pytest.raises(ModelError, match="takes numbers, and no drawings"):
        prepare_fine_tuning(SMALL, DIGITS, drawings, image_shape=(2,))
    gone = SMALL.with_(**{"data.dataset": "gone"})
    assert prepare_fine_tuning(gone, DIGITS, drawings).old.train.name == "generated"
    with pytest.raises(DataError, match="not here"):
        prepare_fine_tuning(gone, ("4", "5"), drawings)
    with pytest.raises(DataError, match="other classes"):
        prepare_fine_tuning(SMALL, ("4", "5"), drawings)
