"""The verdict on curves: of networks that hide their gradient, and of one that does not."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from engine.attacks.attack import Attack
from engine.attacks.fgsm import FastGradientSign
from engine.attacks.pgd import ProjectedGradient
from engine.attacks.registry import attack_named
from engine.challenge.curve import Point, attacked_accuracy
from engine.challenge.masking import verdict
from engine.data.dataset import Dataset
from engine.evaluation.evaluate import model_input
from tests.engine.compress.models import digits


def points(**shares: float) -> list[Point]:
    return [
        Point(float(strength.removeprefix("at_")) / 100, share, 1000) for strength, share in shares.items()
    ]


def test_the_strength_at_which_it_shows_most_is_told() -> None:
    told = verdict(
        points(at_0=0.98, at_10=0.9, at_20=0.88, at_30=0.85),
        points(at_30=0.5, at_20=0.1, at_10=0.6, at_0=0.98),
        points(at_0=0.98, at_10=0.97, at_20=0.97, at_30=0.96),
    )
    assert told is not None
    assert told.values == {"strength": 0.2, "fgsm": 0.88, "pgd": 0.1}


def test_strengths_that_were_not_measured_by_all_tell_nothing() -> None:
    fgsm, pgd = points(at_0=0.98, at_10=0.9), points(at_0=0.98, at_10=0.1)
    assert verdict(fgsm, pgd, points(at_0=0.98)) is None
    assert verdict(fgsm, points(at_0=0.98, at_20=0.1), points(at_0=0.98, at_10=0.9)) is None
    assert verdict([], [], []) is None


def test_a_defence_that_holds_is_left_in_peace() -> None:
    held = points(at_0=0.98, at_10=0.97, at_30=0.93)
    assert (
        verdict(points(at_0=0.98, at_10=0.98, at_30=0.95), held, points(at_0=0.98, at_10=0.98, at_30=0.97))
        is None
    )


@pytest.mark.slow
def test_a_network_trained_on_single_steps_is_found_out() -> None:
    """It reads much under the steps that it was trained on, and nothing under those that look anew."""
    torch.manual_seed(0)
    data = digits().train.subset(slice(0, 200))
    images, labels = model_input(data.images), torch.from_numpy(data.labels)
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 10)
    )
    optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
    for epoch in range(60):
        for batch in torch.randperm(len(images)).split(50):
            strength = 0.3 * min(1.0, epoch / 20)
            changed = FastGradientSign().perturb(model, images[batch], labels[batch], strength)
            optimizer.zero_grad()
            functional.cross_entropy(model(changed), labels[batch]).backward()
            optimizer.step()
    one, many = (shares(model, data, attack, 0.3) for attack in (FastGradientSign(), ProjectedGradient()))
    told = verdict([one], [many], [Point(0.3, 0.7, len(data))])
    assert told is not None
    assert told.values["fgsm"] > 0.3
    assert told.values["pgd"] < 0.02
    # The same network, had it never been looked at by many steps, seemed to hold.
    assert verdict([one], [one], [Point(0.3, 0.7, len(data))]) is None


class Astray(nn.Module):
    """Says whether the only pixel is bright in steps that have no gradient; what gradient there is leads back."""

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        away = images.flatten(1)[:, :1] - 0.5
        bright = 10 * away.sign() - away
        return torch.cat([-bright, bright], dim=1)


def test_a_network_whose_gradient_leads_back_is_found_out() -> None:
    values = np.tile(np.array([100, 110, 145, 155], np.uint8), 50)
    data = Dataset("grey", values.reshape(-1, 1, 1), (values > 127).astype(np.int64), ("dark", "bright"))
    one, many, mere = (shares(Astray(), data, attack_named(name), 0.2) for name in ("fgsm", "pgd", "noise"))
    assert (one.accuracy, many.accuracy) == (1.0, 1.0)
    told = verdict([one], [many], [mere])
    assert told is not None
    assert told.values == {"strength": 0.2, "pgd": 1.0, "noise": mere.accuracy}


def shares(model: nn.Module, data: Dataset, attack: Attack, strength: float) -> Point:
    return attacked_accuracy(model, data, attack, strength, steps=10)
