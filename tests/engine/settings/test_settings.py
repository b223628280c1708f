"""Settings: held without pydantic, checked by it, and what is beyond doubt is what it would make of the same."""

from __future__ import annotations

import copy
import json
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from engine.config import DataConfig, DenseLayer, Experiment, TrainingConfig, first_preset, list_presets
from engine.config.training import WRITTEN_BY_PROGRAM
from engine.settings import Settings, setting

DOUBTED: Any = st.none() | st.booleans() | st.integers(-2, 2**31) | st.floats() | st.sampled_from(
    ["", "3", "sgd", "one_cycle", "x", [], [{}], [{"size": 3}], [{"size": 0}], [{"kind": "dense"}], "64", {}, {"x": 1}]
)  # fmt: skip
SECTIONS = [(name, settings) for name, settings in Experiment().model_dump().items()]


class Walk(Settings):
    """Settings of a walk."""

    miles: float = setting(2.0, gt=0, lt=30, label="Miles", help="How far.")
    people: int = setting(1, ge=1, label="People", help="How many.")
    named: str = setting("", label="Name", help="What it is called.")


class Plans(BaseModel):
    """A model of pydantic with settings in it."""

    walks: tuple[Walk, ...] = ()


def test_they_are_values() -> None:
    walk = Walk(miles=3)
    assert walk == Walk(miles=3.0) != Walk()
    assert len({walk, Walk(miles=3.0), Walk()}) == 2
    assert copy.copy(walk) == copy.deepcopy(walk) == walk
    assert repr(walk) == "Walk(miles=3.0, people=1, named='')"
    assert walk != walk.model_dump()
    for act in (lambda: setattr(walk, "miles", 4.0), lambda: delattr(walk, "miles")):
        with pytest.raises(FrozenInstanceError):
            act()
    assert walk.model_copy(update={"people": 2}) == Walk(miles=3, people=2)
    assert Walk() == Walk.model_validate({})


def test_what_is_given_is_checked() -> None:
    assert Walk.model_validate({"miles": "1,5", "people": "٣"}) == Walk(miles=1.5, people=3)
    for wrong in (
        {"miles": 0},
        {"people": 1.5},
        {"feet": 1},
        {"named": "\ud800"},
        {"named": 5 * "x" * 1000},
        3,
    ):
        with pytest.raises(ValidationError, match=r"^1 validation error for Walk"):
            Walk.model_validate(wrong)


def test_they_stand_in_models_of_pydantic() -> None:
    plans = Plans.model_validate({"walks": [{"people": 2}]})
    assert plans.walks == (Walk(people=2),)
    assert plans.model_dump_json() == '{"walks":[{"miles":2.0,"people":2,"named":""}]}'
    assert Plans.model_validate_json(plans.model_dump_json()) == plans


def test_json_is_written_as_it_ever_was() -> None:
    rates = TrainingConfig(learning_rate=1e-7).model_dump_json()
    assert rates.startswith('{"epochs":10,"batch_size":128,"learning_rate":1e-7,"optimizer":"adam",')
    assert DataConfig().plane.model_dump_json(indent=1) == (
        '{\n "count": 500,\n "noise": 0.1,\n "features": [\n  "x",\n  "y"\n ]\n}'
    )
    experiment = Experiment().with_(**{"network.hidden": "conv4,8"})
    assert experiment.model_dump(mode="json") == json.loads(experiment.model_dump_json())


def test_a_type_is_told_as_it_was_written() -> None:
    assert Walk.model_fields["miles"].annotation is float
    assert DenseLayer.model_fields["size"].annotation is int


def test_the_first_preset_is_beyond_doubt_and_none_is_another_by_it() -> None:
    assert Experiment.beyond_doubt(first_preset().changes) is not None
    for preset in list_presets():
        found = Experiment.beyond_doubt(preset.changes)
        assert found is None or repr(found) == repr(Experiment.model_validate(preset.changes)), preset.name


def test_what_an_older_program_wrote_is_meant_as_ever() -> None:
    written = {name: TrainingConfig().model_dump(mode="json")[name] for name in WRITTEN_BY_PROGRAM}
    assert TrainingConfig.beyond_doubt(written | {"early_stopping": 3}) == TrainingConfig(
        early_stopping=3, keep_best=False
    )


@pytest.mark.parametrize("huge", [10**400, -(10**400)], ids=["above", "below"])
def test_a_whole_number_that_no_other_holds_is_not_beyond_doubt(huge: int) -> None:
    assert TrainingConfig.beyond_doubt({"learning_rate": huge}) is None


@given(data=st.data())
def test_what_is_beyond_doubt_is_what_pydantic_makes_of_it(data: st.DataObject) -> None:
    section, usual = data.draw(st.sampled_from(SECTIONS))
    names = st.sampled_from([*usual, "nothing"])
    changes = {section: data.draw(st.dictionaries(names, DOUBTED, max_size=3))}
    found = Experiment.beyond_doubt(changes)
    if found is not None:
        assert repr(found) == repr(Experiment.model_validate(changes))
