from __future__ import annotations

import numpy as np
import pytest

from engine.config import DataConfig
from engine.data.dataset import Dataset
from engine.data.datasets import load_split
from engine.data.learnt import OTHER_EXAMPLES, Learnt
from engine.evaluation.learnt_images import learnt_images

OWN = DataConfig(generated_count=120, validation_share=0.2)
LEARNT = Learnt().and_division(OWN)


@pytest.mark.parametrize(
    ("changes", "part", "count"),
    [
        ({}, "train", 96),
        ({}, "validation", 0),
        ({}, "test", 0),
        ({"validation_share": 0.5}, "validation", 36),  # 24 of 60 were kept back before, too
        ({"validation_share": 0.1}, "validation", 0),
        ({"validation_share": 0.1}, "train", 96),
        ({"seed": 1}, "validation", 0),  # other digits are drawn
    ],
)
def test_images_learnt_from_are_found_after_the_data_were_divided_anew(
    changes: dict[str, object], part: str, count: int
) -> None:
    present = load_split(OWN.model_copy(update=changes))

    found = learnt_images(LEARNT, getattr(present, part))

    assert found.count == count
    assert found.is_known


def test_they_are_found_under_another_name_in_any_order() -> None:
    train = load_split(OWN).train
    order = np.random.default_rng(0).permutation(len(train))[:50]
    other = Dataset("brought-in", train.images[order], train.labels[order], train.classes)

    found = learnt_images(LEARNT, other)

    assert found.count == 50
    assert "all of these 50 examples" in found.sentence


def test_what_was_learnt_before_counts_as_well() -> None:
    """A run branched from another, or a model that was taught drawings, has learnt from those images, too."""
    before = OWN.model_copy(update={"validation_share": 0.5})
    now = load_split(OWN)
    branched = Learnt().and_division(OWN.model_copy(update={"train_count": 60})).and_division(before)
    drawings = load_split(OWN.model_copy(update={"seed": 9})).train.subset(slice(0, 30))

    assert learnt_images(branched, now.train).count > 0
    assert learnt_images(LEARNT, drawings).count == 0
    taught = learnt_images(LEARNT.and_drawings(drawings.images[:10]), drawings)
    assert taught.mask.tolist() == [True] * 10 + [False] * 20
    assert "10 of these 30 examples" in taught.sentence


def test_what_is_not_known_is_said_to_be_so() -> None:
    validation = load_split(OWN).validation
    old = learnt_images(Learnt.assumed(OWN), validation)
    assert not old.is_known
    assert "is not known" in old.sentence
    gone = Learnt().and_division(DataConfig(dataset="no-such-set"))
    assert not learnt_images(gone, validation).is_known
    changed = Learnt().and_division(OWN, validation)  # others by now than were learnt from
    assert not learnt_images(changed, validation).is_known
    assert learnt_images(LEARNT, validation).sentence == ""


def test_data_that_are_others_by_now_are_told_as_where_a_run_is_done_again() -> None:
    now = load_split(OWN)
    changed = Learnt().and_division(OWN, now.test)  # as where digits were drawn otherwise
    assert learnt_images(changed, now.test, {OWN: now}).sentence == OTHER_EXAMPLES
    same = Learnt().and_division(OWN, now.train)
    assert learnt_images(same, now.test, {OWN: now}).sentence == ""


def test_data_at_hand_are_not_loaded_again() -> None:
    split = load_split(OWN)
    elsewhere = Learnt().and_division(DataConfig(dataset="no-such-set"))

    found = learnt_images(elsewhere, split.train, {elsewhere.divisions[0].data: split})

    assert found.is_known
    assert found.count == len(split.train)
