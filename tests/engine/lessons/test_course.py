"""Going through a lesson."""

from __future__ import annotations

from engine.lessons.course import Course
from engine.lessons.reading import lesson_of
from tests.engine.lessons.lab import HEAD, lab

STEPS = """
[[step]]
text = "read"
[[step]]
text = "draw"
until = {drawn = true}
[[step]]
text = "think"
until = {model = true}
question = "Q"
choices = ["a", "b", "c"]
answer = 2
"""


def course(place: int = 0) -> Course:
    return Course(lesson_of((HEAD + STEPS).encode(), "own"), place)


def test_a_step_without_conditions_is_done_when_it_was_looked_at() -> None:
    going = course()
    assert going.look(lab())
    assert going.is_done
    assert not going.look(lab())


def test_a_step_waits_for_its_condition_and_stays_done() -> None:
    going = course(1)
    assert not going.look(lab())
    assert not going.is_done
    drawn = lab(is_drawn=True)
    assert going.look(drawn)
    going.look(lab())
    assert going.is_done
    assert going.lab is drawn
    assert not going.look(lab(is_drawn=True))  # nothing new
    assert going.go(1)
    assert not going.is_done
    assert going.go(-1)
    assert going.is_done


def test_a_question_and_conditions_must_both_be_met() -> None:
    going = course(2)
    going.look(lab(has_model=True))
    assert (going.holds, going.is_right, going.is_done) == (True, False, False)
    going.choose(1)
    assert (going.answer, going.is_right) == (1, False)
    going.choose(2)
    assert going.is_done
    going.choose(3)  # it is answered
    assert going.answer == 2


def test_there_is_an_end_at_either_side() -> None:
    going = course()
    assert not going.go(-1)
    assert going.go(1)
    assert not going.is_last
    assert going.go(1)
    assert going.is_last
    assert not going.go(1)
    assert going.place == 2


def test_a_place_that_there_is_not_is_the_first() -> None:
    assert course(7).place == course(-1).place == 0


def test_figures_follow_as_long_as_a_step_is_in_sight_and_so() -> None:
    going = course(1)
    going.look(lab(is_drawn=True, readings=(("7", 0.91),)))
    surer = lab(is_drawn=True, readings=(("7", 0.99),))
    assert going.look(surer)
    assert going.lab is surer
    going.look(lab(readings=(("1", 0.5),)))  # no more so
    assert going.lab is surer
    going.go(1)
    going.go(-1)
    assert not going.look(lab(is_drawn=True, readings=(("7", 0.5),)))
    assert going.lab is surer
