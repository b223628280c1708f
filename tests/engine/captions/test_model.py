from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from engine.captions.model import SPACE, CaptionModel, contrastive_loss


def test_both_towers_lead_to_one_sphere_and_the_size_is_as_told() -> None:
    model = CaptionModel()
    pictures = model.pictures(torch.rand(3, 28, 28))
    sentences = model.sentences(torch.tensor([[1, 0, 0], [0, 3, 10], [2, 2, 2]]))
    assert pictures.shape == sentences.shape == (3, SPACE)
    for places in (pictures, sentences):
        torch.testing.assert_close(places.norm(dim=1), torch.ones(3))
    assert sum(weights.numel() for weights in model.parameters()) == 66_225


def test_the_seed_decides_the_weights_and_nothing_global_is_drawn() -> None:
    before = torch.get_rng_state()
    first, again, other = (
        CaptionModel(1).state_dict(),
        CaptionModel(1).state_dict(),
        CaptionModel(2).state_dict(),
    )
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not torch.equal(first["embedding"], other["embedding"])
    assert torch.equal(before, torch.get_rng_state())


def test_words_that_are_not_said_change_nothing() -> None:
    model = CaptionModel()
    alone = model.sentences(torch.tensor([[0, 0, 4]]))
    with torch.no_grad():
        model.embedding[0] += 100.0  # what stands where nothing is said
    torch.testing.assert_close(model.sentences(torch.tensor([[0, 0, 4]])), alone)


def test_without_several_right_answers_the_loss_is_clips() -> None:
    torch.manual_seed(0)
    pictures, sentences = (functional.normalize(torch.randn(6, SPACE), dim=1) for _ in range(2))
    scale = torch.tensor(10.0)
    logits = scale * pictures @ sentences.T
    target = torch.arange(6)
    clips = (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2
    found = contrastive_loss(pictures, sentences, torch.eye(6).bool(), scale)
    torch.testing.assert_close(found, clips)


def test_of_several_right_answers_each_gets_its_share() -> None:
    """Two pictures of which the same caption is true: the best that can be is to leave open which is which."""
    places = functional.normalize(torch.tensor([[1.0, 0.0], [1.0, 0.0], [-1.0, 0.0]]), dim=1)
    truth = torch.tensor([[True, True, False], [True, True, False], [False, False, True]])
    found = contrastive_loss(places, places, truth, torch.tensor(50.0))
    assert float(found) == pytest.approx(2 / 3 * math.log(2), abs=1e-4)
