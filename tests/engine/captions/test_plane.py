from __future__ import annotations

import numpy as np
import pytest

from engine.captions.finding import Finder
from engine.captions.model import CaptionModel
from engine.captions.pictures import UNSEEN_START, described
from engine.captions.plane import laid_out
from engine.errors import Cancelled


def test_sentences_lie_among_their_pictures(learnt: CaptionModel) -> None:
    finder = Finder(learnt)
    drawn = described(200, start=UNSEEN_START)
    places = finder.places_of_pictures(drawn.images)
    digits = finder.places_of_sentences(np.array([[0, 0, digit] for digit in range(1, 11)]))
    found = laid_out(places, digits)
    assert found.pictures.shape == (200, 2)
    assert found.sentences.shape == (10, 2)
    middles = np.stack([np.median(found.pictures[drawn.facts[:, 2] == digit], 0) for digit in range(1, 11)])
    away = np.linalg.norm(found.sentences[:, None] - middles[None], axis=2)
    assert (away.argmin(axis=1) == np.arange(10)).sum() >= 5, "chance is 1"
    near = np.linalg.norm(found.place_of_picture(places[0]) - found.pictures[0])
    assert near < np.linalg.norm(found.pictures - found.pictures[0], axis=1).mean() / 10
    for number in range(10):
        assert np.isfinite(found.place_of_sentence(digits[number])).all()


def test_a_rough_map_is_there_at_once(learnt: CaptionModel) -> None:
    finder = Finder(learnt)
    drawn = described(100, start=UNSEEN_START)
    places = finder.places_of_pictures(drawn.images)
    digits = finder.places_of_sentences(np.array([[0, 0, digit] for digit in range(1, 11)]))
    asked: list[bool] = []
    found = laid_out(places, digits, roughly=True, cancelled=lambda: bool(asked.append(True)))
    assert not asked
    assert found.pictures.shape == (100, 2)
    assert found.sentences.shape == (10, 2)
    spread = found.pictures.std(axis=0)
    assert spread[0] >= spread[1] > 0
    near = np.linalg.norm(found.place_of_picture(places[0]) - found.pictures[0])
    assert near < np.linalg.norm(found.pictures - found.pictures[0], axis=1).mean() / 2


def test_it_can_be_given_up() -> None:
    vectors = np.eye(8, 4, dtype=np.float32)
    with pytest.raises(Cancelled):
        laid_out(vectors, vectors, cancelled=lambda: True)
