"""What fools one model and another: counted on networks of which it is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

from engine.attacks.fgsm import FastGradientSign
from engine.challenge.carried import Carried, carried_over
from engine.data.dataset import Dataset
from engine.errors import Cancelled, ConfigError


class Border(nn.Module):
    """Says 1 where the only pixel is brighter than a border, and 0 else."""

    def __init__(self, border: float) -> None:
        super().__init__()
        self.border = nn.Parameter(torch.tensor(border))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        bright = images.flatten(1)[:, :1] - self.border
        return torch.cat([-bright, bright], dim=1)


def grey(*values: int) -> Dataset:
    labels = np.array([value > 127 for value in values], dtype=np.int64)
    return Dataset("grey", np.array(values, np.uint8).reshape(-1, 1, 1), labels, ("dark", "bright"))


def test_what_fools_both_is_counted() -> None:
    """By 0.15, 102 and 153 cross 0.5; of a second border at 0.57 only the dark one falls short of it."""
    images = grey(0, 102, 140, 153, 204, 255)  # the second model reads 140 wrong already
    assert carried_over(Border(0.5), Border(0.57), images, FastGradientSign(), 0.15) == Carried(5, 2, 1)
    assert carried_over(Border(0.5), Border(0.5), images, FastGradientSign(), 0.15) == Carried(6, 3, 3)
    assert Carried(5, 2, 1).share == 0.5


def test_where_nothing_fools_the_first_there_is_no_share() -> None:
    told: list[float] = []
    found = carried_over(
        Border(0.5),
        Border(0.4),
        grey(0, 255),
        FastGradientSign(),
        0.1,
        progress=lambda _what, share: told.append(share),
    )
    assert found == Carried(2, 0, 0)
    assert math.isnan(found.share)
    assert told == [1.0]


def test_it_gives_up_and_refuses_as_the_curve_does() -> None:
    with pytest.raises(Cancelled):
        carried_over(Border(0.5), Border(0.5), grey(0, 255), FastGradientSign(), 0.1, cancelled=lambda: True)
    with pytest.raises(ConfigError):
        carried_over(Border(0.5), Border(0.5), grey(0, 255), FastGradientSign(), 2)
