"""The settings of points on a plane: fields, and a box with its formula for each feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox

from engine.choices import PlaneFeature
from engine.config import PlaneConfig
from gui.stations.data.plane_form import FEATURES, PlaneForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot) -> PlaneForm:
    made = PlaneForm()
    qtbot.addWidget(made)
    return made


def boxes(form: PlaneForm) -> dict[str, QCheckBox]:
    return {box.text(): box for box in form.findChildren(QCheckBox)}


def test_there_is_a_box_with_formula_and_picture_for_each_feature(form: PlaneForm) -> None:
    assert list(boxes(form)) == [str(feature) for feature in PlaneFeature]
    assert not any(box.icon().isNull() for box in boxes(form).values())
    assert [text for text, box in boxes(form).items() if box.isChecked()] == ["x", "y"]


def test_a_box_tells_all_that_are_chosen(form: PlaneForm) -> None:
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda path, value: told.append((path, value)))
    boxes(form)["x²"].click()
    boxes(form)["y"].click()
    assert told == [(FEATURES, ["x", "y", "x²"]), (FEATURES, ["x", "x²"])]


def test_what_was_refused_is_said_and_taken_back_with_the_problem(form: PlaneForm) -> None:
    form.set_values(PlaneConfig(features=(PlaneFeature.SIN_X,)))
    boxes(form)["sin x"].click()
    form.set_problems({FEATURES: "Must not be empty."})
    assert not boxes(form)["sin x"].isChecked()
    form.set_problems({})
    assert boxes(form)["sin x"].isChecked()
