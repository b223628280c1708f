"""The bare window at the start: where it stood, in its old outline, and without anything heavy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.pad.drawing import array_of
from gui.widgets import remembered_layout
from gui.window.outline import KEY, remember
from gui.workbench import Workbench


def bare_window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_outline_of_the_last_window_is_painted(qtbot: QtBot) -> None:
    remember(
        [(QRect(0, 0, 5000, 5000), QColor("#102030")), (QRect(0, 0, 40, 5000), QColor("#a0b0c0"))],
    )
    pixels = array_of(bare_window(qtbot).grab().toImage())
    assert pixels[100, 20, :3].tolist() == [0xA0, 0xB0, 0xC0]
    assert pixels[100, 60, :3].tolist() == [0x10, 0x20, 0x30]


def test_a_window_that_filled_the_screen_fills_it_again(qtbot: QtBot) -> None:
    before = bare_window(qtbot)
    before.showMaximized()
    remembered_layout.save("geometry", before.saveGeometry())
    assert bare_window(qtbot).isMaximized()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "#102030 1 2 3",
        "#102030 a b c d",
        ";;",
        "#102030 1 2 3 99999999999999",
        "#fff 2147483648 0 1 1",
    ],
)
def test_without_an_outline_the_window_is_plain(qtbot: QtBot, text: str) -> None:
    remembered_layout.save(KEY, text)
    pixels = array_of(bare_window(qtbot).grab().toImage())
    assert (pixels == pixels[0, 0]).all()


def test_a_window_that_was_all_over_the_screen_comes_back_so(qtbot: QtBot) -> None:
    window = bare_window(qtbot)
    window.showMaximized()
    remembered_layout.save("geometry", window.saveGeometry())
    assert bare_window(qtbot).isMaximized()


@pytest.mark.slow
def test_a_closed_window_leaves_its_outline(qtbot: QtBot, window: MainWindow) -> None:
    window.set_theme("dark")
    qtbot.waitExposed(window)
    shown = array_of(window.grab().toImage())
    sheet = window.panel.canvas.mapTo(window, window.panel.canvas.rect().center())
    places = [(window.height() - 60, 4), (sheet.y() + 60, sheet.x())]
    plot, handle = window.station("train").page.curves.accuracy, window.body.splitter.handle(1)
    for part, inside in ((plot, QPoint(9, 9)), (plot, plot.rect().bottomLeft()), (handle, QPoint(0, 90))):
        at = part.mapTo(window, inside)
        places += [(at.y(), at.x()), (at.y(), at.x() - 1)]
    lying = window.station("train").page.curves.splitter.handle(1)
    at = lying.mapTo(window, QPoint(90, 0))
    places += [(at.y(), at.x()), (at.y() + 1, at.x())]
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    again.resize(window.size())
    outline = array_of(again.grab().toImage())
    assert [outline[place].tolist() for place in places] == [shown[place].tolist() for place in places]
    assert outline[places[0]].tolist() != outline[places[1]].tolist()


@pytest.mark.slow
def test_a_bare_window_can_be_closed_and_furnished(qtbot: QtBot) -> None:
    window = bare_window(qtbot)
    assert window.close()
    bench = Workbench()
    window.show()
    window.furnish(bench)
    qtbot.waitUntil(window.station("train").page.isVisible)
    window.close()


@pytest.mark.slow
def test_pages_out_of_sight_are_built_after_the_paint(qtbot: QtBot) -> None:
    window = bare_window(qtbot)
    bench = Workbench()
    window.show()
    window.furnish(bench, later=True)
    assert window.station("train").is_built  # before the paint
    assert not window.station("data").is_built
    qtbot.waitUntil(window.station("train").page.isVisible)
    window.complete()
    assert window.station("data").is_built
    window.close()


def test_the_frame_needs_nothing_heavy() -> None:
    heavy = {
        "numpy",
        "html.entities",
        "pydantic",
        "pyqtgraph",
        "torch",
        "gui.look.theme",
        "gui.workbench",
        "engine.errors",
    }
    code = f"import sys, gui.app; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_window_is_built_without_what_only_curves_training_and_advice_need() -> None:
    code = """
import sys
from pathlib import Path
from gui import app
application = app.bare_app(["test", "-platform", "offscreen"])
from gui.main_window import MainWindow
window = MainWindow()
window.show()
from gui.widgets.curves import plot
plot.PREPARE_AFTER = 600_000  # milliseconds, however long building takes
from gui.workbench import Workbench
window.furnish(Workbench())
application.processEvents()
late = {"torch", "pyqtgraph", "PIL", "filelock", "engine.evaluation", "gui.stations.data.import_preview"}
late |= {"engine.lessons.reading", "gui.lessons.panel", "gui.lessons.watching"}
print(sorted(late & set(sys.modules)))
window.close()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_the_painted_window_needs_nothing_of_what_comes_behind_it(tmp_path: Path) -> None:
    code = """
import os, sys, main
main._prepare_libraries()
from gui import plain_imports
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from gui import app, unread_sources
application = QApplication.instance
from gui.tasks import put_off
unread_sources.leave_unread()
late = {"numpy._core", "_hashlib", "hmac", "importlib.metadata", "tarfile", "html.entities", "gui.stations.data.page"}
late |= {"engine.data.importing.csv_rows", "engine.data.ink.strokes", "engine.data.doubt.learning"}
late |= {"engine.storage.runs.folder", "engine.storage.runs.file.header", "engine.training.doctor.doctor"}
late |= {"difflib", "gui.window.findables", "gui.pad.sliders.panel", "pyqtgraph", "torch"}
late |= {"engine.layers.gru", "engine.layers.attention", "engine.data.sources.registry", "engine.data.text.registry"}
late |= {"pydantic", "pydantic_core", "annotated_types", "typing_extensions"}
late |= {"engine.data.importing.registry", "gui.stations.data.data_menu", "engine.data.kept_drawing"}
late |= {"gui.window.lab_reset", "gui.widgets.network.figures.block", "PySide6.QtSvg"}
seen = set()
class Paints(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            seen.add(watched)
        return False
paints = Paints()
def painted(window):
    shown = [part for part in application().allWidgets() if part.isVisible() and not part.visibleRegion().isEmpty()]
    print([type(part).__name__ for part in shown if part not in seen], len(shown) > 100)
    left = [module.__name__ for module in put_off._waiting]
    print(sorted(late & set(sys.modules)), left == list(app.LATER), flush=True)
    print(window.station("train").page.isVisible(), flush=True)
    os._exit(0)
framed = app._wait_for_paint
def waits(window, *kept):
    framed(window, *kept)
    if kept:
        print(kept[1].name)  # a key may not come before the menus that are made now
        app.catch_up = lambda: painted(window)
        return
    application().installEventFilter(paints)
    app.put_off(*app.LATER)
    from gui.widgets.curves import plot
    plot.PREPARE_AFTER = 600_000  # milliseconds, however long building takes
app._wait_for_paint = waits
app.main(["-platform", "offscreen"])
"""
    environment = os.environ | {"NETSKETCH_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == ["ExcludeUserInputEvents", "[]", "True", "[]", "True", "True"]
