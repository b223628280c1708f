"""The smallest change, on networks of which it is known."""

import pytest
import torch
from torch import nn

from engine.attacks.registry import ATTACKS, attack_named
from engine.challenge.smallest import smallest_change
from engine.errors import Cancelled


def model(bound: float = 0.5) -> nn.Module:
    """Answers 1 where the mean of the four pixels lies above the bound."""
    linear = nn.Linear(4, 2)
    with torch.no_grad():
        linear.weight.copy_(torch.tensor([[0.0] * 4, [2.5] * 4]))
        linear.bias.copy_(torch.tensor([0.0, -10 * bound]))
    return nn.Sequential(nn.Flatten(), linear).requires_grad_(False)


IMAGE = torch.full((1, 1, 2, 2), 0.2)


@pytest.mark.parametrize(
    ("name", "known"), [("fgsm", 0.3), ("pgd", 0.3), ("pgd-hard", 0.3), ("pgd-l2", 0.6), ("few-pixels", 2)]
)
def test_the_known_one_is_found(name: str, known: float) -> None:
    """All four by 0.3, which is a distance of 0.6, or two from 0.2 to 1."""
    found = smallest_change(model(), IMAGE, 0, attack_named(name), halvings=12)
    assert found is not None
    assert found.strength == pytest.approx(known, abs=0.01)
    assert found.answer == 1
    assert int(model()(found.changed).argmax()) == 1


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_wrong_already_needs_nothing(name: str) -> None:
    found = smallest_change(model(), IMAGE, 1, attack_named(name))
    assert found is not None
    assert (found.strength, found.answer) == (0, 0)
    assert torch.equal(found.changed, IMAGE)


@pytest.mark.parametrize("name", ATTACKS)
def test_where_nothing_helps_nothing_is_found(name: str) -> None:
    assert smallest_change(model(bound=2), IMAGE, 0, attack_named(name)) is None


def test_an_aim_is_what_counts() -> None:
    found = smallest_change(model(), IMAGE, 0, attack_named("pgd"), aim=1)
    assert found is not None
    assert found.strength == pytest.approx(0.3, abs=0.01)
    assert smallest_change(model(), IMAGE, 0, attack_named("pgd"), aim=0).strength == 0  # type: ignore[union-attr]


def test_it_gives_up_when_asked() -> None:
    with pytest.raises(Cancelled):
        smallest_change(model(), IMAGE, 0, attack_named("pgd"), cancelled=lambda: True)
