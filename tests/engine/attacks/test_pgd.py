"""Many steps, none of them out of reach."""

import torch
from torch import nn

from engine.attacks.registry import ATTACKS, attack_named


def model() -> nn.Module:
    torch.manual_seed(0)
    return (
        nn.Sequential(nn.Flatten(), nn.Linear(16, 8), nn.ReLU(), nn.Linear(8, 3)).eval().requires_grad_(False)
    )


def test_changes_stay_within_reach_and_raise_the_loss_more_the_more_steps() -> None:
    images = torch.rand(20, 1, 4, 4, generator=torch.Generator().manual_seed(1))
    network = model()
    labels = network(images).argmax(1)
    loss = {}
    for name in ("fgsm", "pgd"):
        changed = attack_named(name).perturb(network, images, labels, 0.2)
        assert float((changed - images).abs().max()) <= 0.2 + 1e-6
        assert float(changed.min()) >= 0
        assert float(changed.max()) <= 1
        loss[name] = float(nn.functional.cross_entropy(network(changed), labels))
    assert loss["pgd"] >= loss["fgsm"] > float(nn.functional.cross_entropy(network(images), labels))
    assert set(ATTACKS) >= {"fgsm", "pgd"}
