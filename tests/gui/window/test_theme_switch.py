"""A change of theme changes colours and nothing else: each widget's letters stay as large as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.style_sheet import repolish
from gui.window import registry
from tests.gui.look.walk import unfold
from tests.gui.pad.hands import SEVEN, pull

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 30_000


def letters(window: QWidget) -> dict[QWidget, tuple[int, bool, bool]]:
    """Return how large each widget's letters are in pixels, whether bold, and with figures of equal width."""
    tabular = QFont.Tag("tnum")
    return {
        widget: (QFontInfo(font).pixelSize(), font.bold(), font.isFeatureSet(tabular))
        for widget in (window, *window.findChildren(QWidget))
        for font in (widget.font(),)
    }


def test_letters_stay_as_they_were(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    with qtbot.waitSignal(window.panel.answered, timeout=LONG):
        pull(window.panel.canvas, SEVEN)
    window.words.show_sentence("Something.")
    window.set_theme("light")
    for kind in registry.STATIONS:
        window.show_station(kind.name)
        qtbot.waitUntil(window.station(kind.name).page.isVisible)
    unfold(window)
    answer = window.findChild(QWidget, "predictionLabel")
    QApplication.processEvents()  # the bar above the page takes some of the pad's room
    before = letters(window)
    assert before[answer][0] > before[window][0]
    for mode in ("dark", "light"):
        window.set_theme(mode)
        QApplication.processEvents()
        now = letters(window)
        changed = {
            widget: (before[widget], now[widget]) for widget in before if now.get(widget) != before[widget]
        }
        assert not changed, mode


def places(window: QWidget) -> dict[QWidget, QRect]:
    """Return where each widget in sight stands in what it is in."""
    return {widget: widget.geometry() for widget in window.findChildren(QWidget) if widget.isVisible()}


def places_at_rest(window: MainWindow, qtbot: QtBot) -> dict[QWidget, QRect]:
    """Return the same, once nothing is measured any more and a turn of the event loop moves nothing."""
    measuring = window.station("evaluate").measuring
    qtbot.waitUntil(lambda: not measuring.busy and not measuring.is_stale, timeout=LONG)
    seen = [places(window)]

    def is_at_rest() -> bool:
        QApplication.processEvents()
        seen.append(places(window))
        return seen[-1] == seen[-2]

    qtbot.waitUntil(is_at_rest, timeout=LONG)
    return seen[-1]


def test_everything_stays_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    window.set_theme("light")
    window.show_station("evaluate")
    verdicts = window.findChildren(QWidget, "verdict")  # one for each goal that a report is of
    qtbot.waitUntil(lambda: any(not each.visibleRegion().isEmpty() for each in verdicts), timeout=LONG)
    window.words.show_sentence("Something.")
    before = places_at_rest(window, qtbot)
    window.set_theme("dark")
    now = places_at_rest(window, qtbot)
    assert {widget: (before[widget], now[widget]) for widget in now if now[widget] != before[widget]} == {}
    window.set_theme("light")


def test_a_mark_on_a_widget_leaves_its_letters(window: MainWindow) -> None:
    answer = window.findChild(QWidget, "predictionLabel")
    before = letters(window)[answer]
    repolish(answer)
    assert letters(window)[answer] == before
