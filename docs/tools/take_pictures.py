"""Takes the pictures of the documentation from the real window: trains a little, draws a digit, grabs.

python docs/tools/take_pictures.py [--out FOLDER] [--themes light dark] [--size 1366x768] [--language zh_CN] [--all]

QT_QPA_PLATFORM=offscreen needs no display; QT_SCALE_FACTOR=2 gives a display of double density.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.workbench import Workbench

THREE = [
    (0.30, 0.24), (0.46, 0.16), (0.64, 0.22), (0.66, 0.36), (0.48, 0.47),
    (0.66, 0.56), (0.70, 0.72), (0.52, 0.84), (0.30, 0.78),
]  # fmt: skip
PICTURES = Path(__file__).resolve().parents[1] / "pictures"
TIMEOUT = 120.0  # seconds without a step of training


class Sitting(NamedTuple):
    """The window that is shown, what it shows, and what one does with it."""

    window: MainWindow
    bench: Workbench
    wait: Callable[[Callable[[], bool]], None]
    grab: Callable[[str], None]
    run_for: Callable[[int], None]


def main() -> int:
    """Take all pictures and return the exit code."""
    told = options()
    told.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for theme in told.themes:  # each in a home of its own, without the runs and lessons of the one before
        with tempfile.TemporaryDirectory() as home:
            os.environ["NETSKETCH_HOME"] = home
            os.environ["XDG_CONFIG_HOME"] = home
            _take(theme, told)
    if told.language == "en":
        from contact_sheet import PICTURE as SHEET  # here: the arguments are read without it
        from contact_sheet import write as write_sheet

        write_sheet(told.out / SHEET.name)
        print(told.out / SHEET.name)
    return 0


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description="Take pictures of the real window.")
    parser.add_argument("--out", type=Path, help="docs/pictures, or the folder of the language in it")
    parser.add_argument("--language", default="en", help="which the window speaks: en, zh_CN")
    parser.add_argument("--themes", nargs="+", choices=("light", "dark"), default=["light", "dark"])
    parser.add_argument("--all", action="store_true", help="also the first sight and the end of the run")
    parser.add_argument("--size", type=_size, default=(1366, 768), help="width x height, such as 1366x768")
    found = parser.parse_args(arguments)
    if found.out is None:
        found.out = PICTURES if found.language == "en" else PICTURES / found.language
    return found


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (
        width.isdecimal() and height.isdecimal() and 0 < int(width) < 10_000 and 0 < int(height) < 10_000
    ):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no width and height such as 1366x768")
    return int(width), int(height)


def _refuse_boxes(code: str) -> None:
    from gui.look import language
    from gui.look.font_package import font_package

    if not language.has_font(language.meant_by(code)):
        raise SystemExit(f"There is no font for {code}: install {font_package() or 'one'}.")


def _take(theme: str, options: argparse.Namespace) -> None:
    from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
    from PySide6.QtTest import QTest

    from gui.app import create_app
    from gui.main_window import MainWindow
    from gui.stations.evaluate.measuring import Measuring
    from gui.workbench import RunState, Workbench

    create_app([sys.argv[0]])
    QSettings().clear()  # each picture from the first start's layout
    _refuse_boxes(options.language)
    bench = Workbench()
    bench.preferences.language = options.language
    window = MainWindow(bench)
    window.set_theme("dark" if theme == "dark" else "light")
    window.resize(*options.size)
    window.show()

    def run_for(milliseconds: int) -> None:
        loop = QEventLoop()  # unlike QTest.qWait it lets other threads work meanwhile
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def grab(name: str) -> None:
        run_for(150)  # let layouts settle before the picture
        path = options.out / f"{name}-{theme}.png"
        window.grab().save(str(path))
        print(path)

    def wait(condition: Callable[[], bool]) -> None:
        seen, deadline = len(bench.history), time.monotonic() + TIMEOUT
        while not condition():
            if len(bench.history) != seen:  # on a busy machine a run takes its time
                seen, deadline = len(bench.history), time.monotonic() + TIMEOUT
            elif time.monotonic() > deadline:
                raise TimeoutError("The window did not get there in time.")
            run_for(20)

    def draw(points: list[tuple[float, float]]) -> None:
        canvas = window.panel.canvas
        where = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=where[0])
        for start, end in pairwise(where):
            for part in range(1, 9):
                QTest.mouseMove(canvas, start + (end - start) * part / 8)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=where[-1])

    sitting = Sitting(window, bench, wait, grab, run_for)
    bench.loader.warm_up()
    wait(lambda: bench.data is not None and not bench.loader.warming)
    if options.all:
        grab("start")
    draw(THREE)
    window.show_station("train")
    bench.editor.apply_preset("article")
    wait(lambda: bench.data is not None)
    bench.start()
    curves = window.station("train").page.curves
    plots = (curves.loss, curves.accuracy)  # which come after the steps, and show some of them
    wait(lambda: all((plot.sight() or (0, 0))[1] >= 1000 for plot in plots) or not bench.running)
    grab("training")
    wait(lambda: bench.state is RunState.IDLE)
    _presented(sitting)
    if options.all:
        grab("trained")
    window.show_station("evaluate")
    measuring = window.findChildren(Measuring)[0]
    report = window.station("evaluate").page.report
    wait(lambda: report.isVisible() and not measuring.busy)  # it measures by itself, as soon as it can
    grab("evaluate")
    window.show_station("understand")
    understand = window.station("understand").page
    understand.show_view("why")
    run_for(300)  # until it begins
    wait(lambda: not understand.view.task.busy)
    grab("understand")
    window.show_station("challenge")
    challenge = window.station("challenge").page
    fool = challenge.views["fool"]
    run_for(300)  # until it begins
    wait(lambda: not fool.answering.busy)
    fool.find_button.click()
    wait(lambda: not fool.finding.busy and not fool.answering.busy)
    grab("challenge")
    window.show_station("compress")
    compress = window.station("compress")
    wait(lambda: compress.subject.is_ready and not compress.looking.busy)
    compress.page.controls.curve.click()
    wait(lambda: not compress.trying.busy)
    compress.page.controls.set_amount(0.9)
    wait(lambda: not compress.answering.busy)
    grab("compress")
    _sweep(sitting)
    window.show_station("deploy")
    deploy = window.station("deploy")
    run_for(300)  # until it looks at the model
    wait(lambda: not deploy.looking.busy and not deploy.recents.busy)
    grab("deploy")
    for name in ("first-try", "wide"):
        bench.editor.apply_preset(name)
        bench.editor.edit("training.epochs", 6)
        wait(lambda: bench.data is not None)
        bench.start()
        wait(lambda: bench.state is RunState.IDLE)
    window.show_station("runs")
    wait(lambda: not window.workbench.catalogue.busy)
    window.station("runs").page.list.selectAll()
    run_for(600)
    grab("runs")
    window.show_station("data")
    grab("data")
    _table(sitting)
    grab("table")
    _plane(sitting)
    _microscope(sitting)
    _number(sitting)
    _text(sitting)
    _captions(sitting)
    _lesson(sitting)
    if bench.model is not None:
        bench.model.saved = True  # nobody is there to answer the question
    window.close()


def _presented(sitting: Sitting) -> None:
    """Show the curves and the pad to a class."""
    window, _, _, grab, _ = sitting
    window.presenting.begin(full_screen=False)
    grab("presenter")
    window.presenting.end()


def _lesson(sitting: Sitting) -> None:
    """Set up what the lesson on hidden layers begins with, and train it."""
    window, bench, wait, grab, _ = sitting
    lessons = window.lessons
    lessons.open("05-hidden-layers")
    lessons.set_up()
    wait(lambda: bench.data is not None and lessons.panel.is_done)
    lessons.go_on()
    bench.start()
    wait(lambda: bench.model is not None and not bench.running)
    wait(lambda: lessons.panel.is_done)
    grab("lesson")


def _plane(sitting: Sitting) -> None:
    """Train on the spiral until its arms are seen, and show circles with features that part them."""
    window, bench, wait, grab, run_for = sitting
    bench.editor.apply_preset("spiral")
    wait(lambda: bench.data is not None)
    window.show_station("train")
    bench.start()
    wait(lambda: len(bench.history.epochs) >= 100 or not bench.running)
    bench.pause()
    window.pad.set_example(bench.data.test.images[0])
    run_for(600)  # until the plots have come up with so quick a training
    grab("plane")
    bench.stop()
    wait(lambda: not bench.running)
    bench.editor.edit("data.dataset", "circles")
    bench.editor.edit("data.plane.features", "x2,y2")
    wait(lambda: bench.data is not None)
    window.show_station("data")
    grab("plane-data")


def _microscope(sitting: Sitting) -> None:
    """Take one step of the small example, and show how δ comes back to its second hidden layer."""
    from gui.stations.train.microscope.phases import Phase, Stage
    from gui.workbench import RunState

    window, bench, wait, grab, _ = sitting
    bench.editor.apply_preset("article-example")
    wait(lambda: bench.data is not None)
    station = window.station("train")
    station.step_under_microscope()
    microscope = station.page.under.microscope
    wait(lambda: microscope.scene is not None and bench.state is RunState.PAUSED)
    microscope.transport.pause()
    microscope.transport.go(microscope.scene.phases.index(Phase(Stage.BACKWARD, 2)) - 0.3)
    grab("microscope")
    station.page.show_microscope(shown=False)
    bench.stop()
    wait(lambda: bench.state is RunState.IDLE)


def _number(sitting: Sitting) -> None:
    """Learn the heights of hills, and show answers against targets."""
    from gui.stations.evaluate.measuring import Measuring

    window, bench, wait, grab, _ = sitting
    bench.editor.apply_preset("hills")
    wait(lambda: bench.data is not None and bench.data.goal == "number")
    bench.start()
    wait(lambda: bench.model is not None and not bench.running)
    window.show_station("evaluate")
    measuring = window.findChildren(Measuring)[0]
    wait(lambda: not measuring.busy and not measuring.is_stale)  # it measures by itself
    window.pad.set_example(bench.data.test.images[0])
    grab("number")


def _text(sitting: Sitting) -> None:
    """Learn to add amid the jump from guessing to answering, and show which character looks at which."""
    window, bench, wait, grab, _ = sitting
    bench.editor.apply_preset("little-gpt-adds")
    wait(lambda: bench.data is not None and bench.data.train.kind == "text")
    window.show_station("train")
    before = bench.history.started
    bench.start()
    wait(lambda: bench.history.started is not before)
    wait(lambda: bench.history.validation_accuracies[-1:].sum() > 0.8 or not bench.running)
    window.pad.set_example(bench.data.test.images[0])
    grab("text")
    bench.stop()
    wait(lambda: not bench.running)
    window.show_station("understand")
    window.station("understand").page.show_view("attention")
    grab("text-attention")


def _captions(sitting: Sitting) -> None:
    """Learn what sentences mean, and find pictures for one."""
    window, bench, wait, grab, _ = sitting
    page = window.station("understand").page
    page.show_view("captions")
    view = page.views["captions"]
    view.train.click()
    wait(lambda: view.captioning.captions is not None and not view.captioning.busy)
    view.line.setText(
        "一个又粗又斜的三" if bench.preferences.language == "zh_CN" else "a thick slanted three"
    )
    wait(lambda: not view.captioning.busy)
    grab("captions")


def _sweep(sitting: Sitting) -> None:
    """Sweep a small network on few digits to the end, and show the map of two settings."""
    window, bench, wait, grab, _ = sitting
    before = bench.experiment
    bench.editor.apply_preset("article")
    bench.editor.edit("data.train_count", 3000)
    bench.editor.edit("training.epochs", 3)
    wait(lambda: bench.data is not None)
    window.show_station("sweep")
    page = window.station("sweep").page
    page.setup.suggest.click()
    page.draft.set_range("training.learning_rate", "0.0001:0.3:log")
    page.draft.set_range("network.units", "16,64,256")
    page.draft.edit("trials", 30)
    page.setup.start.click()
    wait(lambda: page.catalogue.sweep is not None and page.runner.busy)
    wait(lambda: not page.runner.busy and not page.catalogue.busy)
    page.show_view("lines")
    if page.catalogue.best is not None:
        page.choose((page.catalogue.best.number,))
    grab("sweep")
    bench.editor.replace(before, "")


def _table(sitting: Sitting) -> None:
    """Learn cells by thirty measurements, and show those that are told wrong, and what speaks for an answer."""
    from gui.stations.evaluate.measuring import Measuring

    window, bench, wait, _, run_for = sitting
    bench.editor.apply_preset("breast-cancer")
    wait(lambda: bench.data is not None and bool(bench.data.train.features))
    bench.start()
    wait(lambda: bench.model is not None and not bench.running and not bench.loader.busy)
    window.show_station("evaluate")
    measuring = window.findChildren(Measuring)[0]
    run_for(300)  # until it measures, by itself
    wait(lambda: not measuring.busy)
    window.pad.set_example(bench.data.test.images[7])
    run_for(300)  # until the network has answered


if __name__ == "__main__":
    sys.exit(main())
