"""The painted views: what a press, a key and a brush choose, what is said of it, and that all of it is painted."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel

from engine.sweep.importance import LEAST_TRIALS
from gui.look import theme
from gui.look.colours import contrast
from gui.stations.sweep.best_picture import BestPicture
from gui.stations.sweep.heat_picture import HeatPicture, heat_of
from gui.stations.sweep.importance_view import ImportanceView
from gui.stations.sweep.lines_picture import GOAL, LinesPicture
from gui.stations.sweep.trial_picture import colour_of, ink_on
from tests.gui.stations.sweep.conftest import BATCH, RATE, TRIALS, scene_of, trial

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from engine.sweep.sweep import Sweep

SIZE = (640, 400)


def put(qtbot: QtBot, picture: QWidget) -> None:
    qtbot.addWidget(picture)
    picture.resize(*SIZE)
    picture.show()


def chosen_by(picture: BestPicture | HeatPicture | LinesPicture) -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = []
    picture.chosen.connect(found.append)
    return found


@pytest.fixture
def best(qtbot: QtBot, sweep: Sweep) -> BestPicture:
    picture = BestPicture()
    put(qtbot, picture)
    picture.set_scene(scene_of(sweep))
    return picture


@pytest.fixture
def heat(qtbot: QtBot, sweep: Sweep) -> HeatPicture:
    picture = HeatPicture()
    put(qtbot, picture)
    picture.show_heat(scene_of(sweep), RATE, BATCH)
    return picture


@pytest.fixture
def lines(qtbot: QtBot, sweep: Sweep) -> LinesPicture:
    picture = LinesPicture()
    put(qtbot, picture)
    picture.set_scene(scene_of(sweep))
    return picture


def test_titles_of_axes_stand_in_two_lines_only_where_one_has_too_little_room(
    lines: LinesPicture, sweep: Sweep
) -> None:
    scene = scene_of(sweep)
    wide = lines.titles(scene)
    assert [title for _, title in wide] == ["Learning rate", "Batch size", "Accuracy"]
    assert len({place.top() for place, _ in wide}) == 1
    lines.resize(230, SIZE[1])
    tight = lines.titles(scene)
    assert [title for _, title in tight] == ["Learning rate", "Batch size", "Accuracy"]
    assert len({place.top() for place, _ in tight}) == 2


def test_better_trials_stand_higher_and_a_press_chooses_one(qtbot: QtBot, best: BestPicture) -> None:
    assert best.place_of(1).y() < best.place_of(2).y() < best.place_of(4).y()
    found = chosen_by(best)
    qtbot.mouseClick(best, Qt.MouseButton.LeftButton, pos=best.place_of(2).toPoint())
    assert found == [(2,)]
    assert "Trial 3: 95.00" in best.tip_at(best.place_of(2).toPoint())
    assert "Ended early" in best.tip_at(best.place_of(2).toPoint())
    assert "Failed" in best.tip_at(best.place_of(3).toPoint())
    assert best.tip_at(QPoint(2, SIZE[1] - 2)) == ""


def test_with_control_several_are_chosen_and_one_is_let_go(
    qtbot: QtBot, best: BestPicture, sweep: Sweep
) -> None:
    best.set_scene(scene_of(sweep, chosen=(1,)))
    found = chosen_by(best)
    more = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(best, Qt.MouseButton.LeftButton, more, best.place_of(4).toPoint())
    qtbot.mouseClick(best, Qt.MouseButton.LeftButton, more, best.place_of(1).toPoint())
    assert found == [(4, 1), ()]


def test_keys_go_from_trial_to_trial(qtbot: QtBot, best: BestPicture, sweep: Sweep) -> None:
    found = chosen_by(best)
    qtbot.keyClick(best, Qt.Key.Key_Right)
    best.set_scene(scene_of(sweep, chosen=(1,)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Escape):
        qtbot.keyClick(best, key)
    assert found == [(0,), (2,), (0,), (4,), ()]  # the one that runs has reached nothing yet
    assert "Trial 2" in best.accessibleDescription()


def test_a_cell_holds_the_trials_of_its_values_the_best_first(
    heat: HeatPicture, sweep: Sweep, qtbot: QtBot
) -> None:
    cells = heat_of(scene_of(sweep), RATE, BATCH).cells
    assert sum(map(len, cells.values())) == 4
    assert {place[1] for place in cells} == {0, 1, 2}
    alone = heat_of(scene_of(sweep), BATCH, "").cells
    assert [trial.number for trial in alone[0, 0]] == [1, 0]
    found = chosen_by(heat)
    column = scene_of(sweep).scales[RATE].cell_of(0.01)
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.rect_of(column, 1).center().toPoint())
    assert found == [(2,)]
    assert "Batch size: 128, 1 trial" in heat.cell_words(column, 1)
    assert "No trial yet" in heat.cell_words(0, 0)
    many = [trial(number, 0.01, 32, 0.5) for number in range(1200)]
    heat.show_heat(scene_of(sweep, many), RATE, "")
    assert "1,200 trials" in heat.cell_words(column, 0)


def test_keys_go_from_cell_to_cell_through_empty_ones(heat: HeatPicture, sweep: Sweep, qtbot: QtBot) -> None:
    found = chosen_by(heat)
    for _ in range(3):
        qtbot.keyClick(heat, Qt.Key.Key_Up)
        heat.show_heat(scene_of(sweep, chosen=found[-1] if found else ()), RATE, BATCH)
    assert found == [(4,)]  # 0.0001 with 512, at the upper edge
    assert heat.accessibleDescription() == heat.cell_words(0, 2)


def test_a_brush_chooses_what_lies_in_it(lines: LinesPicture, sweep: Sweep) -> None:
    found = chosen_by(lines)
    scene = scene_of(sweep)
    lines.brush(BATCH, 0.4, 0.6)
    lines.set_scene(scene_of(sweep, scene.trials, found[-1]))
    lines.brush(GOAL, 0.9, 1.0)
    lines.brush(BATCH, 0, 0)
    assert found == [(2,), (), (1,)]
    lines.clear_brushes()
    assert not lines.brushes


def test_a_drag_on_an_axis_brushes_and_a_press_on_a_line_chooses_it(
    lines: LinesPicture, sweep: Sweep, qtbot: QtBot
) -> None:
    scene = scene_of(sweep)
    first, second, _goal = lines.line_of(scene, TRIALS[4])
    found = chosen_by(lines)
    middle = QPointF((first.x() + second.x()) / 2, (first.y() + second.y()) / 2).toPoint()
    qtbot.mouseClick(lines, Qt.MouseButton.LeftButton, pos=middle)
    assert found == [(4,)]
    axis = second.toPoint()
    qtbot.mousePress(lines, Qt.MouseButton.LeftButton, pos=axis)
    qtbot.mouseMove(lines, axis + QPoint(0, 30))
    qtbot.mouseRelease(lines, Qt.MouseButton.LeftButton, pos=axis + QPoint(0, 30))
    assert list(lines.brushes) == [BATCH]
    qtbot.mouseClick(lines, Qt.MouseButton.LeftButton, pos=axis)
    assert not lines.brushes


def test_what_is_chosen_looks_different(
    best: BestPicture, heat: HeatPicture, lines: LinesPicture, sweep: Sweep
) -> None:
    for picture in (best, heat, lines):
        before = picture.grab().toImage()
        picture.set_scene(scene_of(sweep, chosen=(2,)))
        assert picture.grab().toImage() != before


@pytest.mark.parametrize("name", ["light", "dark"])
def test_colours_go_from_pale_to_strong_and_words_are_read_on_them(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", theme.THEMES[name])
    ground = theme.current().color("surface")
    steps = [contrast(colour_of(share), ground) for share in np.linspace(0, 1, 11)]
    assert all(first < second for first, second in pairwise(steps))
    assert steps[0] > 1.3
    assert all(contrast(ink_on(colour_of(share)), colour_of(share)) >= 4.5 for share in np.linspace(0, 1, 21))


def test_what_is_far_worse_is_said_at_the_end_of_axis_and_colours(
    lines: LinesPicture, heat: HeatPicture, sweep: Sweep
) -> None:
    assert not any("≤" in text for _place, text in lines.ticks(scene_of(sweep), GOAL))
    others = (trial(6, 0.05, 128, 0.5), trial(7, 0.003, 32, 0.96), trial(8, 0.004, 128, 0.965))
    scene = scene_of(sweep, (*TRIALS, *others))
    lines.set_scene(scene)
    assert lines.ticks(scene, GOAL)[0] == (0.0, "≤ 89\N{NO-BREAK SPACE}%")
    heat.show_heat(scene, RATE, BATCH)
    assert heat.heat is not None
    assert heat.ramp_words(scene, heat.heat) == ("≤ 89.00\N{NO-BREAK SPACE}%", "97.00\N{NO-BREAK SPACE}%")


def test_why_nothing_can_be_told_yet_stands_where_the_bars_will(qtbot: QtBot, sweep: Sweep) -> None:
    view = ImportanceView()
    put(qtbot, view)
    view.set_scene(scene_of(sweep))
    assert view.picture.accessibleDescription().startswith(f"From {LEAST_TRIALS} trials on")
    assert not view.findChild(QLabel, "importanceNote").isVisible()
