from __future__ import annotations

import pytest
import torch

from engine.config import TrainingConfig
from engine.training.chance import Chance

CPU = torch.device("cpu")
PURPOSES = ("dropout", "augmentation", "noise", "adversary")
ALL = TrainingConfig.model_validate({"seed": 3, "privacy_noise": 1.0, "adversary": "pgd"})


def drawn(chance: Chance, purpose: str) -> list[float]:
    generator: torch.Generator = getattr(chance, purpose)
    return torch.rand(4, generator=generator, device=generator.device).tolist()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_each_goes_back_to_where_it_was_and_moves_no_other(purpose: str) -> None:
    chance = Chance(ALL, CPU)
    drawn(chance, purpose)
    states = chance.states()
    found = [drawn(chance, each) for each in PURPOSES]
    assert len({tuple(numbers) for numbers in found}) == len(PURPOSES)
    chance.set_states(states)
    drawn(chance, purpose)
    others = [each for each in PURPOSES if each != purpose]
    assert [drawn(chance, each) for each in others] == [found[PURPOSES.index(each)] for each in others]


def test_what_has_no_part_in_a_training_has_no_state_and_is_left_as_it_is() -> None:
    states = Chance(TrainingConfig(seed=3), CPU).states()
    assert states.noise is None
    assert states.adversary is None
    chance = Chance(ALL, CPU)
    before = chance.states()
    drawn(chance, "noise")
    chance.set_states(states)
    assert before.noise is not None
    assert not torch.equal(chance.noise.get_state(), before.noise)
    assert torch.equal(chance.adversary.get_state(), before.adversary)
