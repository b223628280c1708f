"""Products in bfloat16: where they are taken, what they change, and that the run's record says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from engine.choices import Precision
from engine.config import Experiment, load_preset
from engine.data.dataset import Split
from engine.errors import TrainingError
from engine.storage.runs.file.line import event_of, line_of
from engine.training import StepsDone, TrainingControl, TrainingStarted, precision, train
from engine.training.history import History
from engine.training.learner import Learner
from engine.training.manner import Manner
from engine.training.outcome import precision_sentence
from engine.training.precision import LEAST_WORK, choose_precision
from tests.engine.training.told import assert_same_weights, finish_of

CPU, CARD = torch.device("cpu"), torch.device("cuda")
SHAPE = (1, 28, 28)
CONVOLUTIONS, DENSE, ATTENTION = "conv16,conv32,64", "512,256", "conv16,patches7x16,attention2,pool"


@pytest.fixture
def able(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any processor is one that multiplies in bfloat16; PyTorch imitates it on others."""
    monkeypatch.setattr(precision, "multiplies_bfloat16", lambda: True)


def chosen(asked: str = "auto", hidden: str = CONVOLUTIONS, work: int = LEAST_WORK, before: str = "") -> str:
    settings = {"training.precision": asked, "network.hidden": hidden}
    return choose_precision(Experiment().with_(**settings), SHAPE, work, CPU, before).value


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize(
    ("hidden", "work", "expected"),
    [
        (CONVOLUTIONS, LEAST_WORK, "bfloat16"),
        (CONVOLUTIONS, LEAST_WORK - 1, "float32"),
        (DENSE, LEAST_WORK, "bfloat16"),
        (DENSE, LEAST_WORK - 1, "float32"),
        ("32,32,32", 10**9, "float32"),  # narrow ones
        ("lstm64", 10**9, "float32"),
        ("conv2,conv2,32,32", 10**9, "bfloat16"),
        ("lstm64,2048", 10**9, "float32"),
    ],
)
def test_automatic_takes_it_for_convolutions_and_wide_layers_with_enough_work(
    hidden: str, work: int, expected: str
) -> None:
    assert chosen("auto", hidden, work) == expected


@pytest.mark.usefixtures("able")
def test_attention_among_the_layers_keeps_float32() -> None:
    settings = load_preset("hybrid")
    assert choose_precision(settings, SHAPE, 10**9, CPU) is Precision.FLOAT32


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize(("hidden", "expected"), [(DENSE, "float32"), (CONVOLUTIONS, "bfloat16")])
def test_a_number_to_be_told_keeps_its_digits_in_wide_layers(hidden: str, expected: str) -> None:
    settings = Experiment().with_(**{"network.hidden": hidden})
    assert choose_precision(settings, SHAPE, LEAST_WORK, CPU, by_hand=False).value == expected


@pytest.mark.usefixtures("able")
def test_what_is_asked_for_goes_before_all_and_what_was_taken_before_goes_on() -> None:
    assert chosen("float32") == "float32"
    assert chosen("bfloat16", DENSE, 1) == "bfloat16"
    assert chosen("auto", before="float32") == "float32"
    assert chosen("auto", DENSE, 1, before="bfloat16") == "bfloat16"
    assert chosen("float32", before="bfloat16") == "float32"


def test_a_processor_without_it_goes_on_in_float32_and_refuses_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(precision, "multiplies_bfloat16", lambda: False)
    assert chosen("auto") == "float32"
    assert chosen("auto", before="bfloat16") == "float32"
    with pytest.raises(TrainingError, match="bfloat16") as refused:
        chosen("bfloat16")
    assert "processor" in str(refused.value.cause)
    assert "float32" in str(refused.value.remedy)


@pytest.mark.usefixtures("able")
def test_a_private_training_refuses(experiment: Experiment, split: Split) -> None:
    private = experiment.with_(**{"training.privacy_epsilon": 3.0, "training.precision": "bfloat16"})
    with pytest.raises(TrainingError, match="bfloat16"):
        next(train(private, split))


