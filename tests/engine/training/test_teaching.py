"""Learning from a teacher: its loss against the formula, its gradient by hand against autograd and differences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.config import Experiment
from engine.data.dataset import Split
from engine.errors import TrainingError
from engine.layers import Layer
from engine.training import train
from engine.training.fast import dense_step
from engine.training.learner import Learner
from engine.training.teaching import Taught, draw_to_teacher, taught_by, taught_loss
from tests.engine.layers.networks import OF_IMAGES, network_of
from tests.engine.training.test_resume import assert_goes_on_to_the_bit

CPU = torch.device("cpu")
FORMS: list[dict[str, Any]] = [
    {},
    {"network.hidden": ()},
    {"training.label_smoothing": 0.3},
    {"training.teacher_share": 1.0},
    {"training.teacher_share": 0.3, "training.teacher_temperature": 0.5},
    {"network.hidden": ({"size": 7, "dropout": 0.4, "activation": "tanh"}, {"size": 6, "dropout": 0.2})},
    {"data.augmentation.enabled": True},
]


def logits_for(split: Split, seed: int = 0) -> NDArray[np.float32]:
    """What some teacher says: mostly right."""
    labels = split.train.labels
    logits = np.random.default_rng(seed).normal(0, 2, (len(labels), len(split.classes))).astype(np.float32)
    logits[np.arange(len(labels)), labels] += 4
    return logits


@pytest.fixture
def taught(experiment: Experiment) -> Experiment:
    return experiment.with_(**{"training.teacher": "teacher.safetensors"})


def first_gradients(learner: Learner) -> torch.Tensor:
    learner.begin_epoch()
    learner.steps(0, [0.0])
    return learner.flat.gradients.clone()


def test_the_loss_is_that_of_the_paper() -> None:
    logits, teacher = torch.tensor([[1.0, -1.0, 0.5]]), torch.tensor([[3.0, 0.0, 1.0]])
    taught = taught_by(teacher, 0.7, 2.0)
    p, q = (torch.softmax(each / 2.0, 1) for each in (teacher, logits))
    expected = 0.3 * 5.0 + 0.7 * 4.0 * (p * (p / q).log()).sum()
    found = taught_loss(torch.tensor(5.0), logits, taught.probabilities, taught)
    assert found.item() == pytest.approx(expected.item(), rel=1e-6)
    # A network that says the same as its teacher has nothing left to learn from it.
    assert taught_loss(torch.tensor(0.0), teacher, taught.probabilities, taught).item() == pytest.approx(
        0, abs=1e-6
    )


def test_the_gradient_is_that_of_the_loss() -> None:
    chance = torch.Generator().manual_seed(0)
    logits = torch.randn(5, 3, generator=chance, dtype=torch.float64).requires_grad_()
    taught = taught_by(torch.randn(5, 3, generator=chance, dtype=torch.float64), 0.8, 3.0)
    labels = torch.tensor([0, 1, 2, 1, 0])
    own = torch.autograd.grad(torch.nn.functional.cross_entropy(logits, labels), logits)[0]

    def loss(at: torch.Tensor) -> torch.Tensor:
        return taught_loss(torch.nn.functional.cross_entropy(at, labels), at, taught.probabilities, taught)

    room = [torch.empty(5, 3, dtype=torch.float64) for _ in range(2)]
    draw_to_teacher(own, logits.detach(), taught.probabilities, *room, taught)

    for place in range(15):
        shift = torch.zeros(15, dtype=torch.float64)
        shift[place] = 1e-6
        apart = loss(logits + shift.view(5, 3)) - loss(logits - shift.view(5, 3))
        assert own.view(-1)[place].item() == pytest.approx(apart.item() / 2e-6, abs=1e-7)


@pytest.mark.parametrize("shape", [(6, 6), (6, 5, 3)])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_gradients_by_hand_are_autograds(
    taught: Experiment, make_split: Callable[..., Split], changes: dict[str, Any], shape: tuple[int, ...]
) -> None:
    experiment, split = taught.with_(**changes), make_split(shape=shape)
    hand, auto = (
        Learner(experiment, split, CPU, by_hand=by_hand, teacher=logits_for(split))
        for by_hand in (True, False)
    )
    found = first_gradients(hand)
    torch.testing.assert_close(found, first_gradients(auto), rtol=1e-4, atol=1e-6)
    (loss, correct), (auto_loss, auto_correct) = hand.results(0, 1), auto.results(0, 1)
    np.testing.assert_allclose(loss, auto_loss, rtol=1e-5)
    assert correct == auto_correct
    plain = Learner(experiment.with_(**{"training.teacher": ""}), split, CPU)
    assert not torch.allclose(first_gradients(plain), found, rtol=0.1)
    np.testing.assert_allclose(plain.results(0, 1)[0], loss, rtol=1e-5)  # what is told is of the labels alone


@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_whole_epochs_by_hand_are_autograds_and_compiled_those_of_python(
    taught: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    experiment = taught.with_(**changes, **{"training.optimizer": "momentum"})

    def after_two_epochs(*, by_hand: bool) -> torch.Tensor:
        learner = Learner(experiment, split, CPU, by_hand=by_hand, teacher=logits_for(split))
        for _ in range(2):  # the last batch of each is smaller
            learner.begin_epoch()
            learner.steps(0, [0.02] * learner.steps_per_epoch)
            learner.end_epoch()
        return learner.flat.weights.clone()

    compiled = after_two_epochs(by_hand=True)
    torch.testing.assert_close(compiled, after_two_epochs(by_hand=False), rtol=1e-3, atol=1e-5)
    monkeypatch.setattr(dense_step, "scripted", lambda function: function)
    with torch.inference_mode():
        assert torch.equal(compiled, after_two_epochs(by_hand=True))


def test_a_share_of_nothing_leaves_the_gradient_as_it_is() -> None:
    gradient, logits = torch.randn(4, 3), torch.randn(4, 3)
    before, room = gradient.clone(), [torch.empty(4, 3) for _ in range(2)]
    draw_to_teacher(gradient, logits, torch.full((4, 3), 1 / 3), *room, Taught(torch.empty(0, 3), 0.0, 4.0))
    assert torch.equal(gradient, before)


@pytest.mark.slow
@pytest.mark.parametrize("kind", OF_IMAGES, ids=lambda kind: kind.kind_name())
def test_a_network_of_every_kind_comes_to_say_what_its_teacher_says(
    taught: Experiment, split: Split, kind: type[Layer]
) -> None:
    """The teacher calls each class by the next one's name, and it alone counts."""
    logits = np.full((64, 4), -4, np.float32)
    logits[np.arange(64), (split.train.labels + 1) % 4] = 4
    changes = {"training.teacher_share": 1.0, "training.teacher_temperature": 2.0, "training.epochs": 20}
    experiment = taught.with_(**{"network.hidden": network_of(kind).hidden}, **changes)
    whole = Split(split.train, split.train, split.test)

    *_, finished = train(experiment, whole, teacher=logits)

    learner = Learner(experiment, whole, CPU, teacher=logits)
    learner.begin_with(finished.state)  # type: ignore[union-attr]
    model = learner.flat.model.eval()
    images = torch.from_numpy(split.train.images).float()[:, None] / 255
    answers = model(images).argmax(1).numpy()
    assert (answers == (split.train.labels + 1) % 4).mean() > 0.8


@pytest.mark.parametrize(
    "changes", [{}, {"network.hidden": "conv3,8"}, {"data.augmentation.enabled": True}], ids=str
)
def test_it_goes_on_to_the_bit(taught: Experiment, split: Split, changes: dict[str, Any]) -> None:
    assert_goes_on_to_the_bit(taught.with_(**changes), split, 8, teacher=logits_for(split))


@pytest.mark.parametrize("hidden", ["8", "conv3,8"])
def test_training_never_leaves_a_teacher_out_unsaid(
    experiment: Experiment, split: Split, hidden: str
) -> None:
    plain = experiment.with_(**{"network.hidden": hidden})
    taught = plain.with_(**{"training.teacher": "somewhere"})
    logits = logits_for(split)
    for settings, answers in (
        (taught, None),
        (taught, logits[:-1]),
        (taught, logits[:, :-1]),
        (plain, logits),
    ):
        with pytest.raises(TrainingError, match="has not been asked"):
            next(train(settings, split, teacher=answers))
