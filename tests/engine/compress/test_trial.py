"""A try: made smaller, fine-tuned, measured; and what is said where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import torch

from engine.choices import Held
from engine.compress.pruning import Pruning
from engine.compress.size import packed_size
from engine.compress.trial import Doing, Measure, Trial, attempt, finetuning, measure, original
from engine.config import Experiment
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, ModelError, NetSketchError, TrainingError
from engine.evaluation.evaluate import evaluate
from engine.models.build import build_with
from engine.storage import model_file
from engine.words import Phrase
from tests.engine.compress.models import digits, trained, untrained, with_weights


def tried(*arguments: Any, **options: Any) -> tuple[list[Doing], Trial]:
    *doings, trial = attempt(*arguments, **options)
    assert isinstance(trial, Trial)
    assert all(isinstance(doing, Doing) for doing in doings)
    return doings, trial


def test_measured_as_evaluation_measures() -> None:
    saved, split = trained(), digits()
    found = original(saved, split, test=True)
    model = build_with(
        saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=len(saved.classes)
    )
    assert found.validation is not None
    assert found.test is not None
    assert found.test.accuracy == evaluate(model, split.test).accuracy > 0.5
    assert found.validation == measure(saved, split.validation)
    assert found.test.interval == evaluate(model, split.test).interval
    assert found.size == packed_size(saved.state)
    assert found.milliseconds > 0
    assert (found.method, found.shares, found.saved) == ("", (), saved)


def test_pruned_and_fine_tuned() -> None:
    saved, split = trained(), digits()
    _, pruned = tried(saved, Pruning(), 0.98, split)
    doings, tuned = tried(saved, Pruning(), 0.98, split, finetune=6, test=True)
    assert pruned.test is None
    assert pruned.validation is not None
    assert tuned.validation is not None
    assert tuned.test is not None
    assert tuned.validation.accuracy > pruned.validation.accuracy + 0.05
    for name in ("hidden_1.linear.weight", "output.weight"):
        gone = pruned.saved.state[name] == 0
        assert gone.any()
        assert torch.equal(tuned.saved.state[name] == 0, gone)
        assert not torch.equal(tuned.saved.state[name], pruned.saved.state[name])
    assert tuned.size < 0.5 * packed_size(saved.state)
    assert tuned.shares == pruned.shares
    shares = [doing.share for doing in doings]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.0 < shares[len(shares) // 2] <= 1.0
    assert tuned.control is None, "it is of the same shape as the original"
    assert tuned.saved.results == {
        "validation_accuracy": tuned.validation.accuracy,
        "test_accuracy": tuned.test.accuracy,
    }
    assert tuned.saved.experiment.training.held is Held.ZEROS, "whoever trains it on leaves its zeros, too"
    assert tuned.saved.experiment.with_(**{"training.held": Held.NOTHING}) == saved.experiment


def test_it_is_an_ordinary_model(tmp_path: Any) -> None:
    saved, split = trained(), digits()
    _, trial = tried(
        replace(saved, advice=("Train longer.",), results={"test_accuracy": 0.9}), Pruning(), 0.5, split
    )
    kept = trial.saved
    path = tmp_path / "small.safetensors"
    model_file.save(
        path,
        experiment=kept.experiment,
        classes=kept.classes,
        state=kept.state,
        image_shape=kept.image_shape,
        results=kept.results,
        learnt=kept.learnt,
        advice=kept.advice,
    )
    again = model_file.load(path)
    assert all(torch.equal(again.state[name], tensor) for name, tensor in kept.state.items())
    assert again.advice == ()
    assert "test_accuracy" not in again.results


def test_the_same_try_gives_the_same_model() -> None:
    saved, split = trained(), digits()
    first, second = (tried(saved, Pruning(), 0.8, split, finetune=1)[1] for _ in range(2))
    assert all(torch.equal(tensor, second.saved.state[name]) for name, tensor in first.saved.state.items())
    assert first.size == second.size


def test_without_validation_images_nothing_else_takes_their_place() -> None:
    saved = trained(validation=0.0)
    _, trial = tried(saved, Pruning(), 0.5, digits(0.0))
    assert trial.validation is trial.test is None
    assert trial.saved.results == {}


def test_what_a_fine_tuned_model_has_learnt_from_is_noted() -> None:
    saved, split = replace(trained(), learnt=Learnt()), digits()
    assert tried(saved, Pruning(), 0.5, split)[1].saved.learnt == Learnt()
    learnt = tried(saved, Pruning(), 0.5, split, finetune=1)[1].saved.learnt
    assert learnt == Learnt().and_division(saved.experiment.data, split.train)


def test_settings_of_fine_tuning() -> None:
    experiment = trained().experiment.with_(
        **{
            "training.early_stopping": 3,
            "training.target_accuracy": 0.5,
            "training.warm_up_steps": 1000,
            "training.teacher": "teacher.safetensors",
        }
    )
    gentle = finetuning(experiment, Pruning(), 2)
    assert (gentle.training.epochs, gentle.training.held) == (2, Held.ZEROS)
    assert (
        gentle.training.early_stopping
        == gentle.training.target_accuracy
        == gentle.training.warm_up_steps
        == 0
    )
    assert gentle.training.teacher == "", "it may be gone, and what is mended is told by the labels"
    assert gentle.training.learning_rate == pytest.approx(3 * experiment.training.learning_rate)
    for name, rate, wanted in (("sgd", 0.1, 0.1), ("adamw", 900, 1000)):
        other = experiment.with_(**{"training.optimizer": name, "training.learning_rate": rate})
        assert finetuning(other, Pruning(), 2).training.learning_rate == wanted
    held = finetuning(experiment.with_(**{"training.held": Held.WEIGHTS}), Pruning(), 2)
    assert held.training.held is Held.WEIGHTS, "what was rounded before stays on its grid"
    assert finetuning(experiment, Pruning(), 2, from_scratch=True).training.held is Held.NOTHING


def test_giving_up() -> None:
    saved, split = trained(), digits()
    with pytest.raises(Cancelled):
        list(attempt(saved, Pruning(), 0.5, split, finetune=50, cancelled=lambda: True))
    with pytest.raises(Cancelled):
        list(attempt(saved, Pruning(), 0.5, split, cancelled=lambda: True))
    with pytest.raises(Cancelled):
        original(saved, split, cancelled=lambda: True)


def test_events_are_passed_on() -> None:
    seen: list[object] = []

    def follow(experiment: Experiment, events: Iterator[Any], _control: object) -> Iterator[object]:
        assert (experiment.training.epochs, experiment.training.held) == (1, Held.ZEROS)
        for event in events:
            seen.append(event)
            yield "something of a recorder's own"
            yield event

    tried(trained(), Pruning(), 0.5, digits(), finetune=1, follow=follow)
    assert len(seen) > 3


def test_fine_tuning_that_diverges() -> None:
    huge = {
        "hidden_1__linear__weight": torch.full((8, 784), 1e30),
        "output__weight": torch.full((10, 8), 1e30),
    }
    with pytest.raises(TrainingError, match=r"Fine-tuning ends here[^;]*infinite, or not a number\."):
        list(attempt(with_weights(untrained("8"), **huge), Pruning(), 0.5, digits(), finetune=1))


@pytest.mark.parametrize(
    ("amount", "epochs", "kind", "words"),
    [
        (1.0, 0, ConfigError, r"amount 1 is not possible.*from 0 to 0\.99"),
        (-0.1, 0, ConfigError, "not possible"),
        (float("nan"), 0, ConfigError, "not possible"),
        (0.5, -1, ConfigError, "-1 epochs is not possible"),
        (0.5, 101, ConfigError, "0 to 100"),
    ],
)
def test_what_cannot_be(amount: float, epochs: int, kind: type[NetSketchError], words: str) -> None:
    with pytest.raises(kind, match=words):
        list(attempt(trained(), Pruning(), amount, digits(), finetune=epochs))


def test_other_data() -> None:
    split = digits()
    other = replace(trained(), classes=("a",) * 10)
    for call in (lambda: original(other, split), lambda: list(attempt(other, Pruning(), 0.5, split))):
        with pytest.raises(ModelError, match="does not fit the data"):
            call()


def test_an_obstacle_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pruning, "obstacle", lambda _self, _saved: Phrase("It is Sunday."))
    with pytest.raises(ModelError, match=r"cannot be made smaller so.*Sunday"):
        list(attempt(trained(), Pruning(), 0.5, digits()))


def test_a_measure() -> None:
    found = Measure(97, 100)
    assert found.accuracy == 0.97
    assert found.interval.low < 0.97 < found.interval.high


def test_a_promise_stands_until_the_images_are_asked_again() -> None:
    saved, split = trained(), digits()
    private = replace(
        saved,
        experiment=saved.experiment.with_(**{"training.privacy_epsilon": 3.0}),
        results={"privacy_spent": 2.9, "test_accuracy": 0.5},
    )
    cut, tuned = (tried(private, Pruning(), 0.5, split, finetune=epochs)[1] for epochs in (0, 1))
    assert cut.saved.results["privacy_spent"] == 2.9
    assert "privacy_spent" not in tuned.saved.results
