"""What one start misses, another may find."""

import pytest
import torch
from torch import Tensor, nn

from engine.attacks.attack import Attack
from engine.attacks.gradient import margins, rising
from engine.attacks.many_starts import ManyStarts
from engine.attacks.pgd import ProjectedGradient


def right(network: nn.Module, images: Tensor, attack: Attack, strength: float, seed: int = 0) -> Tensor:
    """Return which images are still answered as before."""
    labels = network(images).argmax(1)
    changed = attack.perturb(
        network, images, labels, strength, steps=5, generator=torch.Generator().manual_seed(seed)
    )
    assert float((changed - images).abs().max()) <= strength + 1e-6
    found: Tensor = network(changed).argmax(1) == labels
    return found


def test_more_starts_leave_no_more_right(network: nn.Module, images: Tensor) -> None:
    """The first start is that of PGD; whatever it fools stays fooled."""
    once = right(network, images, ProjectedGradient(), 0.02)
    assert torch.equal(right(network, images, ManyStarts(1), 0.02), once)
    many = right(network, images, ManyStarts(8), 0.02)
    assert not bool((many & ~once).any())


class Rugged(nn.Module):
    """Answers 1 in a corner of the reach, where the loss says nothing of it elsewhere."""

    def forward(self, images: Tensor) -> Tensor:
        pixels = images.flatten(1)
        bump = 20 * (pixels[:, 0] - 0.58).clamp_min(0) - 0.2 * pixels[:, 0]
        return torch.stack((torch.full_like(bump, 0.1), bump), 1)


def test_another_start_finds_what_the_first_misses() -> None:
    images = torch.full((40, 1, 2, 2), 0.5)
    once = right(Rugged(), images, ProjectedGradient(), 0.1)
    many = right(Rugged(), images, ManyStarts(), 0.1)
    assert 30 < int(once.sum()) < 40
    assert int(many.sum()) < 15


def test_the_margin_tells_the_way_where_the_loss_does_not() -> None:
    """Of a network that is sure beyond the numbers of single precision, the loss has no gradient."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(4, 2, bias=False)).requires_grad_(False)
    model[1].weight.copy_(1000 * torch.tensor([[1.0, 1, 1, 1], [-1, -1, -1, -1]]))
    image, label = torch.full((1, 1, 2, 2), 0.2), torch.tensor([0])
    assert not bool(rising(model, image, label).any())
    assert bool((rising(model, image, label, margin=True) < 0).all())
    assert bool((rising(model, image, label, label + 1, margin=True) < 0).all())
    assert float(ProjectedGradient(margin=True).perturb(model, image, label, 0.1).max()) == pytest.approx(0.1)


def test_margins() -> None:
    logits = torch.tensor([[3.0, 1, 2], [0, 5, 4]])
    assert margins(logits, torch.tensor([0, 2])).tolist() == [-1.0, 1.0]


def test_an_aim_is_reached_or_gone_on_for(network: nn.Module, images: Tensor) -> None:
    labels = network(images).argmax(1)
    aims = (labels + 1) % 3
    reached = {}
    for starts in (1, 6):
        changed = ManyStarts(starts).perturb(
            network, images, labels, 0.06, aims=aims, steps=5, generator=torch.Generator().manual_seed(0)
        )
        reached[starts] = network(changed).argmax(1) == aims
    assert 0 < int(reached[1].sum()) <= int(reached[6].sum())
    assert not bool((reached[1] & ~reached[6]).any())