def test_a_card_takes_it_for_large_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda: True)
    wide = Experiment().with_(**{"network.hidden": DENSE})
    assert choose_precision(wide, SHAPE, LEAST_WORK, CARD) is Precision.BFLOAT16
    assert choose_precision(wide, SHAPE, LEAST_WORK - 1, CARD) is Precision.FLOAT32


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize("hidden", ["conv3,8", "8"])
def test_its_gradients_are_those_of_float32_rounded(
    experiment: Experiment, split: Split, hidden: str
) -> None:
    """Near, and not the same: three digits of the products are kept."""
    settings = experiment.with_(**{"network.hidden": hidden, "training.optimizer": "sgd"})
    moved = []
    for rounded in (False, True):
        learner = Learner(settings, split, CPU, rounded=rounded)
        before = learner.flat.weights.clone()
        learner.begin_epoch()
        learner.steps(0, [1.0])
        moved.append(learner.flat.weights - before)
        assert learner.flat.weights.dtype == torch.float32
    plain, rounded_ = moved
    assert not torch.equal(plain, rounded_)
    assert float((plain - rounded_).norm()) < 0.03 * float(plain.norm())


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize("hidden", ["conv3,8", "8"])
def test_it_is_told_and_goes_on_to_the_bit(experiment: Experiment, split: Split, hidden: str) -> None:
    settings = experiment.with_(**{"network.hidden": hidden, "training.precision": "bfloat16"})
    whole = list(train(settings, split))
    assert isinstance(whole[0], TrainingStarted)
    assert whole[0].precision == "bfloat16"
    control = TrainingControl()
    begun = []
    for event in train(settings, split, control, clock=counting()):
        begun.append(event)
        if isinstance(event, StepsDone) and event.last_step == 9:
            control.stop()
    checkpoint = finish_of(begun).checkpoint
    assert checkpoint is not None
    assert (checkpoint.step, checkpoint.precision) == (9, "bfloat16")
    left_open = settings.with_(**{"training.precision": "auto"})  # it takes what the run had
    again = list(train(left_open, split, resume=checkpoint))
    assert isinstance(again[0], TrainingStarted)
    assert again[0].precision == "bfloat16"
    assert_same_weights(finish_of(again).state, finish_of(whole).state)


def counting() -> Callable[[], float]:
    """Return a clock by which every step is told."""
    now = [0.0]

    def clock() -> float:
        now[0] += 1
        return now[0]

    return clock


@pytest.mark.usefixtures("able")
@pytest.mark.parametrize("taken", ["bfloat16", "float32"])
def test_a_run_that_is_done_again_takes_what_it_took(
    experiment: Experiment, split: Split, taken: str
) -> None:
    begun = next(train(experiment, split, manner=Manner(precision=taken)))
    assert isinstance(begun, TrainingStarted)
    assert begun.precision == taken
    history = History()
    history.add(begun)
    assert history.manner.precision == taken


@pytest.mark.parametrize(("asked", "is_said"), [("auto", True), ("float32", False)])
def test_a_run_that_was_done_in_what_this_machine_cannot_says_so(
    monkeypatch: pytest.MonkeyPatch, experiment: Experiment, split: Split, asked: str, is_said: bool
) -> None:
    monkeypatch.setattr(precision, "multiplies_bfloat16", lambda: False)
    settings = experiment.with_(**{"training.precision": asked})
    begun = next(train(settings, split, manner=Manner(precision="bfloat16")))
    assert isinstance(begun, TrainingStarted)
    told = precision_sentence(begun)
    assert (told is not None) == is_said
    assert told is None or "bfloat16" in str(told)
    assert event_of(line_of(begun) or {}) == begun  # and its history tells it
    now = next(train(settings, split, manner=Manner(precision=begun.precision)))
    assert isinstance(now, TrainingStarted)
    assert precision_sentence(now) is None
