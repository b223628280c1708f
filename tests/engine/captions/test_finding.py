from __future__ import annotations

import math

import numpy as np
import pytest

from engine.captions.finding import AS_PROBABLE, Finder
from engine.captions.model import CaptionModel
from engine.captions.pictures import UNSEEN_START, DescribedPictures, described
from engine.captions.words import parsed


@pytest.fixture(scope="module")
def finder(learnt: CaptionModel) -> Finder:
    return Finder(learnt)


@pytest.fixture(scope="module")
def unseen() -> DescribedPictures:
    return described(1500, start=UNSEEN_START)


def test_what_is_found_first_is_what_was_asked_for(finder: Finder, unseen: DescribedPictures) -> None:
    likeness = finder.find(parsed("a thick zero"), finder.places_of_pictures(unseen.images))
    assert likeness.shape == (1500,)
    assert np.abs(likeness).max() <= 1.0001
    best = unseen.facts[np.argsort(-likeness)[:10]]
    assert (best[:, 2] == 1).sum() >= 7
    assert (best[:, 0] == 1).sum() <= 2


def test_a_picture_is_read_by_the_fullest_sentence_that_is_probable_enough(
    finder: Finder, unseen: DescribedPictures, learnt: CaptionModel
) -> None:
    for place in finder.places_of_pictures(unseen.images[:50]):
        told = finder.read(place, 200)
        assert len(told) == len(finder.captions) == 131
        least = max(each.likeness for each in told) + math.log(AS_PROBABLE) / float(learnt.scale.detach())
        probable = [each for each in told if each.likeness >= least]
        words = [int((each.caption > 0).sum()) for each in told]
        assert [each.likeness for each in told[: len(probable)]] == [each.likeness for each in probable]
        assert words[0] == max(words[: len(probable)])
        rest = [each.likeness for each in told[len(probable) :]]
        assert rest == sorted(rest, reverse=True)


def test_no_pictures_are_nothing_to_compare(finder: Finder) -> None:
    places = finder.places_of_pictures(np.zeros((0, 28, 28), np.uint8))
    assert finder.find(parsed("a three"), places).shape == (0,)
