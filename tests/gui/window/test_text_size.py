"""Words of another size: at once, with all that goes with them, and nothing cut off however large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QToolButton, QWidget
from shiboken6 import isValid

from gui.look import language, text_size, theme
from gui.look.style_sheet import style_sheet
from gui.main_window import MainWindow
from gui.pad.place import Place
from gui.widgets import painted
from gui.widgets.fields.segments import Choice
from gui.widgets.label import Label
from gui.widgets.painted import Painted
from gui.widgets.short_label import ShortLabel
from gui.window import registry
from gui.window.page_area import PageArea

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 60_000
STATIONS = [kind.name for kind in registry.STATIONS]
FRAME = QSize(12, 34 + 36)
"""What the frame of a window and a panel take of a screen."""


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or windows change, too
    text_size.apply(qapp, 100)


@pytest.fixture
def trained(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    window.panel.canvas.set_image(window.workbench.data.test.images[0])
    return window


def area(window: MainWindow) -> PageArea:
    shown = window.body.stations.pages.currentWidget()
    assert isinstance(shown, PageArea)
    return shown


def all_pages(window: MainWindow, qtbot: QtBot) -> Iterator[str]:
    """Turn to each station, and to each view of Understand."""
    for name in STATIONS:
        window.show_station(name)
        page = window.station(name).page
        qtbot.waitUntil(page.isVisible, timeout=LONG)
        if name == "evaluate":
            qtbot.waitUntil(page.report.isVisible, timeout=LONG)
        for view in getattr(page, "views", {"": None}):
            if view:
                page.show_view(view)
            for _ in range(10):  # what changes its height moves what is below it
                QApplication.processEvents()
            yield f"{name} {view}"


class CutWords:
    """Looks on while pictures are painted, and notes the words that have less room than they need."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._found: dict[Painted, list[tuple[str, str, str]]] = {}
        painting, look = Painted.paintEvent, self._look

        class Watching(QPainter):
            def drawText(self, *told: Any) -> None:
                if len(told) == 3 and isinstance(told[0], QRect | QRectF):
                    look(self, QRectF(told[0]), told[1], told[2])
                super().drawText(*told)

        def paint_event(widget: Painted, event: QPaintEvent) -> None:
            self._found[widget] = []
            painting(widget, event)

        monkeypatch.setattr(painted, "QPainter", Watching)
        monkeypatch.setattr(Painted, "paintEvent", paint_event)

    def _look(self, painter: QPainter, room: QRectF, flags: Any, text: str) -> None:
        metrics, widget = QFontMetricsF(painter.font()), painter.device()
        assert isinstance(widget, Painted)
        if int(getattr(flags, "value", flags)) & Qt.TextFlag.TextWordWrap.value:
            needed = metrics.boundingRect(room, int(getattr(flags, "value", flags)), text).size()
        else:
            needed = QSizeF(metrics.horizontalAdvance(text), metrics.height())
        place = painter.worldTransform().mapRect(room)
        is_inside = QRectF(widget.rect()).adjusted(-2, -2, 2, 2).contains(place.center())
        if needed.width() > room.width() + 1 or 0.75 * needed.height() > room.height() or not is_inside:
            self._found[widget].append((type(widget).__name__, widget.objectName(), text))

    def in_sight(self) -> list[tuple[str, str, str]]:
        """Return those of all pictures that can be seen now, the pad's letters aside, which go by its size."""
        shown = (w for w in self._found if isValid(w) and not w.visibleRegion().isEmpty())
        return [cut for widget in shown for cut in self._found[widget]]


@pytest.fixture
def painted_cut(monkeypatch: pytest.MonkeyPatch) -> CutWords:
    return CutWords(monkeypatch)


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return ""  # shortened by Qt, and whole in its list
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return "" if not widget.icon().isNull() else widget.text()
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return text.replace("&", "") if isinstance(widget, QAbstractButton) else text


def cut_words(window: MainWindow, root: QWidget) -> list[tuple[str, str, str]]:
    """Return the words in sight that have less room than they need, with their place."""
    cut = []
    QApplication.sendPostedEvents()  # what came last, as from a thread, has its place only then
    for widget in root.findChildren(QWidget):
        text = text_of(widget)
        if not text or not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, ShortLabel | Choice) or "<" in text:
            continue  # gives way, and says all in its tooltip
        room, metrics = widget.contentsRect(), widget.fontMetrics()
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = widget.height() < widget.heightForWidth(widget.width())
        elif isinstance(widget, QAbstractButton) and widget.toolTip() and "…" in text:
            is_cut = False
        else:
            lines = text.split("\n")
            wide = max(metrics.horizontalAdvance(line) for line in lines)
            is_cut = room.width() < wide or room.height() < metrics.height() * 0.8 * len(lines)
        if is_cut:
            cut.append((type(widget).__name__, widget.objectName(), text))
    return cut


