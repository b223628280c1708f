"""What lessons name is found, brought into sight and outlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from gui.lessons.pointing import Pointing
from gui.pad.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow


@pytest.fixture
def pointing(window: MainWindow) -> Iterator[Pointing]:
    made = Pointing(window.body, window)
    yield made
    made.take_away()


def waiting(pointing: Pointing, qtbot: QtBot, is_it: Callable[[QWidget], bool]) -> None:
    """Wait until what is meant is pointed at."""

    def is_there() -> bool:
        pointing.follow()
        return pointing.target is not None and is_it(pointing.target)

    qtbot.waitUntil(is_there, timeout=5000)


def test_a_setting_is_shown_on_its_page_though_it_was_folded_away(
    window: MainWindow, pointing: Pointing, qtbot: QtBot
) -> None:
    window.show_station("runs")
    focus = window.focusWidget()
    pointing.point("training.weight_decay")
    assert pointing.target is None
    pointing.bring()
    assert window.rail.station == "train"
    assert pointing.target is not None
    assert pointing.target.objectName() == "weightDecay"
    qtbot.waitUntil(lambda: not pointing.target.visibleRegion().isEmpty(), timeout=5000)  # type: ignore[union-attr]
    assert window.focusWidget() is focus  # the keyboard stays where it was


def test_a_setting_of_the_data_is_on_their_page(window: MainWindow, pointing: Pointing) -> None:
    window.complete()
    window.workbench.editor.edit("data.dataset", "moons")
    pointing.point("data.plane.noise")
    pointing.bring()
    assert window.rail.station == "data"
    assert pointing.target is not None


def test_a_page_is_pointed_at_on_the_rail_and_its_view_once_it_is_in_sight(
    window: MainWindow, pointing: Pointing, qtbot: QtBot
) -> None:
    pointing.point("station:understand/why")
    pointing.bring()
    assert window.rail.station == "train"
    assert pointing.target is not None
    assert pointing.target.objectName() == "understandStationButton"
    window.show_station("understand")
    waiting(pointing, qtbot, lambda target: getattr(target, "text", str)() == "Why this answer")


def test_a_view_is_turned_to_for_what_is_on_it(window: MainWindow, pointing: Pointing, qtbot: QtBot) -> None:
    pointing.point("learning-curve")
    pointing.bring()
    assert (window.rail.station, window.station("evaluate").view()) == ("evaluate", "data")
    waiting(pointing, qtbot, lambda target: target.objectName() == "drawCurve")


def test_the_pad_is_unfolded_and_followed_into_a_window_of_its_own(
    window: MainWindow, pointing: Pointing
) -> None:
    placement = window.body.pad_placement
    placement.set_place(Place.HIDDEN)
    pointing.point("canvas")
    assert pointing.target is None
    pointing.bring()
    assert placement.place is Place.RIGHT
    assert pointing.target is window.panel.canvas
    placement.set_place(Place.FLOATING)
    pointing.follow()
    assert pointing.target is window.panel.canvas
    placement.set_place(Place.RIGHT)
    pointing.follow()
    assert pointing.target is window.panel.canvas
    pointing.point("")
    assert pointing.target is None


def test_train_is_pointed_at_on_the_page_where_its_curves_are(window: MainWindow, pointing: Pointing) -> None:
    window.show_station("data")
    pointing.point("train")
    pointing.bring()
    assert window.rail.station == "train"
    assert pointing.target is not None
    assert pointing.target.objectName() == "trainButton"


def test_the_frame_goes_round_all_of_a_plot(window: MainWindow, pointing: Pointing, qtbot: QtBot) -> None:
    pointing.point("accuracy")
    pointing.bring()
    plot = window.station("train").page.curves.accuracy
    frame = window.findChild(QWidget, "lessonOutline")
    assert frame is not None
    qtbot.waitUntil(lambda: frame.height() >= plot.height() > 100, timeout=5000)


def test_the_microscope_makes_way_for_the_curves(window: MainWindow, pointing: Pointing) -> None:
    train = window.station("train")
    train.page.show_microscope(shown=True)
    pointing.point("microscope")
    pointing.bring()
    assert train.view() == "microscope"
    pointing.point("train")
    pointing.bring()
    assert train.view() == ""
