"""Steps that are recorded once: what of it does not need a card, and, where there is one, the whole."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
import torch

from engine.config import Experiment, OptimizerName, TrainingConfig
from engine.runtime import generator
from engine.training import graphed_step, learner
from engine.training.graphed_step import WARM_UPS, Card, GraphedStep, can_be_recorded, take_step_at
from engine.training.learner import Learner
from engine.training.optimizers import Optimizer, take_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.dataset import Split

CPU, CUDA = torch.device("cpu"), torch.device("cuda")
needs_card = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no graphics card here")
FORMS: list[dict[str, Any]] = [
    {"network.hidden": "conv3,8"},
    {"network.hidden": ({"size": 8, "dropout": 0.3}, {"size": 6, "dropout": 0.2}), "training.label_smoothing": 0.1},
    {"network.hidden": "conv3,8", "network.batch_norm": True, "training.gradient_clipping": 0.1},
    {"training.held": "weights", "training.optimizer": "rmsprop"},
]  # fmt: skip


class Tape(Card):
    """Records in a way that needs no card: it remembers the step, once it has done it as often as a card does."""

    def __init__(self) -> None:
        super().__init__()
        self.recorded = 0

    def record(self, step: Callable[[], None], chance: torch.Generator) -> Callable[[], None]:
        self.recorded += 1
        for _ in range(WARM_UPS):
            step()
        return step


class Broken(Tape):
    """Cannot record."""

    def record(self, step: Callable[[], None], chance: torch.Generator) -> Callable[[], None]:
        super().record(step, chance)
        raise RuntimeError("operation not permitted when stream is capturing\nmore of it")


class Forgetful(Tape):
    """Records something else than the step."""

    def record(self, step: Callable[[], None], chance: torch.Generator) -> Callable[[], None]:
        super().record(step, chance)
        return lambda: None


@pytest.mark.parametrize("clipping", [0.0, 0.5])
@pytest.mark.parametrize("weight_decay", [0.0, 0.1])
@pytest.mark.parametrize("name", OptimizerName)
def test_a_rate_in_a_tensor_gives_the_same_weights_to_the_bit(
    name: OptimizerName, weight_decay: float, clipping: float
) -> None:
    config = TrainingConfig(optimizer=name, momentum=0.8, weight_decay=weight_decay)
    start = torch.randn(37, generator=generator(0, "weights"))
    weights, gradients = [start.clone(), start.clone()], [torch.zeros(37), torch.zeros(37)]
    plain, other = (Optimizer(*each, config) for each in zip(weights, gradients, strict=True))
    for optimizer in (plain, other):
        optimizer.hold(torch.arange(37) % 5 == 0)
    rate = torch.zeros(())
    for step in range(9):
        found = torch.randn(37, generator=generator(step, "gradients"))
        for slot in gradients:
            slot.copy_(found)
        rate.fill_(0.05 / (1 + step))  # float32 has no more digits of it
        take_step(plain.rule, float(rate), clipping)
        take_step_at(other.rule, rate, clipping)
        assert torch.equal(*weights)
        assert torch.equal(*gradients)  # they are looked at after the step
    for one, same in zip(plain.state_dict().values(), other.state_dict().values(), strict=True):
        assert torch.equal(one, same)


def learned(
    experiment: Experiment, split: Split, tape: Card | None, monkeypatch: pytest.MonkeyPatch
) -> tuple[Learner, list[torch.Tensor]]:
    """Learn for two epochs, and return the learner with all that came of it."""
    with monkeypatch.context() as patch:
        patch.setattr(learner, "can_be_recorded", lambda *_sizes, **_more: tape is not None)
        patch.setattr(graphed_step, "Card", lambda: tape)
        found = Learner(experiment, split, CPU, by_hand=False)
    found.begin_with(found.flat.copy())  # what is to be held is held from there
    told = []
    for epoch in range(2):
        found.begin_epoch()
        rates = [float(torch.tensor(0.05 / (1 + epoch + step))) for step in range(found.steps_per_epoch)]
        found.steps(0, rates)
        found.end_epoch()
        told += map(torch.from_numpy, found.results(0, found.steps_per_epoch))
    states = found.states()
    return found, [*found.flat.copy().values(), *states.optimizer.values(), states.chance.dropout, *told]


@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_recorded_steps_do_what_steps_do(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    experiment = experiment.with_(**{"training.optimizer": "adam"} | changes)
    tape = Tape()
    _, plain = learned(experiment, split, None, monkeypatch)
    recorded, same = learned(experiment, split, tape, monkeypatch)
    assert isinstance(recorded._step, GraphedStep)
    assert tape.recorded == len(set(recorded._sizes)) == 2  # the last batch of an epoch is smaller
    for one, other in zip(plain, same, strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize(
    ("tape", "reason"),
    [(Broken(), "operation not permitted when stream is capturing"), (Forgetful(), "it ends elsewhere")],
    ids=["cannot be recorded", "does not agree"],
)
def test_what_cannot_be_recorded_is_done_call_by_call_and_told_in_one_line(
    experiment: Experiment,
    split: Split,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tape: Tape,
    reason: str,
) -> None:
    _, plain = learned(experiment, split, None, monkeypatch)
    with caplog.at_level(logging.WARNING, graphed_step.__name__):
        _, same = learned(experiment, split, tape, monkeypatch)
    assert tape.recorded == 1
    (line,) = caplog.messages
    assert reason in line
    assert "\n" not in line
    for one, other in zip(plain, same, strict=True):
        assert torch.equal(one, other)


def test_where_other_weights_are_held_it_is_recorded_anew(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = Tape()
    found, _ = learned(experiment.with_(**{"training.held": "weights"}), split, tape, monkeypatch)
    before = tape.recorded
    with found.thrown_away():
        found.steps(0, [0.1])
    assert tape.recorded == before
    found.begin_epoch()
    found.steps(0, [0.1])  # what is held lies elsewhere since the optimiser was brought back
    assert tape.recorded == before + 1


@pytest.mark.parametrize(
    ("device", "sizes", "more", "can"),
    [
        (CUDA, {128, 16}, {}, True),
        (CUDA, {128}, {"has_opponent": True}, False),
        (CUDA, {128}, {"varies": True}, False),
        (CUDA, set(range(20, 30)), {}, False),
        (CPU, {128}, {}, False),
    ],
)
def test_what_is_recorded(device: torch.device, sizes: set[int], more: dict[str, bool], can: bool) -> None:
    asked = {"varies": False, "has_opponent": False} | more
    assert can_be_recorded(device, sizes, **asked) is can


@needs_card
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_on_a_card_replays_do_what_steps_do(  # pragma: no cover
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    found = []
    for records in (False, True):
        monkeypatch.setattr(learner, "can_be_recorded", lambda *_sizes, can=records, **_more: can)
        made = Learner(
            experiment.with_(**{"training.optimizer": "momentum"} | changes), split, CUDA, by_hand=False
        )
        made.begin_epoch()
        made.steps(0, [0.05] * made.steps_per_epoch)
        made.end_epoch()
        assert not records or not made._step._is_off  # type: ignore[union-attr]
        found.append((made.flat.weights.clone(), made.states().chance.dropout))
    torch.testing.assert_close(found[0][0], found[1][0], rtol=1e-3, atol=1e-5)
    assert torch.equal(found[0][1], found[1][1])
