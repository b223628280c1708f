"""The application: style, log, exception hook, and the way from arguments to a window on the screen."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from PySide6.QtCore import QEvent, QEventLoop, QLocale, QObject, QSettings, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from engine.language import error_words, said
from engine.visible import visible
from engine.words import Phrase
from gui import plain_imports
from gui.look.style import STYLE, STYLED
from gui.main_window import MainWindow
from gui.tasks.behind_paint import catch_up, let_wait
from gui.tasks.garbage import collector_of
from gui.tasks.put_off import load_what_waits, put_off
from gui.tasks.repeats import Repeats, kind_of
from gui.tasks.termination import Termination
from gui.widgets import remembered_layout
from gui.window import outline

if TYPE_CHECKING:
    from types import TracebackType

    from engine.errors import NetSketchError
    from engine.inference import Recognizer
    from gui.window.kiosk import Kiosk

log = logging.getLogger(__name__)

NAME = "NetSketch"
ENTRY = "netsketch.desktop"  # as `netsketch desktop install` calls it
REFUSED = 2  # exit code, as on the command line
NOTHING_ASKED = {"model": None, "demo": False, "kiosk": False, "language": "", "reset_settings": False}
LATER = (
    "numpy",
    "secrets",
    "hashlib",
    "engine.settings.checking",
    "engine.data.datasets",
    "engine.data.my_digits",
    "engine.data.plane.own_points",
    "engine.file_names",
    "engine.lessons.state",
    "gui.widgets.text_dialog",
    "gui.widgets.message_box",
    "gui.widgets.waiting_dialog",
    "gui.window.help_dialogs",
)
"""What nothing of the painted window needs, and many import."""
FRAME_MS = 300  # how long the start waits for the frame to be painted
ALL_MS = 2000  # and for all that is in it
TURN = 0.001
"""Seconds after which a thread hands Python's lock to one that waits for it. By Python's own 5 ms the window would wait
so long, each time anew, for what adds up numbers beside it, and training so long for what is painted."""
QT_OPTIONS_WITH_VALUE = frozenset({"-platform", "-style", "-stylesheet", "-display", "-geometry", "-plugin"})


class ExceptionHook(QObject):
    """Shows errors nobody caught instead of letting them vanish; may be called from any thread.

    One that comes again and again, as from a timer or while painting, is told once until it has been quiet for a while.

    Signals:
        caught: An exception (BaseException).
    """

    caught = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._repeats = Repeats()

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error and tell the window."""
        if self._repeats.is_new(kind_of(error, trace)):
            log.critical("Unexpected error", exc_info=(kind, error, trace))
            self.caught.emit(error)


class LogFormat(logging.Formatter):
    """Writes out what would steer a terminal or forge a line: names from files are in the messages."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return visible(super().formatMessage(record))

    def formatException(self, *args: Any) -> str:
        return visible(super().formatException(*args), lines=True)


class ArgumentParser(argparse.ArgumentParser):
    """The window's arguments; a name that a shell put among them is told without its control characters."""

    def format_usage(self) -> str:
        return _in_words(super().format_usage())

    def format_help(self) -> str:
        """Put the help into words only now: who opens the window does not wait for them."""
        self.description, self.epilog = said(self.description or ""), said(self.epilog or "")
        for action in self._actions:
            action.help = said(action.help or "")
        return _in_words(super().format_help())

    def error(self, message: str) -> NoReturn:
        names = message.removeprefix("unrecognized arguments: ")
        if names != message:
            message = said(Phrase("unrecognized arguments: {names}", names=names))
        place = message.removesuffix(": expected one argument").removeprefix("argument ")
        if place.startswith("--") and message.endswith("expected one argument"):
            message = said(Phrase("argument {name}: expected one argument", name=place))
        told = said(Phrase("error: {what}", what=message))
        self.exit(2, "".join((self.format_usage(), self.prog, ": ", visible(told), "\n")))


def _in_words(text: str) -> str:
    """Return argparse's own words in the language spoken."""
    for words in (
        Phrase("usage:"),
        Phrase("positional arguments:"),
        Phrase("options:"),
        Phrase("show this help message and exit"),
    ):
        text = text.replace(words, said(words), 1)
    return text


class FirstPaint(QObject):
    """Tells when a widget stands on the screen for the first time.

    Signals:
        painted: The widget and all that is in it were painted.
    """

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            # What is in it is painted in the same turn of the event loop.
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)


