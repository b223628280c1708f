"""Classes that are cheap to define: all that a dataclass does, they do."""

from __future__ import annotations

import copy
import dataclasses
import functools

import pytest

from engine import records


def make(decorator):
    @decorator
    class Point:
        """Where something is."""

        x: int
        y: int = 2
        marks: list[str] = dataclasses.field(default_factory=list)
        note: str = dataclasses.field(default="", compare=False, repr=False)

        def __post_init__(self):
            if self.x < 0:
                raise ValueError("to the left of all")

        @property
        def both(self):
            return self.x, self.y

    return Point


@records.dataclass(frozen=True, slots=True)
class Named:
    """One with values that can be hashed."""

    name: str
    numbers: tuple[int, ...] = ()


OURS, USUAL = (make(kind.dataclass(frozen=True, slots=True)) for kind in (records, dataclasses))


@pytest.fixture(params=[OURS, USUAL], ids=["ours", "usual"])
def kind(request):
    return request.param


def test_it_is_made_by_place_and_by_name(kind):
    assert kind(1).both == (1, 2)
    assert kind(1, y=3, marks=["a"]).marks == ["a"]
    assert kind(1).marks is not kind(1).marks
    for wrong in ({}, {"x": 1, "z": 2}):
        with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
            kind(**wrong)
    with pytest.raises(ValueError, match="left"):
        kind(-1)


def test_it_is_what_its_values_are(kind):
    assert kind(1, note="a") == kind(1, note="b")
    assert kind(1) != kind(2)
    assert kind(1) != (1, 2, [], "")
    assert repr(kind(1, note="a")).endswith("Point(x=1, y=2, marks=[])")
    assert hash(Named("a")) == hash(Named("a", ()))
    assert {Named("a"), Named("a"), Named("b")} == {Named("a"), Named("b")}


def test_without_comparison_it_is_itself_alone():
    made = make(records.dataclass(frozen=True, slots=True, eq=False))
    one = made(1)
    assert one == one
    assert one != made(1)
    assert hash(one) != hash(made(1))


def test_it_stays_as_it_is(kind):
    one = kind(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        one.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        del one.x
    with pytest.raises((AttributeError, TypeError)):
        one.other = 2
    assert one == kind(1)
    assert not hasattr(one, "__dict__")


def test_dataclasses_know_it(kind):
    one = kind(1, marks=["a"])
    assert dataclasses.is_dataclass(one)
    assert [field.name for field in dataclasses.fields(one)] == ["x", "y", "marks", "note"]
    assert dataclasses.replace(one, y=5) == kind(1, 5, ["a"])
    assert dataclasses.asdict(one) == {"x": 1, "y": 2, "marks": ["a"], "note": ""}
    match one:
        case kind(1, 2):
            pass
        case _:
            pytest.fail("not matched")


def test_it_is_copied():
    one = Named("a", (1, 2))
    assert copy.deepcopy(one) == copy.copy(one) == one


def test_a_class_may_stand_on_another():
    @records.dataclass(frozen=True, slots=True)
    class Marked(Named):
        mark: str = "!"

    assert Marked("a", (), "?") == Marked("a", mark="?")
    assert Marked("a") != Named("a")
    assert repr(Marked("a")).endswith("Marked(name='a', numbers=(), mark='!')")


@pytest.mark.parametrize("module", [records, dataclasses])
def test_one_that_is_not_frozen_may_change(module):
    one = make(module.dataclass(slots=True, eq=False))(1)
    one.x = 5
    assert one.both == (5, 2)
    assert copy.copy(one).both == (5, 2)
    with pytest.raises(AttributeError):
        one.other = 2
    assert one != dataclasses.replace(one)


def test_one_without_slots_keeps_what_it_works_out():
    @records.dataclass(frozen=True)
    class Square:
        side: int

        @functools.cached_property
        def area(self):
            return self.side**2

    one = Square(3)
    assert one.area == vars(one)["area"] == copy.copy(one).area == 9
    assert one == Square(3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.side = 4


def test_what_is_compared_and_may_change_is_the_business_of_dataclasses():
    with pytest.raises(TypeError, match="business of dataclasses"):
        records.dataclass(slots=True)