@pytest.mark.timeout(240)  # all pages, three times over
def test_no_words_are_cut_and_no_page_scrolls_from_side_to_side(
    trained: MainWindow, qtbot: QtBot, painted_cut: CutWords
) -> None:
    for percent, screen, code in (
        (200, QSize(1366, 768), "en"),
        (200, QSize(1024, 600), "en"),
        (200, QSize(1024, 600), "zh_Hans"),
        (150, QSize(1024, 600), "en"),
    ):
        size = screen - FRAME
        trained.resize(size)
        trained.set_language(code)
        trained.workbench.preferences.set_value("text_size", percent)
        look_at_words(trained, qtbot, painted_cut, size)
    trained.set_language("en")


def look_at_words(trained: MainWindow, qtbot: QtBot, painted_cut: CutWords, size: QSize) -> None:
    found, scrolled = {}, {}
    for page in all_pages(trained, qtbot):
        assert trained.size() == size, f"{page} made the window larger"
        for _ in range(10):  # a view whose maps come late is laid out with them, and the pad after it
            cut = cut_words(trained, trained) + painted_cut.in_sight()
            if not cut:
                break
            QApplication.processEvents()
        if cut:
            found[page] = cut
        scrolled[page] = area(trained).horizontalScrollBar().maximum()
    assert (size, found) == (size, {})
    assert (size, {page: pixels for page, pixels in scrolled.items() if pixels}) == (size, {})
    assert trained.body.pad_placement.place is Place.RIGHT  # it gave way by itself


def letters(window: MainWindow) -> dict[QWidget, int]:
    """Return how large each widget's letters are, in pixels."""
    return {widget: QFontInfo(widget.font()).pixelSize() for widget in window.findChildren(QWidget)}


def test_all_words_grow_at_once_and_back_again(trained: MainWindow, qtbot: QtBot) -> None:
    for _ in all_pages(trained, qtbot):
        pass
    before = letters(trained)
    pad = {trained.panel, *trained.panel.findChildren(QWidget)}
    sizes = trained.rail.width(), trained.findChild(QWidget, "trainButton").iconSize()
    preferences = trained.workbench.preferences
    preferences.set_value("text_size", 200)
    now = letters(trained)
    same = [
        widget
        for widget, size in before.items()
        if widget in now and widget not in pad and now[widget] < 1.8 * size and not widget.isHidden()
    ]
    assert same == []
    assert all(now[widget] >= before[widget] for widget in pad if widget in now)
    qtbot.waitUntil(lambda: trained.rail.width() > sizes[0])
    assert trained.findChild(QWidget, "trainButton").iconSize() == 2 * sizes[1]
    preferences.set_value("text_size", 100)
    for _ in all_pages(trained, qtbot):
        pass
    after = letters(trained)
    assert {
        widget: (size, after[widget]) for widget, size in before.items() if after.get(widget, size) != size
    } == {}
    assert (trained.rail.width(), trained.findChild(QWidget, "trainButton").iconSize()) == sizes


def test_theme_and_language_leave_the_size(window: MainWindow, qapp: QApplication) -> None:
    window.workbench.preferences.set_value("text_size", 150)
    points = qapp.font().pointSizeF()
    window.set_theme("dark")
    assert "min-height: 32px" in qapp.styleSheet()
    language._choose_faces("zh_Hans")
    assert qapp.font().pointSizeF() == points
    language._choose_faces("en")
    window.set_theme("system")
    assert text_size.percent() == 150


def test_it_holds_from_the_start(bench: Workbench, qapp: QApplication) -> None:
    usual = qapp.font().pointSizeF()
    bench.preferences.set_value("text_size", 175)
    window = MainWindow(bench)
    assert qapp.font().pointSizeF() == pytest.approx(1.75 * usual)
    window.close()
    window.deleteLater()


def test_lengths_go_with_words_and_lines_do_not() -> None:
    look = theme.current()
    usual, large = style_sheet(look), style_sheet(look, 2.0)
    assert "border: 1px solid" in large
    assert ("min-height: 21px" in usual, "min-height: 42px" in large) == (True, True)
    assert "sp" not in {word[-2:] for word in large.replace(";", " ").split() if word[0].isdigit()}


def test_what_has_a_size_of_its_own_takes_part(qapp: QApplication, qtbot: QtBot) -> None:
    label = Label("x")
    qtbot.addWidget(label)
    text_size.sized(label.setMinimumWidth, 100)
    text_size.sized(label.setMinimumHeight, 100, share=0.5)
    text_size.apply(qapp, 150)
    assert (label.minimumWidth(), label.minimumHeight()) == (150, 125)
    text_size.sized(label.setMinimumWidth, 10)
    text_size.apply(qapp, 200)
    assert (label.minimumWidth(), label.minimumHeight()) == (20, 150)
    assert text_size.px(7) == 14
