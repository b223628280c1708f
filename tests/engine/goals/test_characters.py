"""The goal of characters: loss on what is asked alone, and exact answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.data.dataset import Dataset
from engine.errors import DataError
from engine.goals.characters import GOAL, Characters
from engine.goals.registry import GOALS, goal_holding

LABELS = np.array([[-1, -1, 2, 0], [-1, 1, 0, -1], [-1, -1, -1, 3]])
ALPHABET = 4


def logits(answers: np.ndarray, height: float = 5.0) -> torch.Tensor:
    """Return logits that find these characters the likeliest."""
    found = torch.zeros(*answers.shape, ALPHABET)
    return found.scatter_(2, torch.from_numpy(answers.clip(min=0))[..., None], height)


def test_labels_at_each_place_are_characters() -> None:
    assert goal_holding(LABELS) is GOALS["characters"] is GOAL
    assert GOAL.fits(LABELS, ALPHABET)
    assert not GOAL.fits(LABELS, 3)
    assert not GOAL.fits(LABELS - 1, ALPHABET)
    assert GOAL.outputs(ALPHABET) == ALPHABET
    assert GOAL.per_place


def test_the_loss_is_nats_a_character_of_what_is_asked_alone() -> None:
    given, labels = torch.zeros(3, 4, ALPHABET), torch.from_numpy(LABELS)
    assert float(GOAL.loss(given, labels)) == pytest.approx(math.log(4))
    given[0, 0] = given[1, 0] = given[2, 1] = torch.tensor([50.0, -50.0, 3.0, 9.0])  # where nobody asks
    assert float(GOAL.loss(given, labels)) == pytest.approx(math.log(4))
    given[0, 2, 2] = 100.0  # one of five is certain
    assert float(GOAL.loss(given, labels)) == pytest.approx(4 / 5 * math.log(4), rel=1e-5)


def test_the_mean_of_examples_is_that_of_all_characters_whatever_their_lengths() -> None:
    given, labels = torch.randn(3, 4, ALPHABET, generator=torch.Generator().manual_seed(1)), LABELS
    goal = GOAL.fitted(labels)
    asked = torch.from_numpy(labels)
    assert float(goal.losses(given, asked).mean()) == pytest.approx(float(goal.loss(given, asked)), rel=1e-5)


def test_an_answer_is_right_as_a_whole_or_not_at_all() -> None:
    labels = torch.from_numpy(LABELS)
    said = LABELS.copy()
    said[0, 3] = 1  # the second of its two characters
    said[1, 3] = 2  # where nobody asks
    assert GOAL.fitted(LABELS).scores(logits(said), labels).tolist() == [0, 1, 1]


def test_of_prose_the_share_of_characters_is_told() -> None:
    labels = np.array([[0, 1, 2, 3], [3, 2, 1, 0]])
    goal = GOAL.fitted(labels)
    assert goal.is_prose
    said = labels.copy()
    said[0, 1] = 0
    assert goal.scores(logits(said), torch.from_numpy(labels)).tolist() == [0.75, 1]
    assert goal.measure != GOAL.fitted(LABELS).measure
    assert not Characters().is_prose


def test_smoothing_and_places_that_nobody_asks_go_together() -> None:
    given, labels = logits(LABELS), torch.from_numpy(LABELS)
    assert float(GOAL.loss(given, labels, 0.2)) > float(GOAL.loss(given, labels))
    assert float(GOAL.told(GOAL.loss(given, labels, 0.2), given, labels, 0.2)) == pytest.approx(
        float(GOAL.loss(given, labels))
    )


@pytest.mark.parametrize(
    ("images", "labels", "classes"),
    [
        (np.zeros((2, 3), np.uint16), np.zeros(2, np.int64), "abc"),  # one class for a text
        (np.zeros((2, 4, 4), np.uint8), np.zeros((2, 3), np.int64), "abc"),  # characters of a picture
        (np.zeros((2, 3), np.uint16), np.zeros((2, 4), np.int64), "abc"),
        (np.full((2, 3), 3, np.uint16), np.zeros((2, 3), np.int64), "abc"),
        (np.zeros((2, 3), np.uint16), np.full((2, 3), 3), "abc"),
        (np.zeros((2, 3), np.uint16), np.zeros((2, 3), np.int64), "aba"),
        (np.zeros((2, 3), np.uint16), np.zeros((2, 3), np.int64), ["a", "bc"]),
    ],
)
def test_what_does_not_go_together_is_no_data_set(
    images: np.ndarray, labels: np.ndarray, classes: str
) -> None:
    with pytest.raises(DataError):
        Dataset("text", images, labels, tuple(classes))