def create_app(argv: list[str]) -> QApplication:
    """Return the one application in its style, made if there is none yet.

    Args:
        argv: Program name and Qt's own arguments.
    """
    from gui.look import theme

    app = bare_app(argv)
    theme.apply(app)
    return app


def bare_app(argv: list[str]) -> QApplication:
    """Return the application with its names alone: nothing of its look is loaded."""
    sys.setswitchinterval(TURN)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else _made(argv)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setOrganizationName(NAME)
    if QLocale().name() == "C":  # a bare system: numbers are to be grouped all the same
        QLocale.setDefault(QLocale("en"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    _keep_settings_at_home()
    collector_of(app)
    if QStandardPaths.locate(QStandardPaths.StandardLocation.ApplicationsLocation, ENTRY):
        app.setDesktopFileName(Path(ENTRY).stem)  # so that a desktop knows whose window this is
    return app


def _made(argv: list[str]) -> QApplication:
    """Make the application, in our style from the beginning: asking it for one later defines all that styles are."""
    app = QApplication([*(argv or [NAME]), "-style", STYLE])
    app.setProperty(STYLED, True)
    return app


def _keep_settings_at_home() -> None:
    """Let the layout of windows lie in the folder that NETSKETCH_HOME names, like all else; Qt's own notes, too."""
    from engine.folders import home_folder, home_is_named

    if home_is_named():
        for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(home_folder()))


def main(argv: list[str]) -> int:
    """Show the window and run until it is closed.

    Args:
        argv: Arguments without the program's name: a model file to open, ``--demo``, ``--kiosk``, ``--language``,
            ``--reset-settings``, Qt's own.

    Returns:
        The exit code.
    """
    options, qt_arguments = parse(argv)
    _start_log()
    app = bare_app([NAME, *qt_arguments])
    termination = Termination(app)
    try:
        return (_show_kiosk if options.kiosk else _show)(app, options, termination)
    finally:
        termination.close()


def _show(app: QApplication, options: argparse.Namespace, termination: Termination) -> int:
    """Show the window and run until it is closed, or the system asks for the end."""
    aside = remembered_layout.make_readable()
    if options.reset_settings:
        reset_settings()
    collector_of(app).rest_while(lambda: True)  # until ``_begin``: what the start makes is there to stay
    window = MainWindow()
    termination.asked.connect(window.end)
    window.setWindowTitle(NAME)
    outline.show(window)
    _wait_for_paint(window)
    log.debug("framed")
    if not window.isVisible():
        return 0  # closed again already
    put_off(*LATER)
    plain_imports.begin()
    let_wait()
    from gui.workbench import Workbench

    workbench = Workbench()
    hook, previous = ExceptionHook(), sys.excepthook
    try:
        window.furnish(workbench, options.language, later=True)
        window.damage.add_set_aside(aside)
        hook.caught.connect(window.words.show_unexpected)
        sys.excepthook = hook
        window.update()
        _wait_for_paint(window, ALL_MS, QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not window.isVisible():
            return 0
        log.debug("painted")
        catch_up()
        QTimer.singleShot(0, lambda: _begin(window, options))
        return app.exec()
    finally:
        plain_imports.end()
        workbench.shutdown()
        sys.excepthook = previous


def _show_kiosk(app: QApplication, options: argparse.Namespace, termination: Termination) -> int:
    """Show the pad alone until the key is pressed that ends it, or the system asks for the end; nothing is written."""
    from gui.bench.preferences import glance
    from gui.look import language, text_size, theme
    from gui.window.kiosk import Kiosk

    preferred = glance()
    theme.apply(app, preferred["theme"])
    text_size.apply(app, preferred["text_size"])
    language.speak(options.language or preferred["language"])
    app.setWindowIcon(program_icon())
    kiosk = Kiosk()
    termination.asked.connect(kiosk.end)
    previous, sys.excepthook = sys.excepthook, ExceptionHook()  # the log hears of it, and nobody else
    kiosk.refused.connect(lambda error, _trace: _refuse(kiosk, error))
    collector_of(app).rest_while(lambda: kiosk.loading)
    first_paint = FirstPaint(kiosk)
    first_paint.painted.connect(lambda: kiosk.load(lambda: _network(options.model)))
    try:
        kiosk.showFullScreen()
        return app.exec()
    finally:
        sys.excepthook = previous


def _network(model: Path | None) -> Recognizer:
    """Load the model that a kiosk reads with, and then PyTorch: a file that is missing is told of without it."""
    from engine.models.shipped import shipped_model
    from engine.storage import model_file

    saved = model_file.load(model or shipped_model())
    from engine.inference import Recognizer

    return Recognizer.of(saved)


def _refuse(kiosk: Kiosk, error: NetSketchError) -> None:
    """End a kiosk that has nothing to read with, and say why."""
    print(said(error_words(error)), file=sys.stderr)
    kiosk.end()
    QApplication.exit(REFUSED)


def _wait_for_paint(
    window: QWidget,
    most: int = FRAME_MS,
    events: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents,
) -> None:
    """Let what there is of the window come to the screen before anything else is done.

    Args:
        window: The window.
        most: Milliseconds after which that is not waited for: a window that starts as an icon is not painted.
        events: Which of them come in meanwhile; others are kept for whoever listens next.
    """
    loop = QEventLoop()
    FirstPaint(window).painted.connect(loop.quit)
    QTimer.singleShot(most, loop, loop.quit)
    loop.exec(events)


def _start_log() -> None:
    """Write what happens to stderr; ``NETSKETCH_LOG=debug`` tells more, such as how far the start is."""
    level = logging.getLevelNamesMapping().get(os.environ.get("NETSKETCH_LOG", "").upper(), logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormat("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler])
    for name in ("gui", "engine"):
        logging.getLogger(name).setLevel(level)


def reset_settings() -> None:
    """Forget preferences and the layout of windows; data and models stay."""
    from gui.bench.preferences import Preferences

    Preferences().reset()
    if remembered_layout.may_write():
        QSettings().clear()


def _begin(window: MainWindow, options: argparse.Namespace) -> None:
    """Build and load what is needed behind the painted window, and then the model asked for."""
    plain_imports.end()
    try:
        load_what_waits()
    except ImportError:
        QApplication.exit(1)  # nothing works without it, and what is painted would fail again and again
        raise
    window.complete()
    gc.freeze()  # nothing of it is garbage, and looking through it again and again takes time
    loader = window.workbench.loader
    app = QApplication.instance()
    assert app is not None, "the window is in it"
    collector_of(app).rest_while(lambda: loader.importing)
    loader.warmed_up.connect(lambda: log.debug("ready to train"))
    loader.warmed_up.connect(window.workbench.catalogue.refresh)
    loader.warm_up()
    window.tell_held_layout()
    model = options.model
    if options.demo:
        window.presenting.begin(pad_first=True)
    if model is not None:
        (window.lessons.opener(model) or window.open_model)(model)
    elif options.demo:
        window.files.open_shipped()
    else:
        window.lessons.offer()
    QApplication.setWindowIcon(program_icon())


def program_icon() -> QIcon:
    """Return the icon of the program, as the menu of a desktop has it."""
    return QIcon(str(resources.files("resources") / "desktop" / "netsketch.svg"))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="netsketch",
        description=Phrase("Open the window."),
        epilog=Phrase("netsketch --help lists the commands without a window."),
    )
    parser.add_argument("model", nargs="?", type=Path, help=Phrase("model file or lesson to open"))
    parser.add_argument(
        "--demo",
        action="store_true",
        help=Phrase("all over the screen, the pad large, with the trained network or this model"),
    )
    parser.add_argument(
        "--kiosk",
        action="store_true",
        help=Phrase(
            "the pad alone, for whoever comes by: no files, blank after 30 seconds; Ctrl+Shift+Q ends it"
        ),
    )
    parser.add_argument(
        "--language",
        default="",
        metavar="CODE",
        help=Phrase("language of this window, such as en or zh_CN"),
    )
    parser.add_argument(
        "--reset-settings", action="store_true", help=Phrase("forget preferences and window layout")
    )
    return parser


def parse(argv: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Part our own arguments from Qt's, which may take a word of their own: ``-platform offscreen``."""
    ours: list[str] = []
    qt: list[str] = []
    words = iter(argv)
    for word in words:
        if word.startswith("-") and not word.startswith("--"):
            qt.append(word)
            if word in QT_OPTIONS_WITH_VALUE:
                qt.append(next(words, ""))
        else:
            ours.append(word)
    if not ours:  # as nearly always, and a parser takes a moment to make
        return argparse.Namespace(**NOTHING_ASKED), qt
    return _parser().parse_args(ours), qt


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
