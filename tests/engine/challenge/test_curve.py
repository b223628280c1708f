"""Accuracy against strength: counted on the images that are right, and the same whatever else is asked for."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn

from engine.attacks.fgsm import FastGradientSign
from engine.attacks.pgd import ProjectedGradient
from engine.challenge.curve import Point, accuracy_curve, attacked_accuracy, drawn
from engine.data.dataset import Dataset
from engine.errors import Cancelled, ConfigError, DataError, ModelError
from engine.evaluation.evaluate import evaluate
from engine.models.at_once import note_numbers
from engine.models.build import build_with
from tests.engine.compress.models import digits, trained


@cache
def network() -> nn.Module:
    saved = trained("64", 20)  # enough that it reads most of them
    return build_with(saved.experiment.network, saved.state, image_shape=saved.image_shape, classes=10)


class Tilted(nn.Module):
    """Says 1 where the only pixel is bright, and 0 else; fooled from the distance of each pixel to the middle on."""

    def __init__(self) -> None:
        super().__init__()
        self.steep = nn.Parameter(torch.tensor(1.0))
        self.asked: list[int] = []

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        self.asked.append(len(images))
        bright = self.steep * (images.flatten(1)[:, :1] - 0.5)
        return torch.cat([-bright, bright], dim=1)


def grey(*values: int, wrong: int = 0) -> Dataset:
    """Return images of one pixel, labelled by which half they are in; the first few wrongly."""
    labels = np.array([value > 127 for value in values], dtype=np.int64)
    labels[:wrong] = 1 - labels[:wrong]
    return Dataset("grey", np.array(values, np.uint8).reshape(-1, 1, 1), labels, ("dark", "bright"))


def test_each_image_falls_at_its_distance_from_the_border() -> None:
    told = list(accuracy_curve(Tilted(), grey(0, 51, 102, 153, 204, 255), FastGradientSign()))
    at = {point.strength: point.accuracy for point in told}
    assert tuple(at) == FastGradientSign.strength.steps
    # 102 and 153 lie 0.1 from the middle, 51 and 204 0.3, and 0 and 255 cannot be fooled by 0.3.
    assert (at[0.0], at[0.075]) == (1.0, 1.0)
    assert at[0.15] == at[0.2] == pytest.approx(4 / 6)
    assert {point.count for point in told} == {6}
    more = attacked_accuracy(Tilted(), grey(0, 51, 102, 153, 204, 255), FastGradientSign(), 0.35)
    assert more == Point(0.35, pytest.approx(2 / 6), 6)


class Brighter(FastGradientSign):
    """Makes every image brighter, whatever that does."""

    def changed(self, model, images, labels, strength, terms):  # type: ignore[no-untyped-def]
        return (images + strength).clamp(0, 1)


def test_what_is_wrong_as_it_is_stays_wrong() -> None:
    data = grey(102, 102, 204, 204, wrong=2)  # brighter, the first two would be read as they are labelled
    told = list(accuracy_curve(Tilted(), data, Brighter(), strengths=(0.0, 0.05, 0.2)))
    assert [point.accuracy for point in told] == [0.5, 0.5, 0.5]


def test_the_first_point_is_what_evaluating_says_and_they_fall() -> None:
    told = list(
        accuracy_curve(network(), digits().test, ProjectedGradient(), strengths=(0, 0.02, 0.1, 0.3), steps=5)
    )
    assert told[0].accuracy == evaluate(network(), digits().test).accuracy
    assert all(one.accuracy >= other.accuracy for one, other in pairwise(told))
    assert told[0].accuracy > 0.6 > 0.2 > told[-1].accuracy


def test_a_point_is_the_same_alone_and_among_others() -> None:
    state = torch.get_rng_state()
    curve = list(
        accuracy_curve(network(), digits().test, ProjectedGradient(), strengths=(0.02, 0.05, 0.04), steps=3)
    )
    alone = attacked_accuracy(network(), digits().test, ProjectedGradient(), 0.04, steps=3)
    assert alone == curve[2]
    assert torch.equal(torch.get_rng_state(), state)


class Recorded(FastGradientSign):
    """Notes what random numbers it was given, and of how many images."""

    def __init__(self) -> None:
        self.drawn: list[float] = []
        self.counts: list[int] = []

    def changed(self, model, images, labels, strength, terms):  # type: ignore[no-untyped-def]
        assert not model.training
        assert not any(tensor.requires_grad for tensor in model.parameters())
        self.drawn.append(float(torch.rand(1, generator=terms.generator)))
        self.counts.append(len(images))
        return images


def test_batches_are_as_large_as_memory_allows_and_have_random_numbers_of_their_own() -> None:
    model, data = Tilted(), grey(*[0] * 300, *[255] * 300)
    first, other, third = Recorded(), Recorded(), Recorded()
    for attack, seed in ((first, 0), (other, 0), (third, 1)):
        assert attacked_accuracy(model, data, attack, 0.1, seed=seed).accuracy == 1.0
    assert first.counts == [256, 256, 88]
    assert len(set(first.drawn + third.drawn)) == 6
    assert first.drawn == other.drawn
    note_numbers(model, 2**18)
    assert attacked_accuracy(model, data, fourth := Recorded(), 0.1).accuracy == 1.0
    assert max(fourth.counts) == 128


def test_the_model_is_left_as_it_was() -> None:
    model = Tilted().train()
    attacked_accuracy(model, grey(0, 255), FastGradientSign(), 0.1)
    assert model.training
    assert model.steep.requires_grad
    assert model.steep.grad is None


def test_fewer_images_are_drawn_by_chance_and_stay_the_same() -> None:
    data = grey(*range(200))
    part = drawn(data, 20, 3)
    assert len(part) == 20
    assert list(part.images.flatten()) == sorted(part.images.flatten())
    assert part.images.max() > 100 > 20  # not merely the first
    assert np.array_equal(part.images, drawn(data, 20, 3).images)
    assert not np.array_equal(part.images, drawn(data, 20, 4).images)
    assert drawn(data, 200, 0) is drawn(data, None, 0) is data
    assert attacked_accuracy(Tilted(), data, FastGradientSign(), 0.1, limit=20).count == 20


def test_progress_reaches_the_end_and_giving_up_ends_it() -> None:
    told: list[float] = []
    data = grey(*[0] * 300)
    for _ in accuracy_curve(
        Tilted(),
        data,
        FastGradientSign(),
        strengths=(0, 0.1, 0.2),
        progress=lambda _, share: told.append(share),
    ):
        pass
    assert told == sorted(told)
    assert told[-1] == 1.0
    asked: list[bool] = []
    with pytest.raises(Cancelled):
        list(
            accuracy_curve(
                Tilted(),
                data,
                FastGradientSign(),
                cancelled=lambda: bool(asked.append(True)) or len(asked) > 3,
            )
        )
    assert len(asked) == 4


def test_what_cannot_be_asked_is_refused_before_anything_is_measured() -> None:
    model = Tilted()
    for wish in ({"strengths": (0.1, 1.5)}, {"steps": 0}, {"steps": 100_000}):
        with pytest.raises(ConfigError):
            next(accuracy_curve(model, grey(0, 255), FastGradientSign(), **wish))  # type: ignore[arg-type]
    with pytest.raises(DataError):
        next(accuracy_curve(model, grey(0, 255).subset(slice(0, 0)), FastGradientSign()))
    assert not model.asked
    blank = Dataset("blank", np.zeros((2, 28, 28), np.uint8), np.zeros(2, np.int64), ("dark", "bright"))
    with pytest.raises(ModelError):
        next(accuracy_curve(network(), blank, FastGradientSign()))


def test_an_interval_belongs_to_a_point() -> None:
    low, high = Point(0.1, 0.5, 100).interval
    assert (round(low, 3), round(high, 3)) == (0.404, 0.596)
