from __future__ import annotations

from itertools import count

import numpy as np
import pytest
import torch

from engine.captions import training
from engine.captions.model import CaptionModel
from engine.captions.pictures import UNSEEN_START, described
from engine.captions.training import Drawing, Learnt, Trained, captions_of, train
from engine.captions.words import is_true
from engine.errors import Cancelled
from tests.engine.captions.conftest import SMALL


def test_it_tells_how_far_it_is_and_ends_with_the_model() -> None:
    first, *events, last = train(SMALL)
    assert isinstance(first, Drawing)
    assert isinstance(last, Trained)
    assert last.step == SMALL.steps
    steps = [event.step for event in events if isinstance(event, Learnt)]
    assert steps == sorted(set(steps))
    assert steps[-1] == SMALL.steps


def test_the_same_seed_gives_the_same_weights(learnt: CaptionModel) -> None:
    *_, again = train(SMALL)
    *_, other = train(SMALL.model_copy(update={"seed": 1}))
    assert isinstance(again, Trained)
    assert isinstance(other, Trained)
    first = learnt.state_dict()
    assert all(torch.equal(first[name], tensor) for name, tensor in again.model.state_dict().items())
    assert not torch.equal(first["embedding"], other.model.state_dict()["embedding"])


def test_stopped_it_keeps_what_is_learnt() -> None:
    asked = count()
    *_, last = train(SMALL, lambda: next(asked) >= 5)
    assert isinstance(last, Trained)
    assert 0 < last.step < SMALL.steps


def test_stopped_while_it_draws_there_is_nothing_to_keep() -> None:
    with pytest.raises(Cancelled):
        list(train(SMALL, lambda: True))


def test_captions_are_true_and_say_something() -> None:
    facts = described(500).facts
    captions = captions_of(facts, np.random.default_rng(0))
    assert is_true(captions, facts).diagonal().all()
    assert captions.any(axis=1).all()
    assert ((captions == 0).sum(axis=1) == 2).any()


def test_it_learns_digits_that_it_has_not_seen(learnt: CaptionModel) -> None:
    unseen = described(500, start=UNSEEN_START)
    digits = torch.tensor([[0, 0, digit] for digit in range(1, 11)])
    with torch.no_grad():
        likeness = learnt.pictures(torch.from_numpy(unseen.images).float() / 255) @ learnt.sentences(digits).T
    assert float((likeness.argmax(1).numpy() + 1 == unseen.facts[:, 2]).mean()) > 0.5


def test_what_is_held_out_is_not_learnt_from(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[np.ndarray] = []

    def note(facts: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        seen.append(facts)
        return captions_of(facts, rng)

    monkeypatch.setattr(training, "captions_of", note)
    list(train(SMALL, held_out=np.array([[2, 0, 4]])))
    learnt_from = np.concatenate(seen)
    assert not ((learnt_from[:, 0] == 2) & (learnt_from[:, 2] == 4)).any()
    assert (learnt_from[:, 2] == 4).any()
