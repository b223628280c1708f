"""What is shown of a step, without a window."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from gui.stations.train.microscope.layout import Sizes, lay_out, shown_columns
from gui.stations.train.microscope.phases import Instant, Phase, Stage, instant_at
from gui.stations.train.microscope.scene import Names, joined_layers, scene_of

if TYPE_CHECKING:
    from tests.gui.stations.train.microscope.conftest import Tracing

NAMES = Names(tuple("abcd"), (), (1, 6, 6))
SIZES = Sizes(unit=(60, 30), names=(40, 40), gap=26, apart=6, head=40, foot=6)


def test_columns_are_the_inputs_and_the_dense_layers_that_follow_each_other(trace: Tracing) -> None:
    scene = scene_of(trace(), NAMES)
    assert [scene.units(column) for column in range(scene.columns)] == [36, 5, 3, 4]
    mixed = trace(("conv4", {"size": 6}))
    assert [layer.name for layer in joined_layers(mixed)] == ["hidden_2", "output"]
    assert scene_of(mixed, NAMES).units(0) == mixed.layers[0].size


def test_the_output_shows_logits_and_then_probabilities(trace: Tracing) -> None:
    scene = scene_of(trace(), NAMES)
    there = scene.at(Instant(scene.phases.index(Phase(Stage.FORWARD, 3)), 1.0))
    np.testing.assert_array_equal(there.values(3), scene.layers[-1].sums[scene.example])
    after = scene.at(Instant(scene.phases.index(Phase(Stage.LOSS)), 0.5))
    assert abs(float(after.values(3).sum()) - 1) < 1e-5


def test_phases_before_have_happened_and_those_after_have_not(trace: Tracing) -> None:
    scene = scene_of(trace(), NAMES).at(instant_at(2.25))
    assert scene.phase == Phase(Stage.FORWARD, 3)
    assert scene.share_of(Stage.FORWARD, 2) == 1
    assert scene.share_of(Stage.FORWARD, 3) == 0.25
    assert scene.share_of(Stage.BACKWARD, 3) == 0
    assert scene.column == 3  # the phase is about that column


def test_a_weight_that_is_chosen_is_a_pair_of_units(trace: Tracing) -> None:
    scene = scene_of(trace(), NAMES).weight_chosen(2, 4, 1)
    assert (scene.column, scene.source, scene.unit) == (2, 4, 1)
    assert scene.layer.name == "hidden_2"
    assert scene.chosen(0, 7).source == 7
    assert scene.chosen(0, 7).column == 1


def test_new_weights_are_shown_once_the_update_is_done(trace: Tracing) -> None:
    scene = scene_of(trace(), NAMES)
    number = scene.phases.index(Phase(Stage.UPDATE))
    change = scene.layers[0].weights
    assert scene.at(Instant(number, 0.5)).weights(1) is change.before
    assert scene.at(Instant(number, 1.0)).weights(1) is change.after


def test_the_strongest_units_are_in_sight_and_the_chosen_one_always(trace: Tracing) -> None:
    scene = scene_of(trace((30,)), NAMES)
    weakest = int(np.abs(scene.deltas(1)).argmin())
    shown = scene.chosen(1, weakest).shown(1, 4)
    assert weakest in shown
    assert len(shown) == 4
    assert int(np.abs(scene.deltas(1)).argmax()) in shown
    assert scene.label in scene.shown(2, 2)


def test_columns_stand_apart_and_units_within_the_picture(trace: Tracing) -> None:
    scene = scene_of(trace((30, 4)), NAMES)
    for width, height in ((900, 400), (420, 240), (300, 190)):
        columns = lay_out(scene, width, height, SIZES)
        assert len(columns) >= 2
        for column in columns:
            assert all(SIZES.head + 15 <= y <= height - 15 for y in column.ys)
            assert 70 <= column.x <= width - 70
        for before, after in itertools.pairwise(columns):
            assert after.x - before.x >= min(86, width - 200)


def test_of_many_columns_those_around_the_one_in_question_are_in_sight() -> None:
    assert list(shown_columns(8, 0, 3)) == [0, 1, 2]
    assert list(shown_columns(8, 4, 3)) == [3, 4, 5]
    assert list(shown_columns(8, 7, 3)) == [5, 6, 7]
    assert list(shown_columns(3, 1, 9)) == [0, 1, 2]
