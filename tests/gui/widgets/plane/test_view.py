"""The plane shows points and what the network answers; while it trains, no more often than it may."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from engine.data.plane.ground import Plane
from engine.errors import ModelError
from gui.look import theme
from gui.look.colours import THEMES
from gui.tasks.repaint_budget import RepaintBudget
from gui.widgets.plane import view as plane_view
from gui.widgets.plane.view import LIVE_SIDE, STILL_SIDE, PlaneView

PLACES = np.array([[-3, 0], [3, 0], [3, 3]], np.float32)
LABELS = np.array([0, 1, 0])
TEST = np.array([False, True, False])


class RightIsB:
    """Answers A at the left and B at the right."""

    def __init__(self) -> None:
        self.asked: list[NDArray[np.float32]] = []

    def __call__(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        self.asked.append(rows)
        b = 1 / (1 + np.exp(-4 * rows[:, 0]))
        return np.column_stack([1 - b, b]).astype(np.float32)


@pytest.fixture
def view(qtbot: QtBot) -> PlaneView:
    made = PlaneView()
    qtbot.addWidget(made)
    made.resize(240, 240)
    made.set_points(PLACES, LABELS, TEST, ("A", "B"))
    return made


def show(qtbot: QtBot, view: PlaneView) -> None:
    with qtbot.waitExposed(view):
        view.show()


def test_the_network_is_asked_about_every_place_and_every_point_at_once(
    qtbot: QtBot, view: PlaneView
) -> None:
    network = RightIsB()
    view.set_predictor(network, ("A", "B"))
    assert network.asked == []  # nobody looks
    show(qtbot, view)
    qtbot.waitUntil(lambda: view.pictures == 1)
    assert [len(rows) for rows in network.asked] == [STILL_SIDE**2 + 3]
    assert view.wrong().tolist() == [2]
    picture = view.grab().toImage()
    look = theme.current()

    def nearer(x: float, y: float) -> int:
        at = view.pixel_of(x, y).toPoint() * picture.devicePixelRatio()
        found = picture.pixelColor(at)
        return int(
            np.argmin(
                [
                    sum(abs(a - b) for a, b in zip(found.getRgb(), look.class_color(k).getRgb(), strict=True))
                    for k in (0, 1)
                ]
            )
        )

    assert [nearer(-5, -5), nearer(5, -5)] == [0, 1]


def test_places_and_pixels_are_each_others_inverse_in_any_window(view: PlaneView) -> None:
    for size in ((240, 240), (400, 200), (150, 300)):
        view.resize(*size)
        for place in ((-6.0, -6.0), (0.0, 0.0), (5.5, -2.25)):
            assert view.place_of(view.pixel_of(*place)) == pytest.approx(place, abs=1e-6)
    assert view.area().width() == pytest.approx(148)
    assert view.place_of(QPointF(-99, 999)) == (-6, -6)


def test_features_decide_what_the_network_is_told(qtbot: QtBot, view: PlaneView) -> None:
    network = RightIsB()
    view.set_plane(Plane(("x²", "y")))
    view.set_predictor(network, ("A", "B"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: view.pictures == 1)
    assert network.asked[0][-3:].tolist() == [[9, 0], [9, 0], [9, 3]]


def test_nothing_is_called_wrong_where_the_network_knows_other_classes(qtbot: QtBot, view: PlaneView) -> None:
    view.set_predictor(RightIsB(), ("B", "C"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: view.pictures == 1)
    assert view.wrong().tolist() == []
    assert "something else" not in view.accessibleDescription()


@pytest.mark.parametrize("error", [ModelError("Broken."), ValueError("broken")])
def test_a_network_that_gives_no_answer_leaves_the_points(
    qtbot: QtBot, view: PlaneView, error: Exception
) -> None:
    def broken(_rows: NDArray[np.float32]) -> NDArray[np.float32]:
        raise error

    view.set_predictor(broken, ("A", "B"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: view.pictures == 1)
    assert not view.grab().isNull()
    assert view.wrong().tolist() == []


def test_in_training_fewer_places_are_asked_and_no_oftener_than_the_budget_allows(
    qtbot: QtBot, view: PlaneView, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def pause(self: RepaintBudget, now: float) -> float:
        waits.append(now)
        return 3600.0 if view.pictures else 0.0

    monkeypatch.setattr(RepaintBudget, "pause", pause)
    network = RightIsB()
    view.set_live(True)
    view.set_predictor(network, ("A", "B"))
    show(qtbot, view)
    qtbot.waitUntil(lambda: view.pictures == 1)
    assert len(network.asked[0]) == LIVE_SIDE**2 + 3
    for _ in range(5):
        view.refresh()
    assert len(network.asked) == 1
    view.set_live(False)  # the end of training is seen at once, and in full
    qtbot.waitUntil(lambda: len(network.asked) == 2)
    assert len(network.asked[1]) == STILL_SIDE**2 + 3
    assert waits


def test_the_words_say_how_many_points_there_are_and_how_many_are_wrong(
    qtbot: QtBot, view: PlaneView
) -> None:
    assert view.accessibleDescription() == "Points of each class: A: 2, B: 1."
    view.set_predictor(RightIsB(), ("A", "B"))
    show(qtbot, view)
    view.catch_up()
    assert "takes 1 of 3 for something else" in view.accessibleDescription()


def test_another_theme_has_its_own_colours(
    qtbot: QtBot, view: PlaneView, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = RightIsB()
    view.set_predictor(network, ("A", "B"))
    show(qtbot, view)
    view.catch_up()
    corner = view.area().center().toPoint() / 4
    before = view.grab().toImage().pixelColor(corner)
    monkeypatch.setattr(theme, "_current", THEMES["dark"])
    theme.notifier.theme_changed.emit(theme.current())
    assert view.grab().toImage().pixelColor(corner).lightness() < before.lightness() - 40
    assert len(network.asked) == 1  # nobody had to be asked again


def test_very_many_points_are_thinned_out_and_keep_their_numbers(view: PlaneView) -> None:
    count = 10_000
    places = np.zeros((count, 2), np.float32)
    view.set_points(places, np.zeros(count, np.int64), np.zeros(count, np.bool_), ("A", "B"))
    assert len(view.points) == 3_000
    assert view.points.indices[[0, -1]].tolist() == [0, count - 1]
    assert plane_view.LIVE_SHARE <= 0.01


def test_where_it_paints_its_own_ground_that_is_the_window_s(qtbot: QtBot, view: PlaneView) -> None:
    view.set_opaque()
    view.resize(300, 200)
    show(qtbot, view)
    beside = view.area().toRect().left() - 5
    assert beside > 0
    assert view.grab().toImage().pixelColor(beside, 100) == theme.current().color("window")
