"""The window on a small screen: 1024×600 with a frame and a panel is enough, at every station, in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from engine.errors import DataError
from gui.main_window import MainWindow
from gui.pad.place import Place
from gui.stations.station import Station
from gui.tasks.worker import Progress
from gui.widgets import remembered_layout
from gui.window import outline, registry
from gui.window.page_area import PageArea
from gui.workbench import Workbench

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = 30_000
STATIONS = [kind.name for kind in registry.STATIONS]
SMALL = QSize(1024 - 2 * 6, 600 - 34 - 36)
"""What a frame and a panel leave of 1024×600."""
TINY = QSize(960 - 2 * 6, 540 - 34)
"""What a frame leaves of 1920×1080 at 200 %."""


@pytest.fixture
def trained(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    return window


def fits(needed: QSize, room: QSize) -> bool:
    return needed.width() <= room.width() and needed.height() <= room.height()


def area(window: MainWindow) -> PageArea:
    shown = window.body.stations.pages.currentWidget()
    assert isinstance(shown, PageArea)
    return shown


def test_no_station_and_no_words_make_it_larger(trained: MainWindow, qtbot: QtBot) -> None:
    path = "/a/rather/long/path" * 12 + "x" * 300
    trained.words.show_error(
        DataError(f"The file {path} is broken.", cause="It ends early. " * 20), "details"
    )
    trained.statusBar().showMessage(path)
    trained.resize(SMALL)
    for theme in ("light", "dark"):
        trained.set_theme(theme)
        for station in STATIONS:
            trained.show_station(station)
            qtbot.waitUntil(trained.station(station).page.isVisible)
            QApplication.processEvents()
            assert fits(trained.minimumSizeHint(), TINY), (station, theme)
            assert trained.size() == SMALL, (station, theme)
    trained.set_theme("light")


def test_nothing_of_the_frame_is_cut(trained: MainWindow) -> None:
    trained.resize(SMALL)
    QApplication.processEvents()
    frame = (trained.run_bar, trained.rail, trained.panel, trained.statusBar(), trained.menuBar())
    cut = []
    for part in frame:
        for widget in part.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QLabel | QAbstractButton | QComboBox):
                inside = QRect(QPoint(), trained.size()).contains(
                    QRect(widget.mapTo(trained, QPoint()), widget.size())
                )
                words = widget.fontMetrics().horizontalAdvance(
                    getattr(widget, "text", str)().replace("&", "")
                )
                if not inside or (not isinstance(widget, QLabel) and widget.width() < words):
                    cut.append((widget, widget.geometry()))
    assert cut == []


def test_a_narrow_window_grows_no_wider_when_something_goes_on(window: MainWindow) -> None:
    bar = window.run_bar
    before = bar.minimumSizeHint().width()
    window.workbench.progress_changed.emit(Progress("Loading", 0.5))
    progress = bar.findChild(QWidget, "progressBar")
    assert progress.isVisible()
    assert bar.minimumSizeHint().width() == before
    window.resize(window.minimumSizeHint().width(), SMALL.height())
    assert window.size().width() == window.minimumSizeHint().width()
    QApplication.processEvents()
    beyond = [part for part in bar.findChildren(QAbstractButton) if part.geometry().right() > bar.width()]
    assert (beyond, progress.width()) == ([], 0)
    window.resize(SMALL)
    assert progress.width() >= 60
    window.workbench.progress_changed.emit(None)


def test_train_stands_there_whole_at_the_first_start(window: MainWindow) -> None:
    window.resize(SMALL)
    QApplication.processEvents()
    assert window.panel.isVisible()
    assert area(window).horizontalScrollBar().maximum() == area(window).verticalScrollBar().maximum() == 0


def test_no_page_scrolls_from_side_to_side(trained: MainWindow, qtbot: QtBot) -> None:
    trained.resize(SMALL)
    for place in (Place.RIGHT, Place.HIDDEN):
        trained.body.pad_placement.set_place(place)
        no_page_scrolls(trained, qtbot, place)


def no_page_scrolls(trained: MainWindow, qtbot: QtBot, place: Place) -> None:
    for station in STATIONS:
        trained.show_station(station)
        qtbot.waitUntil(trained.station(station).page.isVisible)
        if station == "evaluate":
            qtbot.waitUntil(trained.station(station).page.report.isVisible, timeout=LONG)
        QApplication.processEvents()
        assert trained.panel.isVisible() is (place is Place.RIGHT)
        qtbot.waitUntil(lambda: area(trained).horizontalScrollBar().maximum() == 0)


def show_report(window: MainWindow, qtbot: QtBot) -> None:
    window.show_station("evaluate")
    qtbot.waitUntil(lambda: window.station("evaluate").page.report.isVisible(), timeout=LONG)


def test_what_stood_side_by_side_stands_in_a_column_before_the_page_scrolls(
    trained: MainWindow, qtbot: QtBot
) -> None:
    trained.resize(TINY)
    trained.body.pad_placement.set_place(Place.HIDDEN)
    trained.body.pad_placement.set_place(Place.RIGHT)  # by hand: it does not give way
    show_report(trained, qtbot)
    sides = trained.station("evaluate").page.report.splitter
    qtbot.waitUntil(lambda: sides.is_column)
    qtbot.waitUntil(lambda: area(trained).horizontalScrollBar().maximum() == 0)
    matrix, mistakes = (sides.widget(place) for place in range(2))
    assert matrix.width() == mistakes.width() == sides.width()
    assert matrix.geometry().bottom() < mistakes.geometry().top()
    trained.body.pad_placement.set_place(Place.HIDDEN)
    qtbot.waitUntil(lambda: not sides.is_column)


def test_what_has_no_room_can_be_scrolled_to(trained: MainWindow, qtbot: QtBot) -> None:
    trained.resize(TINY)
    trained.body.pad_placement.set_place(Place.HIDDEN)
    trained.body.pad_placement.set_place(Place.RIGHT)  # by hand: it does not give way
    show_report(trained, qtbot)
    page = trained.station("evaluate").page
    page.report.splitter.widget(0).setMinimumWidth(900)
    qtbot.waitUntil(lambda: area(trained).horizontalScrollBar().maximum() > 0)
    assert fits(page.minimumSizeHint(), page.size())
    area(trained).horizontalScrollBar().setValue(9999)
    right = page.mapTo(area(trained).viewport(), QPoint(page.width(), 0)).x()
    assert right == area(trained).viewport().width()


def test_the_pad_gives_way_before_the_page_scrolls_and_comes_back(trained: MainWindow, qtbot: QtBot) -> None:
    show_report(trained, qtbot)
    trained.resize(1600, 800)
    QApplication.processEvents()
    wide = trained.panel.width()
    trained.resize(TINY)
    QApplication.processEvents()
    placement = trained.body.pad_placement
    assert (placement.gave_way, placement.place) == (True, Place.RIGHT)  # too little for both: it is folded
    assert not trained.panel.isVisible()
    assert area(trained).horizontalScrollBar().maximum() == 0
    placement.fold()  # by hand it comes back, and stays
    QApplication.processEvents()
    assert trained.panel.minimumSizeHint().width() <= trained.panel.width() < 240
    trained.show_station("train")
    trained.show_station("evaluate")
    assert trained.panel.isVisible()
    placement.fold()
    assert placement.place is Place.HIDDEN
    placement.fold()
    trained.resize(1600, 800)
    QApplication.processEvents()
    assert trained.panel.width() == wide


@pytest.mark.parametrize(
    ("screen", "whole"), [((1024, 600), True), ((1280, 720), True), ((1920, 1080), False)]
)
def test_the_first_start_fills_a_screen_that_is_too_small(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], whole: bool
) -> None:
    monkeypatch.setattr(outline, "room_for", lambda _window: QRect(0, 0, *screen))
    window = MainWindow()
    qtbot.addWidget(window)
    assert fits(window.size(), QSize(*screen) - outline.FRAME)
    outline.show(window)
    assert window.isMaximized() is whole
    window.close()
    remembered_layout.save("geometry", window.saveGeometry())
    later = MainWindow()
    qtbot.addWidget(later)
    later.showNormal()
    outline.show(later)
    assert not later.isMaximized()


def test_the_rail_scrolls_where_there_are_more_stations_than_room(bench: Workbench, qtbot: QtBot) -> None:
    made = [type(f"{n}", (registry.STATIONS[0],), {"name": f"s{n}"}) for n in range(12)]
    assert all(issubclass(kind, Station) for kind in made)
    window = MainWindow(bench)
    rail = window.rail
    for kind in made:
        rail.add_station(kind.name, "A longer title", "train", "help", "Ctrl+9")
    rail.fit_buttons()
    window.resize(SMALL)
    window.show()
    QApplication.processEvents()
    assert rail.verticalScrollBar().maximum() > 0
    last = window.findChild(QWidget, "s11StationButton")
    last.setFocus()
    assert last.width() <= rail.viewport().width()
    window.close()
    window.deleteLater()


def test_a_pad_that_gave_way_comes_back_with_room_or_a_drawing(trained: MainWindow, qtbot: QtBot) -> None:
    placement = trained.body.pad_placement
    show_report(trained, qtbot)
    trained.resize(1600, 800)
    QApplication.processEvents()
    wide = trained.panel.width()
    trained.resize(TINY)
    QApplication.processEvents()
    assert placement.gave_way
    assert placement.width == wide  # that is remembered
    trained.resize(1600, 800)
    QApplication.processEvents()
    assert trained.panel.isVisible()
    assert trained.panel.width() == wide
    trained.resize(TINY)
    QApplication.processEvents()
    trained.panel.canvas.set_image(trained.workbench.data.test.images[0])
    assert trained.panel.isVisible()
