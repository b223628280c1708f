"""What a model holds: on one whose weights are pictures, those pictures come out."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from engine.challenge.inversion import EVERY, invert
from engine.errors import Cancelled

SHAPE = (1, 12, 12)


@pytest.fixture
def model() -> nn.Sequential:
    """Takes the upper third for one class, the middle for another, the lower for the last."""
    linear = nn.Linear(144, 3)
    with torch.no_grad():
        pictures = torch.full((3, 12, 12), -1.0)
        for place in range(3):
            pictures[place, 4 * place : 4 * place + 4] = 1.0
        linear.weight.copy_(pictures.flatten(1))
        linear.bias.zero_()
    return nn.Sequential(nn.Flatten(), linear).eval().requires_grad_(False)


def test_the_pictures_in_the_weights_come_out(model: nn.Sequential) -> None:
    *_, last = invert(model, SHAPE, [0, 1, 2])
    for place, image in enumerate(last.images[:, 0]):
        for third in range(3):
            inside = image[4 * third + 1 : 4 * third + 3]  # the moves soften edges
            assert inside.min() > 0.9 if third == place else inside.max() < 0.1
    assert (last.step, last.steps) == (200, 200)
    assert last.probabilities.min() > 0.99


def test_it_tells_of_images_in_bounds_and_of_the_answers_to_them(model: nn.Sequential) -> None:
    moments = list(invert(model, SHAPE, [2, 0], steps=2 * EVERY + 1))
    assert [each.step for each in moments] == [0, EVERY, 2 * EVERY, 2 * EVERY + 1]
    first = moments[0].images
    assert 0.44 < first.min() < first.max() < 0.56
    for each in moments:
        assert 0 <= each.images.min() <= each.images.max() <= 1
        answers = model(each.images).softmax(1)
        assert torch.equal(each.probabilities, answers[torch.arange(2), torch.tensor([2, 0])])
    assert (moments[-1].probabilities > moments[0].probabilities).all()


def test_the_seed_alone_says_how_it_goes(model: nn.Sequential) -> None:
    before = torch.get_rng_state()
    ends = [list(invert(model, SHAPE, [1], steps=9, seed=seed))[-1].images for seed in (3, 3, 4)]
    assert torch.equal(ends[0], ends[1])
    assert not torch.equal(ends[0], ends[2])
    assert torch.equal(torch.get_rng_state(), before)


def test_an_image_is_the_same_alone_and_among_others(model: nn.Sequential) -> None:
    *_, alone = invert(model, SHAPE, [2], steps=20)
    *_, among = invert(model, SHAPE, [0, 1, 2], steps=20)
    assert torch.allclose(alone.images[0], among.images[2], atol=1e-5)
    assert not torch.allclose(among.images[0], among.images[2], atol=1e-2)


def test_without_help_each_pixel_goes_its_own_way(model: nn.Sequential) -> None:
    noise = nn.Linear(144, 2)
    with torch.no_grad():
        signs = torch.randn(144, generator=torch.Generator().manual_seed(1)).sign()
        noise.weight.copy_(torch.stack([signs, -signs]))
    specks = nn.Sequential(nn.Flatten(), noise).eval().requires_grad_(False)
    *_, last = invert(specks, SHAPE, [0], helped=False)
    assert torch.equal(last.images.flatten() > 0.5, signs > 0)  # just as its weights are
    *_, helped = invert(specks, SHAPE, [0])
    assert helped.images.mean() < last.images.mean()  # ink faded


def test_it_can_be_given_up(model: nn.Sequential) -> None:
    moments = invert(model, SHAPE, [0], cancelled=iter([False] * 3 + [True]).__next__)
    assert next(moments).step == 0
    with pytest.raises(Cancelled):
        list(moments)
