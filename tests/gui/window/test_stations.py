"""A station that the program does not have is one class and one line: rail, menus, help, drops and memory follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QToolButton

from gui.main_window import MainWindow
from gui.stations.station import CompareRuns, Station
from gui.window import registry
from gui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from gui.stations.station import StationMenus


@dataclass(frozen=True)
class Throw:
    """A request that no station of the program knows."""

    path: Path


class ThrowawayStation(Station[QLabel]):
    """Names what was thrown away."""

    name = "throwaway"
    icon = "dice"
    calls: ClassVar[list[str]] = []

    def title(self) -> str:
        return "Throw away"

    def help_text(self) -> str:
        return "Throw away what is not needed"

    def first_step(self) -> str:
        return "Throw <b>away</b> what you do not need."

    def build(self, place: QWidget) -> QLabel:
        self.calls.append("built")
        return QLabel("Nothing yet", place)

    def add_actions(self, menus: StationMenus) -> None:
        menu = menus.menu("throwawayMenu", "Thro&w")
        menus.add(menu, "Show What Was Thrown", lambda: self.station_wanted.emit(self.name))

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        return self.throw if path.suffix == ".bin" else None

    def offers(self) -> Mapping[type, Callable[[Any], object]]:
        return {Throw: lambda request: self.throw(request.path)}

    def throw(self, path: Path) -> None:
        self.page.setText(path.name)

    def shutdown(self) -> None:
        self.calls.append("shut down")


@pytest.fixture
def window(qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(ThrowawayStation, "calls", [])
    monkeypatch.setattr(registry, "STATIONS", [*registry.STATIONS, ThrowawayStation])  # the line
    made = MainWindow(bench)
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def action(window: MainWindow, text: str) -> QAction:
    found = (each for menu in window.findChildren(QMenu) for each in menu.actions() if each.text() == text)
    return next(found)


def test_it_is_on_the_rail_and_built_when_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    button = window.findChild(QToolButton, "throwawayStationButton")
    assert button.text() == "Throw away"
    assert "Throw away what is not needed (Ctrl+0)" in button.toolTip()
    assert ThrowawayStation.calls == []
    button.click()
    assert ThrowawayStation.calls == ["built"]
    qtbot.waitUntil(window.station("throwaway").page.isVisible)


def test_it_is_in_the_menus_and_in_the_help(window: MainWindow) -> None:
    view = window.findChild(QMenu, "viewMenu")
    assert [each.shortcut().toString() for each in view.actions() if each.text() == "Throw away"] == [
        "Ctrl+0"
    ]
    titles = [each.text().replace("&", "") for each in window.menuBar().actions()]
    assert titles == ["File", "Edit", "Data", "Throw", "Model", "Train", "View", "Help"]
    action(window, "Show What Was Thrown").trigger()
    assert window.rail.station == "throwaway"
    for text, told in (("&First Steps", "Throw <b>away</b> what"), ("&Keyboard", "Throw away")):
        action(window, text).trigger()
        dialog = window.findChildren(QDialog)[-1]
        assert told in dialog.findChild(QLabel).text()
        dialog.close()


def test_it_opens_what_is_dropped_and_does_what_others_ask(qtbot: QtBot, window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("dropped.bin")])
    moment = QDropEvent(
        *(QPointF(5, 5), Qt.DropAction.CopyAction, data),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    window.dropEvent(moment)
    assert moment.isAccepted()
    page = window.station("throwaway").page
    qtbot.waitUntil(lambda: page.text() == "dropped.bin")
    window.station("train").requested.emit(Throw(Path("asked.for")))
    assert page.text() == "asked.for"


def test_what_nobody_offers_is_not_done(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    window.station("train").requested.emit(CompareRuns("no such", "run"))  # heard, and there is no such run
    assert not caplog.records
    window.station("train").requested.emit("juggle")
    assert "juggle" in caplog.text


def test_it_is_remembered_and_shut_down(qtbot: QtBot, window: MainWindow, bench: Workbench) -> None:
    window.show_station("throwaway")
    window.close()
    assert ThrowawayStation.calls == ["built", "shut down"]
    again = MainWindow(Workbench(bench.experiment))
    assert again.rail.station == "throwaway"
    again.close()
    again.deleteLater()


def test_a_remembered_station_that_is_no_more(
    qtbot: QtBot, window: MainWindow, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_station("throwaway")
    window.close()
    monkeypatch.setattr(registry, "STATIONS", [*registry.STATIONS[:-1]])
    again = MainWindow(Workbench(bench.experiment))
    assert again.rail.station == "train"
    again.close()
    again.deleteLater()


def test_the_docs_name_every_station_and_no_other(window: MainWindow) -> None:
    titles = {station.title() for station in window.body.stations if station.name != "throwaway"}
    root = Path(registry.__file__).parents[2]
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert all(f"**{title}**" in readme for title in titles)
    pages = [root / "README.md", root / "engine" / "__init__.py", *(root / "docs").glob("*.md")]
    named = {
        name for page in pages for name in re.findall(r"[Tt]he ([A-Z]\w+) station", page.read_text("utf-8"))
    }
    assert named <= titles
