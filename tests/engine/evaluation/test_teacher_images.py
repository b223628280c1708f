"""What is said of the images of a teacher: nothing where it has learnt from its pupil's alone."""

from __future__ import annotations

import pytest

from engine.config import DataConfig
from engine.data.datasets import load_split
from engine.data.learnt import Learnt
from engine.errors import Cancelled
from engine.evaluation.teacher_images import teacher_warnings

OWN = DataConfig(generated_count=120, validation_share=0.2)
MORE = "learnt from {} examples that are not among the {} training examples here"
MEASURED = "learnt from {} of the {} validation and test examples"


def said(learnt: Learnt, config: DataConfig = OWN) -> str:
    return " ".join(map(str, teacher_warnings(learnt, load_split(config), config)))


def test_of_a_teacher_of_the_same_images_nothing_is_said() -> None:
    assert said(Learnt().and_division(OWN)) == ""


def test_of_one_that_had_fewer_nothing_is_said() -> None:
    assert said(Learnt().and_division(OWN.model_copy(update={"train_count": 50}))) == ""


def test_of_one_that_had_more_it_is_said_how_many() -> None:
    few = OWN.model_copy(
        update={"train_count": 50}
    )  # of which a fifth is kept back, and was learnt from before
    words = said(Learnt().and_division(OWN), few)
    assert MORE.format(96 - 40, 40) in words
    assert MEASURED.format(10, 10 + 20) in words


def test_of_one_that_knows_what_is_measured_on_it_is_said() -> None:
    before = OWN.model_copy(
        update={"validation_share": 0.5}
    )  # keeps back more: 36 of its 60 are learnt from here
    words = said(Learnt().and_division(OWN), before)
    split = load_split(before)
    assert MORE.format(96 - len(split.train), len(split.train)) in words
    assert MEASURED.format(36, len(split.validation) + len(split.test)) in words


def test_what_is_not_known_is_said() -> None:
    assert "is not known" in said(Learnt.assumed(OWN))
    gone = OWN.model_copy(update={"dataset": "gone"})
    assert "is not known" in said(Learnt().and_division(gone))


def test_it_can_be_cancelled() -> None:
    other = OWN.model_copy(update={"seed": 77})
    with pytest.raises(Cancelled):
        teacher_warnings(Learnt().and_division(other), load_split(OWN), OWN, cancelled=lambda: True)
